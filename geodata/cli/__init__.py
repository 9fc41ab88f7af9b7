"""The command line: `toposcope`, one module a command.

Commands are loaded when they are called, so that none pays for another. Further
ones plug in by the entry-point group `geodata.commands`.
"""

from __future__ import annotations

from errno import EPIPE
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points

import click

from geodata.errors import ToposcopeError
from geodata.version import installed_version

_OWN = {
    "parse": "Find the places of texts; one JSON line a document.",
    "map": "Geoparse articles and write their places to a file.",
    "gazetteer": "Ask the gazetteer for sources and places, or add to it.",
    "evaluate": "Score the geoparser against marked texts.",
    "train": "Train a model anew.",
    "check": "Check this installation; each line OK, WARN or FAIL.",
}
_GROUP = "geodata.commands"


class Commands(click.Group):
    """Commands by name, imported when asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Every command's name, plug-ins first: `serve` is what most people want."""
        return [*sorted(set(_plugged_in()) - set(_OWN)), *_OWN]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of a name, or None."""
        if cmd_name in _OWN:
            return _own(cmd_name)
        entry = _plugged_in().get(cmd_name)
        if entry is None:
            return None
        command: click.Command = entry.load()
        return command

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """List the commands without importing this package's own."""
        rows = []
        for name in self.list_commands(ctx):
            command = None if name in _OWN else self.get_command(ctx, name)
            words = command.get_short_help_str(120) if command else _OWN.get(name, "")
            rows.append((name, words))
        with formatter.section("Commands"):
            formatter.write_dl(rows)

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; what went wrong is one sentence and exit code 1."""
        try:
            return super().invoke(ctx)
        except ToposcopeError as error:
            raise click.ClickException(str(error)) from error
        except OSError as error:
            if error.errno == EPIPE:  # whoever read our output has read enough
                raise
            raise click.ClickException(_complaint(error)) from error


def _complaint(error: OSError) -> str:
    what = error.filename or "standard output"
    return f"{what} cannot be used ({error.strerror}); check the file and the disk"


def _own(name: str) -> click.Command:
    module = import_module(f"{__name__}.{name}")
    command: click.Command = getattr(module, f"{name}_command", None) or getattr(
        module, name
    )
    return command


def _plugged_in() -> dict[str, EntryPoint]:
    return {entry.name: entry for entry in entry_points(group=_GROUP)}


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(installed_version(), prog_name="toposcope")
def main() -> None:
    """Name the places of a text, say how it knows, and map them offline."""
