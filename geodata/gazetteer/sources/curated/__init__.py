"""How the curated tables are read and laid over the gazetteer; see sources/seeds.py."""
