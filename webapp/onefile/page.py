"""An atlas as a page that holds all it needs."""

from __future__ import annotations

import base64
import hashlib
import json
import mimetypes
import posixpath
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from geodata.annotations import annotate
from geodata.documents import language_notice
from geodata.exports import exporter_for
from geodata.model import Atlas, Layer
from geodata.shapes import bounds, shape_of
from webapp import marks
from webapp.article import Article
from webapp.drawn import drawn
from webapp.glance import glance
from webapp.joined import join_styles
from webapp.languages import ENGLISH, WORDS, language, page_messages
from webapp.maps import MapParts, compose_map, focus
from webapp.onefile.joining import as_one
from webapp.onefile.tiles import Box, Tiles, extract
from webapp.rulings import rulings
from webapp.scripts import inline, inline_json, joined
from webapp.settings import STATIC
from webapp.symbols import symbol_for, symbol_of_layer

_TEMPLATES = Path(__file__).parents[1] / "templates"
_BASEMAP = "vendor/basemap.pmtiles"
_VENDORED = (
    "vendor/leaflet/leaflet.js",
    "vendor/protomaps-leaflet/protomaps-leaflet.js",
)
_WORLD: Box = (-180, -85, 180, 85)
_WORLD_ZOOM = 2
_FINEST_ZOOM = 7
_MARGIN_DEGREES = 2.0
_MOST_TILE_BYTES = 480_000

_STYLE_LINK = re.compile(r'<link rel="stylesheet" href="(?P<name>[^"]+)">\s*')
_CSS_FILE = re.compile(r"""url\(\s*["']?(?P<name>[^)"'#:]+)["']?\s*\)""")
_POLICY = (
    "default-src 'none'; script-src {scripts}; style-src {styles}; img-src data: blob:;"
    " form-action 'none'; base-uri 'none'"
)


def write_atlas(atlas: Atlas) -> bytes:
    """The page of an atlas; the same atlas gives the same bytes."""
    atlas = as_one(atlas)
    [document] = atlas.documents
    article = Article(
        id=document.id, title=document.title, document=document, atlas=atlas
    )
    layers = [_summary(layer) for layer in article.layers]
    box = focus(article.layers)
    composed = compose_map(layers, asset=_asset, bbox=box, joined=True)
    data = _data(article, box)
    return _whole(_rendered(article, layers, composed), composed, data).encode()


def _rendered(
    article: Article, layers: list[dict[str, Any]], composed: MapParts
) -> str:
    """What the server's template makes of it, with links where content shall stand."""
    text_tree = marks.tree(article.document.text, marks.shown(article.resolutions))
    return (
        _environment()
        .get_template("articles/article.html")
        .render(
            article=article,
            layers=layers,
            text_tree=text_tree,
            marks=marks.marks(article.layers),
            glance=glance(article.layers),
            language_notice=language_notice(article.document),
            symbol_for=symbol_for,
            swatches={each.id: symbol_of_layer(each) for each in article.layers},
            rulings=rulings(article, None),
            map=composed,
            map_script_url="map",
            articles=[],
        )
    )


class _Nowhere:
    """A request that nobody made, and addresses that lead nowhere."""

    args: Mapping[str, str] = {}
    cookies: Mapping[str, str] = {}

    def article(self, _article_id: str) -> str:
        return "#data-article"

    def articles(self) -> str:
        return "#"

    def drawn(self, _article_id: str) -> str:
        return "#data-drawn"

    def download(self, _article_id: str, _format_name: str) -> str:
        return "#shown"


@cache
def _environment() -> Environment:
    environment = Environment(loader=FileSystemLoader(_TEMPLATES), autoescape=True)
    environment.globals.update(WORDS)
    environment.globals.update(
        asset=_asset, urls=_Nowhere(), request=_Nowhere(), one_file=True
    )
    return environment


def _asset(name: str) -> str:
    """What stands for a file until it is put inside."""
    if name == _BASEMAP:
        return "#data-basemap"
    if name.startswith("languages/"):
        return "#data-messages"
    return _data_url(name) if name.startswith("img/") else name


def _data_url(name: str) -> str:
    media_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
    body = base64.b64encode((STATIC / name).read_bytes()).decode()
    return f"data:{media_type};base64,{body}"


