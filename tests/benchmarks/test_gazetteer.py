"""How fast names are looked up."""

import re

from geodata.gazetteer import Gazetteer

COMMON = ("San José", "Springfield", "Victoria", "Santa María", "Washington")


def words_of(document):
    return re.findall(r"\b[A-Z]\w+", document.text)


def test_opening(measure, built_path):
    measure(lambda: Gazetteer(built_path).close(), group="gazetteer")


def test_names_never_asked_for_before(measure, built_path, longer):
    words = sorted(set(words_of(longer)))

    def look_up():
        with Gazetteer(built_path) as opened:
            return [opened.named(word) for word in words]

    assert any(measure(look_up, group="gazetteer"))


def test_names_with_many_bearers(measure, built_path):
    def look_up():
        with Gazetteer(built_path) as opened:
            return [opened.named(name) for name in COMMON]

    assert all(measure(look_up, group="gazetteer"))


def test_names_asked_for_before(measure, built_gazetteer, article):
    words = words_of(article)
    found = measure(
        lambda: [built_gazetteer.named(word) for word in words], group="gazetteer"
    )
    assert any(found)


def test_names_by_their_first_words(measure, built_gazetteer, article):
    words = words_of(article)
    found = measure(
        lambda: [built_gazetteer.starts_name(word) for word in words],
        group="gazetteer",
    )
    assert any(found)
