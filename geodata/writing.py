"""Files written so that nobody ever finds half of one."""

from __future__ import annotations

from pathlib import Path
from secrets import token_hex


def write_whole(path: Path, content: bytes) -> None:
    """Write a file all at once: what was there stays if anything fails.

    Raises
    ------
    OSError
        If it cannot be written; nothing is left of the try.
    """
    part = path.with_name(f".{token_hex(8)}.part")
    try:
        with part.open("xb") as file:
            file.write(content)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
