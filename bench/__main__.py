"""`python -m bench` is `sumbench`."""

from bench.cli import main

main()
