"""Figures that an article does not state but that follow from it: each module knows one kind of step."""
