"""What speaks for a step that leads to a claim: its chance, the words beside it, how its figures stand."""

from decimal import Decimal
from math import log

from bench.facts.numbers.context import Scene
from bench.facts.numbers.derive.cues import COMPARED
from bench.facts.numbers.derive.each import EACH
from bench.facts.numbers.derive.moved import as_moved
from bench.facts.numbers.derive.multiples import MULTIPLES
from bench.facts.numbers.derive.record import APART, Case, Step, Way, window
from bench.facts.numbers.derive.signs import all_told, of_the_others, of_two_fates, strange
from bench.facts.numbers.place.announced import Operation, operation
from bench.facts.quantities.quantity import Quantity

_CUES: dict[Way, frozenset[str]] = {
    "sum": frozenset(
        "total totalling totaling altogether all combined overall together both sum aggregate whole plus "
        "onboard aboard board between turnaround swing".split()
    ),
    "difference": COMPARED,
    "margin": COMPARED,
    "part": COMPARED | frozenset("of share part each".split()),
    "changed": COMPARED,
    "share": COMPARED | frozenset({"share"}),
    "times": frozenset(MULTIPLES),
    "each": EACH | frozenset({"year", "month", "week", "day", "equal"}),
    "rate": frozenset(),
    "list": frozenset(),
    "names": frozenset(),
    "span": frozenset(
        "ago after later before earlier for took takes take lasted old since apart long older within".split()
    ),
    "later": frozenset(),
    "word": frozenset(),
    "rest": COMPARED,
    "period": frozenset(),
    "vote": COMPARED | frozenset("members seats vote votes voted part cast ballots".split()),
    "offset": frozenset(),
    "remainder": COMPARED | frozenset({"last", "third", "final", "second", "leave", "leaves", "leaving"}),
    "clock": frozenset("after later before earlier for left remaining last final from time added".split()),
}
"""Words beside a claim that announce how it comes about."""


def evidence(case: Case, hit: Step, steps: list[Step]) -> dict[str, float]:
    """Return what speaks for a step: its chance, the words beside the claim, how close its figures stand."""
    article, own, cue = case.article, set(case.head), _announced(case, hit)
    apart = max(fact.first for fact in hit.facts) - min(fact.first for fact in hit.facts)
    used = {fact.first for fact in hit.facts}
    sentences = [article.sentence[fact.first] for fact in hit.facts]
    found = {
        "chance": log(_chance(case, hit, steps)),
        "cue": cue,
        "agreeing": case.agreeing(hit.facts),
        "unit": bool(case.claim.unit),
        "nouns": all(own & set(article.head(fact)) for fact in hit.facts),
        "one sentence": len(set(sentences)) == 1,
        "far": max(sentences) - min(sentences) > APART,
        "close": len(hit.facts) > 1 and apart <= 10,
        "taken": _taken(case, hit, used),
        "used": max((slot for at, slot in case.found.taking.items() if at in used), default=0.0),
        # A share and its whole count different things by nature.
        "unlike": hit.way not in _PARTED and case.unlike(hit.facts),
        # Who tells one part beside the sum tells of something else, who says "together" or tells all adds up.
        "parts said": hit.way == "sum" and not cue and 0 < sum(map(case.says, hit.facts)) < len(hit.facts),
        "told beside": hit.way in _SUBTRACTED and any(map(case.says, hit.facts)),
        "announced": hit.way in _ANNOUNCED.get(operation(case.summary, case.claim), ()),
        "own whole": hit.way in _SUBTRACTED and any(fact.value in case.wholes for fact in hit.facts),
        "left": hit.way == "share" and of_the_others(case, hit),
        "strange": hit.way == "share" and strange(case, hit),
        "moved": hit.way == "share" and hit.told[:1] == ("from",) and as_moved(article, hit) is True,
        "all told": hit.way == "sum" and all_told(case, hit),
        "fates": hit.way == "sum" and of_two_fates(case),
        **_standing(case, hit, steps),
    }
    # Shares are few and coarse, and lists are counted: what speaks for one of them weighs otherwise.
    sort = _SORTS.get(hit.way, "")
    return {"bias": 1.0, f"way {hit.way}": 1.0, **{f"{sort}{name}": value for name, value in found.items()}}


_ANNOUNCED: dict[Operation, frozenset[Way]] = {
    "difference": frozenset({"difference", "offset"}),
    "sum": frozenset({"sum"}),
    "rest": frozenset({"rest", "remainder", "difference"}),
}


_SORTS: dict[Way, str] = {
    "share": "share ",
    **dict.fromkeys(("list", "names", "word", "span", "later", "period", "clock"), "told "),
}


def _taken(case: Case, hit: Step, used: set[int]) -> float:
    """Return how surely another figure stands in the claim's place; beyond 1 it does no more surely.

    "38 per cent" stands in the place of "two fifths".
    """
    taking = [slot for at, slot in case.found.taking.items() if at not in used]
    if hit.way == "share":
        stated = (
            fact for fact in case.article.quantities if fact.kind in _SHARES and fact.kind != case.claim.kind
        )
        taking += [case.found.slot(fact) for fact in stated if fact.first not in used]
    return min(1.0, max(taking, default=0.0))


_SHARES = frozenset({"percent", "fraction"})


def of_another(case: Case, step: Step) -> bool:
    """Whether a share is told of something that the article counts, or the summary, but not in this step.

    "A third of the 180 pools" is no share of the prices, nor is "one job in six".
    """
    if step.way != "share":
        return False
    whole, nouns = _told_of(case)
    if whole is not None and not any(fact.value == whole for fact in step.facts):
        return True
    # What a part leaves is a share of just what the whole counts; money is told of by many nouns.
    left = step.told[1:2] == ("-",) and not step.facts[-1].unit
    return bool(nouns) and not _met(case, step, nouns) and (left or _counts(case.article, nouns))


