"""What every format has: a name, a media type, and a function that writes it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from geodata.model import Atlas, Layer


class Write(Protocol):
    """Layers to the bytes of one file."""

    def __call__(self, layers: Sequence[Layer], *, about: Mapping[str, str]) -> bytes:
        """Write layers, one or many or none, any of them empty.

        Parameters
        ----------
        layers : sequence of Layer
            What the file is to hold, in this order.
        about : mapping of str to str
            What made them (`Atlas.made_by`), for formats that can say so.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class Exporter:
    """One format."""

    name: str
    """The module's name, and what users call it."""
    suffix: str
    """What file names end in: `.csv`, or `.lpf.json` for a kind of JSON."""
    media_type: str
    """IANA media type, or the one in common use."""
    title: str
    """For people, in a menu."""
    write: Write
    """Layers to bytes."""
    write_atlas: Callable[[Atlas], bytes] | None = None
    """For a format that shows the texts too; `write` is used where this is None."""
    languages: tuple[str, ...] = ()
    """Languages that its own words can be in, the usual one first; () if none."""
    write_atlas_in: Callable[[Atlas, str], bytes] | None = None
    """The same as `write_atlas` in one of these languages."""


def credits_of(layers: Sequence[Layer]) -> list[str]:
    """What the sources of some layers ask to be said, each once."""
    return sorted({credit for layer in layers for credit in layer.attribution})


def json_bytes(value: Any) -> bytes:  # noqa: ANN401  whatever JSON can hold
    """A value as one line of JSON, in the letters of its language."""
    words = json.dumps(
        value, ensure_ascii=False, allow_nan=False, separators=(",", ":")
    )
    return f"{words}\n".encode()
