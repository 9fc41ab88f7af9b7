"""Find what the explorer says, and keep the catalogues of its languages in step.

`python .build/messages.py` writes every catalogue anew: sorted, each message with the
files that say it, messages that are gone left out, new ones empty. `--check` changes
nothing and tells what a catalogue lacks; `--template FILE` writes one without
translations. Needs Babel, which reads templates.
"""

from __future__ import annotations

import argparse
import ast
import json
import re
import string
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from babel.messages.extract import extract
from jinja2.ext import babel_extract

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from geodata.exports import exporter_for, formats  # noqa: E402
from geodata.layers.catalogue import LAYERS  # noqa: E402
from webapp.languages import (  # noqa: E402
    SENTENCES,
    TONGUES,
    Catalogue,
    Message,
    read_catalogue,
)

FOLDER = ROOT / "webapp" / "languages"
OF_SCRIPTS = {"t": 1, "tn": 2, "woven": 1, "msg": 1}
"""How many messages the functions of scripts take, before anything else."""
OF_TEMPLATES = {"_": None, "ngettext": (1, 2)}
OF_PYTHON = {"_": None, "gettext": None, "ngettext": (1, 2), "msg": None}
NAMED: dict[str, str] = {
    "English": "The name of your language, in your language.",
    "10,000": "How your language writes this number; the separator is taken from it.",
}
"""Said by no call that names them, and what to know of them."""
ABOUT = {
    ", ": "What stands between the names of a list.",
    "; ": "What stands between reasons.",
    "Actors": "A choice: mentions that stand for governments and peoples.",
    "Both": "A choice: places and actors.",
    "Change…": "A button: say that a name means something else.",
    "Confirm": "A button: a person says that the machine read a name rightly.",
    "Extent": "A fact of a place: how far it reaches.",
    "Follow": "A button: the map moves along as the text is scrolled.",
    "From": "The first time of a choice of times.",
    "Kind": "Kind of place: port, river.",
    "Mentions": "Stretches of text that name a place.",
    "More": "A button that unfolds a card.",
    "Next best: {place}.": "What else a name could be.",
    "Not located": "A layer: names of the text that no known place fits.",
    "Oslo": "An example of a place's name; choose one that the examples fit.",
    "Outline": "A fact of a place: how exact its drawn edge is.",
    "Places": "A view: the list of places, beside the view of the text.",
    "Put": "A button: put the place at this position.",
    "Reasons": "What speaks for and against a place.",
    "Set aside": "Not shown now: a group of layers.",
    "Show": "Of a group of two buttons: Text, Places.",
    "Story": "A walk from place to place through the text.",
    "Text": "A view: the article's text.",
    "Take away the filter": "Read aloud before the name of the filter.",
    "Theme": "Light or dark.",
    "Undo": "A button.",
    "line": "A kind of thing on the map, as kinds of place are.",
    "sure": "How certain a place is: sure, likely or doubtful.",
    "written {names}": "Beside a name: how the text itself writes the place.",
    "{confidence}: {reason}": "Sure: no other place is known by this name.",
    "{names} and {last}": "The end of a list: Oslo, Bergen and Narvik.",
    "{number} of {all}": "Which of several is looked at: 2 of 7.",
    "{sentence}.": "How a sentence ends in your language.",
    "“{words}”": "The quotation marks of your language.",
}
"""What a translator should know of messages that are short."""
BETWEEN = (", ", "; ")
"""Messages that stand between the parts of a list."""
_TOKEN = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/)
    |(?P<string>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)
    |(?P<regex>(?<=[(,=:[!&|?{};\n])[ ]*
        /(?![/*])(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\\n])+/\w*)
    |(?P<name>[\w$]+)
    |(?P<sign>[^\s\w])""",
    re.VERBOSE | re.DOTALL,
)
_MARKUP = re.compile(r"<\w|&\w+;")


def found() -> dict[str, Message]:
    """Every message of the explorer by its English, sorted."""
    messages = {message.english: message for message in _named()}
    for path in sorted((ROOT / "webapp").rglob("*")):
        name = path.relative_to(ROOT).as_posix()
        for english, plural in _said_in(path, name):
            known = messages.get(english, Message(english=english))
            messages[english] = replace(
                known,
                plural=known.plural or plural,
                places=tuple(sorted({*known.places, name})),
            )
    return {
        english: replace(message, note=message.note or ABOUT.get(english, ""))
        for english, message in sorted(messages.items())
    }


def _named() -> Iterator[Message]:
    """What is said by no call that names it."""
    for english, note in NAMED.items():
        place = "webapp/languages/speaking.py"
        yield Message(english=english, places=(place,), note=note)
    for sentence in SENTENCES:
        one, several = (sentence, None) if isinstance(sentence, str) else sentence
        place = "webapp/languages/sentences.py"
        yield Message(english=one, plural=several, places=(place,))
    for name in TONGUES:
        yield Message(english=name, places=("geodata/documents/language.py",))
    for layer in LAYERS:
        for words in (layer.title, layer.about):
            yield Message(english=words, places=("geodata/layers/catalogue.py",))
    for name in formats():
        yield Message(english=exporter_for(name).title, places=("geodata/exports",))


def _said_in(path: Path, name: str) -> Iterator[tuple[str, str | None]]:
    if name.startswith("webapp/static/js/") and name.endswith(".js"):
        yield from said_in_script(path.read_text(encoding="utf-8"))
    elif path.is_file() and name.startswith("webapp/templates/"):
        yield from _extracted(path, babel_extract, OF_TEMPLATES)
    elif name.endswith(".py"):
        yield from _extracted(path, "python", OF_PYTHON)


def _extracted(
    path: Path, method: str | Callable, words: dict[str, tuple | None]
) -> Iterator[tuple[str, str | None]]:
    with path.open("rb") as file:
        for _, said, _, _ in extract(method, file, words):
            one, plural = said if isinstance(said, tuple) else (said, None)
            if one:
                yield one, plural


def tokens(script: str) -> list[tuple[str, str]]:
    """What a script is made of, comments left out: kinds and values."""
    found = [(each.lastgroup, each[0]) for each in _TOKEN.finditer(script)]
    return [each for each in found if each[0] != "comment"]


def said_in_script(script: str) -> Iterator[tuple[str, str | None]]:
    """Every message that a script gives to `t`, `tn`, `woven` or `msg`.

    Examples
    --------
    >>> list(said_in_script('woven("A {b}", { b: t("C") }); tn("one", "two", 2)'))
    [('A {b}', None), ('C', None), ('one', 'two')]
    """
    found = tokens(script)
    for index, (kind, value) in enumerate(found[:-2]):
        if kind == "name" and value in OF_SCRIPTS and found[index + 1][1] == "(":
            parts = found[index + 2 : index + 1 + 2 * OF_SCRIPTS[value] : 2]
            if all(part == "string" for part, _ in parts):
                one, *several = (ast.literal_eval(text) for _, text in parts)
                yield one, several[0] if several else None


def merged(catalogue: Catalogue, messages: Mapping[str, Message]) -> Catalogue:
    """A catalogue of exactly these messages, with the translations that it has."""
    kept = {}
    for english, message in messages.items():
        before = catalogue.messages.get(english)
        said = before.said if before and before.plural == message.plural else ()
        kept[english] = replace(message, said=said)
    return replace(catalogue, messages=kept)


def written(catalogue: Catalogue) -> str:
    """The text of a catalogue."""
    parts = [_entry(Message(english="", said=(catalogue.header,)), 1)]
    forms = plural_forms(catalogue)
    parts += [_entry(message, forms) for message in catalogue.messages.values()]
    return "\n".join(parts)


def _entry(message: Message, forms: int) -> str:
    lines = [f"#. {message.note}"] if message.note else []
    if message.places:
        lines.append(f"#: {' '.join(message.places)}")
    if fields(message.english + (message.plural or "")):
        lines.append("#, python-brace-format")
    lines.append(f"msgid {_quoted(message.english)}")
    if message.plural is None:
        lines.append(f"msgstr {_quoted(message.said[0] if message.said else '')}")
    else:
        lines.append(f"msgid_plural {_quoted(message.plural)}")
        said = message.said or ("",) * forms
        lines += [f"msgstr[{n}] {_quoted(each)}" for n, each in enumerate(said)]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """As PO files have it; a text of several lines on several lines."""
    if "\n" not in text:
        return json.dumps(text, ensure_ascii=False)
    lines = text.splitlines(keepends=True)
    return "\n".join(['""', *(json.dumps(line, ensure_ascii=False) for line in lines)])


def fields(text: str) -> set[str]:
    """The names in braces.

    Examples
    --------
    >>> fields("{number} of {all}") == {"number", "all"}
    True
    """
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def plural_forms(catalogue: Catalogue) -> int:
    """How many plural forms a language has."""
    said = re.search(r"nplurals\s*=\s*(\d+)", catalogue.header)
    return int(said[1]) if said else 2


def faults(catalogue: Catalogue, messages: Mapping[str, Message]) -> Iterator[str]:
    """What is wrong with a catalogue, one sentence each."""
    for english, message in messages.items():
        has = catalogue.messages.get(english)
        if has is None or has.plural != message.plural or not has.said:
            yield f"{catalogue.language}: {english!r} has no translation"
            continue
        yield from _faults_of(catalogue, message, has.said)
    for english in sorted(catalogue.messages.keys() - messages.keys()):
        yield f"{catalogue.language}: {english!r} is said nowhere any more"


def _faults_of(
    catalogue: Catalogue, message: Message, said: tuple[str, ...]
) -> Iterator[str]:
    about = f"{catalogue.language}: {message.english!r}"
    forms = plural_forms(catalogue) if message.plural else 1
    if len(said) != forms:
        yield f"{about} has {len(said)} forms, not {forms}"
    wanted = fields(message.english) | fields(message.plural or "")
    for each in said:
        if unknown := fields(each) - wanted:
            yield f"{about} does not know {{{', '.join(sorted(unknown))}}}"
        may_lack = {"number"} if message.plural else set()
        if missing := wanted - fields(each) - may_lack:
            yield f"{about} lacks {{{', '.join(sorted(missing))}}}"
        if _MARKUP.search(each):
            yield f"{about} holds markup"
        if each != each.strip() and message.english not in BETWEEN:
            yield f"{about} begins or ends with a blank"


def catalogues(paths: Iterable[Path]) -> Iterator[tuple[Path, Catalogue]]:
    """Each file with what it says."""
    for path in sorted(paths):
        yield path, read_catalogue(path)


def main() -> int:
    """Do what the command line says."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("files", nargs="*", type=Path, help="catalogues; all if none")
    options.add_argument("--check", action="store_true")
    options.add_argument("--template", type=Path)
    given = options.parse_args()
    messages = found()
    if given.template:
        header = "Language: \nContent-Type: text/plain; charset=UTF-8\n"
        empty = Catalogue(language="", header=header, messages=messages)
        given.template.write_text(written(empty), encoding="utf-8")
        return 0
    wrong = []
    for path, catalogue in catalogues(given.files or FOLDER.glob("*.po")):
        found_wrong = list(faults(catalogue, messages))
        text = written(merged(catalogue, messages))
        if not given.check:
            path.write_text(text, encoding="utf-8")
        elif path.read_text(encoding="utf-8") != text and not found_wrong:
            found_wrong.append(f"{path.name} is not in order; run .build/messages.py")
        wrong += found_wrong
    sys.stderr.writelines(f"{each}\n" for each in wrong)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
