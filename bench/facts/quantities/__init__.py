"""Quantities of a text: numbers, amounts, dates and times, with what each is worth and what it counts."""
