"""Which language a reader gets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import parse_qsl, urlencode, urlsplit

_TRADITIONAL = frozenset({"hant", "tw", "hk", "mo"})
"""Parts of a tag that ask for Chinese in the traditional script."""


def chosen(
    known: Sequence[str],
    *,
    asked: str | None = None,
    kept: str | None = None,
    accepted: Iterable[str] = (),
) -> str:
    """The language of an answer; the first one known, if none fits.

    Parameters
    ----------
    known : sequence of str
        Tags of the languages there are, English first.
    asked : str, optional
        What the address asks for; it wins.
    kept : str, optional
        What the reader chose before.
    accepted : iterable of str
        What the browser says its user reads, the best first.

    Examples
    --------
    >>> chosen(["en", "de", "zh-Hans"], accepted=["pt", "de-AT", "en"])
    'de'
    >>> chosen(["en", "de", "zh-Hans"], asked="zh-CN", kept="de")
    'zh-Hans'
    """
    for wanted in (asked, kept, *accepted):
        if wanted and (found := _like(wanted, known)):
            return found
    return known[0]


def _like(wanted: str, known: Sequence[str]) -> str | None:
    """The tag itself, or else one of the same language in the same script."""
    tag = wanted.replace("_", "-").lower()
    for each in known:
        if each.lower() == tag:
            return each
    parts = tag.split("-")
    if parts[0] == "zh" and "hans" not in parts and not _TRADITIONAL.isdisjoint(parts):
        return None
    return next((each for each in known if each.split("-")[0] == parts[0]), None)


def without_language(address: str) -> str:
    """A path of this server, its query without a language; `/` for anything else.

    Examples
    --------
    >>> without_language("/articles/oslo?lang=de&q=port")
    '/articles/oslo?q=port'
    >>> without_language("//elsewhere.example/")
    '/'
    """
    try:
        parts = urlsplit(address.replace("\\", "/"))
    except ValueError:
        return "/"
    if parts.scheme or parts.netloc or not parts.path.startswith("/"):
        return "/"
    if parts.path.startswith("//"):
        return "/"
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    query = urlencode([pair for pair in pairs if pair[0] != "lang"], safe=",:/")
    return f"{parts.path}?{query}" if query else parts.path
