"""sumbench: an evaluation benchmark for summarisation and fact consistency."""

__version__ = "0.1.0"
