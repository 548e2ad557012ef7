"""Numbers and dates of a summary held against its article: a verdict, evidence and reason for each."""

from itertools import chain
from typing import TYPE_CHECKING

from bench.facts.judged import Judged
from bench.facts.kept import latest_for_each
from bench.facts.numbers.absent import doubt_of_absent, not_there
from bench.facts.numbers.assess import Assessment
from bench.facts.numbers.context import Scene
from bench.facts.numbers.derive.candidates import derive
from bench.facts.numbers.derive.moved import other_change
from bench.facts.numbers.derive.parts import other_share
from bench.facts.numbers.derive.votes import other_majority
from bench.facts.numbers.place.abreast import of_the_other
from bench.facts.numbers.place.against import PLAIN, TABLED, against
from bench.facts.numbers.place.ages import own_age
from bench.facts.numbers.place.announced import operation
from bench.facts.numbers.place.doubt import Reading, strongest
from bench.facts.numbers.place.exchange import exchanged
from bench.facts.numbers.place.parted import crossed
from bench.facts.numbers.place.words_around import EXCHANGED, SURE, doubt_of_place
from bench.facts.numbers.proportions import judge_proportions
from bench.facts.numbers.relative import judge_times
from bench.facts.numbers.superlatives import judge_superlatives
from bench.facts.numbers.text import Reason, as_count, claim_text, idle, nearest, phrase, told_otherwise
from bench.facts.quantities.reading import read_quantities
from bench.facts.tape import Tape
from bench.records import SUPPORTED, Finding, Kind, Verdict
from bench.text.document import Document

if TYPE_CHECKING:
    from bench.facts.source import Source, Strictness

__all__ = ["Judged", "check_numbers", "judge_numbers", "supported_numbers"]

_MISATTACHED = {"low": 0.87, "normal": 0.8, "high": 0.65}
"""Doubt from which a number that the article has counts as misattached: at the normal one, one number in a
hundred of people's right summaries does (`benchmarks/fit_number_doubt.py --check`)."""
_SUSPECT = {"low": 0.75, "normal": 0.65, "high": 0.5}
_ABSENT = {"low": 0.9, "normal": 0.8, "high": 0.6}
"""Doubt from which a number that the article lacks counts as unsupported."""


@latest_for_each
def read_numbers(source: "Source", summary: Document) -> Reading:
    """Return the assessed numbers of `summary`; the last reading is kept with the article."""
    tape = Tape(summary)
    scene = Scene(tape, read_quantities(tape))
    article = source.scene
    claims = [as_count(article, claim) for claim in scene.quantities if not idle(scene, claim)]
    return Reading(article, scene, tuple(Assessment(article, scene, claim) for claim in claims))


def judge_numbers(source: "Source", summary: Document, strictness: "Strictness" = "normal") -> list[Judged]:
    """Return every number and date of `summary` with a verdict and a graded doubt, in order of place."""
    reading = read_numbers(source, summary)
    judged = [_judged(source, reading, found, strictness) for found in reading.assessed]
    told = (judge(source, reading.summary, _ABSENT[strictness]) for judge in _WITHOUT_FIGURES)
    found = (one for one in (*judged, *chain.from_iterable(told)) if one is not None)
    return sorted(found, key=lambda one: one.finding.start or 0)


_WITHOUT_FIGURES = (judge_times, judge_superlatives, judge_proportions)


def check_numbers(source: "Source", summary: Document, strictness: "Strictness" = "normal") -> list[Finding]:
    """Return what the article says of each number and date of `summary`.

    `strictness` moves the doubt from which a figure is called wrong rather than suspect.
    """
    return [judged.finding for judged in judge_numbers(source, summary, strictness)]


