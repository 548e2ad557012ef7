"""Figures that lists tie to a name: "£18,450 (Alder), £21,200 (Birch)", "girls (84%)", "Peel 92, Orr 67"."""

from bench.facts.numbers.assess import Assessment
from bench.facts.numbers.context import Scene
from bench.facts.numbers.kept import once_per_text
from bench.facts.quantities.quantity import DATES, Quantity

_UNFIT = DATES | {"name", "ordinal", "age"}
_LONGEST = 4
"""Words of a name or a group that brackets stand beside."""
_NO_OWNERS = frozenset(
    {"", "the", "a", "an", "of", "in", "for", "to", "and", "or", "with", "by", "at", "on", "from"}
)


def bracketed(article: Scene, summary: Scene, found: Assessment) -> tuple[str, str] | None:
    """Return whose the article's brackets make a figure, and whose the summary, where these are two.

    The summary names one such owner alone in the figure's clause, right before the figure or right behind it.
    """
    if found.claim.kind in _UNFIT:
        return None
    owners = _owners(article)
    own = {owners.get(support.fact.first, "") for support in found.supports}
    if len(own) != 1 or not (name := own.pop()):
        return None
    words = {summary.tape.words[at] for at in summary.clause(found.claim)}
    told = {other for other in owners.values() if other.split()[0].lower() in words}
    return (name, told.pop()) if len(told) == 1 and name not in told else None


@once_per_text
def _owners(article: Scene) -> dict[int, str]:
    """Return the names that brackets tie figures to, by where the figures begin; single ones are no list."""
    found = {}
    for fact in article.quantities:
        if name := _behind(article, fact) or _before(article, fact) or _itself(article, fact):
            found[fact.first] = name
    return found if len(set(found.values())) > 1 else {}


def _itself(article: Scene, fact: Quantity) -> str:
    """Return the name that a figure is read with: "(Iqbal 104, Stead 67)"."""
    return article.tape.surface(fact.first, fact.last).rpartition(" ")[0] if fact.loose else ""


def _behind(article: Scene, fact: Quantity) -> str:
    """Return the capitalised name in brackets right behind a figure."""
    tape = article.tape
    if tape.word(fact.last) != "(" or not tape.capital(fact.last + 1):
        return ""
    end = next((at for at in range(fact.last + 1, fact.last + 2 + _LONGEST) if tape.word(at) == ")"), 0)
    return tape.surface(fact.last + 1, end) if end else ""


def _before(article: Scene, fact: Quantity) -> str:
    """Return the word, or the capitalised name, right before the bracket that holds a figure alone."""
    tape, at = article.tape, fact.first - 2
    if tape.word(at + 1) != "(" or tape.word(fact.last) not in (")", ",", ";"):
        return ""
    word = tape.word(at)
    if word in _NO_OWNERS or not word.isalpha():
        return ""
    first = at
    while tape.capital(at) and first > at - _LONGEST and tape.capital(first - 1):
        first -= 1
    return tape.surface(first, at + 1)
