"""Every error that Toposcope raises on purpose.

::

    ToposcopeError
    ├── DocumentError          a text cannot be read
    │   └── DocumentTooLarge   a text is over the limit
    ├── GazetteerError         the gazetteer is missing, broken or too old
    │   └── UnknownPlace       no place has this id
    ├── ModelError             a trained model is missing or does not fit
    ├── UnknownFormat          no exporter, or no reader, has this name
    ├── UnknownLayer           no layer has this id
    ├── SpanError              a given span lies outside its text
    └── FilterError            a filter has an unknown name or value

A message says what was wrong, what was given, and what would be right; in lower
case, without a full stop, because the command line and the web put it into a
sentence of their own.
"""


class ToposcopeError(Exception):
    """The base of everything below: catch this to catch all."""


class DocumentError(ToposcopeError):
    """A text cannot be read: no file, no bytes, not text, or broken JSON."""


class DocumentTooLarge(DocumentError):
    """A text is longer than the limit it was read under."""


class GazetteerError(ToposcopeError):
    """The gazetteer file is missing, broken, or of another version."""


class UnknownPlace(GazetteerError):
    """No place of the gazetteer has this id."""


class ModelError(ToposcopeError):
    """A trained model is missing, or was made for another feature set."""


class UnknownFormat(ToposcopeError):
    """No exporter, or no reader, goes by this name."""


class UnknownLayer(ToposcopeError):
    """No layer of the article has this id."""


class SpanError(ToposcopeError):
    """A span given with a text lies outside it, or ends before it starts."""


class FilterError(ToposcopeError):
    """A filter has an unknown name, or a value it cannot take."""
