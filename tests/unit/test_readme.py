"""What users can do stands in the README, and what stands there can be done."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from geodata.cli import main
from geodata.exports import exporter_for, formats
from geodata.settings import SETTINGS

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("command", main.list_commands(None))
def test_every_command_is_in_the_readme(command: str):
    assert f"toposcope {command}" in README


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_every_setting_is_in_the_readme(setting):
    assert f"TOPOSCOPE_{setting.name.upper()}" in README


@pytest.mark.parametrize("name", formats())
def test_every_format_is_in_the_readme(name: str):
    assert exporter_for(name).suffix in README


def test_every_file_the_readme_links_to_exists():
    for target in re.findall(r"\]\((?!http)([^)#]+)\)", README):
        assert (ROOT / target).exists(), target


def test_continuous_integration_runs_the_test_command_of_the_readme():
    assert "bash .ci/test" in README
    assert "bash .ci/test" in (ROOT / ".ci/run").read_text("utf-8")