def _judged(source: "Source", reading: Reading, found: Assessment, strictness: "Strictness") -> Judged | None:
    verdict: Verdict
    if (swap := crossed(reading.article, reading.summary, found, reading.beside(found))) is not None:
        doubt, verdict = EXCHANGED, _wrong(EXCHANGED, strictness)
        reason = Reason(nearest(source.scene, swap.own, swap.other), (swap.own, swap.other))
    elif found.taken_over and (other := of_the_other(reading.article, reading.summary, found)):
        doubt, verdict = TABLED, _wrong(TABLED, strictness)
        reason = Reason(nearest(source.scene, found.taken_over, other), (found.taken_over, other))
    elif found.taken_over:
        doubt, verdict, reason = 0.0, "supported", Reason("", (found.taken_over,))
    elif found.supports:
        doubt, verdict, reason = _present(source, reading, found, strictness)
    elif _is_plain_word(found) and not other_share(reading.article, reading.summary, found.claim):
        return None
    else:
        doubt, verdict, reason = _absent(source, reading, found, strictness)
    return Judged(_finding(source, reading, found, verdict, reason), doubt)


def _is_plain_word(found: Assessment) -> bool:
    """Whether a number is a word before it is a figure ("one", "half"): its absence tells nothing."""
    return found.claim.weak and not found.head and not found.claim.unit


def _finding(
    source: "Source", reading: Reading, found: Assessment, verdict: Verdict, reason: Reason
) -> Finding:
    claim, document = found.claim, source.document
    evidence = tuple(document.span(fact.start, fact.end) for fact in reason.facts)
    span = reading.summary.tape.document.span(claim.start, claim.end)
    text = claim_text(source.scene, reading.summary, found)
    kind: Kind = "date" if claim.is_date else "number"
    return Finding(kind, text, verdict, span.start, span.end, evidence, reason.text)


def _present(
    source: "Source", reading: Reading, found: Assessment, strictness: "Strictness"
) -> tuple[float, Verdict, Reason]:
    """Judge a number that the article has: is it said of the same thing?"""
    best = found.supports[0]
    mutual = exchanged(reading.summary, found, reading.beside(found))
    doubt = doubt_of_place(reading, found, mutual)
    evidence = against(source.cast, reading, found)
    if evidence and evidence.doubt >= PLAIN:
        derived = derive(source.scene, reading.summary, found, least=_least(reading, found))
        if derived and evidence.doubt < TABLED:
            return 0.45, "derived", Reason(derived.reason, derived.facts)
        doubt = max(doubt, PLAIN)
        return doubt, _wrong(doubt, strictness), evidence.reason
    if best.match.fit < 0.6 and (derived := derive(source.scene, reading.summary, found)):
        return 0.4, "derived", Reason(derived.reason, derived.facts)
    if doubt >= _SUSPECT[strictness] and not found.rivals:
        doubt = _SUSPECT[strictness] - 0.01
    facts = (best.fact,)
    if evidence and evidence.doubt > doubt:
        doubt = evidence.doubt
    else:
        evidence = None
    if doubt >= _SUSPECT[strictness]:
        if derived := derive(source.scene, reading.summary, found, least=_least(reading, found)):
            return 0.45, "derived", Reason(derived.reason, derived.facts)
        wrong = _wrong(doubt, strictness)
        if evidence:
            return doubt, wrong, evidence.reason
        changed = mutual.rival if mutual.plain else None
        rival = (changed or strongest(reading, found) or found.rivals[0]).fact
        text = nearest(source.scene, best.fact, rival)
        return doubt, wrong, Reason(text, (best.fact, rival))
    if best.match.fit < _EXACT or best.match.how not in _PLAIN:
        return doubt, "variant", Reason(told_otherwise(source.scene, best.fact, best.match), facts)
    if _of_another_noun(source.scene, found):
        # "Five marathon runners" for "five athletes": as likely another word as another thing.
        return doubt, "variant", Reason(f"article: {phrase(source.scene, best.fact)}", facts)
    return doubt, "supported", Reason(best.match.reason, facts)


_EXACT = 0.9
"""Fit from which a figure of the article is the very figure that the summary tells."""


def _of_another_noun(article: Scene, found: Assessment) -> bool:
    """Whether the article counts something else by its nouns wherever it has the very figure."""
    exact = [support.fact for support in found.supports if support.match.fit >= _EXACT]
    heads = [article.head(fact) for fact in exact]
    return bool(found.head) and all(head and not set(head) & set(found.head) for head in heads)


