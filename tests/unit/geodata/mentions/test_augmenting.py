"""Tests of geodata.mentions.augmenting."""

from geodata.mentions.augmenting import Example, in_capitals, with_other_names

TEXT = "They met in Arequipa. The mayor of Arequipa left for Peru, 🙂 not Cusco."


def example():
    names = ["Arequipa", "Peru", "Cusco"]
    spans = [
        (at, at + len(name))
        for name in names
        for at in range(len(TEXT))
        if TEXT.startswith(name, at)
    ]
    return Example(text=TEXT, spans=tuple(sorted(spans)), demonyms=False)


def phrases(marked):
    return [marked.text[start:end] for start, end in marked.spans]


def test_names_change_alike_and_countries_stay(built_gazetteer):
    (changed,) = with_other_names([example()], built_gazetteer)
    first, second, country, _ = phrases(changed)
    assert first == second
    assert country == "Peru"
    assert changed.text.startswith(f"They met in {first}. The mayor of {first} left")


def test_sentences_in_capitals_keep_their_marks():
    shown = list(in_capitals([example()] * 20))
    assert shown
    assert all(phrase.isupper() for marked in shown for phrase in phrases(marked))
    assert {"AREQUIPA"} <= {phrase for marked in shown for phrase in phrases(marked)}
