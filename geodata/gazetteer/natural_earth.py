"""What all Natural Earth files have in common."""

from __future__ import annotations

LANGUAGES = {
    "ar": "ar", "bn": "bn", "de": "de", "el": "el", "en": "en", "es": "es",
    "fa": "fa", "fr": "fr", "he": "he", "hi": "hi", "hu": "hu", "id": "id",
    "it": "it", "ja": "ja", "ko": "ko", "nl": "nl", "pl": "pl", "pt": "pt",
    "ru": "ru", "sv": "sv", "tr": "tr", "uk": "uk", "ur": "ur", "vi": "vi",
    "zh": "zh", "zht": "zh-Hant",
}  # fmt: skip
"""Suffix of a name field to BCP 47 tag."""
