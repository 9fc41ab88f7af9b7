"""Which words are dates, which days they mean, and which mentions they date."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.dates.anchor import day_of
from geodata.dates.dating import dates_of, with_dates
from geodata.dates.expressions import expressions
from geodata.dates.reading import FIRST_YEAR, LAST_YEAR
from geodata.dates.sentences import Sentences
from geodata.model import Document
from tests.unit.geodata.made import make_resolution
from tests.unit.geodata.marked import marked


def document(text, published=None):
    return Document(id="a", title="", text=text, published=published)


def told(text, published=None):
    """The dates of a text as "words = first day..last day"."""
    written = document(text, published)
    found = expressions(text, Sentences(text), day_of(written))
    return [
        f"{text[each.start : each.end]} = {each.days[0]}..{each.days[1]}"
        for each in found
        if each.days
    ]


def dated(source, published=None):
    """The names of a marked text, each with the words that date it."""
    text = marked(source)
    spans = {(name.start, name.end): name.phrase for name in text.names}
    times = dates_of(document(text.text, published), spans)
    return {name: times[span].text for span, name in spans.items() if span in times}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Korea in 1945.", "in 1945 = 1945-01-01..1945-12-31"),
        ("In September 1953 he left.", "In September 1953 = 1953-09-01..1953-09-30"),
        ("on 12 March 2024", "on 12 March 2024 = 2024-03-12..2024-03-12"),
        ("On March 12, 2024, a", "On March 12, 2024 = 2024-03-12..2024-03-12"),
        ("on the 24th of July, 1923", "the 24th of July, 1923"),
        ("Sept. 13, 1873", "Sept. 13, 1873 = 1873-09-13..1873-09-13"),
        ("Kyiv, 2022-02-24: a", "2022-02-24 = 2022-02-24..2022-02-24"),
        ("at 2022-02-24T05:00Z the", "2022-02-24 = 2022-02-24..2022-02-24"),
        ("in 1066 AD", "in 1066 = 1066-01-01..1066-12-31"),
        ("in Q3 2020", "in Q3 2020 = 2020-07-01..2020-09-30"),
        ("born on 12.02.1911 in", "on 12.02.1911 = 1911-02-12..1911-02-12"),
        ("on 24/02/2022 it", "on 24/02/2022 = 2022-02-24..2022-02-24"),
        ("on 2/24/2022 it", "on 2/24/2022 = 2022-02-24..2022-02-24"),
        ("the 1950-53 war", "1950-53 = 1950-01-01..1953-12-31"),
        ("from 1899-00 on", "from 1899-00 = 1899-01-01..1900-12-31"),
        ("(1995–2006)", "1995–2006 = 1995-01-01..2006-12-31"),
        ("from 3 to 5 May 2021", "from 3 to 5 May 2021 = 2021-05-03..2021-05-05"),
        ("May 3-5, 2021", "May 3-5, 2021 = 2021-05-03..2021-05-05"),
        ("from 28 May to 3 June 2021", "= 2021-05-28..2021-06-03"),
        ("between 1914 and 1918", "between 1914 and 1918 = 1914-01-01..1918-12-31"),
        ("from January to March 2020", "= 2020-01-01..2020-03-31"),
        ("In October and November 1956", "= 1956-10-01..1956-11-30"),
        ("from 28 December to 3 January 2000", "= 1999-12-28..2000-01-03"),
        ("Between November and February 2000", "= 1999-11-01..2000-02-29"),
        ("Between November 1999 and February", "= 1999-11-01..2000-02-29"),
        ("from 5 May 1950 to 3 June", "= 1950-05-05..1950-06-03"),
        ("the population of 1850 was", "1850 = 1850-01-01..1850-12-31"),
        ("28 May–3 June 2021", "28 May–3 June 2021 = 2021-05-28..2021-06-03"),
        ("on May 2, 3 and 4, 1950,", "May 2, 3 and 4, 1950 = 1950-05-02..1950-05-04"),
        (
            "on 2, 3, and 4 May 1950,",
            "on 2, 3, and 4 May 1950 = 1950-05-02..1950-05-04",
        ),
        ("in January/February 2020", "= 2020-01-01..2020-02-29"),
        ("in Q1-Q2 2020", "= 2020-01-01..2020-06-30"),
        ("from August 1854 until May 1859", "= 1854-08-01..1859-05-31"),
        ("From 1614 to the 1740s", "= 1614-01-01..1749-12-31"),
        ("in the 1990s", "in the 1990s = 1990-01-01..1999-12-31"),
        ("in the early 2000s", "in the early 2000s = 2000-01-01..2003-12-31"),
        ("the early 1950s", "the early 1950s = 1950-01-01..1953-12-31"),
        ("in the mid-1950s", "in the mid-1950s = 1954-01-01..1956-12-31"),
        ("Late 1990s", "Late 1990s = 1997-01-01..1999-12-31"),
        ("in the mid- to late 1950s", "mid- to late 1950s = 1954-01-01..1959-12-31"),
        ("From the late 1950s to the early 1970s", "= 1957-01-01..1973-12-31"),
        ("in the early 1800s", "in the early 1800s = 1800-01-01..1899-12-31"),
        ("by the end of the twentieth century", "= 1901-01-01..2000-12-31"),
        ("in the 1800s", "in the 1800s = 1800-01-01..1899-12-31"),
        ("in mid-1937", "in mid-1937 = 1937-01-01..1937-12-31"),
        ("in the summer of 1914", "in the summer of 1914 = 1914-01-01..1914-12-31"),
        ("in the 19th century", "in the 19th century = 1801-01-01..1900-12-31"),
        ("the nineteenth century", "= 1801-01-01..1900-12-31"),
        ("the late 19th and early 20th centuries", "= 1801-01-01..2000-12-31"),
        ("a 12th-century church", "12th-century = 1101-01-01..1200-12-31"),
        ("in the first half of the 20th century", "= 1901-01-01..1950-12-31"),
        ("in the third quarter of 2001", "= 2001-07-01..2001-09-30"),
        ("the War of 1812", "of 1812 = 1812-01-01..1812-12-31"),
        ("At the Arms Exhibition 2023,", "2023 = 2023-01-01..2023-12-31"),
        ("1848 was a year of risings", "1848 = 1848-01-01..1848-12-31"),
        ("It ended.\n1948 – A state is formed.", "1948 = 1948-01-01..1948-12-31"),
        ("in 2011 protests began", "in 2011 = 2011-01-01..2011-12-31"),
        ("from about 1839 to 1842", "from about 1839 to 1842 = 1839-01-01..1842-12-31"),
        ("as early as 1856, men", "1856 = 1856-01-01..1856-12-31"),
        ("About 1910, the line", "About 1910 = 1910-01-01..1910-12-31"),
        ("He (b. 1950) left", "1950 = 1950-01-01..1950-12-31"),
        ("(elected 1828)", "1828 = 1828-01-01..1828-12-31"),
        ("(2010 census)", "2010 = 2010-01-01..2010-12-31"),
        ("In 1836-7, the road", "In 1836-7 = 1836-01-01..1837-12-31"),
        ("a member (2006–present)", "2006–present = 2006-01-01..2006-12-31"),
        (
            "1858, January 22 – It is named.",
            "1858, January 22 = 1858-01-22..1858-01-22",
        ),
        ("(1809 – 25 October 1875)", "= 1809-01-01..1875-10-25"),
        ("🗺️ 평양 in 1953", "in 1953 = 1953-01-01..1953-12-31"),
    ],
)
def test_a_date_is_read_with_its_days(text, expected):
    [found] = told(text)
    assert expected in found


@pytest.mark.parametrize(
    "text",
    [
        "May said Britain may leave.",
        "Theresa May flew to Brussels, and May spoke.",
        "They march on Rome and march again; March on!",
        "Handed over 500 thousand shells.",
        "An F-16, an F-1600 and a MiG 1945 crashed 5 km away.",
        "It costs 1,945 dollars, $1945 or 1950 euros.",
        "See page 1950 and pp. 1950-53.",
        "The 70th anniversary, the 5th time.",
        "A crowd of 1945 people, by 2000 soldiers, of 1800 villages.",
        "Flight 1549, Resolution 1973, Route 1945.",
        "A second visit took a minute.",
        "They won 3-1 and 10/12 shots; 10-12 on points.",
        "1600 Pennsylvania Avenue, at 1500 GMT, the 1500 metres.",
        "on 03/04/2021",
        "on 31 February 2021",
        "in the 9th century, in 2525, in the year 995",
        "before 1973, after March 2004",
        "on Tuesday, in April, yesterday, on 5 May, two days ago",
        "About 2000 soldiers, some 1945 men, over 1900 of them.",
        "In 1200 BC, in the 13th century BC, from 1300 to 1200 BC, 1450–1400 B.C.",
        "in the 14th and 13th centuries BCE, in 1100 AH",
        "They walk between 1 and 1945 km.",
        "Between 1600 and about 1200 BC, from 1600 to c. 1200 BC.",
        "From 1500 to 2000 troops, between 1200 and 1500 people, 1500-2000 tons.",
        "With a population of 1850, a total force of about 1500, a crew of 1200.",
        "At 1430 the guns fell silent.",
    ],
)
def test_what_is_no_date_or_cannot_be_told_is_left_alone(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left on Tuesday.", "2024-03-12..2024-03-12"),
        ("He left on Thursday.", "2024-03-14..2024-03-14"),
        ("He will leave on Tuesday.", "2024-03-19..2024-03-19"),
        ("On Monday they will sign, it said.", "2024-03-18..2024-03-18"),
        ("He said on Tuesday it will end.", "2024-03-12..2024-03-12"),
        ("It sank yesterday.", "2024-03-13..2024-03-13"),
        ("It sank last night.", "2024-03-13..2024-03-13"),
        ("It sank three days ago.", "2024-03-11..2024-03-11"),
        ("It sank two weeks ago.", "2024-02-26..2024-03-03"),
        ("It fell last month.", "2024-02-01..2024-02-29"),
        ("It fell last year.", "2023-01-01..2023-12-31"),
        ("It fell last week.", "2024-03-04..2024-03-10"),
        ("In April it fell.", "2023-04-01..2023-04-30"),
        ("In March it fell.", "2024-03-01..2024-03-31"),
        ("It will fall in April.", "2024-04-01..2024-04-30"),
        ("On 2 March it fell.", "2024-03-02..2024-03-02"),
        ("On December 30 it fell.", "2023-12-30..2023-12-30"),
        ("In June this year it will fall.", "2024-06-01..2024-06-30"),
        ("Between March and May last year it fell.", "2023-03-01..2023-05-31"),
        ("Last Thursday it fell.", "2024-03-07..2024-03-07"),
        ("Next Thursday it falls.", "2024-03-21..2024-03-21"),
        (
            "It fell the day before yesterday.",
            "before yesterday = 2024-03-12..2024-03-12",
        ),
        ("It falls the day after tomorrow.", "2024-03-16..2024-03-16"),
        ("It fell the week before last.", "2024-02-26..2024-03-03"),
        ("It falls in the month after next.", "2024-05-01..2024-05-31"),
        ("It fell the year before last in Rome.", "2022-01-01..2022-12-31"),
        ("Last March it fell.", "2023-03-01..2023-03-31"),
    ],
)
def test_from_the_day_of_the_document_dates_are_counted(text, expected):
    [found] = told(text, published="2024-03-14")
    assert found.endswith(expected)
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They are to meet in Seville on May 20.", "2024-05-20"),
        ("A vote is due on 3 March.", "2025-03-03"),
        ("They'll meet in Rome in February.", "2025-02-01"),
        ("They plan to meet in Rome on May 20 and in Oslo on May 25.", "2024-05-25"),
        ("In Seville, on June 20, they will meet.", "2024-06-20"),
        ("He said he would leave on 2 May.", "2025-05-02"),
        ("The next round is on June 20.", "2024-06-20"),
        ("The vote on June 20 will decide it.", "2024-06-20"),
        ("Talks in Seville on May 20.", "2024-05-20"),
        ("They meet in Seville on May 20, it said.", "2024-05-20"),
        ("They meet in Seville on June 20.", "2023-06-20"),
        ("They were to meet in Rome on May 20.", "2024-05-20"),
        ("They were to meet in Rome on May 10.", "2024-05-10"),
        ("They agreed to meet in Rome on May 20.", "2024-05-20"),
        ("They met in Seville on May 20.", "2023-05-20"),
        ("On May 20 he was shot.", "2023-05-20"),
        ("The attack on May 2 will be remembered.", "2024-05-02"),
        ("He said on May 2 that it will end.", "2024-05-02"),
        ("They will meet, after talks failed in Rome on May 2.", "2024-05-02"),
        ("The man expected to win was shot on May 2.", "2024-05-02"),
        ("It is closed due to snow since 2 May.", "2024-05-02"),
        ("The roads are closed to traffic on May 2.", "2024-05-02"),
        ("They will meet on 29 February.", None),
    ],
)
def test_a_date_to_come_is_told_by_the_tense_of_its_clause(text, expected):
    days = [each.split(" = ")[1][:10] for each in told(text, published="2024-05-14")]
    assert days[-1:] == ([expected] if expected else [])


@pytest.mark.parametrize(
    "text",
    [
        "Today it is a museum, and the town is today a port.",
        "It came the next day, a year later and that week.",
        "More than 20 years ago it was quiet.",
        "On Good Friday the Sunday Times came.",
        "Every Friday, in the month of January, and in June of each year it rains.",
        "In 1950 war began.\tIt spread. In June they fled.",
    ],
)
def test_what_counts_from_elsewhere_is_not_counted_from_the_document(text):
    assert not [each for each in told(text, published="2024-03-14") if "2024" in each]


@pytest.mark.parametrize(
    "text",
    [
        "It was quiet 1,200 years ago, 2.5 years ago and 1 500 years ago.",
        "It was quiet a hundred and fifty years ago, or two hundred years ago.",
        "It was quiet roughly 20 years ago, at least 30 years ago.",
    ],
)
def test_a_number_that_is_not_read_whole_counts_no_years(text):
    assert told(text, published="2024-03-14") == []


@pytest.mark.parametrize(
    "text",
    [
        "It fell on the Monday before last, and the night before last.",
        "It fell two days before yesterday, a week ago today, a year ago last week.",
        "It falls a week from tomorrow, two weeks from now, in the summer after next.",
    ],
)
def test_what_counts_in_two_steps_is_not_read_by_half(text):
    assert told(text, published="2024-03-14") == []


def test_the_29_of_february_is_that_of_the_last_leap_year():
    [found] = told("He left on 29 February.", published="2025-01-15")
    assert found.endswith("2024-02-29..2024-02-29")
    assert told("He left on 29 February.", published="2023-01-15") == []


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
def test_a_text_of_a_day_out_of_reach_counts_none(published):
    text = "Yesterday, last week, 999 years ago, tomorrow, next year and next month."
    assert told(text, published=published) == []


def test_days_that_are_counted_do_not_end_before_they_begin():
    assert told("On May 31-5 it was quiet.", published="2024-03-14") == []


def test_days_that_are_counted_stay_in_reach():
    assert told("It was quiet 999 years ago.", published="1950-01-01") == []
    assert told("On 12 March it was quiet.", published="1000-01-01") == []


def test_a_paragraph_of_another_year_keeps_words_that_count_from_today():
    text = "In 1995 it burnt. It will open next month."
    assert told(text, published="2024-03-14")[1:] == [
        "next month = 2024-04-01..2024-04-30"
    ]


def test_a_day_of_the_week_belongs_to_the_date_after_it():
    assert told("Last Saturday, March 5, 2005, they left.", "2005-03-10") == [
        "Last Saturday, March 5, 2005 = 2005-03-05..2005-03-05"
    ]


def test_a_date_without_a_year_takes_that_of_its_sentence():
    assert told("In 1950 war began on 25 June.") == [
        "In 1950 = 1950-01-01..1950-12-31",
        "on 25 June = 1950-06-25..1950-06-25",
    ]
    [first, second] = told("On June 28 and September 15, 1950 it fell.")
    assert first.endswith("1950-06-28..1950-06-28")
    assert second.endswith("1950-09-15..1950-09-15")


@pytest.mark.parametrize(
    "text", ["In December 1999 and January he was here.", "30 December 1999, 2 January"]
)
def test_a_date_after_the_turn_of_the_year_is_of_the_next_one(text):
    [_, second] = told(text)
    assert "2000-01-" in second


@pytest.mark.parametrize(
    "text", ["In May 878 he won.", "On 5 May 2525, and on May 5, 981 it ends."]
)
def test_a_date_whose_year_is_not_read_is_none_of_this_year(text):
    assert told(text, published="2024-03-14") == []


def test_a_count_after_a_date_is_not_its_year():
    [found] = told("On 5 March, 500 men left.", published="2024-03-14")
    assert found == "On 5 March = 2024-03-05..2024-03-05"


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("War.", "2024-03-14", date(2024, 3, 14)),
        ("War.", "2024-03-14T10:00:00Z", date(2024, 3, 14)),
        ("War.", "2024", None),
        ("War.", "some day", None),
        ("War.", "2024-02-31", None),
        ("MOSCOW, March 14, 2024 (Agency) — War.", None, date(2024, 3, 14)),
        ("A title\nPublished: 14 March 2024\nWar.", None, date(2024, 3, 14)),
        ("A title\nThursday, 14 March 2024, 10:30\nWar.", None, date(2024, 3, 14)),
        ("Tunis, March 14, 2024 (AP) - War.", None, date(2024, 3, 14)),
        ("A title\nFort de France, 14 March 2024 \u2013 War.", None, date(2024, 3, 14)),
        ("Tunis, 14 March 2024. War.", None, date(2024, 3, 14)),
        ("Tunis, 14 March 2024\n\nDear Ann,", None, date(2024, 3, 14)),
        ("A letter\n\nTunis, Thursday, 14 March 2024\n", None, date(2024, 3, 14)),
        ("On March 14, 2024 war came.", None, None),
        ("On Thursday, March 14, 2024, war came.", None, None),
        ("War came.\nTunis, 14 March 2024. War.", None, None),
        ("Ann Bell, 5 May 1950 - 14 March 2024, was a nurse.", None, None),
        ("Budapest, 4 November 1956 - War.\nPrague, 21 August 1968 - War.", None, None),
        ("War came.\n\nThen peace.\n\nTunis, 14 March 2024 - War.", None, None),
        ("The DPRK was founded on 9 September 1948 in Pyongyang.", None, None),
    ],
)
def test_the_day_of_a_document_is_said_beside_it_or_in_its_dateline(
    text, published, day
):
    assert day_of(document(text, published)) == day


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("In {Korea} in 1945. {Rome} fell.", {"Korea": "in 1945"}),
        (
            "{Seoul} fell on June 28, 1950, and {Inchon} on September 15, 1950.",
            {"Seoul": "on June 28, 1950", "Inchon": "on September 15, 1950"},
        ),
        (
            "In 1990 he moved to {Paris} and in 1995 to {London}.",
            {"Paris": "In 1990", "London": "in 1995"},
        ),
        ("He, who was born in {Paris} in 1950, left {Rome}.", {"Paris": "in 1950"}),
        ("The tower, built in 1891, rises over {Stirling}.", {}),
        ("Born in {Paris} in 1950, he left {Rome}.", {"Paris": "in 1950"}),
        ("{Lima} said that {Quito} fell in 1941.", {"Quito": "in 1941"}),
        ("{Quito} fell in 1941, {Lima} said.", {"Quito": "in 1941"}),
        ('{Quito} "fell in 1941", according to {Lima}.', {}),
        ("Mayor of {Ghent} (1995–2006), he left {Rome}.", {"Ghent": "1995–2006"}),
        ("Wilson (1856–1924) never saw {Trieste}.", {}),
        (
            "{Oslo} said the 1994 memorandum of {Budapest} was void.",
            {"Budapest": "1994"},
        ),
        ("{Moscow}'s 1957 festival began.", {"Moscow": "1957"}),
        ("The war of 1950 ended; {Rome} saw nothing.", {}),
        ("On Tuesday {Kyiv} fell, unlike in 1941.", {}),
        ("Before 1973 {Kuwait} was quiet.", {}),
        ("The {June 17th Street} is long.", {}),
        ("In 1960 {Leo}, now called {Kin}, grew.", {"Leo": "In 1960"}),
        ("In 1960 {Leo}, presently called {Kin}, grew.", {"Leo": "In 1960"}),
        ("{PARIS}, Mo. — In 1999 they left {Oslo}.", {"Oslo": "In 1999"}),
        (
            "{MOSCOW}, March 14, 2024 — {Oslo} fell on March 12, 2024.",
            {"MOSCOW": "March 14, 2024", "Oslo": "on March 12, 2024"},
        ),
        ("In 1960 the train before last went to {Oslo}.", {"Oslo": "In 1960"}),
        ("In 1960 he was two days from {Oslo}.", {"Oslo": "In 1960"}),
        ("In 1960 a {Rome}-based firm went to {Oslo}.", {"Oslo": "In 1960"}),
        ("Nelson is in {Kent}, with a population of 900 in 2011.", {}),
        ("In 1628 it was found, once part of {Oslo}.", {}),
        ("The {Zurich}, {Switzerland}-based body met in 2010.", {}),
        ("It was later renamed {Oslo} in 1925.", {"Oslo": "in 1925"}),
        ("In the spring {Oslo} voted, as it did in 2012.", {}),
        ("News that may please {Oslo} came in 1905.", {"Oslo": "in 1905"}),
        ("{Derry} is praised in a dear 18th-century poem.", {}),
        ("In 18th-century {Venice} it was told.", {"Venice": "In 18th-century"}),
        ("{Sofia 🗺️} fell in 1444.", {"Sofia 🗺️": "in 1444"}),
    ],
)
def test_a_mention_has_the_date_of_its_clause(source, expected):
    assert dated(source) == expected


def test_words_keep_their_place_in_the_document():
    text = "🗺️ 평양.\nThey met in Rome in September 1953."
    [found] = with_dates(document(text), [make_resolution(text, "Rome")])
    when = found.mention.when
    assert text[when.text_start : when.text_end] == when.text == "in September 1953"
    assert (str(when.start), str(when.end), when.how) == (
        "1953-09-01",
        "1953-09-30",
        "written",
    )


def test_resolutions_keep_their_order_and_all_else():
    text = "They met in Rome in 1953. Then in Oslo."
    given = [make_resolution(text, "Oslo"), make_resolution(text, "Rome")]
    oslo, rome = with_dates(document(text), given)
    assert oslo is given[0]
    assert (rome.mention.phrase, rome.mention.when.text) == ("Rome", "in 1953")
    assert with_dates(document(text), []) == ()


def test_a_date_within_a_name_is_none():
    text = "The camp June 17 2003 Brigade is in Oslo."
    given = [
        make_resolution(text, "June 17 2003 Brigade"),
        make_resolution(text, "Oslo"),
    ]
    assert [each.mention.when for each in with_dates(document(text), given)] == [
        None
    ] * 2


TEXT = """in on the of and to from 1945 1950-53 May 5 12 March Tuesday , . ( ) - – 's
    century 19th first half last year 00 / 2022-02-24 2000s Rome said " “ ” 🗺️ 년 before
    since ago two days"""
WORDS = st.lists(st.sampled_from(TEXT.split()), max_size=40).map(" ".join)


@given(WORDS | st.text(max_size=60), st.sampled_from([None, "2024-02-29"]))
def test_whatever_is_written_dates_are_in_order_and_in_reach(text, published):
    written = document(text, published)
    found = expressions(text, Sentences(text), day_of(written))
    ends = [0, *(position for each in found for position in (each.start, each.end))]
    assert ends == sorted(ends)
    assert ends[-1] <= len(text)
    for each in found:
        if each.days:
            assert each.days[0] <= each.days[1]
            assert FIRST_YEAR <= each.days[0].year <= each.days[1].year <= LAST_YEAR
