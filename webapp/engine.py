"""What works out an article: the gazetteer and the pipeline, opened when needed.

Both are imported when they are first asked for, because their models take a second to
load, and the server can answer before that.
"""

from __future__ import annotations

import threading

from geodata.gazetteer import Gazetteer
from geodata.model import Atlas, Document
from webapp.settings import ServerSettings


class Engine:
    """The working half of one application.

    Parameters
    ----------
    settings : ServerSettings
        Where the gazetteer is, or what takes the pipeline's place.
    """

    def __init__(self, settings: ServerSettings) -> None:
        self._path = settings.gazetteer
        self._instead = settings.build_atlas
        self._lock = threading.Lock()
        self._gazetteer: Gazetteer | None = None

    def gazetteer(self) -> Gazetteer | None:
        """The gazetteer, opened at the first call; None if another engine works.

        Raises
        ------
        GazetteerError
            If it is missing or broken.
        """
        if self._instead is not None:
            return None
        return self._opened()

    def digest(self) -> str | None:
        """Which gazetteer it is."""
        gazetteer = self.gazetteer()
        return gazetteer.digest if gazetteer else None

    def build_atlas(self, document: Document) -> Atlas:
        """Work out one document."""
        if self._instead is not None:
            return self._instead(document)
        from geodata.pipeline import build_atlas

        return build_atlas([document], self._opened())

    def _opened(self) -> Gazetteer:
        with self._lock:
            if self._gazetteer is None:
                from geodata.gazetteer import open_gazetteer

                self._gazetteer = open_gazetteer(self._path)
            return self._gazetteer
