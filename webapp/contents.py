"""Articles and layers as plain data, as JSON answers and pages hold them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from geodata.annotations import annotate
from geodata.documents import correction_id, correction_summary
from geodata.exports import exporter_for, formats
from geodata.gazetteer import Gazetteer
from geodata.layers import LAYER_IDS
from geodata.model import Correction, Layer
from geodata.shapes import bounds, shape_of
from webapp import urls
from webapp.article import KEPT_ARTICLES, Article, Entry
from webapp.languages import language
from webapp.library import Library
from webapp.once import kept
from webapp.openapi import OPENAPI
from webapp.rulings import words_of


def entry_summary(library: Library, entry: Entry) -> dict[str, Any]:
    """An article of the list, without working it out."""
    return {
        "id": entry.id,
        "title": library.title(entry),
        "href": urls.article(entry.id),
        "origin": str(entry.origin),
    }


def entry_summaries(library: Library) -> list[dict[str, Any]]:
    """The articles of the list, each with a label that no other has."""
    told = [entry_summary(library, entry) for entry in library.entries()]
    seen: Counter[str] = Counter()
    for each in reversed(told):  # the oldest keeps its bare title
        seen[each["title"]] += 1
        number = seen[each["title"]]
        each["label"] = each["title"] if number == 1 else f"{each['title']} ({number})"
    return told


def article_content(article: Article, gazetteer: Gazetteer | None) -> dict[str, Any]:
    """An article with its text and its mentions, as `toposcope parse` gives them."""
    annotated = annotate(article.document, article.resolutions, gazetteer=gazetteer)
    return {
        "id": article.id,
        "title": article.title,
        "text": article.document.text,
        "mentions": annotated["mentions"],
        "corrections": correction_summaries(article.document.corrections, gazetteer),
        "made_by": dict(article.atlas.made_by),
        "links": [
            _link("layers", "application/json", urls.layers(article.id), "Layers"),
            _link(
                "service-desc",
                OPENAPI,
                urls.definition(article.id),
                "OGC API - Features",
            ),
            *_downloads(lambda name: urls.download(article.id, name), article.title),
        ],
    }


def correction_summaries(
    given: Iterable[Correction], gazetteer: Gazetteer | None
) -> list[dict[str, Any]]:
    """Corrections with their ids and in words, the last one first."""
    told = [
        {
            "id": correction_id(each),
            **correction_summary(each),
            "said": words_of(each, gazetteer),
        }
        for each in given
    ]
    return told[::-1]


def layer_summaries(article: Article) -> list[dict[str, Any]]:
    """Every layer of an article, with where its content is."""
    return [_layer_summary(article, layer) for layer in article.layers]


def layer_file(article: Article, layer_id: str, format_name: str) -> bytes:
    """One layer in one format, its own words in the language of the moment.

    Raises
    ------
    UnknownLayer, UnknownFormat
        If there is no such layer, or no such format.
    """
    spoken = language() if exporter_for(format_name).languages else None
    return _layer_file(article, layer_id, format_name, spoken)


@kept(KEPT_ARTICLES * len(LAYER_IDS))
def _layer_file(
    article: Article,
    layer_id: str,
    format_name: str,
    _spoken: str | None,
) -> bytes:
    """Kept, because every page asks for all of them; by language where that matters."""
    return written(article, (article.layer(layer_id),), format_name)


def written(article: Article, layers: Sequence[Layer], format_name: str) -> bytes:
    """Some of an article's layers, or what filters left of them, in one format.

    Raises
    ------
    UnknownFormat
        If there is no such format.
    """
    exporter = exporter_for(format_name)
    if exporter.write_atlas is not None:
        return exporter.write_atlas(replace(article.atlas, layers=tuple(layers)))
    return exporter.write(layers, about=article.atlas.made_by)


@kept(KEPT_ARTICLES)
def boxes(article: Article) -> dict[str, list[float] | None]:
    """The box around each layer."""
    found = {
        layer.id: bounds(shape_of(feature.place) for feature in layer.features)
        for layer in article.layers
    }
    return {name: None if box is None else list(box) for name, box in found.items()}


def _layer_summary(article: Article, layer: Layer) -> dict[str, Any]:
    return {
        "id": layer.id,
        "title": layer.title,
        "about": layer.about,
        "count": len(layer.features),
        "bbox": boxes(article)[layer.id],
        "attribution": list(layer.attribution),
        "links": _downloads(
            lambda name: urls.layer(article.id, layer.id, name), layer.title
        ),
    }


def _downloads(address: Callable[[str], str], title: str) -> list[dict[str, str]]:
    return [
        _link(
            "enclosure",
            exporter_for(name).media_type,
            address(name),
            f"{title} ({exporter_for(name).title})",
        )
        for name in formats()
    ]


def _link(rel: str, media_type: str, href: str, title: str) -> dict[str, str]:
    return {"rel": rel, "type": media_type, "href": href, "title": title}
