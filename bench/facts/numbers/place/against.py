"""What speaks against a figure that the article has: each kind of evidence with its reason."""

from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from bench.facts.numbers.absent import told_in_order
from bench.facts.numbers.assess import Assessment, Support
from bench.facts.numbers.context import Scene
from bench.facts.numbers.derive.parts import another_part, of_no_part, part_as_sum
from bench.facts.numbers.derive.votes import other_majority
from bench.facts.numbers.place.abreast import of_the_other
from bench.facts.numbers.place.ages import other_age, own_age
from bench.facts.numbers.place.announced import worked_out
from bench.facts.numbers.place.begun import wrong_edge
from bench.facts.numbers.place.brackets import bracketed
from bench.facts.numbers.place.changes import told_otherwise
from bench.facts.numbers.place.contrasted import of_another, told_as_there
from bench.facts.numbers.place.doubt import Reading
from bench.facts.numbers.place.elsewhere import beside_another, in_another_clause, in_its_company
from bench.facts.numbers.place.exchange import told_elsewhere, unused
from bench.facts.numbers.place.nth import other_of_a_row
from bench.facts.numbers.place.opposed import opposed
from bench.facts.numbers.place.parallel import told_of_another
from bench.facts.numbers.place.partitive import told_as_whole
from bench.facts.numbers.place.periods import wrong_time
from bench.facts.numbers.place.planned import other_of_plan
from bench.facts.numbers.place.rates import other_period
from bench.facts.numbers.place.rows import in_another_row, in_its_row
from bench.facts.numbers.place.sides import other_side
from bench.facts.numbers.place.subjects import of_another_subject
from bench.facts.numbers.place.years import of_another_year
from bench.facts.numbers.text import Reason, nearest, phrase
from bench.facts.people.reading.cast import Cast
from bench.facts.quantities.quantity import Quantity

TABLED, PLAIN, LIKELY, PERHAPS = 0.95, 0.9, 0.85, 0.75
"""Doubts where a table has the figure in another row only, among others from which it follows by chance;
where the article tells of a figure what excludes the claim, where the claim's words stand by another figure,
and where it ranks something else. Of the second, one in a thousand right numbers was flagged, of the third as
many (`benchmarks/validate.py --only "numbers exchanged"`); the last is shown as suspect."""


_Telling = Callable[[Scene, Scene, Assessment], object]


class Against(NamedTuple):
    """How doubtful evidence makes a figure, and the reason."""

    doubt: float
    reason: Reason


def against(cast: Cast, reading: Reading, found: Assessment) -> Against | None:
    """Return the evidence against a figure that has support in the article, if there is any."""
    article, summary = reading.article, reading.summary
    fact = found.supports[0].fact
    if _ranks_another(article, found):
        return Against(PERHAPS, Reason(f"article: {phrase(article, fact)}", (fact,)))
    if found.claim.weak or found.claim.vague:
        return None
    if age := other_age(article, summary, found.claim):
        said = f"article: {phrase(article, fact)}{own_age(article, summary, found.claim)}"
        return Against(PLAIN, Reason(said, (fact, age[1])))
    if rows := in_another_row(article, summary, found):
        return _plain(article, found, f"of {rows[0]}, not {rows[1]}", TABLED)
    for told, words in _TOLD_OTHERWISE:
        if what := told(article, summary, found):
            return _plain(article, found, words.format(what))
    elsewhere = told_elsewhere(found, reading.beside(found))
    if other := other_of_plan(article, summary, found, elsewhere):
        return Against(LIKELY, Reason(nearest(article, fact, other), (fact, other)))
    if other := of_the_other(article, summary, found):
        return Against(TABLED, Reason(nearest(article, fact, other), (fact, other)))
    if other := of_another_year(article, summary, found):
        return Against(LIKELY, Reason(nearest(article, fact, other), (fact, other)))
    for other in _told_of_others(cast, reading, found, elsewhere):
        if not told_as_there(article, summary, found.claim, fact, other):
            return Against(LIKELY, Reason(nearest(article, fact, other), (fact, other)))
    return None


_TOLD_OTHERWISE: tuple[tuple[_Telling, str], ...] = (
    (worked_out, "no {0}"),
    (opposed, "{0.article}, not {0.claim}"),
    (wrong_time, "the {0} of two figures"),
    (told_otherwise, "the {0}"),
    (other_period, "{0[0]}, not {0[1]}"),
    (other_side, "{0[0]}, not {0[1]}"),
    (other_of_a_row, "number {0[0]} of a row, not {0[1]}"),
    (wrong_edge, "the {0}"),
    (bracketed, "of {0[0]}, not {0[1]}"),
    (told_as_whole, "a part of {0}"),
    (another_part, "{0.text}"),
    (of_no_part, "it has {0}"),
    (part_as_sum, "a part of {0}"),
    (other_majority, "the vote was {0.text}"),
)
"""What tells a figure otherwise than the article does, in the order in which it is asked, and its reason."""


def _told_of_others(
    cast: Cast, reading: Reading, found: Assessment, elsewhere: Collection[int]
) -> Iterator[Quantity]:
    """Yield the figures that the article has for what a summary tells of a claim, each asked for in turn."""
    article, summary = reading.article, reading.summary
    free = not in_its_row(article, summary, found)
    if free and (rival := _of_another_figure(cast, reading, found)):
        yield rival.fact
    if other := told_of_another(article, summary, found, elsewhere):
        yield other
    if free and (other := of_another(article, summary, found)):
        yield other


def _of_another_figure(cast: Cast, reading: Reading, found: Assessment) -> Support | None:
    """Return the figure that the article has for what a summary tells of the claim's."""
    article, summary = reading.article, reading.summary
    rival = beside_another(cast, article, summary, found)
    if rival and in_its_company(article, summary, found, rival.fact):
        rival = None
    return (
        rival
        or in_another_clause(article, summary, found)
        or of_another_subject(article, summary, found, unused(found, reading.beside(found)))
    )


def _ranks_another(article: Scene, found: Assessment) -> bool:
    """Whether the article ranks other things only, elsewhere: "the first lap" is no "first win"."""
    if found.claim.kind != "ordinal" or not found.head or told_in_order(found.head):
        return False
    heads = [article.head(support.fact) for support in found.supports]
    apart = all(head and not set(head) & set(found.head) for head in heads)
    return apart and all(support.words.share < _ONE_THING for support in found.supports)


_ONE_THING = 0.3
"""Share of the words around an ordinal from which another noun may be another word for one thing."""


def _plain(article: Scene, found: Assessment, what: str, doubt: float = PLAIN) -> Against:
    fact = found.supports[0].fact
    return Against(doubt, Reason(f"article: {phrase(article, fact)}: {what}", (fact,)))
