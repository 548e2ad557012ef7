"""Figures of which another is a part: "seven of the 12 dead", "26 of 41 seats"."""

from bench.facts.numbers.assess import Assessment
from bench.facts.numbers.context import Scene
from bench.facts.numbers.derive.record import near
from bench.facts.numbers.kept import once_per_text
from bench.facts.numbers.phrases import plural
from bench.facts.numbers.place.frames import frame, values
from bench.facts.quantities.quantity import Quantity
from bench.facts.stems import stem

DETERMINERS = frozenset("the its their his her our all these those some about nearly over".split())
_PARTS = frozenset({"count", "percent", "fraction"})
_REACH = 1
"""Words between a part and "of", as in "seven men of the 12"."""


def is_whole(scene: Scene, quantity: Quantity) -> bool:
    """Whether a figure is what another before it is a part of: what is told there is told of the part."""
    if quantity.kind != "count":
        return False
    words, at = scene.tape.words, quantity.first - 1
    while at > 0 and words[at] in DETERMINERS:
        at -= 1
    if at < 1 or words[at] != "of":
        return False
    figures = scene.figures(scene.sentence[quantity.first])
    return any(
        0 <= at - other.last <= _REACH
        and other.kind in _PARTS
        and (other.kind != "count" or other.value <= quantity.value)
        for other in figures
    )


_AMOUNTS = frozenset({"count", "money"})
THEM = frozenset({"them", "which", "whom", "these", "those"})
_POSSESSIVE = frozenset({"'", "’", "'s", "’s", "-"})


def told_as_whole(article: Scene, summary: Scene, found: Assessment) -> str:
    """Return the whole of which a figure is a part, where the summary tells it of the whole's noun.

    "It employs 64 people, 41 of them pilots" has no staff of 41. What tells the part must be missing from the
    sentence, and nothing stand in it that is not told of the whole: that may be the part in other words.
    """
    claim = found.claim
    if claim.kind != "count" or claim.vague or part_of(summary, claim) or is_whole(summary, claim):
        return ""
    noun = found.head[-1] if found.head else _group(summary, claim)
    behind = claim.last + len(found.head)
    if not noun or (found.head and summary.tape.words[behind : behind + 2] == ["of", "the"]):
        return ""
    said = set(summary.words(summary.sentence[claim.first]))
    places = [at for at in summary.clause(claim) if not summary.tape.capital(at)]
    near = {summary.stems[at] for at in places} - {"", *_HAVING}
    whole = None
    for support in found.supports:
        whole = part_of(article, support.fact)
        if whole is None or support.match.fit < ITS_OWN:
            return ""
        counted = {*article.head(whole), _group(article, whole), *ANYBODY}
        if noun not in counted or noun in article.head(support.fact):
            return ""
        if not near <= counted.union(article.words(article.sentence[whole.first]), frame(article, whole).all):
            return ""
        if (_told_of_part(article, support.fact, whole) - counted) & said:
            return ""
    return article.tape.surface(whole.first, whole.last) if whole else ""


def _told_of_part(article: Scene, part: Quantity, whole: Quantity) -> set[str]:
    """Return the stems of what is told of a part: behind it, or all over its sentence where it opens that."""
    start, stop = article.sentence_of(part)
    if whole.first > part.first:
        return set(article.plain(start, stop))
    figures = article.figures(article.sentence[part.first])
    others = (value for one in figures if one.first > part.first for value in values(one))
    return set(article.plain(part.last, stop)).union(others) - frame(article, whole).all


ITS_OWN = 0.9
"""Fit of a figure that is the claim's own."""
ANYBODY = frozenset({stem("people")})
_HAVING = frozenset(map(stem, "has have employs counts numbers totals altogether people".split()))


def _group(scene: Scene, figure: Quantity) -> str:
    """Return the stem of a noun that a figure is the size of: "a staff of 41"."""
    return scene.stems[figure.first - 2] if scene.tape.word(figure.first - 1) == "of" else ""


