import subprocess
import sys
from importlib.metadata import version

from geodata.version import installed_version


def test_the_version_is_that_of_the_distribution():
    assert installed_version() == version("toposcope")


def test_a_work_tree_that_was_never_installed_has_no_version():
    code = (
        "import importlib.metadata as metadata\n"
        "metadata.Distribution.discover = staticmethod(lambda **_: iter(()))\n"
        "from geodata.version import installed_version; print(installed_version())"
    )
    told = subprocess.run(  # noqa: S603  our own words
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert told.stdout == "unknown\n"
