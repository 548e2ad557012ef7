"""A number with its noun, as sentences have it."""


def counted(number: int, noun: str) -> str:
    """Return `1 article`, `2 articles`, `1,200 articles`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
