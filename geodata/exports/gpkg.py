"""GeoPackage: one table a layer, for QGIS and its kin."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from geodata.exports.exporter import Exporter
from geodata.exports.tables import NO_LAYER, flat_frame
from geodata.model import Layer

_OPTIONS = {
    "OGR_CURRENT_DATE": "1970-01-01T00:00:00.000Z",  # equal layers, equal tables
    "OGR_SQLITE_SYNCHRONOUS": "OFF",  # the file is read back at once and thrown away
}
_writing = Lock()  # GDAL's options belong to the process


def write(layers: Sequence[Layer], *, about: Mapping[str, str]) -> bytes:  # noqa: ARG001
    """A file with a table for every layer, empty ones included."""
    import pyogrio  # here, because it loads all of GDAL

    with tempfile.TemporaryDirectory() as folder, _gdal_options():
        path = Path(folder) / "layers.gpkg"
        for layer in layers or (NO_LAYER,):
            pyogrio.write_dataframe(
                flat_frame(layer),
                path,
                driver="GPKG",
                layer=layer.id,
                append=path.exists(),
                geometry_type="Unknown",
                use_arrow=True,  # without it, pyogrio 0.13 writes dates as text
                layer_options={"DESCRIPTION": f"{layer.title}: {layer.about}"},
            )
        return path.read_bytes()


@contextmanager
def _gdal_options() -> Iterator[None]:
    """Set GDAL's options, and put them back."""
    import pyogrio

    with _writing:
        before = {name: pyogrio.get_gdal_config_option(name) for name in _OPTIONS}
        pyogrio.set_gdal_config_options(_OPTIONS)
        try:
            yield
        finally:
            pyogrio.set_gdal_config_options(before)


EXPORTER = Exporter(
    name="gpkg",
    suffix=".gpkg",
    media_type="application/geopackage+sqlite3",
    title="GeoPackage",
    write=write,
)
