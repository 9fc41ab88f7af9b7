"""The guessing rules: a newcomer who reads the tree can guess where a line lives."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from geodata.cli import main
from geodata.exports import formats
from webapp.app import create_app

ROOT = Path(__file__).parents[2]


def modules(folder: str) -> set[str]:
    return {p.stem for p in (ROOT / folder).glob("*.py") if p.stem != "__init__"}


def test_the_first_segment_of_every_address_is_a_view_module():
    segments = {
        str(rule).split("/")[1].split(".")[0] or "articles"
        for rule in create_app().url_map.iter_rules()
    }
    assert {s for s in segments if not s.startswith("<")} <= modules("webapp/views")


def test_every_command_is_a_module_of_its_name():
    commands = set(main.list_commands(None))
    assert commands - {"serve"} <= modules("geodata/cli")


def test_every_format_is_an_exporter_module_of_its_name():
    assert set(formats()) - {"html"} <= modules("geodata/exports")


def test_every_source_of_the_gazetteer_is_a_module_of_its_name(built_gazetteer):
    names = {source.name for source in built_gazetteer.sources()}
    assert names <= modules("geodata/gazetteer/sources")


def test_a_script_and_a_style_sheet_of_one_name_belong_together():
    styles = {p.stem for p in (ROOT / "webapp/static/css").glob("*.css")}
    for name in styles & {p.stem for p in (ROOT / "webapp/static/js").glob("*.js")}:
        css = (ROOT / f"webapp/static/css/{name}.css").read_text("utf-8")
        if name == "main":  # both of that name only gather the others
            assert "@import" in css
            continue
        assert f".{name}" in css, f"{name}.css styles no .{name}"


def engine_modules() -> list[str]:
    return sorted(
        str(path.relative_to(ROOT))
        for package in ("geodata", "webapp")
        for path in (ROOT / package).rglob("*.py")
        if path.stem not in {"__init__", "__main__"}
    )


@pytest.mark.parametrize("module", engine_modules())
def test_every_module_has_its_tests_or_is_tested_as_its_folder(module: str):
    path = Path(module)
    own = ROOT / "tests/unit" / path.parent / f"test_{path.stem}.py"
    folder = ROOT / "tests/unit" / path.parent.parent / f"test_{path.parent.name}.py"
    inside = ROOT / "tests/unit" / path.parent / f"test_{path.parent.name}.py"
    assert own.exists() or folder.exists() or inside.exists()


@pytest.mark.parametrize("name", ["utils", "helpers", "common", "manager", "service"])
def test_nothing_is_named_after_nothing(name: str):
    assert not list((ROOT / "geodata").rglob(f"{name}*.py"))
    assert not list((ROOT / "webapp").rglob(f"{name}*.py"))


def test_no_code_knows_the_shipped_article():
    [article] = (ROOT / "seeds/articles").glob("*.txt")
    rare = {"Shoigu", "Rudenko", "Hongzhong", "Xiaoming", "Dehuai", article.stem}
    code = [*(ROOT / "geodata").rglob("*.py"), *(ROOT / "webapp").rglob("*.py")]
    for path in code:
        assert not rare & set(re.findall(r"\w+", path.read_text("utf-8"))), path


def test_every_dependency_says_why_it_is_there():
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    for dependency in tomllib.loads(text)["project"]["dependencies"]:
        [line] = [line for line in text.splitlines() if f'"{dependency}"' in line]
        assert "#" in line, f"{dependency}: say in a comment why"
