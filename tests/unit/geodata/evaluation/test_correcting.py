from geodata.evaluation.correcting import correct_one_each
from geodata.evaluation.gold import GoldDocument, GoldToponym

TEXT = "Trains from London to Windsor and Chatham stood still, and Busan was warm."
POINTS = {
    "London": (-81.23, 42.98),
    "Windsor": (-83.02, 42.3),
    "Chatham": (-82.18, 42.41),
    "Busan": (129.04, 35.1),
}


def test_a_name_corrected_takes_its_neighbours_along(built_gazetteer):
    toponyms = tuple(
        GoldToponym(
            start=TEXT.index(name),
            end=TEXT.index(name) + len(name),
            phrase=name,
            lon=lon,
            lat=lat,
        )
        for name, (lon, lat) in POINTS.items()
    )
    gold = GoldDocument(corpus="own", id="1", text=TEXT, toponyms=toponyms)
    helped = correct_one_each([gold], built_gazetteer)
    assert (helped.texts, helped.wrong, helped.mended) == (1, 2, 2)
    assert (helped.right, helped.broken) == (1, 0)
