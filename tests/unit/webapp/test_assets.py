from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from webapp.assets import Assets
from webapp.errors import UnknownAsset
from webapp.settings import STATIC

OF_PAGES = {"page", "main", "timeline"}
"""Style sheets that pages link; the others stand in one of them."""


@pytest.fixture
def static(tmp_path: Path) -> Path:
    folder = tmp_path / "static"
    for name, text in {
        "js/main.js": 'import { a } from "./parts/a.js";\nimport "./b.js";\n',
        "js/parts/a.js": 'export { b } from "../b.js";\nexport const a = 1;\n',
        "js/b.js": 'import { a } from "./parts/a.js";\nexport const b = 2;\n',
        "js/lone.js": "/** @type {import('./gone.js').Gone} */\nconst x = 'héllo';\n",
        "css/page.css": '.a { background: url("../img/a.svg") }\n'
        ".b { background: url(data:image/gif;base64,R0) }\n.c { fill: url(#d) }\n",
        "img/a.svg": "<svg/>",
        "data/map.pmtiles": "PMTiles" * 100,
    }.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret")
    return folder


def body(assets: Assets, name: str) -> str:
    content = assets.find(assets.hashed_name(name)).body
    assert content is not None
    return content.decode()


def test_a_name_changes_with_the_content(static):
    before = Assets(static).hashed_name("img/a.svg")
    assert before == Assets(static).hashed_name("img/a.svg")
    (static / "img/a.svg").write_text("<svg></svg>")
    assert Assets(static).hashed_name("img/a.svg") != before


def test_the_content_of_a_name_is_what_the_file_holds(static):
    assert body(Assets(static), "img/a.svg") == "<svg/>"


def test_modules_import_one_another_by_hashed_names(static):
    assets = Assets(static)
    inner = assets.hashed_name("js/parts/a.js").removeprefix("js/")
    other = assets.hashed_name("js/b.js").removeprefix("js/")
    assert f'from "./{inner}"' in body(assets, "js/main.js")
    assert f'import "./{other}"' in body(assets, "js/main.js")
    assert f'from "../{other}"' in body(assets, "js/parts/a.js")


def test_modules_that_import_one_another_in_a_circle_change_together(static):
    names = ("js/main.js", "js/parts/a.js", "js/b.js", "js/lone.js")
    before = [Assets(static).hashed_name(name) for name in names]
    (static / "js/b.js").write_text(
        'import { a } from "./parts/a.js";\nexport const b = 3;\n'
    )
    after = [Assets(static).hashed_name(name) for name in names]
    changed = [old != new for old, new in zip(before, after, strict=True)]
    assert changed == [True, True, True, False]


def test_what_only_a_comment_names_is_left_alone(static):
    assert "import('./gone.js')" in body(Assets(static), "js/lone.js")


def test_style_sheets_name_images_by_hashed_names(static):
    assets = Assets(static)
    page = body(assets, "css/page.css")
    assert f'url("../{assets.hashed_name("img/a.svg")}")' in page
    assert "url(data:image/gif;base64,R0)" in page
    assert "url(#d)" in page


def test_a_style_sheet_changes_with_its_images(static):
    before = Assets(static).hashed_name("css/page.css")
    (static / "img/a.svg").write_text("<svg></svg>")
    assert Assets(static).hashed_name("css/page.css") != before


def test_a_missing_file_keeps_its_plain_name(static):
    assert Assets(static).hashed_name("img/none.png") == "img/none.png"


@pytest.mark.parametrize(
    "name",
    [
        "img/a.svg",
        "img/a.000000000000.svg",
        "img/none.000000000000.svg",
        "../secret.txt",
        "../secret.000000000000.txt",
        "/etc/passwd",
        "img",
        "",
        ".",
        "a",
        "\0.a.b",
    ],
)
def test_other_names_lead_to_nothing(static, name):
    with pytest.raises(UnknownAsset, match="no static file"):
        Assets(static).find(name)


def test_a_link_out_of_the_folder_is_not_followed(static, tmp_path):
    (static / "img/link.txt").symlink_to(tmp_path / "secret.txt")
    assert Assets(static).hashed_name("img/link.txt") == "img/link.txt"


