"""Numbers that a summary takes over from its article with the words around them.

They are what the article says, so that no other figure need be weighed against them. A third of the numbers
of summaries that people found consistent are such, and of 3,888 planted exchanges (those that
`benchmarks/fit_number_doubt.py` fits on) one.
"""

import msgspec

from bench.facts.numbers.context import Scene
from bench.facts.numbers.kept import once_per_text
from bench.facts.quantities.quantity import Quantity

_BESIDE = 3
"""Words on either side of a number, as far as its sentence goes, that the article has to have there too."""
_FEWEST = 3
"""Words (signs and figures left out) that these must be: "in 2014, " stands in many places."""


def same_place(article: Scene, summary: Scene, claim: Quantity) -> Quantity | None:
    """Return the article's figure that stands among the very words that the summary has around `claim`."""
    alike = _stated(article).get(_figure(claim))
    if not alike:
        return None
    start, stop = summary.sentence_of(claim)
    first, last = max(start, claim.first - _BESIDE), min(stop, claim.last + _BESIDE)
    words = summary.tape.words
    beside = [*words[first : claim.first], *words[claim.last : last]]
    if sum(map(str.isalpha, beside)) < _FEWEST:
        return None
    window = words[first:last]
    for fact in alike:
        begin = fact.first - (claim.first - first)
        if begin >= 0 and article.tape.words[begin : begin + len(window)] == window:
            return fact
    return None


def repeats(article: Scene, fact: Quantity) -> list[Quantity]:
    """Return where else the article states one of its figures."""
    return [other for other in _stated(article)[_figure(fact)] if other is not fact]


@once_per_text
def _stated(article: Scene) -> dict[Quantity, list[Quantity]]:
    """Return the places of each figure of an article, by the figure without its place."""
    found: dict[Quantity, list[Quantity]] = {}
    for fact in article.quantities:
        found.setdefault(_figure(fact), []).append(fact)
    return found


def _figure(quantity: Quantity) -> Quantity:
    return msgspec.structs.replace(quantity, start=0, end=0, first=0, last=0)
