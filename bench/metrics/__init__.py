"""Metrics: what is measured of a summary, one module each."""
