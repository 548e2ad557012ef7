"""Figures told of a subject that has others of their sort in the article.

"The campaign will cost 610,000", where "the last outbreak cost 610,000" and "the campaign will cost 240,000":
what opens the claim's sentence stands in the frame of another figure (see `frames`), and nowhere around its
own.
"""

from collections.abc import Sequence

from bench.facts.numbers.assess import Assessment, Support
from bench.facts.numbers.context import Scene
from bench.facts.numbers.place.frames import ANY_WORD, ASIDE, frame, is_verb, told_weight, values
from bench.facts.quantities.quantity import has_day

_UNFIT = frozenset({"name", "ordinal", "age", "weekday"})
_COPIED = 3
"""Words straight around a figure from which the claim is the article's own wording."""
_FIRST = 3
"""Words of a sentence before a figure among which its subject is."""
_MOST = 0.5
"""Share of what stands with the other figure that may stand around the claim's own alone."""


def of_another_subject(
    article: Scene, summary: Scene, found: Assessment, free: Sequence[Support]
) -> Support | None:
    """Return the figure that the article has for a claim's subject; `free` are those not told elsewhere."""
    claim = found.claim
    meant = found.meant
    if claim.kind in _UNFIT or not meant or not free or meant[0].words.run >= _COPIED:
        return None
    if claim.is_date and claim.high is not None:
        # "Hale (1869-1934)" is told beside a name in any sentence.
        return None
    if not (claim.unit or claim.is_date or found.head):
        return None
    start, _ = summary.sentence_of(claim)
    mine = frame(summary, claim)
    words = {word for word in mine.own | mine.shared if word in article.weights}
    opening = {word for word in _opening(summary, start, claim.first) if word in words}
    around = {word for support in meant for word in _around(article, support, back=1)}
    subject = opening - around
    if not subject or told_weight(article, subject) < told_weight(article, opening & around):
        return None
    figures = {
        value
        for other in summary.figures(summary.sentence[start])
        if other.first != claim.first
        for value in values(other)
    }
    for rival in free:
        if not _like(article, found, meant[0], rival):
            continue
        told = frame(article, rival.fact).all
        named, more = subject & told, (words & told) - subject
        own = ((words | figures) & around) - _around(article, rival)
        most = _MOST * told_weight(article, words & told)
        if more and told_weight(article, named) >= ANY_WORD and told_weight(article, own) <= most:
            return rival
    return None


def _opening(summary: Scene, start: int, stop: int) -> list[str]:
    """Return the first stems of a clause up to its verb or to a figure: those that its subject may be."""
    words = summary.tape.words
    joints = (at for at in range(stop - 1, start, -1) if words[at] in _JOINTS and words[at - 1] == ",")
    start = next((at + 1 for at in joints), start)
    if words[start] in ASIDE:
        start = next((at + 1 for at in range(start, stop) if words[at] == ","), stop)
    ends = (
        at for at in range(start, stop) if words[at] in _RELATIVE or (is_verb(summary, at) and at > start)
    )
    return summary.plain(start, next(ends, stop))[:_FIRST]


_JOINTS = frozenset({"and", "but", "while", "whereas"})
"""Behind a comma a clause begins with them that has a subject of its own."""
_RELATIVE = frozenset({"that", "which", "who", "whose", "where", "when"})


def _like(article: Scene, found: Assessment, own: Support, rival: Support) -> bool:
    """Whether a figure is of the kind and unit of the claim's own, or counts the claim's noun."""
    if rival.fact.kind != found.claim.kind or rival.fact.unit != own.fact.unit:
        return False
    if found.claim.is_date:
        return has_day(found.claim) == has_day(rival.fact)
    if found.claim.unit:
        return True
    return not set(article.head(rival.fact)).isdisjoint(found.head)


def _around(article: Scene, support: Support, back: int = 0) -> set[str]:
    """Return the stems and figures of a figure's sentence, and the stems of the sentence before it."""
    places = article.span(support.fact, back=back)
    words = {*article.stems[places.start : places.stop], *frame(article, support.fact).meant}
    for other in article.figures(article.sentence[support.fact.first]):
        words.update(values(other))
    return words
