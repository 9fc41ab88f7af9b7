"""`python -m geodata` is `toposcope`."""

from geodata.cli import main

if __name__ == "__main__":
    main(prog_name="toposcope")
