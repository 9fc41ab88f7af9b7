"""What stands on the map, as folium elements that hand plain data to our modules.

Each declares one JavaScript variable; `StartModule` passes them all to the `start`
function of an ES module, where Leaflet layers are made of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from branca.element import MacroElement
from folium.template import Template
from jinja2.utils import htmlsafe_json_dumps

_JINJA_SIGN = re.compile(r"\{(?=[{%#])")


def script_json(value: object) -> str:
    r"""JSON that may stand in a script of folium.

    branca takes what an element rendered for a Jinja template, and renders it once
    more (0.8.2): text with two braces in it would be run on the server. Outside of
    strings JSON never has these signs.

    Examples
    --------
    >>> script_json("{{ 7 * 7 }}</script>")
    '"\\u007b{ 7 * 7 }}\\u003c/script\\u003e"'
    """
    text = str(htmlsafe_json_dumps(value, sort_keys=True))
    return _JINJA_SIGN.sub(r"\\u007b", text)


class _Declaration(MacroElement):
    """A variable that holds JSON."""

    _template = Template("""
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = {{ this.config }};
        {% endmacro %}""")

    def __init__(self, element_id: str, config: Mapping[str, Any]) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = type(self).__name__
        self._id = element_id.replace("-", "_")
        self.config = script_json(config)


class BasemapLayer(_Declaration):
    """The vector basemap: where its tiles are and up to which zoom they go."""


class RemoteLayer(_Declaration):
    """A layer of the article, whose GeoJSON the page fetches by itself."""


class StartModule(MacroElement):
    """Hand the Leaflet map and what stands on it to an ES module.

    Parameters
    ----------
    url : str or None
        The module's address; None if it was joined into the script `toposcope`.
    basemap : BasemapLayer
        What lies below.
    layers : sequence of RemoteLayer
        What lies on it.
    bbox : sequence of float or None
        What to show first.
    """

    _template = Template("""
        {% macro script(this, kwargs) %}
            {% if this.url == "null" -%}
            Promise.resolve(toposcope)
            {%- else -%}
            import({{ this.url }})
            {%- endif %}.then(({start}) => start(
                {{ this._parent.get_name() }},
                {basemap: {{ this.basemap.get_name() }}, layers: [
                    {%- for layer in this.layers %}{{ layer.get_name() }}, {% endfor -%}
                ], bbox: {{ this.bbox }}}));
        {% endmacro %}""")

    def __init__(
        self,
        url: str | None,
        basemap: BasemapLayer,
        layers: Sequence[RemoteLayer],
        bbox: Sequence[float] | None,
    ) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "StartModule"
        self._id = "toposcope"
        self.url = script_json(url)
        self.basemap = basemap
        self.layers = tuple(layers)
        self.bbox = script_json(bbox)
