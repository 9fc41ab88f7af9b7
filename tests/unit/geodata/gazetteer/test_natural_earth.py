from geodata.gazetteer.natural_earth import LANGUAGES


def test_every_language_is_a_tag_of_two_letters_but_traditional_chinese():
    tags = set(LANGUAGES.values())
    assert {tag for tag in tags if len(tag) != 2} == {"zh-Hant"}
    assert len(tags) == len(LANGUAGES)
