"""What comes to each, and all together: averages and equal parts."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal

from bench.facts.numbers.context import Scene
from bench.facts.numbers.derive.one_unit import converted_figures, wholes
from bench.facts.numbers.derive.record import Case, Step, near
from bench.facts.numbers.kept import once_per_text
from bench.facts.numbers.place.rates import period
from bench.facts.quantities.quantity import Quantity
from bench.facts.quantities.units import converted, units
from bench.facts.stems import stem

EACH = frozenset(
    "each every per apiece equal equally split shared average averages averaged averaging mean annually "
    "yearly daily weekly".split()
)


def equal_parts(case: Case) -> Iterator[Step]:
    """Multiply or divide an amount by a count beside it where the text says "each", "equal" or "a year"."""
    article = case.article
    if case.claim.kind == "percent":
        return
    counts = _counts(article)
    beside = not EACH.isdisjoint(case.beside)
    spans = [count for count in counts if count.kind == "duration" and count.unit in case.beside]
    for whole in _amounts(case):
        partners: Sequence[Quantity] = spans
        if beside or _each_beside(article, whole):
            partners = counts
        elif rate := period(article, whole):
            partners = [*spans, *(count for count in counts if rate == f"each {count.unit}")]
        told = [count for count in partners if count.first != whole.first and near(article, whole, count)]
        for count in _of_nouns(case, told):
            for value, sign in _each_way(whole.value, count.value):
                yield Step(value, "each", (whole.value, sign, count.value), (whole, count), rounded=True)


def _of_nouns(case: Case, counts: list[Quantity]) -> list[Quantity]:
    """Return the counts of what a claim's sentence names, or all where it names what none of them counts."""
    own = set(case.summary.words(case.summary.sentence[case.claim.first]))
    named = [count for count in counts if own & set(case.article.head(count)[:1])]
    others = [count for count in counts if not case.article.head(count)]
    return [*named, *others] if named else counts


def for_one(case: Case) -> Iterator[Step]:
    """Divide an amount by the number of what a claim tells it for: "15 euros a head", "an average summer"."""
    noun = _told_for(case)
    if not noun or case.claim.kind == "percent":
        return
    article = case.article
    partners = [
        (fact, number) for fact in article.quantities if (number := _number_of(article, fact, noun)) > 1
    ]
    if not partners:
        return
    for whole in _amounts(case):
        for count, number in partners:
            if count.first != whole.first and near(article, whole, count):
                told = (whole.value, "/", number)
                yield Step(whole.value / number, "rate", told, (whole, count), rounded=True)


def by_rate(case: Case) -> Iterator[Step]:
    """Divide what there is by what is done of it in a time: 1,140 coins at "15 a day" take 76 days."""
    claim, article = case.claim, case.article
    if claim.kind != "duration" or claim.high is not None:
        return
    rates = [fact for fact in article.quantities if period(article, fact) == f"each {claim.unit}"]
    for rate in rates:
        for whole in article.quantities:
            alike = whole.kind == rate.kind and whole.unit == rate.unit and whole.high is None
            if alike and whole.value > rate.value > 1 and not period(article, whole):
                told = (whole.value, "/", rate.value)
                yield Step(whole.value / rate.value, "each", told, (whole, rate), rounded=True)


def _amounts(case: Case) -> list[Quantity]:
    """Return the amounts that a claim can be a part of, measures in its own unit."""
    return (converted_figures if case.sort.kind == "measure" else wholes)(case.article, case.sort)


def _told_for(case: Case) -> str:
    """Return the noun of what a claim is told for each one of, or ""."""
    word, claim = case.summary.tape.word, case.claim
    behind, before = (
        range(claim.last, claim.last + _BEHIND),
        range(claim.first - 1, claim.first - _BEFORE, -1),
    )
    if word(claim.first - 1) == "every" and word(claim.first - 2) == "for":
        # "A teacher for every 18 pupils".
        return word(claim.first - 3)
    for places, ones in ((behind, _ONE), (before, _EACH_ONE)):
        for at in places:
            if word(at) in _STOPS:
                break
            if word(at) in ones or (word(at) in _A and word(at + 1) == "average"):
                at += 1 + (word(at + 1) == "average")
                if word(at) == "of" and word(at - 1) in _EACH_ONE:
                    # "Each of the two new ships".
                    at += 1
                    while word(at) in _OF_WHICH or case.summary.inside(at):
                        at += 1
                noun = word(at)
                return noun if noun.isalpha() and noun not in _NO_NOUN else ""
    return ""


def _number_of(article: Scene, fact: Quantity, noun: str) -> Decimal:
    """Return how many of what a noun is one of a figure tells, "26 summers", tonnes for a kilo; else 0."""
    unit = units().words.get(noun)
    if fact.high is None and fact.unit and unit:
        return converted(fact.value, fact.unit, unit) or Decimal(0)
    heads = article.head(fact) if fact.is_plain_count else ()
    told = heads and (noun in _HEADS or not {stem(noun), stem(f"{noun}s")}.isdisjoint(heads))
    return fact.value if told else Decimal(0)


_A = frozenset({"a", "an", "the"})
_EACH_ONE = frozenset({"each", "every", "per"})
_ONE = _EACH_ONE | {"a", "an", "/"}
_HEADS = frozenset({"head", "person", "capita"})
_NO_NOUN = frozenset("of the his her its their one to in with for at on and".split())
_OF_WHICH = frozenset("the its their these those new old".split())
_STOPS = frozenset({"", ".", ";", ":", "(", ")"})
_BEHIND, _BEFORE = 4, 9
"""Words behind a claim, and before it, within which stands what it is told for."""


def _each_beside(article: Scene, whole: Quantity) -> bool:
    """Whether a word that tells what comes to each stands within six words of an amount."""
    places = _each_places(article)
    at = bisect_left(places, whole.first - 6)
    return at < len(places) and places[at] < whole.last + 6


@once_per_text
def _each_places(article: Scene) -> list[int]:
    return article.tape.places(EACH)


def _each_way(whole: Decimal, count: Decimal) -> Iterator[tuple[Decimal, str]]:
    """Yield what an amount for each comes to in all, unless they are too many, and what comes to each."""
    if count <= _FEW:
        yield whole * count, "x"
    yield whole / count, "/"


_FEW, _MANY = 10_000, 10_000_000
"""Most that an amount is multiplied with, and that it is parted among."""


@once_per_text
def _counts(article: Scene) -> list[Quantity]:
    """Return the counts and lengths of time that something can be multiplied with or parted into.

    A shift of the point is a slip, not arithmetic.
    """
    return [
        fact
        for fact in article.quantities
        if fact.kind in ("count", "duration")
        and fact.high is None
        and 2 <= fact.value <= _MANY
        and fact.value not in (10, 100, 1000)
    ]


_A_YEAR = {
    "each year": 1,
    "each quarter": 4,
    "each month": 12,
    "each week": 52,
    "each day": 365,
    "each night": 365,
}
"""How often each comes in a year."""


def another_period(case: Case) -> Iterator[Step]:
    """Turn what the article tells of a year, month, week or day into what comes in the claim's period."""
    mine = _A_YEAR.get(case.period)
    for fact in wholes(case.article, case.sort) if mine else ():
        theirs = _A_YEAR.get(period(case.article, fact))
        if mine and theirs and mine != theirs:
            value = fact.value * theirs / mine
            told = ("x", Decimal(theirs) / mine) if theirs > mine else ("/", Decimal(mine) / theirs)
            yield Step(value, "period", (fact.value, *told), (fact,), rounded=True)
