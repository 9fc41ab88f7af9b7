from __future__ import annotations

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
import sys, time
from pathlib import Path
from tests.unit.webapp.sample import sample_atlas, write_sample
from webapp.app import create_app
from webapp.serving import Server

folder = Path(sys.argv[1])
def slow(document):
    print("begun", flush=True)
    time.sleep(1.5)
    return sample_atlas(document)
app = create_app({"ARTICLES": (write_sample(folder),), "LIBRARY": folder / "library",
                  "BUILD_ATLAS": slow})
server = Server(app, "127.0.0.1", 0)
print(server.url, flush=True)
server.run()
print("ended", flush=True)
"""


@pytest.fixture
def slow_server(tmp_path):
    """A server in a process of its own whose article takes a second and a half."""
    process = subprocess.Popen(  # noqa: S603  our own interpreter
        [sys.executable, "-c", SLOW, str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    with process:
        assert process.stdout is not None
        process.port = int(process.stdout.readline().rsplit(":", 1)[1].strip("/\n"))
        yield process
        process.kill()


def ask(port: int, path: str) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, body


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
    time.sleep(0.3)
    with pytest.raises(ConnectionRefusedError):
        ask(slow_server.port, "/healthz")
    thread.join()
    [(status, body)] = answers
    assert status == 200
    assert body.endswith(b"]}\n")
    assert slow_server.stdout.readline() == "ended\n"
    assert slow_server.wait(5) == 0


def test_a_second_signal_does_not_wait(slow_server):
    def give_up() -> None:
        with pytest.raises((http.client.HTTPException, ConnectionError)):
            ask(slow_server.port, "/articles/baltic/download.geojson")

    thread = threading.Thread(target=give_up)
    thread.start()
    assert slow_server.stdout.readline() == "begun\n"
    for _ in range(2):
        slow_server.send_signal(signal.SIGTERM)
        time.sleep(0.2)
    thread.join(1.0)
    assert not thread.is_alive()


def test_a_signal_ends_an_idle_server_at_once(slow_server):
    ask(slow_server.port, "/healthz")
    started = time.monotonic()
    slow_server.terminate()
    assert slow_server.wait(5) == 0
    assert time.monotonic() - started < 1.5


def test_a_port_in_use_is_a_sentence(config):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CannotListen, match=f"port {port} of 127.0.0.1 is in use"):
            Server(create_app(config), "127.0.0.1", port)


@pytest.mark.parametrize("host", ["203.0.113.7", "no.such.host.invalid", "a" * 300])
def test_a_host_of_another_machine_is_a_sentence(config, host):
    with pytest.raises(CannotListen, match="cannot listen on"):
        Server(create_app(config), host, 0)
