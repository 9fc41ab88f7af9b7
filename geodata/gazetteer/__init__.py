"""The gazetteer: names to places."""

from geodata.gazetteer.query import Gazetteer, Named, Source

__all__ = ["Gazetteer", "Named", "Source"]
