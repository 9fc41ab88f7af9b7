import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.layers.excerpts import MOST, excerpt


@given(st.text(max_size=1500), st.data())
def test_an_excerpt_is_the_text_itself_and_holds_the_mention(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    words, offset = excerpt(text, start, end)
    assert text[offset : offset + len(words)] == words
    assert offset <= start
    assert end <= offset + len(words)
    assert len(words) <= max(MOST, end - start)


@pytest.mark.parametrize(
    ("text", "phrase", "sentence"),
    [
        ("It rained. In Rome it did not. So.", "Rome", "In Rome it did not."),
        ("Mr. Bo of the U.S. Army saw Rome. Yes.", "Rome", None),
        ("「雨だ。」東京は晴れ。終わり。", "東京", "東京は晴れ。"),
        ("It rained. Rome was dry.", "Rome", "Rome was dry."),
        ("A heading\nRome was hot\nAn end", "Rome", "Rome was hot"),
        ("They left.\n\nÉvian 🚢 is calm! Is it?", "Évian", "Évian 🚢 is calm!"),
    ],
)
def test_an_excerpt_is_the_sentence_of_the_mention(text, phrase, sentence):
    start = text.index(phrase)
    expected = sentence or "Mr. Bo of the U.S. Army saw Rome."
    assert excerpt(text, start, start + len(phrase))[0] == expected


def test_a_long_sentence_is_cut_between_words():
    text = "word " * 400 + "Rome" + " word" * 400
    words, offset = excerpt(text, 2000, 2004)
    assert len(words) <= MOST
    assert offset + len(words) / 2 == pytest.approx(2002, abs=5)
    assert words.startswith("word")
    assert words.endswith("word")
    assert "Rome" in words
