"""How the rules of names take to long texts."""

from tests.unit.geodata.mentions.test_rules import ruled

SENTENCE = "Ann Bell, 43, of Rumney met the Peru team in Lima and Oslo. "


def test_the_time_of_rules_grows_no_faster_than_the_text(seconds, built_gazetteer):
    def apply(times: int) -> None:
        ruled(SENTENCE * times, {"Lima", "Oslo", "Peru"}, built_gazetteer)

    apply(50)
    assert seconds(apply, 1600) < 16 * max(seconds(apply, 200), 0.01)
