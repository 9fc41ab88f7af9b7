"""Errors of the web half, and which status each error means.

::

    ToposcopeError
    ├── UnknownArticle         no article has this id
    ├── UnknownFeature         a layer holds no place of this id
    ├── UnknownCorrection      nothing was corrected under this id
    ├── UnknownAsset           no static file has this name and content
    ├── BadRequest             a request that cannot be understood
    ├── UnsupportedBody        a body of a type that is not read
    ├── UnsupportedAnswer      an answer is asked for in a form it is not given in
    ├── ForeignHost            asked under a name this server does not go by
    ├── ForeignOrigin          a page of another site wants to change something
    ├── ReadOnly               the library takes no articles
    ├── NotRemovable           an article that nobody added, and so nobody removes
    ├── CannotKeep             the library's folder cannot be written
    ├── CannotListen           no port can be had to listen on
    ├── BrokenBasemap          the basemap's file cannot be read
    ├── UnjoinableScript       a module that cannot be put into one file
    └── SettingError           a setting has a value it cannot take
"""

from __future__ import annotations

from geodata.errors import (
    DocumentError,
    DocumentTooLarge,
    FilterError,
    GazetteerError,
    SpanError,
    ToposcopeError,
    UnknownFormat,
    UnknownLayer,
    UnknownPlace,
)


class UnknownArticle(ToposcopeError):
    """No article of the library has this id."""


class UnknownFeature(ToposcopeError):
    """No feature of the layer has this id."""


class UnknownCorrection(ToposcopeError):
    """The article has no correction with this id."""


class UnknownAsset(ToposcopeError):
    """No static file has this name, or its content is another one by now."""


class BadRequest(ToposcopeError):
    """A request lacks something, or says something that is not understood."""


class UnsupportedBody(ToposcopeError):
    """A request body is of a type that is not read."""


class UnsupportedAnswer(ToposcopeError):
    """An answer is asked for in a form that it is not given in."""


class ForeignHost(ToposcopeError):
    """The Host header names a server that this one is not."""


class ForeignOrigin(ToposcopeError):
    """A page of another origin tries to change something here."""


class ReadOnly(ToposcopeError):
    """The server was started so that nothing can be added."""


class NotRemovable(ToposcopeError):
    """An article is part of the package, or was named when the server started."""


class CannotKeep(ToposcopeError):
    """The folder of the library is read-only, full, or no folder."""


class CannotListen(ToposcopeError):
    """The port is taken, or the host is none of this machine's."""


class BrokenBasemap(ToposcopeError):
    """The file of the basemap is not what it should be."""


class UnjoinableScript(ToposcopeError):
    """A module says something that has no place in a classic script."""


class SettingError(ToposcopeError):
    """A setting has a value that it cannot take."""


STATUS: dict[type[ToposcopeError], int] = {
    UnknownArticle: 404,
    UnknownFeature: 404,
    UnknownCorrection: 404,
    UnknownAsset: 404,
    UnknownLayer: 404,
    UnknownFormat: 404,
    UnknownPlace: 404,
    BadRequest: 400,
    FilterError: 400,
    SpanError: 400,
    ForeignHost: 400,
    ForeignOrigin: 403,
    ReadOnly: 403,
    NotRemovable: 403,
    DocumentTooLarge: 413,
    UnsupportedBody: 415,
    DocumentError: 422,
    UnsupportedAnswer: 501,
    GazetteerError: 500,
    ToposcopeError: 500,
}
"""HTTP status by error class; a class that is not listed has its parent's."""


def status_of(error: ToposcopeError) -> int:
    """The HTTP status that says what an error says.

    Examples
    --------
    >>> status_of(DocumentTooLarge("2,000,001 bytes")), status_of(ToposcopeError(""))
    (413, 500)
    """
    return next(STATUS[parent] for parent in type(error).__mro__ if parent in STATUS)
