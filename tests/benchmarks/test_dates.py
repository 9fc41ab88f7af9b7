"""What dating the mentions of a text costs."""

from geodata.dates.dating import dates_of, with_dates
from geodata.model import Document
from geodata.pipeline import geoparse

MOST_OF_READING = 0.15
"""Share of the time of finding the places that finding the dates may take."""
MOST_FOR_LONGER = 3.0
"""Time a sentence of many may take, by that of one of few."""
TABLE = "Paris 1990, who in 2001 (London) May 5, Rome last year said that "
SENTENCE = "In 1990 he left Paris on 5 May, in London (1995–2006), last year. "


def test_dating_costs_little_beside_finding_places(
    article, built_gazetteer, seconds, benchmark
):
    found = geoparse(article, built_gazetteer)
    dating = seconds(with_dates, article, found)
    reading = seconds(geoparse, article, built_gazetteer)
    benchmark.extra_info["share_of_reading"] = round(dating / reading, 3)
    benchmark.pedantic(with_dates, (article, found), rounds=5)
    assert dating < MOST_OF_READING * reading


def test_time_grows_with_the_number_of_dates_and_no_faster(built_gazetteer, seconds):
    def a_sentence(copies):
        text = Document(id="a", title="", text=SENTENCE * copies)
        found = geoparse(text, built_gazetteer)
        return seconds(with_dates, text, found) / copies

    assert a_sentence(1000) < MOST_FOR_LONGER * a_sentence(100)


def test_a_table_without_an_end_takes_no_longer_by_the_line(seconds):
    def a_row(copies):
        text = Document(id="a", title="", text=TABLE * copies)
        spans = [
            (start + len(TABLE) * row, start + len(TABLE) * row + 5)
            for row in range(copies)
            for start in (0, TABLE.index("Lond"), TABLE.index("Rome"))
        ]
        return seconds(dates_of, text, spans) / copies

    assert a_row(2000) < MOST_FOR_LONGER * a_row(200)