def part_of(scene: Scene, part: Quantity) -> Quantity | None:
    """Return the figure of which one is told as a part: "64, of whom 41", "64, 41 of them"."""
    return next(iter(wholes_of(scene, part)), None) if part.kind == "count" else None


def wholes_of(scene: Scene, part: Quantity) -> list[Quantity]:
    """Return the figures of which one is told as a part."""
    return _wholes(scene).get(part.first, [])


@once_per_text
def _wholes(scene: Scene) -> dict[int, list[Quantity]]:
    found: dict[int, list[Quantity]] = {}
    for part, whole in parts_of_wholes(scene):
        found.setdefault(part.first, []).append(whole)
    return found


@once_per_text
def parts_of_wholes(article: Scene) -> dict[tuple[Quantity, Quantity], None]:
    """Return the figures that are told as parts, each with its whole: "17 of the 62", "60, 40 of them"."""
    # "In Cerdal 64 of 210 houses" tells a count behind a name.
    kinds = (f for f in article.quantities if f.kind in _COUNTED or (f.kind == "name" and f.loose) or _nth(f))
    figures = [f for f in kinds if f.high is None and f.value > 0]
    found: list[tuple[Quantity, Quantity]] = []
    for index, fact in enumerate(figures):
        of, before = _behind_of(article, fact.first), figures[max(0, index - _MANY) : index]
        if of is not None and before and 0 <= of - before[-1].last <= 1 and article.tape.words[of - 1] != ".":
            found.append((before[-1], fact))
        elif of is not None and (not of or article.tape.word(of - 1) in _OPENING):
            own = article.sentence[fact.first]
            behind = (f for f in figures[index + 1 : index + _MANY] if article.sentence[f.first] == own)
            found += ((f, fact) for f in behind if not any(map(plural, article.head_words(f))))
        elif _of_those(article, fact):
            larger = [f for f in before if f.value > fact.value and near(article, f, fact, 1)]
            told = (
                article.tape.word(fact.last + 1) == "those" and article.stems[fact.last + 2 : fact.last + 5]
            )
            found += ((fact, whole) for whole in (larger if told and any(told) else larger[-1:]))
    return dict.fromkeys(
        (part, whole)
        for part, whole in found
        if part.value < whole.value and not part.weak and part.unit in ("", whole.unit)
    )


def _nth(fact: Quantity) -> bool:
    """Whether a rank counts all up to it: "her 200th match, 63 of those as captain"."""
    return fact.kind == "ordinal" and fact.value >= _HIGH


_HIGH = 20
_COUNTED = _AMOUNTS | {"measure"}
_MANY = 4
"""Figures beside a whole of which each may be told as its part."""
_OPENING = frozenset({"", ".", ",", ";", ":", "(", "-", "\u2013", "\u2014", "and", "but", "that"})
_THEM = THEM | {"it"}
_COUNTED_IN = frozenset({"including", "included", "among"})


def _behind_of(article: Scene, first: int) -> int | None:
    """Return where "of" stands before a figure and its article, or whose it is: "of the mill's 60"."""
    words, at = article.tape.words, first - 1
    if at > 0 and words[at] in _POSSESSIVE:
        at -= 2
    while at > 0 and words[at] in DETERMINERS:
        at -= 1
    return at if at >= 0 and words[at] == "of" else None


def _of_those(article: Scene, fact: Quantity) -> bool:
    """Whether a figure is told as a part of one before it: "300 of them", "including 300", "all but 300"."""
    word = article.tape.word
    if word(fact.first - 1) in _COUNTED_IN:
        return True
    behind, before = (word(fact.last), word(fact.last + 1)), (word(fact.first - 2), word(fact.first - 1))
    if before[1] == ",":
        before = (word(fact.first - 3), before[0])
    return before == ("all", "but") or any(of == "of" and them in _THEM for of, them in (behind, before))
