"""Figures of an earlier time told as those of now, and the other way round.

News tells two figures of one thing side by side: "rose from 9 to 12", "12, up from 9", "12 against 9 a year
earlier". A figure that one text has as the earlier and the other as the later is told of the wrong time.
"""

from collections.abc import Iterable
from itertools import pairwise
from operator import attrgetter
from typing import Literal

from bench.facts.numbers.assess import Assessment
from bench.facts.numbers.context import Scene
from bench.facts.numbers.kept import once_per_figure
from bench.facts.numbers.place.frames import frame, values
from bench.facts.quantities.quantity import DATES, Quantity

Time = Literal["", "earlier", "later"]

_PERIODS = frozenset(
    "year month quarter week season winter summer spring autumn decade century election time one".split()
)
_EARLIER = frozenset({"last", "previous", "preceding", "prior"})
_LATER = frozenset({"this", "current"})
_SPANS = frozenset(
    "year years month months quarter week weeks season decade decades century winter summer spring "
    "autumn".split()
)
_BACK = frozenset({"ago", "earlier", "before"})
_BESIDE = frozenset(
    "about around some nearly almost just only over more than under less the a $ € £ eur usd gbp chf".split()
)
_DIRECTIONS = frozenset({"up", "down", "rise", "fall", "increase", "drop", "decline"})
_AGAINST = frozenset({"against", "compared"})
_LOOKING_BACK = frozenset(
    "ago earlier last previous previously before from record since ever once former against compared history "
    "first planned originally initially used once".split()
)
"""Words of a sentence that may itself tell of an earlier time."""
_FORESEEN = frozenset(
    "will forecast forecasts expect expects expected expecting target targets targeted predicts predicted "
    "foresees aims plans planned hopes projected".split()
)
"""Words by which a figure is of a time to come, and no figure of now."""
_NEAR = 9
"""Words within which two figures are compared."""
_UNFIT = DATES | {"name", "ordinal", "score", "age"}
_LONG = frozenset({"day", "week", "month", "year", "decade"})
"""Lengths that part two times themselves, rather than being of one."""


def wrong_time(article: Scene, summary: Scene, found: Assessment) -> Time:
    """Return the time that a figure has in every place of the article where the summary tells another."""
    if found.claim.kind in _UNFIT or (found.claim.kind == "duration" and found.claim.unit in _LONG):
        return ""
    theirs = {compared(article, support.fact) for support in found.supports}
    mine = compared(summary, found.claim) or _spoken(article, summary, found)
    if len(theirs) == 1 and mine and "" not in theirs and mine not in theirs:
        return theirs.pop()
    if mine and mine in theirs:
        return ""
    return "earlier" if _past_alone(article, summary, found) else ""


def _spoken(article: Scene, summary: Scene, found: Assessment) -> Time:
    """Return which of two figures a claim's clause tells by "used to" or "now".

    What is told of a time to come is the later of two, what is told of now the earlier of those.
    """
    others = (q for q in summary.figures(summary.sentence[found.claim.first]) if q.first != found.claim.first)
    if any(other.kind in (found.claim.kind, "count") and not other.weak for other in others):
        # Where two figures are told, such a word may be of either.
        return ""
    words = [summary.tape.words[at] for at in summary.clause(found.claim)]
    if "formerly" in words or ("used", "to") in pairwise(words):
        return "earlier"
    if _NOWADAYS.isdisjoint(words):
        return ""
    places = (at for support in found.supports for at in article.span(support.fact))
    return "earlier" if any(article.tape.words[at] in _WILL for at in places) else "later"


_WILL = frozenset({"will", "would"})
_NOWADAYS = frozenset({"now", "currently", "present", "today"})


def same_time(article: Scene, summary: Scene, found: Assessment) -> bool:
    """Whether summary and article agree that a figure is the earlier, or the later, of two."""
    mine = compared(summary, found.claim)
    return mine != "" and mine == compared(article, found.supports[0].fact)


