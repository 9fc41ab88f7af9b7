"""The text cut at its mentions, and what each mention is shown as."""

from hypothesis import given
from hypothesis import strategies as st

from geodata.model import Mention, MentionKind
from tests.unit.webapp import sample
from webapp.marks import marks, tree


def mention(start, end, text):
    return Mention(start=start, end=end, phrase=text[start:end], kind=MentionKind.NAME)


def outline(segments):
    """Text, or for a mention a list of what is in it."""
    return [
        part.text
        if part.mention is None
        else outline(part.segments)
        if part.segments
        else [part.text]
        for part in segments
    ]


def marked(text, *spans):
    [paragraph] = tree(text, [mention(start, end, text) for start, end in spans])
    return outline(paragraph.segments)


def test_a_text_without_mentions_is_one_segment():
    assert marked("Nothing here.") == ["Nothing here."]


def test_a_mention_is_parted_from_the_words_around_it():
    assert marked("In Oslo.", (3, 7)) == ["In ", ["Oslo"], "."]


def test_offsets_are_code_points():
    assert marked("🚢 평양 Gdańsk", (2, 4), (5, 11)) == [
        "🚢 ",
        ["평양"],
        " ",
        ["Gdańsk"],
    ]


def test_a_mention_inside_another_is_nested():
    text = "ports of Poland today"
    assert marked(text, (0, 15), (9, 15)) == [["ports of ", ["Poland"]], " today"]


def test_mentions_of_one_span_are_nested_too():
    assert marked("Oslo", (0, 4), (0, 4)) == [[["Oslo"]]]


def test_a_mention_that_crosses_another_ends_with_it():
    assert marked("abcdef", (0, 4), (2, 6)) == [["ab", ["cd"]], "ef"]


def test_an_empty_mention_marks_nothing():
    assert marked("Oslo", (2, 2)) == ["Oslo"]


def test_every_line_is_a_paragraph():
    text = (
        "Title\nA first line that is rather long, as such lines are.\n\n\nEnd.\r\nMore."
    )
    assert [paragraph.text for paragraph in tree(text, [])] == [
        "Title",
        "A first line that is rather long, as such lines are.",
        "End.",
        "More.",
    ]


def test_wrapped_lines_are_one_paragraph():
    line = "words that were broken to fit a terminal of old"
    text = f"Title\n\n{line}\n{line}\nend.\n\nNext."
    assert [paragraph.text for paragraph in tree(text, [])][1:] == [
        f"{line}\n{line}\nend.",
        "Next.",
    ]


def test_a_short_line_between_others_is_a_heading():
    text = "Title\nA sentence.\nA heading?\nAnother one.\nPhoto: X"
    assert [each.heading for each in tree(text, [])] == [
        False,
        False,
        True,
        False,
        False,
    ]


def test_an_empty_text_has_no_paragraphs():
    assert tree("", []) == ()
    assert tree(" \n\t\n", []) == ()


@given(
    st.text(alphabet="ab \n🚢é", max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=8),
)
def test_joined_again_the_segments_are_the_paragraph(text, spans):
    mentions = [
        mention(min(span), max(span), text) for span in spans if max(span) <= len(text)
    ]
    for paragraph in tree(text, mentions):
        assert paragraph.text == text[paragraph.start : paragraph.end]
        assert "".join(leaves(paragraph.segments)) == paragraph.text


def leaves(segments):
    for part in segments:
        if part.segments:
            yield from leaves(part.segments)
        else:
            yield part.text


def test_a_description_is_shown_as_itself_and_not_as_its_members():
    atlas = sample.sample_atlas(sample.sample_document())
    mark = marks(atlas.layers)[sample.span("Polish ports on the Baltic Sea")]
    assert (mark.layer, mark.symbol) == ("described", "set")


def test_an_actor_is_shown_as_the_country_that_acts():
    atlas = sample.sample_atlas(sample.sample_document())
    mark = marks(atlas.layers)[sample.span("Warsaw")]
    assert (mark.layer, mark.place.id) == ("governments", "ne:POL")
