"""Finding the files of an installed source package without importing its code."""

from __future__ import annotations

import json
import os
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from geodata.errors import GazetteerError

NODE_MODULES = "TOPOSCOPE_NODE_MODULES"
"""Environment variable: the folder into which the build put the npm packages."""

_FETCHED = Path(__file__).parents[2] / ".build" / "cache" / "npm" / "node_modules"


def package_file(package: str, name: str) -> Path:
    """Path of a file of an installed Python package.

    Raises
    ------
    GazetteerError
        If the package is not installed, or lacks the file.
    """
    try:
        path = Path(str(distribution(package).locate_file(name)))
    except PackageNotFoundError:
        raise GazetteerError(
            f"building the gazetteer needs the package {package}; install what"
            " .build/pins.txt lists"
        ) from None
    if not path.exists():
        raise GazetteerError(f"package {package} has no file {name}")
    return path


def package_version(package: str) -> str:
    """Version of an installed Python package."""
    return distribution(package).version


def npm_file(package: str, name: str) -> Path:
    """Path of a file of an npm package that the build has fetched.

    Raises
    ------
    GazetteerError
        If it has not been fetched.
    """
    path = Path(os.environ.get(NODE_MODULES, _FETCHED)) / package / name
    if not path.exists():
        raise GazetteerError(
            f"building the gazetteer needs {name} of the npm package {package}, and"
            f" {path} is not there; run python .build/compile.py"
        )
    return path


def npm_version(package: str) -> str:
    """Version of an npm package that the build has fetched."""
    described = json.loads(npm_file(package, "package.json").read_text("utf-8"))
    return str(described["version"])
