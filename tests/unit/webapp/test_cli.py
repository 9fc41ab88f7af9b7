from __future__ import annotations

import socket
import subprocess
import sys
import threading
import urllib.request

import pytest
from click.testing import CliRunner
from flask import Flask, request

from tests.unit.webapp.sample import write_sample
from webapp.cli import _warm_up, serve

SERVE = [sys.executable, "-c", "from webapp.cli import serve; serve()"]


def refused(*arguments: object) -> str:
    """The sentence with which the command ends, which must be one line and exit 1."""
    result = CliRunner().invoke(serve, [str(each) for each in arguments])
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.startswith("Error: ")
    assert len(result.stderr.splitlines()) == 1
    return result.stderr


@pytest.mark.parametrize(
    ("content", "word"), [(b"", "empty"), (b" \n", "empty"), (b"\x00\xff", "binary")]
)
def test_an_article_that_is_no_text_is_a_sentence(tmp_path, content, word):
    path = tmp_path / "broken.txt"
    path.write_bytes(content)
    assert word in refused(path)


def test_an_article_that_is_not_there_is_a_sentence(tmp_path):
    assert "none.txt" in refused(tmp_path / "none.txt")
    assert "folder" in refused(tmp_path)


def test_a_library_that_is_a_file_is_a_sentence(tmp_path):
    article = write_sample(tmp_path)
    assert "is a file; name a folder" in refused(article, "--library", article)


@pytest.mark.parametrize("content", [None, b"", b"words, not a database" * 100])
def test_a_broken_gazetteer_is_a_sentence(tmp_path, monkeypatch, content):
    path = tmp_path / "gazetteer.sqlite"
    if content is not None:
        path.write_bytes(content)
    monkeypatch.setenv("TOPOSCOPE_GAZETTEER", str(path))
    assert "gazetteer" in refused(write_sample(tmp_path))


def test_a_setting_that_is_no_number_is_a_sentence(tmp_path, monkeypatch):
    monkeypatch.setenv("TOPOSCOPE_MAX_ARTICLE_BYTES", "2 MB")
    assert "MAX_ARTICLE_BYTES is '2 MB'" in refused(write_sample(tmp_path))


def test_a_port_in_use_is_a_sentence(tmp_path, monkeypatch, gazetteer):
    monkeypatch.setenv("TOPOSCOPE_GAZETTEER", str(gazetteer.path))
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert f"port {port} of 127.0.0.1 is in use" in refused(
            write_sample(tmp_path), "--port", port
        )


@pytest.mark.parametrize("port", ["-1", "65536", "http"])
def test_a_port_that_is_none_is_wrong_usage(port):
    assert CliRunner().invoke(serve, ["--port", port]).exit_code == 2


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost"])
def test_the_command_serves_what_it_was_given_until_it_is_told_to_end(
    tmp_path, monkeypatch, gazetteer, host
):
    monkeypatch.setenv("TOPOSCOPE_GAZETTEER", str(gazetteer.path))
    article = write_sample(tmp_path)
    arguments = [
        str(article),
        "--port",
        "0",
        "--host",
        host,
        "--library",
        str(tmp_path),
    ]
    with subprocess.Popen(  # noqa: S603  our own interpreter
        [*SERVE, *arguments], stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        words = process.stderr.readline()
        address = words.split()[3]
        with urllib.request.urlopen(address + "articles?f=json") as answer:  # noqa: S310
            assert b'"baltic"' in answer.read()
        process.terminate()
        assert (process.wait(10), process.stderr.read()) == (0, "")


@pytest.mark.parametrize(("ended", "asked"), [(False, ["/", "/articles"]), (True, [])])
def test_what_warms_up_the_server_asks_for_nothing_more_once_it_ends(ended, asked):
    app, seen, end = Flask(__name__), [], threading.Event()
    app.add_url_rule("/articles", view_func=lambda: {"articles": []})
    app.before_request(lambda: seen.append(request.path))
    if ended:
        end.set()
    _warm_up(app, end)
    assert seen == asked


BROWSER = """
import socket, sys
with socket.create_connection(("127.0.0.1", int(sys.argv[1]))) as shown:
    shown.sendall(sys.argv[2].encode())
"""


def test_open_shows_the_page_in_the_browser_of_the_user(
    tmp_path, monkeypatch, gazetteer
):
    browser = tmp_path / "browser.py"
    browser.write_text(BROWSER)
    monkeypatch.setenv("TOPOSCOPE_GAZETTEER", str(gazetteer.path))
    article = write_sample(tmp_path)
    arguments = [str(article), "--port", "0", "--open", "--library", str(tmp_path)]
    with socket.create_server(("127.0.0.1", 0)) as screen:
        screen.settimeout(20)
        monkeypatch.setenv(
            "BROWSER", f"{sys.executable} {browser} {screen.getsockname()[1]} %s"
        )
        with subprocess.Popen(  # noqa: S603  our own interpreter
            [*SERVE, *arguments], stderr=subprocess.PIPE, text=True
        ) as process:
            assert process.stderr is not None
            address = process.stderr.readline().split()[3]
            try:
                shown, _ = screen.accept()
            finally:
                process.terminate()
    with shown, shown.makefile() as told:
        assert told.read() == address
