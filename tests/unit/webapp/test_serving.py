from __future__ import annotations

import errno
import http.client
import signal
import socket
import subprocess
import sys
import threading
import time

import pytest

from webapp.app import create_app
from webapp.errors import CannotListen
from webapp.serving import Server

SLOW = """
import os, sys
from pathlib import Path
from tests.unit.webapp.sample import sample_atlas, write_sample
from webapp import serving
from webapp.app import create_app

serving._WAKE_S = 60.0  # so that only a signal can wake it in time
folder = Path(sys.argv[1])
def slow(document):
    print("begun", flush=True)
    os.read(0, 1)
    return sample_atlas(document)
app = create_app({"ARTICLES": (write_sample(folder),), "LIBRARY": folder / "library",
                  "BUILD_ATLAS": slow})
server = serving.Server(app, "127.0.0.1", 0)
print(server.url, flush=True)
server.run()
print("ended", flush=True)
"""


@pytest.fixture
def slow_server(tmp_path):
    """A server in a process of its own; its article is ready when a byte is sent."""
    process = subprocess.Popen(  # noqa: S603  our own interpreter
        [sys.executable, "-c", SLOW, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        assert process.stdout is not None
        process.port = int(process.stdout.readline().rsplit(":", 1)[1].strip("/\n"))
        yield process
        process.kill()


def ask(port: int, path: str, **headers: str) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, body


def wait_until_closed(port: int) -> None:
    """Knock until nobody opens."""
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        with socket.socket() as knock:
            if knock.connect_ex(("127.0.0.1", port)) == errno.ECONNREFUSED:
                return
    pytest.fail(f"port {port} is still open")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_lets_a_request_in_flight_finish(slow_server, number):
    answers: list[tuple[int, bytes]] = []
    path = "/articles/baltic/download.geojson"
    thread = threading.Thread(
        target=lambda: answers.append(ask(slow_server.port, path))
    )
    thread.start()
    assert slow_server.stdout.readline() == "begun\n"
    slow_server.send_signal(number)
    wait_until_closed(slow_server.port)
    assert thread.is_alive()
    slow_server.stdin.write("\n")
    slow_server.stdin.flush()
    thread.join(10)
    [(status, body)] = answers
    assert status == 200
    assert body.endswith(b"]}\n")
    assert slow_server.stdout.readline() == "ended\n"
    assert slow_server.wait(10) == 0


def test_a_second_signal_does_not_wait(slow_server):
    def give_up() -> None:
        with pytest.raises((http.client.HTTPException, ConnectionError)):
            ask(slow_server.port, "/articles/baltic/download.geojson")

    thread = threading.Thread(target=give_up)
    thread.start()
    assert slow_server.stdout.readline() == "begun\n"
    slow_server.send_signal(signal.SIGTERM)
    wait_until_closed(slow_server.port)
    assert thread.is_alive()
    slow_server.send_signal(signal.SIGTERM)
    thread.join(10)
    assert not thread.is_alive()
    assert slow_server.wait(10) == 0


def test_a_signal_ends_an_idle_server_at_once(slow_server):
    ask(slow_server.port, "/healthz")
    slow_server.terminate()
    assert slow_server.wait(10) == 0


def test_a_port_in_use_is_a_sentence(config):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CannotListen, match=f"port {port} of 127.0.0.1 is in use"):
            Server(create_app(config), "127.0.0.1", port)


@pytest.mark.parametrize("host", ["203.0.113.7", "no.such.host.invalid", "a" * 300])
def test_a_host_of_another_machine_is_a_sentence(config, host):
    with pytest.raises(CannotListen, match="cannot listen on"):
        Server(create_app(config), host, 0)


FORWARDED = (
    ({}, "http"),
    ({"X-Forwarded-Proto": "https"}, "https"),
    ({"X-Forwarded-Host": "evil.example"}, "http"),
    ({"Forwarded": "host=evil.example;proto=https"}, "http"),
)


def test_addresses_begin_as_a_proxy_in_front_says(slow_server):
    slow_server.stdin.write("x")  # the article may be ready
    slow_server.stdin.flush()
    own = f"127.0.0.1:{slow_server.port}"
    for headers, scheme in FORWARDED:
        status, page = ask(slow_server.port, "/", **headers)
        assert status == 200
        assert f'href="{scheme}://{own}/oembed?url={scheme}://{own}/' in page.decode()
