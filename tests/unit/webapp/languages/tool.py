"""The tool that keeps the catalogues, which stands outside of any package."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

PATH = Path(__file__).parents[4] / ".build" / "messages.py"


def message_tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_messages", PATH)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
