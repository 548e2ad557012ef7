"""Titles, offices and ties of people held against those that an article gives."""
