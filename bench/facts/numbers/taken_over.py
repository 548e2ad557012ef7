"""Numbers that a summary takes over from its article with the words around them.

They are what the article says, so that no other figure need be weighed against them. A third of the numbers
of summaries that people found consistent are such, and of 3,888 planted exchanges (those that
`benchmarks/fit_number_doubt.py` fits on) one.
"""

from bench.facts.numbers.context import Scene
from bench.facts.numbers.kept import once_per_text
from bench.facts.quantities.quantity import Quantity, without_place
from bench.facts.taken_over import same_place


def figure_taken_over(article: Scene, summary: Scene, claim: Quantity) -> Quantity | None:
    """Return the article's figure that stands among the very words that the summary has around `claim`."""
    alike = {fact.first: fact for fact in _stated(article).get(without_place(claim), ())}
    if not alike:
        return None
    part, sentence = (claim.first, claim.last), summary.sentence_of(claim)
    at = same_place(article.tape.words, alike, summary.tape.words, part, sentence)
    return None if at is None else alike[at]


def repeats(article: Scene, fact: Quantity) -> list[Quantity]:
    """Return where else the article states one of its figures."""
    return [other for other in _stated(article)[without_place(fact)] if other is not fact]


@once_per_text
def _stated(article: Scene) -> dict[Quantity, list[Quantity]]:
    """Return the places of each figure of an article, by the figure without its place."""
    found: dict[Quantity, list[Quantity]] = {}
    for fact in article.quantities:
        found.setdefault(without_place(fact), []).append(fact)
    return found
