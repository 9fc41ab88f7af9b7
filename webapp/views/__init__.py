"""One blueprint for each first segment of an address."""
