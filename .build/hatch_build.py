"""The build hook: compiles the data before it is packed, if it is out of date."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileHook(BuildHookInterface):  # type: ignore[type-arg]
    """Runs compile.py in a process of its own, with the environment unchanged."""

    PLUGIN_NAME = "custom"

    def _command(self, *options: str) -> list[str]:
        script = Path(self.root) / ".build" / "compile.py"
        return [sys.executable, str(script), *options]

    def dependencies(self) -> list[str]:
        """What has to be installed for this build: nothing if all is up to date."""
        told = subprocess.run(  # noqa: S603
            self._command("--needs"), check=True, stdout=subprocess.PIPE, text=True
        )
        return told.stdout.split("\n")[:-1]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile; and put the seeds into a standard wheel.

        An editable installation reads them from the work tree.
        """
        done = subprocess.run(self._command("--tidy"), check=False)  # noqa: S603
        if done.returncode:
            self.app.abort("toposcope's data could not be compiled; see above")
        if self.target_name == "wheel" and version == "standard":
            seeds = str(Path(self.root) / "seeds")
            build_data["force_include"][seeds] = "geodata/seeds"
