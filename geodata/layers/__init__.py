"""Resolutions to layers: what is toggled, filtered and downloaded."""

from geodata.layers.catalogue import LAYER_IDS, LAYERS, layer_of
from geodata.layers.compose import compose, detailed, make_feature
from geodata.layers.filters import Filters, apply, confidence_word, read_filters
from geodata.layers.styles import STYLES, Style, style_of

__all__ = [
    "LAYERS",
    "LAYER_IDS",
    "STYLES",
    "Filters",
    "Style",
    "apply",
    "compose",
    "confidence_word",
    "detailed",
    "layer_of",
    "make_feature",
    "read_filters",
    "style_of",
]
