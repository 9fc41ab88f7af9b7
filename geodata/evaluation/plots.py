"""Two small drawings of a report, as SVG: reliability, and errors by distance."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from geodata.documents import slug
from geodata.evaluation.metrics import area
from geodata.evaluation.scoring import Scored

_SIZE = 320
_EDGE = 40


def write_plots(
    folder: Path,
    corpus: str,
    scored: Sequence[Scored],
    reliability: Sequence[Mapping[str, float]],
) -> list[Path]:
    """Write a corpus's drawings into a folder, which is made if need be."""
    folder.mkdir(parents=True, exist_ok=True)
    errors = sorted(error for item in scored for error in item.tally.gold_errors)
    drawings = {
        "reliability": _drawing(
            f"{corpus}: confidence and share right",
            [(row["believed"], row["right"]) for row in reliability],
        ),
        "errors": _drawing(
            f"{corpus}: share of names within a distance (logarithmic)",
            [(area(km), (rank + 1) / len(errors)) for rank, km in enumerate(errors)],
        ),
    }
    paths = []
    for name, drawing in drawings.items():
        path = folder / f"{slug(corpus)}-{name}.svg"
        path.write_text(drawing, encoding="utf-8")
        paths.append(path)
    return paths


def _drawing(title: str, points: Iterable[tuple[float, float]]) -> str:
    """A line through points of the unit square, with the diagonal behind it."""
    whole = _SIZE + 2 * _EDGE
    path = " ".join(
        f"{_EDGE + x * _SIZE:.1f},{_EDGE + (1 - y) * _SIZE:.1f}" for x, y in points
    )
    low, high = _EDGE, _EDGE + _SIZE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}"'
        ' font-family="sans-serif" font-size="12">'
        f"<title>{escape(title)}</title>"
        f'<text x="{low}" y="{_EDGE // 2}">{escape(title)}</text>'
        f'<rect x="{low}" y="{low}" width="{_SIZE}" height="{_SIZE}" fill="none"'
        ' stroke="#999"/>'
        f'<line x1="{low}" y1="{high}" x2="{high}" y2="{low}" stroke="#ccc"/>'
        f'<polyline points="{path}" fill="none" stroke="#06c" stroke-width="2"/>'
        "</svg>\n"
    )
