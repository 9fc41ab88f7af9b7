"""Tests of geodata.mentions.tokens."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.mentions.tokens import tokenise

SCRIPTS = st.text(
    alphabet=st.one_of(
        st.characters(),
        st.sampled_from("평양 東京 Ünïted é e\u0301 🇺🇸👩‍👩‍👧 .'’-\n U.S. हिन्दी"),
    )
)


def words(text):
    return [token.text for token in tokenise(text)]


@given(SCRIPTS)
def test_every_token_is_the_text_at_its_offsets(text):
    for token in tokenise(text):
        assert text[token.start : token.end] == token.text


@given(SCRIPTS)
def test_tokens_come_in_order_and_cover_all_but_white_space(text):
    end = 0
    for token in tokenise(text):
        assert not text[end : token.start].strip()
        assert token.start >= end
        end = token.end
    assert not text[end:].strip()


@given(SCRIPTS)
def test_sentences_are_numbered_from_0_without_gaps(text):
    numbers = [token.sentence for token in tokenise(text)]
    assert sorted(set(numbers)) == list(range(len(set(numbers))))
    assert numbers == sorted(numbers)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru's ports", ["Peru", "'s", "ports"]),
        ("Peru’s ports", ["Peru", "’s", "ports"]),
        ("Queen Anne's County", ["Queen", "Anne", "'s", "County"]),
        ("Côte d'Ivoire", ["Côte", "d'Ivoire"]),
        ("Ch’ŏngjin", ["Ch’ŏngjin"]),
        ("O'Leary's", ["O'Leary", "'s"]),
        ("Guinea-Bissau", ["Guinea", "-", "Bissau"]),
        ("the U.S.-led force", ["the", "U.S.", "-", "led", "force"]),
        ("Boston, Mass. is", ["Boston", ",", "Mass.", "is"]),
        ("St. John’s", ["St.", "John", "’s"]),
        ("東京と평양", ["東", "京", "と", "평", "양"]),
        ("e\u0301te\u0301", ["e\u0301te\u0301"]),
    ],
)
def test_words_are_cut_as_names_need_them(text, expected):
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("He left. She stayed.", 2),
        ("He met Mr. Kim in St. Louis.", 1),
        ("He flew to the U.S. It rained.", 2),
        ("He met the U.S. Secretary of State.", 1),
        ("A headline\nA first sentence", 2),
        ('"Go!" he said.', 1),
        ("It rose by 2.5 points.", 1),
    ],
)
def test_sentences_end_where_they_should(text, sentences):
    assert tokenise(text)[-1].sentence + 1 == sentences


def test_an_empty_text_has_no_tokens():
    assert tokenise("") == ()
