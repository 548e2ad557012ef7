"""Comparing names and looking them up; names of places and bodies that an article never gives."""