def _summary(layer: Layer) -> dict[str, Any]:
    """A layer as the page lists it; its GeoJSON stands in the page."""
    box = bounds(shape_of(feature.place) for feature in layer.features)
    geojson = exporter_for("geojson")
    link = {
        "rel": "enclosure",
        "type": geojson.media_type,
        "href": f"#data-{layer.id}",
        "title": f"{layer.title} ({geojson.title})",
    }
    return {
        "id": layer.id,
        "title": layer.title,
        "about": layer.about,
        "count": len(layer.features),
        "bbox": None if box is None else list(box),
        "attribution": list(layer.attribution),
        "links": [link],
    }


def _data(article: Article, box: Box | None) -> dict[str, Any]:
    """What the modules read from the page, by the name they ask for."""
    geojson = exporter_for("geojson")
    found = {
        layer.id: json.loads(geojson.write((layer,), about=article.atlas.made_by))
        for layer in article.layers
    }
    annotated = annotate(article.document, article.resolutions, geometry=False)
    found["drawn"] = drawn(article.layers)
    found["shapes"] = _parted(found, found["drawn"]["places"])
    found["article"] = {"id": article.id, "mentions": annotated["mentions"]}
    found["basemap"] = _basemap(article, box)
    if language() != ENGLISH:
        found["messages"] = json.loads(page_messages(language()))
    return found


def _parted(files: Mapping[str, Any], places: Mapping[str, Any]) -> dict[str, Any]:
    """The exact shape of each place, taken out of wherever it stands.

    A shape would stand in the file of every layer that has its place, and once more as
    it is drawn; `source.js` puts it back.
    """
    shapes = {}
    for content in files.values():
        for feature in content.get("features", ()):
            place_id = feature["properties"]["place_id"]
            if places[place_id].pop("shape", None) or place_id in shapes:
                shapes[place_id] = feature["geometry"]
                feature["geometry"] = None
    return shapes


def _basemap(article: Article, box: Box | None) -> dict[str, str]:
    """Tiles by "zoom/column/row": of the world a few, of where things happen all."""
    path = STATIC / _BASEMAP
    if not path.is_file():
        return {}
    boxes: list[tuple[Box, int]] = [(_WORLD, _WORLD_ZOOM)]
    if box:
        boxes.append((_widened(box), _FINEST_ZOOM))
    for layer in article.layers:
        around = bounds(shape_of(feature.place) for feature in layer.features)
        if around and layer.id not in ("countries", "governments"):
            boxes.append((around, _FINEST_ZOOM - 2))
    found = extract(Tiles(path), boxes, most_bytes=_MOST_TILE_BYTES)
    return {
        f"{z}/{x}/{y}": base64.b64encode(body).decode()
        for (z, x, y), body in sorted(found.items())
    }


def _widened(box: Box) -> Box:
    west, south, east, north = box
    wide, high = (
        max(_MARGIN_DEGREES, (east - west) / 2),
        max(_MARGIN_DEGREES, (north - south) / 2),
    )
    return (west - wide, south - high, east + wide, north + high)


def _whole(page: str, composed: MapParts, data: Mapping[str, Any]) -> str:
    """A rendered page, with all that it links to put inside."""
    links = _STYLE_LINK.finditer(page)
    style = "\n".join(_style(match["name"]) for match in links).strip()
    scripts = [inline(_text(name)) for name in _VENDORED]
    scripts += [inline(joined("js/main.js", _text)), inline(composed.script)]
    policy = _POLICY.format(
        scripts=" ".join(map(_digest, scripts)), styles=_digest(style)
    )
    head = (
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f"<style>{style}</style>\n"
    )
    page = _STYLE_LINK.sub("", page)
    before, mark, after = page.partition('<meta charset="utf-8">\n')
    after, close, rest = after.rpartition("</body>")
    foot = [_data_block(name, value) for name, value in data.items()]
    foot += [f"<script>{script}</script>" for script in scripts]
    return "".join((before, mark, head, after, "\n".join(foot), "\n", close, rest))


def _data_block(name: str, value: object) -> str:
    return (
        f'<script type="application/json" id="data-{Markup.escape(name)}">'
        f"{inline_json(value)}</script>"
    )


@cache
def _style(name: str) -> str:
    """A style sheet with its images inside."""
    folder = posixpath.dirname(name)

    def inside(match: re.Match[str]) -> str:
        path = posixpath.normpath(posixpath.join(folder, match["name"].strip()))
        return f"url({_data_url(path)})" if (STATIC / path).is_file() else match[0]

    return _CSS_FILE.sub(inside, join_styles(name, _text)).strip()


def _text(name: str) -> str:
    return (STATIC / name).read_text(encoding="utf-8").replace("\r\n", "\n")


def _digest(content: str) -> str:
    """How a content security policy names what may run."""
    digest = hashlib.sha256(content.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
