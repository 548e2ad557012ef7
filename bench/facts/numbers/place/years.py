"""Figures told of a year that the article names with another figure of their sort, and not with theirs.

"The river last rose as high in 2009, when 41 people died", where 41 died now and "in 2009 it was 67".
"""

from collections.abc import Iterator

from bench.facts.numbers.assess import Assessment
from bench.facts.numbers.context import Scene
from bench.facts.numbers.place.frames import frame, sort, values
from bench.facts.numbers.place.partitive import ANYBODY, part_of
from bench.facts.numbers.place.rivals import NO_PART, is_list, is_other, of_like_size, of_one_sort
from bench.facts.quantities.quantity import Quantity

_WITHIN = frozenset({"in", "of", "during", "for"})
_COMPARING = frozenset(
    "since than from until till by before after against compared more less fewer up down rose fell rise fall "
    "again unlike versus twice half".split()
)
"""Words by which a year is told that is not that of a figure beside it."""


def of_another_year(article: Scene, summary: Scene, found: Assessment) -> Quantity | None:
    """Return the figure that the article has for the year in which a summary tells a claim."""
    claim = found.claim
    if claim.kind in NO_PART or claim.is_date or claim.vague or claim.weak or is_list(summary, claim):
        return None
    year = _year(summary, claim)
    own = [support.fact for support in found.supports if support.match.fit >= _SAME]
    if year is None or not own or part_of(summary, claim) or any(_near(article, fact, year) for fact in own):
        return None
    told = {figure.value for figure in summary.figures(summary.sentence[claim.first])}
    others = (other for other in _of(article, year) if other.value not in told)
    return next((other for other in others if _stands(article, found, own, other)), None)


_SAME = 0.55
"""Fit from which the article's figure may be the one that is told."""


def _year(summary: Scene, claim: Quantity) -> str | None:
    """Return the one year in which a claim's sentence tells it, and no other figure of its sort."""
    sentence = summary.sentence[claim.first]
    figures, words = summary.figures(sentence), summary.tape.words
    years = [figure for figure in figures if figure.kind == "year"]
    others = [q for q in figures if q.first != claim.first and not q.weak and sort(q) == sort(claim)]
    if len(years) != 1 or years[0].high is not None or others:
        return None
    start, stop = summary.bounds(sentence)
    if years[0].last <= claim.first and "when" in words[years[0].last : years[0].last + 2]:
        # "The worst since 1987, when 11 people drowned"
        start = years[0].last
    elif summary.tape.word(years[0].first - 1) not in _WITHIN:
        return None
    return values(years[0])[0] if _COMPARING.isdisjoint(words[start:stop]) else None


def _near(article: Scene, fact: Quantity, year: str) -> bool:
    """Whether a year may be that of a figure: it is told of it, or stands in the sentence before."""
    sentence = article.sentence[fact.first]
    if year in _years(article, sentence - 1):
        return True
    return year in _years(article, sentence) and year in frame(article, fact).all


def _years(article: Scene, sentence: int) -> set[str]:
    return {
        values(other)[0] if other.kind == "year" else f"#{other.parts[0]}"
        for other in article.figures(sentence)
        if other.kind == "year" or (other.is_date and other.parts)
    }


def _of(article: Scene, year: str) -> Iterator[Quantity]:
    """Yield the figures of which a year is told alone."""
    for number in dict.fromkeys(article.sentence[q.first] for q in article.quantities if q.kind == "year"):
        if year in _years(article, number):
            yield from (q for q in article.figures(number) if not q.is_date and year in frame(article, q).all)


def _stands(article: Scene, found: Assessment, own: list[Quantity], other: Quantity) -> bool:
    """Whether a figure counts or measures the same as all places of a claim."""
    if any(
        not (is_other(fact, other) and of_one_sort(fact, other) and of_like_size(fact, other)) for fact in own
    ):
        return False
    if part_of(article, other) or other.kind in NO_PART:
        return False
    if found.claim.unit:
        return any(word[0] != "#" for word in frame(article, other).all & frame(article, own[0]).all)
    heads = set(article.head(other)) - ANYBODY
    mine = (set(found.head) | {word for fact in own for word in article.head(fact)}) - ANYBODY
    people = set(article.head(other)) & ANYBODY and set(found.head) & ANYBODY
    return bool(heads & mine or people)
