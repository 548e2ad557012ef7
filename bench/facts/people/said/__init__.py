"""Statements held against who made them in an article."""