def _past_alone(article: Scene, summary: Scene, found: Assessment) -> bool:
    """Whether a figure of an earlier time is told as of now, where the article has one of now for it."""
    claim = found.claim
    if not all(_past(article, support.fact) for support in found.supports):
        return False
    clause = set(summary.clause(claim))
    if any(q.kind == "ordinal" and q.first in clause for q in summary.figures(summary.sentence[claim.first])):
        # "In the second quarter 2.1 per cent left" tells of no other time than that.
        return False
    places = summary.span(claim)
    words = summary.tape.words
    if any(words[at] in _LOOKING_BACK or _pluperfect(words[at : at + 2]) for at in places):
        return False
    named = [other for other in summary.quantities if other.first in places]
    if any(other.kind in ("year", "decade", "date") for other in named):
        return False
    months = {value for other in named if other.kind == "month" for value in values(other)}
    if any(months & frame(article, support.fact).own for support in found.supports):
        return False
    return any(
        rival.words.clause > 0.2
        and (rival.words.head or (claim.unit and rival.fact.unit == claim.unit))
        and not _past(article, rival.fact)
        and _FORESEEN.isdisjoint(article.tape.words[at] for at in article.clause(rival.fact))
        for rival in found.rivals
    )


def _pluperfect(two: list[str]) -> bool:
    """Whether two words tell of an earlier time by their tense: "had been", "had earned"."""
    return two[:1] == ["had"] and (two[-1].endswith("ed") or two[-1] in _PARTICIPLES)


_PARTICIPLES = frozenset("been stood cost paid sold made taken won lost had".split())


def _past(scene: Scene, quantity: Quantity) -> bool:
    """Whether a figure is the earlier of two, or a year stands in its clause."""
    if compared(scene, quantity) == "earlier":
        return True
    start, stop = scene.sentence_of(quantity)
    if not _TO_COME.isdisjoint(
        zip(scene.tape.words[start:stop], scene.tape.words[start + 1 : stop], strict=False)
    ):
        return False
    places = set(scene.clause(quantity))
    return any(q.kind in ("year", "decade") and q.first in places for q in scene.quantities)


_TO_COME = frozenset(
    {("is", "to"), ("are", "to"), ("it", "will"), ("they", "will"), ("that", "will"), ("and", "will")}
)
"""Words by which a sentence tells of a time to come, whatever year it names."""


@once_per_figure
def compared(scene: Scene, quantity: Quantity) -> Time:
    """Return whether a figure is the earlier or the later of two compared; empty if neither or both."""
    linked = {*_linked(scene, quantity)}
    found = {*linked, *_faced(scene, quantity), *_replaced(scene, quantity)}
    if not linked:
        # "From 9 in 2019 to 12 last year": what joins two figures tells more than a time beside one.
        found = (found | {_dated(scene, quantity)}) - {""}
    return found.pop() if len(found) == 1 else ""


def _replaced(scene: Scene, quantity: Quantity) -> Iterable[Time]:
    """Yield what "instead of" and "now" between two figures of one sort say: "4.1 s instead of 14.2"."""
    words, own = scene.tape.words, scene.sentence[quantity.first]
    for other in _partners(scene, quantity):
        first, second = sorted((quantity, other), key=_place)
        between = words[first.last : second.first]
        if scene.sentence[second.first] != own or (
            other.unit and quantity.unit and other.unit != quantity.unit
        ):
            continue
        if between[:2] in _INSTEAD or (between[-2:] in _INSTEAD and _next_to(scene, first, second)):
            yield "later" if quantity is first else "earlier"
        elif second.unit and not first.unit:
            # "A family of five, which now gets 50 kilos": a unit is left out at the second figure only.
            continue
        elif any(until in _UNTIL and now == _NOW for until, now in pairwise(between)):
            # "Children under six, until now under four"
            yield "later" if quantity is first else "earlier"
        elif _NOW in between and not _RIVAL_TIMES & {*words[max(0, first.first - 3) : first.first]}:
            yield "earlier" if quantity is first else "later"


def _next_to(scene: Scene, first: Quantity, second: Quantity) -> bool:
    """Whether no other figure of their kind stands between two, nor one whose unit is left out."""
    kinds, figures = {first.kind, second.kind, "count"}, scene.figures(scene.sentence[first.first])
    return not any(q.kind in kinds and first.first < q.first < second.first for q in figures)


_INSTEAD = (["instead", "of"], ["rather", "than"])
_NOW = "now"
_UNTIL = frozenset({"until", "till"})
_RIVAL_TIMES = frozenset({"now", "will", "would", "by", "today"})
_place = attrgetter("first")


