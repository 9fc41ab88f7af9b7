from webapp.joined import join_styles

SHEETS = {
    "css/main.css": '@import "../vendor/a.css";\n@import "./b.css";\n.main {}\n',
    "css/b.css": '.b { background: url("../img/b.svg") }\n',
    "vendor/a.css": ".a { background: url(images/a.png), url(#c), url(data:,d) }\n",
}


def test_imports_are_replaced_by_what_they_name_in_their_order():
    style = join_styles("css/main.css", SHEETS.__getitem__)
    assert [style.index(name) for name in (".a", ".b", ".main")] == sorted(
        style.index(name) for name in (".a", ".b", ".main")
    )
    assert "@import" not in style


def test_files_are_named_as_seen_from_the_sheet_that_takes_them_in():
    style = join_styles("css/main.css", SHEETS.__getitem__)
    assert "url(../vendor/images/a.png), url(#c), url(data:,d)" in style
    assert 'url("../img/b.svg")' in style


def test_a_sheet_without_imports_stays_as_it_is():
    assert join_styles("css/b.css", SHEETS.__getitem__) == SHEETS["css/b.css"]


def test_what_is_for_readers_of_a_sheet_alone_is_left_out():
    sheet = (
        "/*! Of others. */\n/* Ours,\n   long. */\n\n.a {\n  color: red; /* why */\n"
        '  content: "/* a text */";\n}\n'
    )
    assert join_styles("css/a.css", {"css/a.css": sheet}.__getitem__) == (
        '/*! Of others. */\n.a {\ncolor: red; \ncontent: "/* a text */";\n}\n'
    )