def _told_of(case: Case) -> tuple[Decimal | None, frozenset[str]]:
    """Return the number and the nouns that a share is told of: "of the 180 pools", "one job in six"."""
    tape, claim, stems = case.summary.tape, case.claim, case.summary.stems
    at = claim.last
    while at < len(tape) and tape.words[at] in _OF:
        at += 1
    inside = stems[claim.first : claim.last] if claim.unit == "of" else []
    if at == claim.last and not inside:
        return None, frozenset()
    told = next((one for one in case.summary.quantities if one.first == at), None)
    if told is not None and told.kind == "count":
        return told.value, frozenset()
    nouns, end = set(filter(None, inside)), at + _PHRASE
    while at < min(end, len(tape)) and (stems[at] or tape.words[at] in _OF) and len(nouns) < _NOUNS:
        nouns.update(filter(None, stems[at : at + 1]))
        at += 1
    return None, frozenset(nouns)


_PHRASE, _NOUNS = 6, 3
"""Words behind "a third of" within which stand the nouns of what it is told of."""


def _met(case: Case, step: Step, nouns: frozenset[str]) -> bool:
    """Whether a noun stands beside one of a step's figures."""
    article = case.article
    return any(nouns & {*article.head(fact), *article.beside(fact, _BESIDE)} for fact in step.facts)


def _counts(article: Scene, nouns: frozenset[str]) -> bool:
    """Whether an article counts one of some nouns, or tells a share of it."""
    return any(
        not nouns.isdisjoint(
            article.stems[fact.last : fact.last + _SHARED_NOUN]
            if fact.kind in ("percent", "fraction")
            else article.head(fact)
        )
        for fact in article.quantities
    )


_SHARED_NOUN = 4
_BESIDE = 6
_OF = frozenset("of with on the its all those his her their our these a 's ’s ' ’ s".split())


_SUBTRACTED: frozenset[Way] = frozenset({"difference", "rest", "remainder", "offset"})
_PARTED: frozenset[Way] = frozenset({"part", "each", "rate", "times"})


def _announced(case: Case, hit: Step) -> bool:
    """Whether a word beside the claim announces a step: "unsold" and "unhurt" tell a rest as "left" does.

    "12,000 for each house" announces a product in the article.
    """
    cues = _CUES[hit.way]
    if cues is COMPARED and case.summary.tape.word(case.claim.first - 1) == "other":
        # "The other 14 got away."
        return True
    if hit.way == "each" and _each(case.article, hit.facts[0]):
        return True
    return not cues.isdisjoint(case.beside) or (cues is COMPARED and any(map(_undone, case.beside)))


def _each(article: Scene, amount: Quantity) -> bool:
    words = article.tape.words[amount.last : amount.last + _RATE]
    return not EACH.isdisjoint(words) or not _TOGETHER.isdisjoint(words) or tuple(words[:2]) in _A_HEAD


_RATE = 6
_TOGETHER = frozenset({"together", "altogether", "combined"})
_A_HEAD = frozenset({("a", "head"), ("a", "person"), ("a", "piece"), ("a", "time"), ("a", "share")})


def _undone(word: str) -> bool:
    return word.startswith("un") and len(word) > _UN and word.endswith(("ed", "t", "n", "d"))


_UN = 5


def _standing(case: Case, hit: Step, steps: list[Step]) -> dict[str, float]:
    """Return how a step stands among those of its way, by how well their figures' places meet the claim's.

    "second" by how much another one's figures stand better, "ranked" the chance that one of those that stand
    no worse hits a wrong value.
    """
    if hit.way not in _RANKED:
        return {}
    own = _meeting(case, hit)
    low, high = case.claim.value / _NEAR_SIZE, case.claim.value * _NEAR_SIZE
    alike = [
        (_meeting(case, step), step.value)
        for step in steps
        if step.way == hit.way and low <= step.value <= high
    ]
    place = window(case.claim, hit.rounded)
    above = {round(value / place) for meeting, value in alike if meeting >= own - _EVEN}
    possible = max((high - low) / place, Decimal(2))
    ranked = log(min(1.0, max(1, len(above)) / float(possible)))
    second = max((meeting for meeting, _ in alike), default=own) - own
    return {
        "second": second,
        "outdone": second > _OUTDONE,
        "ranked": ranked,
        "precise": max(0.0, -ranked - _PRECISE),
    }


def _meeting(case: Case, step: Step) -> float:
    """Return how well the places of a step's figures meet the claim's."""
    return sum(map(case.found.nearness, step.facts)) / len(step.facts)


_RANKED: frozenset[Way] = frozenset(
    {"sum", "difference", "share", "times", "part", "changed", "rest", "each", "remainder", "offset"}
)
_OUTDONE = 0.12
"""How much better another step's figures stand where a step is hardly the one that is meant."""
_PRECISE = 4.0
"""Chance, as a logarithm, from which a hit is hardly one: "364" for 412 less 48."""
_NEAR_SIZE, _EVEN = 3, 0.02
"""How many times larger or smaller a rival result may be, and the agreement within which two are even."""


def _chance(case: Case, hit: Step, steps: list[Step]) -> float:
    """Return the chance that some step as plain as this one hits a wrong value of the claim's size."""
    claim = case.claim
    place = window(claim, hit.rounded)
    low, high = claim.value / 2, claim.value * 2
    if claim.kind in ("year", "date", "time"):
        low, high, place = claim.value - 15, claim.value + 15, Decimal(1)
    reached = {
        round(step.value / place) for step in steps if step.way == hit.way and low <= step.value <= high
    }
    possible = max((high - low) / place, Decimal(2))
    return min(1.0, max(1, len(reached)) / float(possible))
