from pathlib import Path

import pytest
import shapely

from geodata.gazetteer.sources.curated.drawn import DrawnShapes, digest_of


def never() -> shapely.Geometry:
    pytest.fail("drawn again")


def test_what_was_drawn_before_is_not_drawn_again(tmp_path: Path):
    file = tmp_path / "drawn.sqlite"
    first = DrawnShapes(file)
    shape = first.of("a", lambda: shapely.box(0, 0, 1, 1))
    first.close()
    assert DrawnShapes(file).of("a", never) == shape


def test_what_is_no_longer_asked_for_is_forgotten(tmp_path: Path):
    file = tmp_path / "drawn.sqlite"
    first = DrawnShapes(file)
    first.of("a", lambda: shapely.box(0, 0, 1, 1))
    first.close()
    DrawnShapes(file).close()
    drawn = []
    DrawnShapes(file).of("a", lambda: drawn.append(1) or shapely.box(0, 0, 1, 1))
    assert drawn


def test_a_digest_tells_parts_apart():
    assert digest_of([b"ab", b"c"]) != digest_of([b"a", b"bc"])
