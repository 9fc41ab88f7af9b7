import shapely

from geodata.layers import compose
from geodata.model import Document, Verdict
from tests.unit.geodata.made import (
    NORTH_KOREA,
    PYONGYANG,
    WONSAN,
    make_place,
    make_resolution,
)

RAJIN = make_place("Rajin", "port", 130.3, 42.2, id="wpi:60430", country="KP")
PORTS = make_place(
    "North Korean ports on the sea",
    "set",
    lon=129.0,
    lat=41.0,
    id="described:ports",
    members=(RAJIN,),
    geometry=shapely.MultiPoint([(130.3, 42.2)]),
)


def composed(article, gazetteer, *resolutions):
    layers = compose([article], {article.id: resolutions}, gazetteer)
    return {layer.id: layer for layer in layers}


def test_a_place_named_twice_is_one_feature_with_two_occurrences(
    article, small_gazetteer
):
    again = article.text.rindex("Wonsan")
    layers = composed(
        article,
        small_gazetteer,
        make_resolution(article.text, "Wonsan", WONSAN, start=again),
        make_resolution(article.text, "Wonsan", WONSAN),
    )
    [feature] = layers["cities"].features
    starts = [one.resolution.mention.start for one in feature.occurrences]
    assert starts == [article.text.index("Wonsan"), again]
    assert feature.place.names == {"en": "Wonsan"}
    assert not feature.described
    assert layers["cities"].attribution == ("GeoNames (CC BY 4.0)",)


def test_layers_that_hold_nothing_are_left_out(article, small_gazetteer):
    assert composed(article, small_gazetteer) == {}


def test_an_actor_belongs_only_to_the_government_it_stands_for(
    article, small_gazetteer
):
    said = make_resolution(
        article.text, "Pyongyang", PYONGYANG, sense="actor", stands_for=NORTH_KOREA
    )
    layers = composed(article, small_gazetteer, said)
    assert list(layers) == ["governments"]
    [feature] = layers["governments"].features
    assert feature.place.id == "ne:PRK"
    assert feature.place.geometry.bounds == (124, 37, 131, 43)
    assert feature.place.precision_km == 7.5


def test_demonyms_stay_out_of_layers(article, small_gazetteer):
    korean = make_resolution(
        article.text,
        "North Korean",
        NORTH_KOREA,
        kind="demonym",
        sense="actor",
        stands_for=NORTH_KOREA,
    )
    assert composed(article, small_gazetteer, korean) == {}


def test_what_is_no_place_is_never_given_out(article, small_gazetteer):
    no = make_resolution(article.text, "Atlantis", verdict=Verdict.NOT_A_PLACE)
    assert composed(article, small_gazetteer, no) == {}


def test_a_description_is_one_feature_and_its_members_are_their_own(
    article, small_gazetteer
):
    ports = make_resolution(
        article.text, "North Korean ports on the sea", PORTS, kind="description"
    )
    layers = composed(article, small_gazetteer, ports)
    assert list(layers) == ["ports", "described"]
    [described] = layers["described"].features
    [rajin] = layers["ports"].features
    assert described.described
    assert rajin.described
    assert described.place.geometry.equals(PORTS.geometry)
    assert rajin.place.id == "wpi:60430"
    assert rajin.occurrences == described.occurrences


def test_a_member_that_is_also_named_is_not_only_described(article, small_gazetteer):
    ports = make_resolution(
        article.text, "North Korean ports on the sea", PORTS, kind="description"
    )
    named = make_resolution(article.text, "Wonsan", RAJIN)
    [rajin] = composed(article, small_gazetteer, ports, named)["ports"].features
    assert not rajin.described
    assert len(rajin.occurrences) == 2


def test_a_description_of_a_known_place_shows_that_place_too(article, small_gazetteer):
    airport = make_place("Sunan", "airport", 125.67, 39.2, id="airports:ZKPY")
    found = make_resolution(article.text, "the sea", airport, kind="description")
    layers = composed(article, small_gazetteer, found)
    assert list(layers) == ["landmarks", "described"]
    assert all(layer.features[0].described for layer in layers.values())


def test_names_without_a_place_are_listed_without_location(article, small_gazetteer):
    west = make_place("the West", "region", None, None, id="seed:the-west")
    layers = composed(
        article,
        small_gazetteer,
        make_resolution(article.text, "Atlantis"),
        make_resolution(article.text, "Wonsan", west, sense="actor"),
    )
    names = [feature.place.name for feature in layers["not-located"].features]
    assert names == ["the West", "Atlantis"]
    assert layers["not-located"].to_frame().geometry.isna().all()


def test_places_of_several_documents_are_one_feature(article, small_gazetteer):
    other = Document(id="b", title="b", text="To Wonsan.")
    [layer] = compose(
        [article, other],
        {
            "a": (make_resolution(article.text, "Wonsan", WONSAN),),
            "b": (make_resolution(other.text, "Wonsan", WONSAN),),
        },
        small_gazetteer,
    )
    [feature] = layer.features
    assert [one.document for one in feature.occurrences] == ["a", "b"]
