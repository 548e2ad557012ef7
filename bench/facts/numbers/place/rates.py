"""What comes each day told as what comes each week, or in all: "95 a night" for "95 a week"."""

from bisect import bisect_left
from operator import attrgetter

from bench.facts.numbers.assess import Assessment
from bench.facts.numbers.context import Scene
from bench.facts.numbers.kept import once_per_figure
from bench.facts.quantities.quantity import DATES, Quantity

_UNFIT = DATES | {"name", "ordinal", "score", "fraction", "age"}
_EACH = frozenset({"a", "an", "per", "each", "every", "/"})
_PERIODS = {
    "minute": "minute", "hour": "hour", "hourly": "hour", "day": "day", "daily": "day", "night": "night",
    "nightly": "night", "week": "week", "weekly": "week", "fortnight": "fortnight", "month": "month",
    "monthly": "month", "quarter": "quarter", "quarterly": "quarter", "year": "year", "yearly": "year",
    "annually": "year", "annum": "year",
}  # fmt: skip
_NO_RATE = frozenset("ago earlier before later after and".split())
"""Words behind "a year" that make it a length of time: "a year ago", "a year and a half"."""
_ENDS = frozenset(
    "in on at of for over within after before by than about until with from to and or , . ; : ( )".split()
)
_THROUGH = frozenset({"over", "within"})
_REACH = 5
"""Words between a figure and "a year": "132 more in tax a year"."""


def other_period(article: Scene, summary: Scene, found: Assessment) -> tuple[str, str] | None:
    """Return how often a figure comes by the article and by the summary, where they exclude each other."""
    if found.claim.kind in _UNFIT:
        return None
    mine = period(summary, found.claim)
    theirs = {period(article, support.fact) for support in found.supports} if mine else {""}
    if theirs & {"", mine}:
        return None
    return min(theirs), mine


@once_per_figure
def period(scene: Scene, figure: Quantity) -> str:
    """Return how often a figure comes, "each year" or "over years" in all; empty where neither follows it."""
    words, (_, stop) = scene.tape.words, scene.sentence_of(figure)
    for at in range(figure.last, min(stop, figure.last + _REACH)):
        word = words[at]
        if word in _EACH and scene.tape.word(at + 1) in _PERIODS:
            return "" if scene.tape.word(at + 2) in _NO_RATE else f"each {_PERIODS[words[at + 1]]}"
        if word.endswith("ly") and word in _PERIODS:
            return f"each {_PERIODS[word]}"
        if word in _THROUGH and _is_length(scene, at + 1):
            return "over the whole time"
        if word in _ENDS or scene.inside(at):
            break
    return ""


def _is_length(scene: Scene, at: int) -> bool:
    """Whether a length of time begins at `at`."""
    index = bisect_left(scene.quantities, at, key=_first)
    found = scene.quantities[index : index + 1]
    return bool(found) and found[0].first == at and found[0].kind == "duration"


_first = attrgetter("first")
