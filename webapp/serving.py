"""Waitress, told to finish what it has begun before it ends."""

from __future__ import annotations

import errno
import ipaddress
import logging
import signal
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Any

from flask import Flask
from waitress import create_server, wasyncore
from waitress.channel import HTTPChannel
from waitress.server import BaseWSGIServer

from webapp.errors import CannotListen

_THREADS = 8
_WAKE_S = 1.0
_DRAIN_STEP_S = 0.05
_DRAIN_S = 30.0
"""How long a request may go on after the server was told to end."""
_BODY_MARGIN = 4
"""Waitress refuses bodies in its own words, so that our limit should come first."""
_NO_SUCH_FAMILY = {errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT}


class Server:
    """An application that listens, and runs until it is told to end.

    Waitress by itself drops its requests at SIGTERM. Here the signal only sets a flag;
    then the doors are closed, and the loop goes on until every answer is sent.

    Parameters
    ----------
    app : Flask
        What answers.
    host : str
        A name or an address to listen on.
    port : int
        The port; 0 for any that is free.

    Raises
    ------
    CannotListen
        If the port is taken, or the host is none of this machine.
    """

    def __init__(self, app: Flask, host: str, port: int) -> None:
        # It warns of a request that comes before its threads have begun to wait.
        logging.getLogger("waitress.queue").setLevel(logging.ERROR)
        sockets = _bound(host, port)
        self.url = _url(host, sockets[0].getsockname()[1])
        self._map: dict[int, Any] = {}
        self._told_to_end = 0
        self._server = create_server(
            app,
            map=self._map,
            sockets=sockets,
            threads=_THREADS,
            ident="toposcope",
            max_request_body_size=app.config["MAX_CONTENT_LENGTH"] * _BODY_MARGIN,
            # Whoever says https gets addresses with https: it opens nothing to him.
            trusted_proxy="*",
            trusted_proxy_headers={"x-forwarded-proto"},
        )

    def run(self) -> None:
        """Answer until SIGTERM or Ctrl+C, then finish what is in flight."""
        with self._signals():
            while not self._told_to_end:
                wasyncore.loop(timeout=_WAKE_S, map=self._map, count=1)
            self._close_doors()
            self._drain(time.monotonic() + _DRAIN_S)
        self._server.task_dispatcher.shutdown(timeout=0.5)
        wasyncore.close_all(self._map, ignore_all=True)

    @contextmanager
    def _signals(self) -> Iterator[None]:
        before = {
            number: signal.signal(number, self._end)
            for number in (signal.SIGTERM, signal.SIGINT)
        }
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def _end(self, _number: int, _frame: FrameType | None) -> None:
        """Note that the end is wanted; the second time, do not wait for it."""
        self._told_to_end += 1
        for dispatcher in list(self._map.values()):
            if isinstance(dispatcher, BaseWSGIServer):
                dispatcher.pull_trigger()  # wakes the loop

    def _close_doors(self) -> None:
        for dispatcher in list(self._map.values()):
            if isinstance(dispatcher, BaseWSGIServer):
                wasyncore.dispatcher.close(dispatcher)

    def _drain(self, deadline: float) -> None:
        while self._busy() and self._told_to_end < 2 and time.monotonic() < deadline:
            wasyncore.loop(timeout=_DRAIN_STEP_S, map=self._map, count=1)

    def _busy(self) -> bool:
        return any(
            channel.requests or channel.request or channel.total_outbufs_len
            for channel in list(self._map.values())
            if isinstance(channel, HTTPChannel)
        )


def _bound(host: str, port: int) -> list[socket.socket]:
    """A socket for each address of a host, all on the same port."""
    sockets: list[socket.socket] = []
    try:
        found = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )
        for family, _, _, _, address in dict.fromkeys(found):
            taken = sockets[0].getsockname()[1] if sockets else port
            sockets += _socket_on(family, (address[0], taken, *address[2:]))
    except (OSError, UnicodeError) as error:
        for bound in sockets:
            bound.close()
        raise CannotListen(_complaint(host, port, error)) from None
    if not sockets:
        raise CannotListen(f"cannot listen on {host!r}; use an address of this machine")
    return sockets


def _socket_on(family: int, address: tuple[Any, ...]) -> list[socket.socket]:
    """A socket on an address; none if the machine lacks the address family."""
    try:
        made = socket.socket(family, socket.SOCK_STREAM)
    except OSError:
        return []
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            made.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        made.bind(address)
    except OSError as error:
        made.close()
        if error.errno in _NO_SUCH_FAMILY:
            return []
        raise
    return [made]


def _complaint(host: str, port: int, error: OSError | UnicodeError) -> str:
    number = getattr(error, "errno", None)
    if number == errno.EADDRINUSE:
        return f"port {port} of {host} is in use; choose another with --port"
    if number == errno.EACCES:
        return f"port {port} is kept for the system; choose one above 1023 with --port"
    return f"cannot listen on {host!r} ({error}); use an address of this machine"


def _url(host: str, port: int) -> str:
    """The address to give to a browser.

    Examples
    --------
    >>> _url("::1", 8000), _url("0.0.0.0", 80)
    ('http://[::1]:8000/', 'http://127.0.0.1:80/')
    """
    with suppress(ValueError):
        address = ipaddress.ip_address(host)
        if address.is_unspecified:
            address = ipaddress.ip_address(
                "127.0.0.1" if address.version == 4 else "::1"
            )
        host = f"[{address}]" if address.version == 6 else str(address)
    return f"http://{host}:{port}/"
