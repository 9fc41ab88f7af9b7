from __future__ import annotations

import pytest

from webapp.languages import chosen, without_language

KNOWN = ["en", "de", "fr", "ja", "zh-Hans"]


@pytest.mark.parametrize(
    ("asked", "kept", "accepted", "language"),
    [
        ("fr", "de", ["zh-CN"], "fr"),
        (None, "de", ["fr"], "de"),
        (None, None, ["pt-BR", "fr-CA", "de"], "fr"),
        (None, None, [], "en"),
        ("xx", "yy", ["zz"], "en"),
        ("xx", None, ["de"], "de"),
        (None, None, ["en-GB", "de"], "en"),
        (None, None, ["zh-TW", "de"], "de"),
        (None, None, ["zh"], "zh-Hans"),
        (None, None, ["zh-CN", "en"], "zh-Hans"),
        (None, None, ["zh-Hans-HK", "en"], "zh-Hans"),
        (None, None, ["zh-Hant-HK", "en"], "en"),
        (None, None, ["zh-TW", "zh", "en"], "zh-Hans"),
        (None, None, ["ja-JP", "en"], "ja"),
    ],
)
def test_the_address_wins_then_the_choice_then_the_browser(
    asked, kept, accepted, language
):
    assert chosen(KNOWN, asked=asked, kept=kept, accepted=accepted) == language


@pytest.mark.parametrize(
    "address",
    [
        "https://elsewhere.example/",
        "//elsewhere.example",
        r"/\elsewhere.example",
        "javascript:alert(1)",
        "http://[",
        "x",
        "",
    ],
)
def test_the_way_back_leads_nowhere_else(address):
    assert without_language(address) == "/"


def test_the_way_back_keeps_the_view_and_drops_the_language():
    kept = "/articles/baltic?layers=a,b&q=a+b&at=3/1/2"
    assert without_language(f"{kept}&lang=de") == kept
