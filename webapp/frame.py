"""The frame that puts a view of an article into another page."""

from __future__ import annotations

HEIGHT = 600
"""Pixels, as the share panel begins with."""

_ASIDE = ("embed=", "view=")
_VIEWS = ("text", "places", "map")


def frame(
    address: str, query: str, title: str, *, width: int | None, height: int
) -> str:
    """The markup of a frame, word for word what the share panel builds.

    Parameters
    ----------
    address : str
        Of the article, without its query.
    query : str
        What the address of the view says after its question mark.
    title : str
        Of the frame, for those who cannot see it.
    width : int or None
        Pixels; None for all the width there is.
    height : int
        Pixels.

    Examples
    --------
    >>> frame("http://a.example/articles/b", "sense=both", "B", width=None, height=600)[
    ...     :70
    ... ]
    '<iframe src="http://a.example/articles/b?sense=both&amp;embed=1" width'
    """
    pairs = [pair for pair in query.split("&") if pair]
    kept = [pair for pair in pairs if not pair.startswith(_ASIDE)]
    shown = [pair for pair in pairs if pair in [f"view={view}" for view in _VIEWS]][:1]
    source = f"{address}?{'&'.join([*kept, *shown, 'embed=1'])}"
    return (
        f'<iframe src="{_attribute(source)}" width="{width or "100%"}"'
        f' height="{height}" title="{_attribute(title)}"></iframe>'
    )


def _attribute(text: str) -> str:
    return text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
