from __future__ import annotations

import subprocess
import sys

from webapp.app import create_app


def test_importing_and_making_an_application_opens_nothing():
    script = (
        "import sys, builtins, sqlite3\n"
        "import webapp.app\n"
        "def refuse(*given, **more): raise AssertionError(given)\n"
        "sqlite3.connect = refuse\n"
        "webapp.app.create_app({'GAZETTEER': 'none', 'ARTICLES': ('none.txt',)})\n"
        "assert 'geodata.pipeline' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)  # noqa: S603


def test_the_limits_of_flask_leave_room_for_the_largest_article(config):
    app = create_app({**config, "MAX_ARTICLE_BYTES": 1_000_000})
    assert app.config["MAX_CONTENT_LENGTH"] > 6_000_000
    assert app.config["MAX_FORM_MEMORY_SIZE"] == app.config["MAX_CONTENT_LENGTH"]
