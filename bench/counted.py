"""A number with its noun or its ending, as sentences have it."""


def counted(number: int, noun: str) -> str:
    """Return `1 article`, `2 articles`, `1,200 articles`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def ordinal_ending(number: int) -> str:
    """Return what a rank ends in: `st` for 1 and 21, `th` for 4 and 11."""
    return "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
