"""Figures doubled, halved or trebled, where article or summary says so."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import combinations

from bench.facts.numbers.context import Scene
from bench.facts.numbers.derive.one_unit import figures_alike, fitting_figures
from bench.facts.numbers.derive.record import Case, Step
from bench.facts.numbers.kept import once_per_text
from bench.facts.quantities.quantity import Quantity

MULTIPLES = {
    "twice": 2, "doubled": 2, "doubling": 2, "doubles": 2, "halved": 2, "halve": 2, "halving": 2,
    "tripled": 3, "tripling": 3, "treble": 3, "trebled": 3, "threefold": 3, "quadrupled": 4, "fourfold": 4,
    "fivefold": 5, "tenfold": 10,
}  # fmt: skip
"""Words of an article or a summary that multiply a figure or divide it."""


def multiples(case: Case) -> Iterator[Step]:
    """Double, halve or treble a figure where article or summary says so."""
    if case.claim.kind in ("ordinal", "fraction"):
        return
    said = {MULTIPLES[word] for word in case.beside if word in MULTIPLES}
    places = _multiplied(case.article)
    if not said and not places:
        return
    for fact in fitting_figures(case.article, case.sort):
        factors = {factor for index, factor in places if 0 != index - fact.first in _MULTIPLIED} | said
        for factor in sorted(factors):
            if fact.kind != "percent" or fact.value * factor <= 100:
                yield Step(fact.value * factor, "times", (f"{factor} x", fact.value), (fact,))
            yield Step(fact.value / factor, "times", (fact.value, f"/ {factor}"), (fact,), rounded=True)


@once_per_text
def _multiplied(article: Scene) -> list[tuple[int, int]]:
    """Return where words multiply, and by how much."""
    tape, words = article.tape, article.tape.words
    said = [(at, MULTIPLES[words[at]]) for at in tape.places(MULTIPLES.keys())]
    said += [(at, _VERBS[words[at]]) for at in tape.places(_VERBS.keys()) if _multiplies(article, at)]
    said += _parts_of_other_times(article)
    said += [(at, 2) for at in tape.places({"same"}) if article.tape.word(at + 1) in _AMOUNT]
    times = (
        (fact.first, int(fact.value))
        for fact in article.quantities
        if fact.kind == "count"
        and not fact.value % 1
        and words[fact.last : fact.last + 1] == ["times"]
        and article.tape.word(fact.last + 1) in TIMES_WHAT
    )
    return sorted((*said, *times))


def _parts_of_other_times(article: Scene) -> Iterator[tuple[int, int]]:
    """Yield where a figure is told as a part of one before it: "half of last year's", "half of that"."""
    for fact in article.quantities:
        if fact.kind == "fraction" and fact.parts[:1] == (1,):
            behind = article.tape.words[fact.last : fact.last + 3]
            if not _OTHER_TIME.isdisjoint(behind) or (
                not fact.unit and behind[behind[:1] == ["of"] :][:1] == ["that"]
            ):
                yield fact.first, fact.parts[1]


_AMOUNT = frozenset({"amount", "sum", "size"})
"""Words behind "the same" that tell a second amount by the first: "the other half, of the same amount"."""
_OTHER_TIME = frozenset({"last", "previous", "preceding", "earlier"})


def in_pairs(case: Case) -> Iterable[Step]:
    """Count those of pairs and couples: "60 pairs of herons" are 120 herons."""
    if case.claim.kind != "count" or case.claim.unit or case.claim.value % 2:
        return ()
    return [step for nouns, step in _in_pairs(case.article) if not nouns or nouns & set(case.head)]


@once_per_text
def _in_pairs(article: Scene) -> list[tuple[frozenset[str], Step]]:
    """Return how many stated pairs are together, with the nouns that tell what is paired."""
    words, found = article.tape.words, list[tuple[frozenset[str], Step]]()
    for fact in article.quantities:
        paired = _PAIRS & set(words[fact.last : fact.last + 2])
        if paired and fact.kind == "count" and fact.high is None and not fact.value % 1:
            first, stop = article.sentence_of(fact)
            told = frozenset() if "couples" in paired else frozenset(article.stems[first:stop])
            if "of" in (of := words[fact.last : fact.last + 3]):
                start = fact.last + of.index("of") + 1
                told = frozenset(article.stems[start : start + _PAIRED])
            step = Step(2 * fact.value, "word", (article.tape.surface(fact.first, fact.last + 1),), (fact,))
            found.append((told, step))
    return found


_PAIRS = frozenset({"pairs", "couples"})
_PAIRED = 4
"""Words behind "pairs of" that tell what is paired."""


def _multiplies(article: Scene, at: int) -> bool:
    """Whether "double" or "triple" tells of amounts ("to triple", "double this year's"), not of rooms."""
    return article.tape.word(at - 1) in _AHEAD or article.tape.word(at + 1) in _THAT


def as_many(case: Case) -> Iterable[Step]:
    """Divide two figures where a claim says how many times one is the other: "three times as many"."""
    if not multiplies(case):
        return ()
    told = [
        fact for fact in case.article.quantities if fact.high is None and fact.value > 0 and case.says(fact)
    ]
    return [*_ratios(case.article), *(step for pair in combinations(told, 2) for step in _ratio(*pair))]


def multiplies(case: Case) -> bool:
    """Whether a claim says how many times one figure is another: nothing else can lead to it."""
    times, of_what = (*case.behind[:2], "", "")[:2]
    return case.claim.kind == "count" and times == "times" and of_what in _AS_MANY


_AS_MANY = frozenset("as more higher the what larger bigger its".split())
_LEAST = Decimal("1.5")


@once_per_text
def _ratios(article: Scene) -> list[Step]:
    return [step for pair in figures_alike(article) for step in _ratio(*pair)]


def _ratio(one: Quantity, other: Quantity) -> Iterator[Step]:
    """Yield how many times one figure is the other."""
    high, low = max(one.value, other.value), min(one.value, other.value)
    if one.unit == other.unit and high >= low * _LEAST:
        yield Step(high / low, "times", (high, "/", low), (one, other), rounded=True)


_VERBS = {"double": 2, "triple": 3, "treble": 3, "quadruple": 4}
_AHEAD = frozenset("to will would could may might should".split())
_THAT = frozenset("the this that last its what those".split())
_MULTIPLIED = range(-6, 21)
"""Words behind a figure, or before it, at which a word that multiplies it stands."""
TIMES_WHAT = frozenset("the what as its more higher larger bigger".split())
"""Words behind "three times" that show it to multiply: "three times the first estimate"."""
