"""Nothing that a reader sees is said past the catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from tests.unit.webapp.languages.tool import message_tool
from webapp.languages import WORDS

ROOT = Path(__file__).parents[4] / "webapp"
SCRIPTS = sorted((ROOT / "static" / "js").glob("*.js"))
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
ENGLISH_ALONE = {"api.html", "document.html"}
"""Pages of the API: they say what the API says, and are marked as English."""
tool = message_tool()
SAYING = set(tool.OF_SCRIPTS)
SEEN = {"aria-label", "title", "placeholder", "alt", "aria-description"}
NO_WORDS = re.compile(
    "Arrow|Escape$|Enter$|Home$|End$|Tab$|Feature|Geometry|Multi|Point$|LineString$"
    "|Polygon$|Leaflet$|Node$|ABCDEFG|Shift|Page(Up|Down)$|SVG|Natural Earth$|GeoNames"
    "|World Port Index$|Toposcope's own table$|Delete$|POST|DELETE"
    "|not a place$|noopener noreferrer|AbortError|Charter, "
)
"""Names of keys, of types, of sources and of fonts: the same in every language."""
SENTENCE = re.compile(r"[a-z’,]+( [a-z’,]+){2,}")
CAPITAL = re.compile(r"[A-Z][a-z]")


def _is_said(tokens: list[tuple[str, str]], index: int) -> bool:
    """Is a string among the arguments of a function that says it?"""
    depth = 0
    for before in range(index - 1, -1, -1):
        _, value = tokens[before]
        depth += (value in (")", "}", "]")) - (value in ("(", "{", "["))
        if depth == -1:
            return value == "(" and tokens[before - 1][1] in SAYING
        if value == ";":
            return False
    return False


def _said_past_it(script: str) -> Iterator[str]:
    tokens = tool.tokens(script)
    for index, (kind, value) in enumerate(tokens):
        if kind != "string":
            continue
        if re.search(r"\$\{.*\b(t|tn|woven|msg)\(", value):
            yield value  # a template hides what it says from who looks for messages
        words = re.sub(r"\$\{.*?\}", "", value[1:-1])
        (_, name), (_, sign) = (
            tokens[index - 2 : index] if index > 1 else [("", "")] * 2
        )
        seen = sign == ":" and name.strip("\"'") in SEEN
        written = sign == "=" and name in ("textContent", "title", "innerText")
        is_words = CAPITAL.match(words) or SENTENCE.fullmatch(words.strip())
        if seen or written:
            is_words = re.search(r"[A-Za-z]{2}", words)
        if is_words and not NO_WORDS.match(words) and not _is_said(tokens, index):
            yield value


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_a_script_says_all_its_words_through_the_catalogue(path):
    assert list(_said_past_it(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("script", "found"),
    [
        ('el("p", {}, "Show in the text");', ['"Show in the text"']),
        ('el("p", {}, t("Show in the text"));', []),
        ('tn("{number} place", "Many places", n);', []),
        ('({ "aria-label": "close" });', ['"close"']),
        ('button.textContent = "x1 yes";', ['"x1 yes"']),
        ("el('p', {}, `Copied ${n} of it`);", ["`Copied ${n} of it`"]),
        ('el("p", { class: "popup__a popup__b" });', []),
        ("f(`${t('Oslo')} here`);", ["`${t('Oslo')} here`"]),
        ('woven("{a} or", { a: button(t("Point to it"), pick) });', []),
        ('event.key === "ArrowLeft";', []),
    ],
)
def test_words_past_the_catalogue_are_found(script, found):
    assert list(_said_past_it(script)) == found


def _texts(template: str) -> Iterator[str]:
    """What a template writes as it stands: text, and attributes that are read out."""
    for kind in SEEN:
        yield from re.findall(rf'\s{kind}="([^"{{]*)', template)
    yield from re.sub(r"<[^>]*>", "\0", template).split("\0")


def _literals(tree: nodes.Node, said: bool = False) -> Iterator[str]:
    """Strings of expressions that begin like a sentence, and that nothing says."""
    if isinstance(tree, nodes.Call):
        said = isinstance(tree.node, nodes.Name) and tree.node.name in WORDS
    if isinstance(tree, nodes.Const) and isinstance(tree.value, str) and not said:
        yield tree.value
    for child in tree.iter_child_nodes():
        yield from _literals(child, said)


@pytest.mark.parametrize(
    "path",
    [path for path in TEMPLATES if path.name not in ENGLISH_ALONE],
    ids=lambda path: path.stem,
)
def test_a_template_says_all_its_words_through_the_catalogue(path):
    environment = Environment(autoescape=True)
    source = path.read_text(encoding="utf-8")
    written = "".join(
        value if kind == "data" else "{}"
        for _, kind, value in environment.lex(source)
        if kind not in ("comment", "comment_begin", "comment_end")
        and (kind == "data" or kind.endswith("_begin"))
    )
    words = [
        word
        for text in _texts(written)
        for word in re.split(r"\{\}|&\w+;|\s", re.sub(r'[\w-]+="[^"]*"', "", text))
        if re.fullmatch(r"[^\w-]*[A-Za-z]{2,}[^\w-]*", word)
    ]
    assert set(words) <= {"Toposcope", "px"}
    strings = list(_literals(environment.parse(source)))
    assert [each for each in strings if CAPITAL.match(each)] == []


@pytest.mark.parametrize("name", sorted(ENGLISH_ALONE))
def test_a_page_in_english_alone_says_so(name):
    [path] = [path for path in TEMPLATES if path.name == name]
    assert '<article class="ogc" lang="en">' in path.read_text(encoding="utf-8")
