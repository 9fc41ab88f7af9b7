"""How good the geoparser is: gold texts, measures, and reports of both."""