def test_texts_are_compressed_once_and_tiles_never(static):
    assets = Assets(static)
    script = assets.find(assets.hashed_name("js/lone.js"))
    assert gzip.decompress(script.compressed or b"").decode().startswith("/** @type")
    assert script.compressed is script.compressed
    tiles = assets.find(assets.hashed_name("data/map.pmtiles"))
    assert (tiles.body, tiles.compressed) == (None, None)


def test_files_are_read_anew_if_asked_for(static):
    kept, anew = Assets(static), Assets(static, reload=True)
    names = kept.hashed_name("img/a.svg"), anew.hashed_name("img/a.svg")
    (static / "img/a.svg").write_text("<svg></svg>")
    for assets in (kept, anew):
        assets.refresh()
    assert kept.hashed_name("img/a.svg") == names[0]
    assert anew.hashed_name("img/a.svg") != names[1]


@pytest.fixture
def parts(static: Path) -> Path:
    """A module and a style sheet that take in others."""
    for name, text in {
        "js/start.js": 'import { a } from "./one.js";\n'
        "export function start() {\n  return a;\n}\n",
        "js/one.js": "export const a = 1;\n",
        "css/main.css": '/* All. */\n@import "../vendor/map.css";\n'
        '@import "./page.css";\n',
        "vendor/map.css": ".m { background: url(images/m.png) }\n",
        "vendor/images/m.png": "m",
    }.items():
        path = static / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return static


def test_a_style_sheet_holds_what_it_imports(parts):
    assets = Assets(parts)
    style = body(assets, "css/main.css")
    assert "@import" not in style
    assert style.index(".m {") < style.index(".a {")
    assert f"url(../{assets.hashed_name('vendor/images/m.png')})" in style


def test_a_module_holds_what_it_imports_and_exports_the_same(parts):
    script = body(Assets(parts), "js/start.js")
    assert "import {" not in script
    assert "const a = 1;" in script
    assert script.endswith("export const { start } = toposcope;\n")


def test_what_is_joined_changes_with_every_part(parts):
    names = ("css/main.css", "js/start.js")
    before = [Assets(parts).hashed_name(name) for name in names]
    (parts / "vendor/map.css").write_text(".n {}\n")
    (parts / "js/one.js").write_text("export const a = 2;\n")
    after = [Assets(parts).hashed_name(name) for name in names]
    assert all(old != new for old, new in zip(before, after, strict=True))


def test_whoever_works_on_the_page_gets_each_file_by_itself(parts):
    assets = Assets(parts, reload=True)
    one = assets.hashed_name("js/one.js").removeprefix("js/")
    assert f'from "./{one}"' in body(assets, "js/start.js")
    assert assets.hashed_name("vendor/map.css") in body(assets, "css/main.css")


def test_a_page_asks_for_a_joined_module_alone_and_else_for_all(parts):
    assert Assets(parts).modules("js/start.js") == ["js/start.js"]
    assert Assets(parts, reload=True).modules("js/start.js") == [
        "js/one.js",
        "js/start.js",
    ]
    assert Assets(parts).modules("js/main.js") == [
        "js/b.js",
        "js/main.js",
        "js/parts/a.js",
    ]


def test_our_own_modules_and_style_sheets_are_joined():
    assets = Assets(STATIC)
    assert assets.modules("js/main.js") == ["js/main.js"]
    listed = {path.stem for path in (STATIC / "css").glob("*.css")}
    written = [
        (STATIC / "css" / name).read_text(encoding="utf-8")
        for name in ("page.css", "main.css")
    ]
    assert all(f'"./{name}.css"' in "".join(written) for name in listed - OF_PAGES)


def test_what_is_imported_later_is_joined_by_itself_and_asked_for_by_its_name(static):
    (static / "js/now.js").write_text(
        'import { b } from "./sums.js";\nexport const go = () => import("./late.js");\n'
    )
    (static / "js/sums.js").write_text("export const b = 2;\n")
    (static / "js/late.js").write_text(
        'import { b } from "./sums.js";\nexport const c = b + 1;\n'
    )
    assets = Assets(static)
    name = assets.hashed_name("js/late.js").removeprefix("js/")
    assert f'import("./{name}")' in body(assets, "js/now.js")
    assert "c = b + 1" not in body(assets, "js/now.js")
    assert "b = 2" in body(assets, "js/late.js")
    assert assets.modules("js/now.js") == ["js/now.js"]