def _wrong(doubt: float, strictness: "Strictness") -> Verdict:
    return "misattached" if doubt >= _MISATTACHED[strictness] else "suspect"


_PLAIN = frozenset({"", "kind"})


def _absent(
    source: "Source", reading: Reading, found: Assessment, strictness: "Strictness"
) -> tuple[float, Verdict, Reason]:
    """Judge a number that the article does not have: does it follow, does something stand against it?"""
    article, claim = source.scene, found.claim
    perhaps = _PERHAPS_OF_SHARE if claim.kind in ("fraction", "percent") else _PERHAPS
    derived = derive(article, reading.summary, found, least=perhaps)
    change = other_change(article, reading.summary, claim) or other_majority(article, reading.summary, found)
    if derived and derived.belief > 0 and not change:
        return 0.4, "derived", Reason(derived.reason, derived.facts)
    if found.clash and (claim.unit or not claim.weak):
        fact = found.clash.fact
        told = f"article: {phrase(article, fact)}{own_age(article, reading.summary, claim)}"
        doubt, reason = 0.93, Reason(told, (fact,))
    else:
        doubt = doubt_of_absent(article, reading.summary, found)
        reason = Reason(*not_there(article, reading.summary, claim))
    if other := change or other_share(article, reading.summary, claim):
        doubt, reason = 0.93, Reason(f"article: {other.text}", other.facts)
    elif derived:
        # It may follow as well as not: a reader is shown it, and shall not be told that it is wrong.
        doubt, reason = min(doubt, SURE), Reason(f"perhaps {derived.reason}", derived.facts)
    return doubt, "unsupported" if doubt >= _ABSENT[strictness] else "suspect", reason


def _least(reading: Reading, found: Assessment) -> float:
    """Return the belief from which a step is meant even where the article has the very value."""
    if operation(reading.summary, found.claim):
        return -2.0
    if found.claim.kind == "percent" and found.supports[0].match.fit >= _EXACT:
        # Shares follow from figures by chance too often to be meant where the article states the very one.
        return _STATED
    counted = bool(found.head) and not any(support.words.head for support in found.supports)
    return _OF_ANOTHER_NOUN if counted else _PLAINLY


_PLAINLY, _OF_ANOTHER_NOUN, _STATED = 2.2, 1.6, 99.0
"""Beliefs from which a step is meant where the article has the value of something else, and where it never
has it with the claim's noun: 90.3 % of planted exchanges are caught, 90.0 % with the lower one alone."""
_PERHAPS, _PERHAPS_OF_SHARE = -0.75, -0.45
"""Beliefs from which a step that is not believed may still be meant: a sixth of the right derived figures
that are called wrong lie above the first, and one planted number in a hundred. Chance hits shares sooner."""


def mentioned_numbers(source: "Source", reference: Document) -> list[Finding]:
    """Return the numbers and dates of a reference that the article has, or that follow from it.

    A reference is trusted with what it says of them.
    """
    reading = read_numbers(source, reference)
    return [found for one in reading.assessed if (found := _mentioned(source, reading, one)) is not None]


def _mentioned(source: "Source", reading: Reading, found: Assessment) -> Finding | None:
    if found.stated:
        return _finding(source, reading, found, "supported", Reason("", (found.stated[0],)))
    if _is_plain_word(found):
        return None
    derived = derive(source.scene, reading.summary, found)
    if derived is None:
        return None
    return _finding(source, reading, found, "derived", Reason(derived.reason, derived.facts))


def supported_numbers(source: "Source", summary: Document) -> list[Assessment]:
    """Return the numbers of a summary that the article supports, as they were assessed."""
    reading = read_numbers(source, summary)
    judged = ((found, _judged(source, reading, found, "normal")) for found in reading.assessed)
    return [found for found, one in judged if one is not None and one.finding.verdict in SUPPORTED]
