import subprocess

import pytest

from tests.js.test_modules import node
from webapp.errors import UnjoinableScript
from webapp.scripts import inline, inline_json, joined
from webapp.settings import STATIC

MODULES = {
    "js/main.js": 'import { twice, ONE as one } from "./sums.js";\n'
    "export function start() {\n  return twice(one);\n}\n",
    "js/sums.js": "export const ONE = 1;\n"
    "export async function later() {}\nexport class Sum {}\n"
    "export function twice(n) {\n  return 2 * n;\n}\n",
}


def own(name):
    return (STATIC / name).read_text(encoding="utf-8")


def run(script):
    return subprocess.run(  # noqa: S603 - our own script, no shell
        [node(), "-e", script],
        capture_output=True,
        text=True,
        check=True,
        timeout=30,
    ).stdout


def test_a_joined_script_does_what_its_modules_did():
    script = joined("js/main.js", MODULES.__getitem__)
    assert run(script + "console.log(toposcope.start())") == "2\n"


def test_modules_come_after_what_they_need():
    script = joined("js/main.js", MODULES.__getitem__)
    assert script.index("$js_sums = ") < script.index("$js_main = ")


def test_the_pages_own_modules_can_be_joined():
    script = joined("js/main.js", own)
    assert "return { start };" in script
    assert script == joined("js/main.js", own)


def test_a_joined_script_leaves_out_what_is_written_for_its_readers():
    modules = {
        "js/main.js": "/** A file. */\n\nexport class Sum {\n"
        "  /**\n   * Adds up.\n   */\n  of(one) {\n    return one + 1;\n  }\n}\n"
        'export const start = () => new Sum().of(1) + " /** kept */";\n'
    }
    script = joined("js/main.js", modules.__getitem__)
    assert "A file" not in script
    assert "Adds up" not in script
    assert run(script + "console.log(toposcope.start())") == "2 /** kept */\n"


def test_a_circle_is_refused_and_named():
    circle = {"a.js": 'import { b } from "./b.js";', "b.js": 'import "./a.js";'}
    with pytest.raises(UnjoinableScript, match=r"a\.js -> b\.js -> a\.js"):
        joined("a.js", circle.__getitem__)


@pytest.mark.parametrize(
    "line",
    [
        'import * as all from "./sums.js";',
        "export default 1;",
        'export * from "./sums.js";',
        "const here = import.meta.url;",
        'import one from "lodash";',
    ],
)
def test_what_is_not_understood_is_refused(line):
    with pytest.raises(UnjoinableScript):
        joined("js/main.js", {**MODULES, "js/main.js": line}.__getitem__)


def test_a_dynamic_import_becomes_a_promise_of_the_same_module():
    late = {**MODULES, "js/main.js": 'export const late = () => import("./sums.js");'}
    assert "Promise.resolve($js_sums)" in joined("js/main.js", late.__getitem__)


def test_indentation_is_left_out_but_for_a_text_that_runs_over_a_line():
    for script, kept in (
        ("export const a = {\n  // why\n  b: 1,\n};\n", "const a = {\nb: 1,\n};"),
        ("export const a = `\n  b`;\n", "const a = `\n  b`;"),
    ):
        assert kept in joined("js/main.js", {"js/main.js": script}.__getitem__)


def test_what_is_needed_later_is_left_to_be_asked_for():
    late = {**MODULES, "js/main.js": 'export const late = () => import("./sums.js");'}
    script = joined("js/main.js", late.__getitem__, later=True)
    assert 'import("./sums.js")' in script
    assert "$js_sums" not in script


def test_no_script_ends_its_element():
    assert "</script" not in inline("const end = '</SCRIPT>' + '</script>';").lower()


def test_no_data_ends_its_element():
    assert "<" not in inline_json({"</script>": "<!--<script>"})


def test_a_remark_behind_a_line_is_left_out_and_a_string_is_not():
    body = 'const A = 1; // one\nexport const B = "a // b"; // don\'t\n'
    script = joined("a.js", {"a.js": body}.__getitem__)
    assert "const A = 1;\n" in script
    assert '"a // b"' in script
