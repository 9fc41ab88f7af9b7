"""How fast texts are read, end to end and warm."""

import re

MOST_FOR_LONGER = 3.0
"""Time a character of a long text may take, by that of a short one."""
MOST_FOR_LOOK_UPS = 40.0
"""Time an article may take, by that of looking its capitalised words up."""


def test_an_article_is_read(measure, parse, article, benchmark):
    found = measure(parse, article, group="article")
    assert found["mentions"]
    if benchmark.stats:
        rate = len(article.text) / benchmark.stats.stats.min
        benchmark.extra_info["characters_per_second"] = round(rate)


def test_a_longer_text_is_read(measure, parse, longer, benchmark):
    found = measure(parse, longer, group="longer text")
    assert found["mentions"]
    if benchmark.stats:
        rate = len(longer.text) / benchmark.stats.stats.min
        benchmark.extra_info["characters_per_second"] = round(rate)


def test_time_grows_with_the_length_and_no_faster(parse, article, longer, seconds):
    parse(article)
    short = seconds(parse, article) / len(article.text)
    long = seconds(parse, longer) / len(longer.text)
    assert long < MOST_FOR_LONGER * short


def test_reading_costs_a_bounded_number_of_look_ups(
    parse, article, built_gazetteer, seconds
):
    words = re.findall(r"\b[A-Z]\w+", article.text)

    def look_up():
        for word in words:
            built_gazetteer.bearings(word)

    parse(article)
    look_up()
    assert seconds(parse, article) < MOST_FOR_LOOK_UPS * seconds(look_up)