def _linked(scene: Scene, quantity: Quantity) -> Iterable[Time]:
    """Yield what "from" and "to" before a figure and its partner say."""
    at = link(scene, quantity)
    word = scene.tape.word(at)
    if word == "from" and scene.tape.word(at - 1) in _DIRECTIONS:
        yield "earlier"
    elif word in ("from", "to"):
        wanted = "to" if word == "from" else "from"
        if any(scene.tape.word(link(scene, other)) == wanted for other in _partners(scene, quantity)):
            yield "earlier" if word == "from" else "later"


def link(scene: Scene, quantity: Quantity) -> int:
    """Return the place of the word before a figure and its "about", "more than" or currency."""
    at = quantity.first - 1
    while scene.tape.word(at) in _BESIDE:
        at -= 1
    return at


def _partners(scene: Scene, quantity: Quantity) -> list[Quantity]:
    """Return the other figures near a figure in its sentence."""
    low, high, own = quantity.first - _NEAR, quantity.last + _NEAR, scene.sentence[quantity.first]
    return [
        other
        for other in scene.figures(own)
        if low <= other.first < high and other.first != quantity.first and not other.is_date
    ]


def _faced(scene: Scene, quantity: Quantity) -> Iterable[Time]:
    """Yield "later" for a figure that "up from" or "against … a year earlier" follows."""
    tape, own = scene.tape, scene.sentence[quantity.first]
    for at in range(quantity.last, min(quantity.last + 7, len(tape))):
        if scene.sentence[at] != own or (scene.inside(at) and tape.words[at - 1] not in _AGED):
            return
        if tape.words[at] in ("up", "down") and tape.word(at + 1) == "from":
            yield "later"
        elif tape.words[at] in _AGAINST:
            behind = (o for o in _partners(scene, quantity) if at <= o.first < at + 5)
            if any(o.kind == quantity.kind and _dated(scene, o) == "earlier" for o in behind):
                yield "later"


_AGED = frozenset({"under", "over", "aged"})
"""Before a figure that tells who is counted: "11,400 are under 30, down from 15,900"."""
_MEASURED_BY = frozenset({"than", "as"})


def _dated(scene: Scene, quantity: Quantity) -> Time:
    """Return what "last year", "a year earlier" or "this season" in a figure's clause says.

    Behind two figures it is told of the second: "cut 40 jobs after sales fell to 9 million last year".
    """
    told: list[tuple[int, Time]] = []
    places = _this_side(scene, quantity)
    for at, (one, two) in zip(places, pairwise((*(scene.tape.words[at] for at in places), "")), strict=True):
        if "than" in scene.tape.words[quantity.last : at]:
            # "6.8 per cent more than ten years earlier" is of now.
            break
        if at < quantity.first and scene.tape.word(at - 1) in _MEASURED_BY:
            # "Half as much again as last year, 45,000 crowns" is of now.
            continue
        if (one in _EARLIER and two in _PERIODS) or (one in _SPANS and two in _BACK):
            told.append((at, "earlier"))
        elif one in _LATER and two in _PERIODS:
            told.append((at, "later"))
    if any(time == "earlier" for _, time in told) and _of_a_time_before(scene, quantity):
        return ""
    figures = (o for o in scene.quantities if not o.is_date and o.kind != "duration") if told else ()
    behind = [o.first for o in figures if o.first >= quantity.last]
    until = min(behind, default=len(scene.tape))
    found = {time for at, time in told if at <= until}
    return found.pop() if len(found) == 1 else ""


def _this_side(scene: Scene, quantity: Quantity) -> list[int]:
    """Return a figure's places up to "compared": "39 cases this spring compared with 12 a year ago"."""
    places, words = scene.clause(quantity), scene.tape.words
    signs = [at for at in places if words[at] in _AGAINST]
    first = max((at for at in signs if at < quantity.first), default=-1)
    last = min((at for at in signs if at >= quantity.last), default=len(words))
    return [at for at in places if first < at < last]


def _of_a_time_before(scene: Scene, quantity: Quantity) -> bool:
    """Whether a figure of "last year" is compared with one of a time before: "after 9 the year before"."""
    _, stop = scene.sentence_of(quantity)
    words = scene.tape.words
    for at in range(quantity.last, stop):
        if words[at] in _COMPARING and any(
            (words[index] in _BACK or (scene.inside(index) and _is_year(words[index])))
            for index in range(at, stop)
        ):
            return True
    return False


_COMPARING = frozenset({"than", "after", "against", "from", "compared"})


def _is_year(word: str) -> bool:
    return len(word) == _DIGITS and word.isdecimal()


_DIGITS = 4
