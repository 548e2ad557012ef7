"""Multiples told without a figure, held against the article's figures: "doubled", "halved".

That a summary says so and the article does not is the rule: only figures that the article tells as before and
after of what the summary speaks of, and of another multiple, speak against it.
"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations
from typing import TYPE_CHECKING

from bench.facts.judged import Judged
from bench.facts.numbers.context import Scene
from bench.facts.numbers.derive.covered import own_words
from bench.facts.numbers.derive.moved import may_have_moved, met, moved, side_by_side
from bench.facts.numbers.derive.multiples import MULTIPLES
from bench.facts.numbers.derive.one_unit import figures_alike
from bench.facts.numbers.derive.parts import Told
from bench.facts.numbers.derive.record import near, plain
from bench.facts.quantities.quantity import Quantity
from bench.facts.stems import stem
from bench.records import Finding, Verdict

if TYPE_CHECKING:
    from bench.facts.source import Source

_HALF = Decimal(1) / 2
_TIMES = {word: Decimal(MULTIPLES[word]) for word in ("doubled", "tripled", "trebled", "quadrupled")}
_TIMES["halved"] = _HALF
_REACH, _OF = 7, 5
"""Words before "doubled" that say what is, and behind it."""
_OFF = Decimal("0.13")
"""How far two figures may be off a multiple, as a part of it."""
_NEARLY = frozenset({"nearly", "almost", "about", "roughly", "virtually", "practically"})
_ENDS = frozenset(
    "in since over within last this to from between during by and but compared after on at".split()
)
_DOUBT = 0.85


def judge_proportions(source: "Source", summary: Scene, absent: float) -> list[Judged]:
    """Return the proportions of a summary against which figures of the article speak.

    From the doubt `absent` on they are called misattached.
    """
    verdict: Verdict = "misattached" if absent <= _DOUBT else "suspect"
    tape, found = summary.tape, list[Judged]()
    for at, told in (*_multiplied(source.scene, summary), *_set_against(source.scene, summary)):
        span = tape.document.span(tape.starts[at], tape.ends[at])
        evidence = tuple(source.document.span(fact.start, fact.end) for fact in told.facts)
        reason = f"article: {told.text}"
        finding = Finding("number", span.text, verdict, span.start, span.end, evidence, reason)
        found.append(Judged(finding, _DOUBT))
    return found


def _multiplied(article: Scene, summary: Scene) -> Iterator[tuple[int, Told]]:
    """Yield "doubled" and the like with the two figures that tell otherwise of the same."""
    tape = summary.tape
    for at in tape.places(_TIMES.keys()):
        word = tape.words[at]
        low, high = _bounds(tape.word(at - 1), _TIMES[word])
        what = _doubled(summary, at)
        if _said(article, what, MULTIPLES[word]):
            continue
        alike = met(article, what, moved(article))
        most, best = max(alike, key=lambda one: one[0], default=(0, None))
        alike += met(article, what, may_have_moved(article))
        meets = any(low <= told.value <= high and words >= max(most - 1, 1) for words, told in alike)
        own = [figure.value for figure in summary.figures(summary.sentence[at]) if figure.value > 0]
        # "Has tripled, from 12 cases to 39" gives the figures itself, which are judged.
        meets = meets or any(low <= later / earlier <= high for earlier, later in permutations(own, 2))
        if most and best and not meets:
            yield at, best


def _said(article: Scene, what: set[str], times: int) -> bool:
    """Whether an article itself says "doubled", "twice" or the like of what a summary tells so."""
    places = article.tape.places({word for word, many in MULTIPLES.items() if many == times})
    return any(not what or what & set(article.plain(*_phrase(article, at))) for at in places)


def _phrase(article: Scene, at: int) -> tuple[int, int]:
    """Return where the words around a word begin and end that no comma or stop parts from it."""
    words, start, stop = article.tape.words, at, at
    while start > max(0, at - _REACH) and words[start - 1] not in _PARTING:
        start -= 1
    while stop < min(len(words), at + _REACH) and words[stop] not in _PARTING:
        stop += 1
    return start, stop


_PARTING = frozenset({",", ".", ";", ":", "!", "?", "(", ")"})


def _set_against(article: Scene, summary: Scene) -> Iterator[tuple[int, Told]]:
    """Yield "twice as many as" and "three times the" with figures of the two that are no such multiple."""
    for at, times in _compared(summary):
        own = set(summary.words(summary.sentence[at])) - _MULTIPLES
        stated = [figure.value for figure in summary.figures(summary.sentence[at]) if figure.value > 0]
        low, high = _bounds(summary.tape.word(at - 1), times, _CLOSELY)
        if _said(article, own, int(times)) or any(low <= a / b <= high for a, b in permutations(stated, 2)):
            continue
        pairs = [(_named_each(article, own, pair), pair) for pair in figures_alike(article)]
        most = max((words for words, _ in pairs), default=0)
        ratios = [_told(*pair) for words, pair in pairs if words == most] if most else []
        if ratios and not any(low <= told.value <= high for told in ratios):
            yield at, ratios[0]


def _told(one: Quantity, other: Quantity) -> Told:
    over, under = (one, other) if one.value > other.value else (other, one)
    return Told(over.value / under.value, f"{plain(over.value)} and {plain(under.value)}", (over, under))


_EACH, _CLOSELY = 2, Decimal("0.1")
_MULTIPLES = frozenset(map(stem, ("times", *MULTIPLES)))


def _compared(summary: Scene) -> Iterator[tuple[int, Decimal]]:
    """Yield where a text compares by a multiple without a figure, and the multiple: "twice as many as"."""
    word = summary.tape.word
    for at in summary.tape.places(_AS_MANY.keys()):
        if word(at + 1) in _THAN_WHAT:
            yield at, Decimal(_AS_MANY[word(at)])


_AS_MANY = {"twice": 2, "double": 2, "treble": 3, "triple": 3}
_THAN_WHAT = frozenset("as the what that its their his her".split())


def _named_each(article: Scene, own: set[str], pair: tuple[Quantity, Quantity]) -> int:
    """Return how many words of a claim stand beside two figures, 0 unless each has its own."""
    if not near(article, *pair, 0) or not side_by_side(article, *pair):
        return 0
    one, other = (own & own_words(article, fact) for fact in pair)
    if len(one | other) < _EACH or not (one - other and other - one):
        return 0
    return len(one | other) * _OWN + len(
        own & {word for fact in pair for word in article.beside(fact, _CLOSE)}
    )


_CLOSE, _OWN = 5, 10
"""Words beside two figures that part those of which as many are told of each alone."""


def _doubled(summary: Scene, at: int) -> set[str]:
    """Return the stems of what is doubled: before the word, or behind it in "doubled its profit"."""
    word = summary.tape.word(at + 1)
    if word.isalpha() and word not in _ENDS:
        return set(summary.plain(at + 1, at + _OF))
    return set(summary.plain(max(at - _REACH, summary.bounds(summary.sentence[at])[0]), at))


def _bounds(before: str, times: Decimal, part: Decimal = _OFF) -> tuple[Decimal, Decimal]:
    """Return between which shares of the earlier figure the later one may lie."""
    if before == "than":
        # From one and a half of a multiple on the next is told.
        return (times, times * 3 / 2) if times > 1 else (Decimal(0), times)
    off = times * part
    near_by = off if before in _NEARLY else Decimal(0)
    return (times - off - near_by, times + off) if times > 1 else (times - off, times + off + near_by)
