"""Times told from the day of the report: "next week", "later this month", "at the end of the season".

A summary that tells one which its article never tells has it from nowhere, unless the article gives the time
in other words. What is yet to come is dated with care, so that its absence tells most; of "last year" it
tells little, and "this year" says no more than that the report is new.
"""

from typing import TYPE_CHECKING, Literal, NamedTuple

from bench.facts.judged import Judged
from bench.facts.numbers.context import Scene
from bench.facts.numbers.kept import once_per_text
from bench.facts.quantities.dates import MONTHS, WEEKDAYS
from bench.records import Finding, Span, Verdict

if TYPE_CHECKING:
    from bench.facts.source import Source

Way = Literal["past", "next", "this", "end", "start"]

_UNITS = {
    word: unit
    for unit in "week weekend fortnight month quarter year season term decade century".split()
    for word in (unit, f"{unit}s")
}
_WAYS: dict[str, Way] = {
    "last": "past", "previous": "past", "past": "past", "preceding": "past", "prior": "past",
    "next": "next", "coming": "next", "following": "next", "upcoming": "next", "new": "start",
    "this": "this", "current": "this",
}  # fmt: skip
_EDGES: dict[str, Way] = {
    "end": "end", "close": "end", "start": "start", "beginning": "start", "opening": "start",
}  # fmt: skip
_BACK = frozenset({"ago", "earlier", "before"})
_LOOSE = frozenset({"coming", "following", "upcoming", "new"})
_LATER: dict[str, Way] = {"later": "next", "earlier": "past"}
_PHRASE = 4
_SHORT = frozenset({"week", "weekend", "fortnight", "month", "quarter", "season"})
_LONG = frozenset({"year", "decade", "century"})
_SEASONS = frozenset({"season", "seasons", "season's", "pre-season", "campaign"})
_TOLD, _BEFORE, _AHEAD = 0.1, 0.55, 0.85
"""Doubts of a time that the article tells, of one that it does not, and of one ahead that it does not: of the
last, nine in ten were marked as not in the article, of the others every second (EntFA, dev)."""


class Time(NamedTuple):
    """A time told from the report's day: every reading of it as way and unit, and its pieces `first:last`.

    `loose`: of several units ("next weeks"), or told by a word that dates nothing ("the upcoming week").
    """

    readings: frozenset[tuple[Way, str]]
    first: int
    last: int
    loose: bool


@once_per_text
def relative_times(scene: Scene) -> list[Time]:
    """Return the times of a text that are told from the day of the report, in order of place."""
    found: list[Time] = []
    behind = 0
    for at in scene.tape.places(_UNITS.keys()):
        if at < behind:
            continue
        if time := _before(scene, at) or _back(scene, at):
            behind = time.last
            found.append(time)
    return found


def _before(scene: Scene, at: int) -> Time | None:
    """Read what stands before the unit at `at`: "next", "later this", "the end of the"."""
    tape, unit, first = scene.tape, _UNITS[scene.tape.words[at]], at
    readings: set[tuple[Way, str]] = set()
    word = tape.word(at - 1)
    if word in _WAYS:
        first = at - 1
        readings.add((_WAYS[word], unit))
        if word == "new":
            readings.add(("next", unit))
        elif word == "this" and tape.word(at - 2) in _LATER:
            first, readings = at - 2, {(_LATER[tape.word(at - 2)], unit)}
    if edge := _edge(scene, first):
        # "The end of next week" is told where "next week" is, too.
        readings = {pair for pair in readings if pair[0] != "this"} | {(_EDGES[tape.words[edge]], unit)}
        first = edge
    elif unit == "season" and word == "the" and tape.word(at - 2) == "of":
        first, readings = at - 1, {("this", unit)}
    loose = tape.words[at] != unit or word in _LOOSE
    return Time(frozenset(readings), first, at + 1, loose) if readings else None


def _edge(scene: Scene, before: int) -> int:
    """Return where "end of" stands at most three words before a unit of time, 0 where it does not."""
    words = scene.tape.words
    for at in range(before - 1, max(0, before - _PHRASE), -1):
        if words[at] == "of" and words[at - 1] in _EDGES:
            return at - 1
    return 0


def _back(scene: Scene, at: int) -> Time | None:
    """Read "a year ago", "the month before" at the unit `at`."""
    one, behind = scene.tape.word(at - 1), scene.tape.word(at + 1)
    if one not in ("a", "the", "one") or behind not in _BACK:
        return None
    return Time(frozenset({("past", _UNITS[scene.tape.words[at]])}), at - 1, at + 2, False)


def judge_times(source: "Source", summary: Scene, absent: float) -> list[Judged]:
    """Return what the article says of the times of a summary that are told from the report's day.

    From the doubt `absent` on, one that the article lacks is called unsupported.
    """
    article, found = source.scene, list[Judged]()
    told = relative_times(article)
    for time in relative_times(summary):
        span = _span(summary, time)
        place = (summary.tape.surface(time.first, time.last).lower(), span.start, span.end)
        behind = _behind_the_same_day(article, told, summary, time)
        same = next((other for other in behind or told if other.readings & time.readings), None)
        if same:
            found.append(_judged(place, "supported", (_span(article, same),), _TOLD))
        elif behind:
            verdict: Verdict = "misattached" if absent <= _AHEAD else "suspect"
            found.append(_judged(place, verdict, (_span(article, behind[0]),), _AHEAD))
        elif _unheard(article, time) or any(way != "this" for way, _ in time.readings):
            doubt = _AHEAD if _is_ahead(time) or _unheard(article, time) else _BEFORE
            found.append(_judged(place, "unsupported" if doubt >= absent else "suspect", (), doubt))
    return found


def _judged(
    place: tuple[str, int, int], verdict: Verdict, evidence: tuple[Span, ...], doubt: float
) -> Judged:
    reason = (
        "" if verdict == "supported" else f"article: {evidence[0].text}" if evidence else "not in the article"
    )
    return Judged(Finding("date", place[0], verdict, place[1], place[2], evidence, reason), doubt)


def _span(scene: Scene, time: Time) -> Span:
    """Return where a time stands in its text."""
    tape = scene.tape
    return tape.document.span(tape.starts[time.first], tape.ends[time.last - 1])


def _behind_the_same_day(article: Scene, told: list[Time], summary: Scene, time: Time) -> list[Time]:
    """Return the article's times of one unit behind the month or weekday behind which a time stands.

    "In May last year" is another May than "in May this year", though the article may have both times.
    """
    day, units = _day(summary, time), {unit for _, unit in time.readings}
    if not day:
        return []
    return [
        other
        for other in told
        if _day(article, other) == day and units & {unit for _, unit in other.readings}
    ]


def _day(scene: Scene, time: Time) -> str:
    """Return the month or weekday right before a time ("May last year", "May of this year"), or ""."""
    at = time.first - 1
    if scene.tape.word(at) in ("of", ","):
        at -= 1
    word = scene.tape.word(at)
    return word if word in MONTHS or word in WEEKDAYS else ""


def _unheard(article: Scene, time: Time) -> bool:
    """Whether a season is told of ("their first win of the season") and the article speaks of none at all."""
    return any(unit == "season" for _, unit in time.readings) and _SEASONS.isdisjoint(article.tape.places_of)


def _is_ahead(time: Time) -> bool:
    """Whether a time lies ahead and is near enough to be told only by who knows it."""
    if time.loose or any(unit in _LONG for _, unit in time.readings):
        return False
    return all(way == "end" or (way == "next" and unit in _SHORT) for way, unit in time.readings)
