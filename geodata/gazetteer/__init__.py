"""The gazetteer: names to places."""

from geodata.gazetteer.locate import gazetteer_path, open_gazetteer
from geodata.gazetteer.query import Gazetteer
from geodata.gazetteer.rows import Named, Source

__all__ = ["Gazetteer", "Named", "Source", "gazetteer_path", "open_gazetteer"]
