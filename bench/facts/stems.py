"""One form for the forms of a word, so that "killed" and "deaths" can be seen to speak of one thing."""

from functools import cache
from importlib.resources import files

from bench.text.by_word import by_word


@cache
def _synonyms() -> dict[str, str]:
    """Return each listed word with the first of its line, which stands for the meaning."""
    table: dict[str, str] = {}
    for line in (files("bench.facts") / "data" / "number_synonyms.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            words = line.lower().split()
            for word in words:
                table.setdefault(word, words[0])
    return table


@by_word
def stem(word: str) -> str:
    """Return a common form for the forms of a word: its meaning's first word, or the word less its ending."""
    found = _synonyms().get(word)
    if found:
        return found
    if len(word) > 4:
        for ending, new in (
            ("ies", "y"),
            ("ied", "y"),
            ("ing", ""),
            ("ers", ""),
            ("ed", ""),
            ("es", ""),
            ("er", ""),
            ("s", ""),
            ("ly", ""),
        ):
            if word.endswith(ending) and len(word) - len(ending) >= 3:
                word = word[: -len(ending)] + new
                break
    elif len(word) == 4 and word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    if word.endswith("e"):
        word = word[:-1]
    return word
