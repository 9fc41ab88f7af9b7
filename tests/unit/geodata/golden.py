"""Annotated names, and texts in which they stand."""

from geodata.places.examples import Gold, example_of

PYONGYANG = Gold(lon=125.75, lat=39.03, geonameid=1871859, name="Pyongyang")
PARIS = Gold(lon=2.35, lat=48.85, geonameid=None, name="Paris")


def example(text, phrase, gold, gazetteer):
    start = text.index(phrase)
    return example_of(text, {(start, start + len(phrase)): gold}, (), gazetteer)
