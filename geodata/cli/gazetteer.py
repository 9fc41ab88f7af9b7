"""`toposcope gazetteer`: what is in it, and places by name."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
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
    _warn_if_outdated(Path(path))
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
@click.option(
    "--limit",
    default=10,
    show_default=True,
    type=click.IntRange(min=1),
    help="Most places to list.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON line a place.")
def search(name: str, limit: int, *, as_json: bool) -> None:
    """Find places by NAME, in any language, the most populous first."""
    with _opened() as opened:
        found = opened.search(name, limit)
    for bearer in found:
        row = _row(bearer)
        click.echo(json.dumps(row, ensure_ascii=False) if as_json else _line(row))
    if not found:
        click.echo(f"no place is called {name!r}", err=True)


@gazetteer.group()
def add() -> None:
    """Add to a gazetteer of your own, which is used from then on."""


def _classes(
    _context: click.Context, _parameter: click.Parameter, given: str | None
) -> str | None:
    """Letters of feature classes, however they are parted."""
    from geodata.gazetteer.sources.geonames import CLASSES

    if given is None:
        return None
    letters = "".join(sorted(set(given.upper()) - set(", ")))
    unknown = [letter for letter in letters if letter not in CLASSES]
    if unknown or not letters:
        raise click.BadParameter(
            f"{given!r} names no feature classes; choose of {', '.join(CLASSES)}"
        )
    return letters


@add.command()
@click.argument(
    "files",
    nargs=-1,
    required=True,
    metavar="FILE ...",
    type=click.Path(path_type=Path),
)
@click.option(
    "--only",
    "classes",
    callback=_classes,
    metavar="CLASSES",
    help="Feature classes to add, such as P,A,H; all if not given.",
)
@click.option(
    "--least-population",
    type=click.IntRange(min=0),
    default=0,
    show_default=True,
    help="Leave out populated places (class P) with fewer inhabitants.",
)
def geonames(
    files: tuple[Path, ...], classes: str | None, least_population: int
) -> None:
    """Add GeoNames dump FILEs: allCountries.zip, alternateNamesV2.zip, FR.zip ...

    Get them from https://download.geonames.org/export/dump/. They go into a copy of
    the built-in gazetteer in the user-data folder (or where TOPOSCOPE_GAZETTEER
    says), which takes some minutes and is used from then on.
    """
    from geodata.gazetteer.adding import Wanted, add_geonames, base_for
    from geodata.gazetteer.locate import PACKAGED, users_path
    from geodata.gazetteer.sources.geonames import CLASSES

    target = users_path()
    base, why = base_for(target, PACKAGED)
    if why:
        click.echo(why, err=True)
    added = add_geonames(
        files,
        base=base,
        target=target,
        wanted=Wanted(classes=classes or CLASSES, least_population=least_population),
        say=lambda words: click.echo(words, err=True),
    )
    click.echo(
        f"{added.path}: {added.places:,} places and {added.names:,} names added;"
        f" {added.known:,} places were there already, {added.left_out:,} left out"
    )


def _warn_if_outdated(path: Path) -> None:
    from geodata.gazetteer.adding import is_outdated
    from geodata.gazetteer.locate import PACKAGED

    if PACKAGED.exists() and path != PACKAGED and is_outdated(path, PACKAGED):
        click.echo(
            "what you added lies on an older built-in gazetteer; to renew it, add the"
            " dumps again with `toposcope gazetteer add geonames`",
            err=True,
        )


def _opened() -> Gazetteer:
    from geodata.gazetteer import open_gazetteer

    return open_gazetteer()


def _row(bearer: Named) -> dict[str, object]:
    place = bearer.place
    return {
        "id": place.id,
        "name": place.name,
        "matched": bearer.name,
        "kind": str(place.kind),
        "country": place.country,
        "region": place.region,
        "admin1": place.admin1,
        "lon": place.lon,
        "lat": place.lat,
        "population": place.population,
        "geonameid": place.geonameid,
    }


def _line(row: dict[str, object]) -> str:
    region = None if row["region"] == row["name"] else row["region"]
    where = ", ".join(str(part) for part in (region, row["country"]) if part)
    matched = "" if row["matched"] == row["name"] else f" (as {row['matched']})"
    position = (
        f"{row['lon']:.4f} {row['lat']:.4f}"
        if row["lon"] is not None
        else "no location"
    )
    return f"{row['id']}\t{row['name']}{matched}\t{row['kind']}\t{where}\t{position}"
