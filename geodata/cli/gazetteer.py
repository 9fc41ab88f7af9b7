"""`toposcope gazetteer`: what is in it, and places by name."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from geodata.gazetteer import Gazetteer, Named


@click.group()
def gazetteer() -> None:
    """Ask the gazetteer: its sources, and places by name."""


@gazetteer.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def info(*, as_json: bool) -> None:
    """List the sources, each with version, licence and count."""
    with _opened() as opened:
        sources = [dataclasses.asdict(source) for source in opened.sources()]
        path, digest = str(opened.path), opened.digest
    if as_json:
        told = {"path": path, "digest": digest, "sources": sources}
        click.echo(json.dumps(told, ensure_ascii=False))
        return
    click.echo(f"{path}\ndigest {digest}\n")
    for source in sources:
        click.echo(
            f"{source['title']} ({source['name']} {source['version']}):"
            f" {source['rows']:,} rows, {source['licence']}"
        )
        if source["attribution"]:
            click.echo(f"    {source['attribution']}")


@gazetteer.command()
@click.argument("name")
@click.option("--limit", default=10, show_default=True, type=click.IntRange(min=1))
@click.option("--json", "as_json", is_flag=True, help="One JSON line a place.")
def search(name: str, limit: int, *, as_json: bool) -> None:
    """Find places by NAME, in any language, the most populous first."""
    with _opened() as opened:
        found = opened.search(name, limit)
        rows = [_row(opened, bearer) for bearer in found]
    for row in rows:
        click.echo(json.dumps(row, ensure_ascii=False) if as_json else _line(row))
    if not rows:
        click.echo(f"no place is called {name!r}", err=True)


@gazetteer.group()
def add() -> None:
    """Add to the gazetteer."""


@add.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE ...")
def geonames(files: tuple[str, ...]) -> None:
    """Add GeoNames dump FILEs (not there yet)."""
    raise click.ClickException(
        f"adding {files[0]} is not there yet; it comes with a later version of"
        " toposcope, and until then the gazetteer is what was built in"
    )


def _opened() -> Gazetteer:
    from geodata.gazetteer import open_gazetteer

    return open_gazetteer()


def _row(opened: Gazetteer, bearer: Named) -> dict[str, object]:
    place = bearer.place
    return {
        "id": place.id,
        "name": place.name,
        "matched": bearer.name,
        "kind": str(place.kind),
        "country": place.country,
        "admin1": _unit(opened, place.admin1),
        "lon": place.lon,
        "lat": place.lat,
        "population": place.population,
        "geonameid": place.geonameid,
    }


def _unit(opened: Gazetteer, code: str | None) -> str | None:
    """The name of a first-order unit, or its code where it has no row."""
    from geodata.errors import UnknownPlace

    try:
        return opened.place(f"ne:{code}").name if code else None
    except UnknownPlace:
        return code


def _line(row: dict[str, object]) -> str:
    where = ", ".join(str(row[part]) for part in ("admin1", "country") if row[part])
    matched = "" if row["matched"] == row["name"] else f" (as {row['matched']})"
    position = (
        f"{row['lon']:.4f} {row['lat']:.4f}"
        if row["lon"] is not None
        else "no location"
    )
    return f"{row['id']}\t{row['name']}{matched}\t{row['kind']}\t{where}\t{position}"
