"""Tests of geodata.mentions.matching: names by look-up alone, in any script."""

import pytest

from geodata.mentions.lexicon import Lexicon
from geodata.mentions.matching import find_matches
from geodata.mentions.names import find_names
from geodata.mentions.tokens import tokenise

TEXTS = [
    ("Президент прилетел в Токио из России.", ["Токио"]),
    ("김정은은 평양에서 러시아 대표단을 만났다.", ["평양", "러시아"]),
    ("北京和东京之间的航班", ["北京", "东京"]),
    ("東京から京都まで新幹線で行く。", ["東京", "京都"]),
    ("سافر الوزير إلى القاهرة", ["القاهرة"]),
    ("รถไฟไปเชียงใหม่ช้า", ["เชียงใหม่"]),
    ("Το πλοίο έφυγε για τη Θεσσαλονίκη χθες.", ["Θεσσαλονίκη"]),
]


def matched(text, gazetteer):
    tokens = tokenise(text)
    found = find_matches(text, tokens, range(len(tokens)), Lexicon(gazetteer))
    return [text[tokens[m.first].start : tokens[m.last - 1].end] for m in found]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_names_in_other_scripts_are_looked_up(built_gazetteer, text, expected):
    assert matched(text, built_gazetteer) == expected


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_what_was_only_looked_up_is_believed_by_half(built_gazetteer, text, expected):
    found = find_names(text, built_gazetteer)
    assert [mention.phrase for mention in found] == expected
    assert all(0.45 <= mention.confidence <= 0.55 for mention in found)


@pytest.mark.parametrize("text", ["a lima bean", "1234", "🚢", ""])
def test_what_is_not_written_like_a_name_is_passed_over(built_gazetteer, text):
    assert matched(text, built_gazetteer) == []
