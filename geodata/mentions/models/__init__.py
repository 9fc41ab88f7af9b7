"""Trained weights and tables, each made by a `toposcope train` command."""
