"""The form of an answer: page or JSON, compressed or not, known already or not."""

from __future__ import annotations

import gzip
import logging
from typing import Any

from flask import Flask, Response, current_app, make_response, render_template, request
from werkzeug.exceptions import HTTPException, InternalServerError

from geodata.errors import ToposcopeError
from webapp.errors import BadRequest, status_of
from webapp.once import kept

_HTML, _JSON = "text/html", "application/json"
_FORMS = {"html": _HTML, "json": _JSON}
_WORTH_COMPRESSING = 600
"""Bytes; less fits into one packet anyway."""
_KEPT = 32
"""Compressed answers that are kept."""
_COMPRESSED = (
    "text/",
    "application/json",
    "application/geo+json",
    "application/ld+json",
    "application/vnd.g",
    "application/vnd.oai",
)
_logger = logging.getLogger(__name__)


def wants_json() -> bool:
    """True if `?f=json`, or else the Accept header, asks for JSON rather than a page.

    Raises
    ------
    BadRequest
        If `f` is neither html nor json.
    """
    name = _form_by_name()
    if name is not None:
        return name == "json"
    return request.accept_mimetypes.best_match([_HTML, _JSON]) == _JSON


def wants_page(*media_types: str) -> bool:
    """True if `?f=html`, or else the Accept header, asks for a page rather than data.

    Parameters
    ----------
    *media_types : str
        What data is given as, besides JSON; data goes to who takes anything.

    Raises
    ------
    BadRequest
        If `f` is neither html nor json.
    """
    name = _form_by_name()
    if name is not None:
        return name == "html"
    given = [*media_types, _JSON, _HTML]
    return request.accept_mimetypes.best_match(given) == _HTML


def _form_by_name() -> str | None:
    name = request.args.get("f")
    if name is not None and name not in _FORMS:
        message = f"f must be one of {', '.join(_FORMS)}, not {name!r}"
        raise BadRequest(message)
    return name


def is_browser() -> bool:
    """True if a page is asked for by name; a program says `*/*`, JSON or nothing."""
    if request.args.get("f") in _FORMS:
        return request.args["f"] == "html"
    return request.accept_mimetypes.best_match([_JSON, _HTML]) == _HTML


def json_answer(content: Any, status: int = 200) -> Response:  # noqa: ANN401
    """Content as JSON, in the order given, in the letters of its language."""
    return make_response(current_app.json.response(content), status)


def register_errors(app: Flask) -> None:
    """Answer every error in one form; at the app, where routing errors arrive too."""

    @app.errorhandler(ToposcopeError)
    def of_ours(error: ToposcopeError) -> Response:
        status = status_of(error)
        if status == 500:
            cause = f" ({error.__cause__})" if error.__cause__ else ""
            _logger.error("%s %s: %s%s", request.method, request.path, error, cause)
        return _error_answer(str(error), status)

    @app.errorhandler(HTTPException)
    def of_http(error: HTTPException) -> Response:
        kept = error.get_response()
        answer = _error_answer(_phrase(error), kept.status_code)
        for name in ("Allow", "Content-Range", "Retry-After"):
            if name in kept.headers:
                answer.headers[name] = kept.headers[name]
        return answer


def _phrase(error: HTTPException) -> str:
    if isinstance(error, InternalServerError):
        return "something went wrong here; the server's log says what"
    if error.code == 404:
        return f"nothing is at {request.path!r}; the articles are listed at /articles"
    if error.code == 405:
        return f"{request.path!r} does not take {request.method}"
    if error.code == 413:
        limit = current_app.extensions["settings"].max_article_bytes
        return f"the article is larger than this server's limit of {limit:,} bytes"
    return (error.description or error.name).rstrip(".")


def sentence(message: str) -> str:
    """A message as a sentence that stands by itself.

    Examples
    --------
    >>> sentence("no article 'oslo'"), sentence("snow.txt is empty")
    ("No article 'oslo'.", 'snow.txt is empty.')
    """
    first, _, rest = message.partition(" ")
    return f"{first.capitalize() if first.isalpha() else first} {rest}.".strip()


def _error_answer(message: str, status: int) -> Response:
    if is_browser():
        words = sentence(message)
        page = render_template("error.html", message=words, status=status)
        response = make_response(page, status)
    else:
        response = json_answer(
            {"ok": False, "error": message, "status": status}, status
        )
    response.headers["Cache-Control"] = "no-store"
    response.vary.add("Accept")
    return response


def finish(response: Response) -> Response:
    """Compress an answer and leave out what the client has already."""
    if response.direct_passthrough or response.status_code != 200:
        return response
    response.headers.setdefault("Cache-Control", "no-cache")
    if response.mimetype == _HTML:
        response.vary.add("Cookie")  # which holds the theme and the language
        response.vary.add("Accept-Language")
    if request.method in ("GET", "HEAD"):
        response.add_etag()
    _compress(response)
    response.make_conditional(request)
    return response


def _compress(response: Response) -> None:
    if not (response.mimetype or "").startswith(_COMPRESSED):
        return
    response.vary.add("Accept-Encoding")
    body = response.get_data()
    if "Content-Encoding" in response.headers or len(body) < _WORTH_COMPRESSING:
        return
    if accepts_gzip():
        etag, weak = response.get_etag()
        response.set_data(_gzipped(body))
        response.headers["Content-Encoding"] = "gzip"
        if etag:
            response.set_etag(f"{etag}-gzip", weak=bool(weak))


@kept(_KEPT)
def _gzipped(body: bytes) -> bytes:
    """Compressed once: it takes long, and most is asked for again."""
    return gzip.compress(body, compresslevel=6, mtime=0)


def accepts_gzip() -> bool:
    """True if the client takes gzip."""
    return request.accept_encodings.quality("gzip") > 0
