"""Figures that a text tells as parts of others, and what they say against a share that a summary tells."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, pairwise
from typing import NamedTuple

from bench.facts.numbers.assess import Assessment
from bench.facts.numbers.context import Scene
from bench.facts.numbers.derive.record import farthest, fits, plain
from bench.facts.numbers.kept import once_per_text
from bench.facts.numbers.place.partitive import parts_of_wholes
from bench.facts.quantities.quantity import Quantity


class Told(NamedTuple):
    """A share that a text tells or gives part and whole of: its value, the arithmetic, its figures."""

    value: Decimal
    text: str
    facts: tuple[Quantity, ...]


def other_share(article: Scene, summary: Scene, claim: Quantity) -> Told | None:
    """Return the share that an article tells where a summary has another one, by the words beside the two."""
    of = summary.tape.word(claim.last) == "of"
    if claim.kind != "fraction" or not (of or not claim.weak):
        return None
    mine = set(summary.beside(claim, _NEAR))
    alike = [(_agreeing(article, told, mine), told) for told in told_shares(article)]
    turned = not NEGATED.isdisjoint(summary.tape.words[slice(*summary.sentence_of(claim))])
    most = max((words for words, _ in alike), default=0)
    best = [told for words, told in alike if words == most]
    # "Half of what it was" tells of two figures, "half of the inn" of what nobody counts.
    nouns = _nouns_behind(summary, claim)
    counted = any(nouns & set(article.head(told.facts[-1])) for told in best)
    if most < (1 if counted else _LEAST) or any(_meets(claim, told.value, turned) for told in best):
        return None
    return next((told for told in best if not claim.weak or _agreeing(article, told, nouns)), None)


def another_part(article: Scene, summary: Scene, found: Assessment) -> Told | None:
    """Return the part and whole of what a claim gives a share of which the text has of other things alone."""
    claim = found.claim
    if summary.tape.word(claim.last) != "of" and claim.unit != "of":
        return None
    other = other_share(article, summary, claim)
    if not other or len(other.facts) < _TWO:
        return None
    mine, nouns = set(summary.beside(claim, _NEAR)), _nouns_behind(summary, claim)
    own = (_agreeing(article, Told(claim.value, "", (support.fact,)), mine) for support in found.supports)
    counted = any(nouns & set(article.head(fact)) for fact in other.facts)
    most = _agreeing(article, other, mine)
    return other if most > max(own, default=0) and (counted or most >= _MANY) else None


_MANY = 4
_TWO = 2
_PHRASE = 4
"""Words from "of" on among which stands the noun of what a half is told of."""
_NEAR, _LEAST = 14, 2
"""Words beside a share that are compared, and how many of them the article must have beside its own."""


def _nouns_behind(summary: Scene, claim: Quantity) -> set[str]:
    return set(summary.stems[claim.last : claim.last + _PHRASE]) - {""}


def _agreeing(article: Scene, told: Told, words: set[str]) -> int:
    return len({word for fact in told.facts for word in article.beside(fact, _NEAR)} & words)


def _meets(claim: Quantity, value: Decimal, turned: bool) -> bool:
    """Whether a share is the claim's or bounded by it, or what it leaves is where others are told of."""
    shares = (value, 1 - value) if turned else (value,)
    if claim.modifier in ("more than", "at least") and max(shares) >= claim.value:
        return True
    if claim.modifier in ("less than", "at most") and min(shares) <= claim.value:
        return True
    reach = farthest(claim)
    return any(abs(claim.value - one) < _CLOSE or fits(claim, one, True, reach) for one in shares)


_CLOSE = Decimal("0.04")


NEGATED = frozenset(
    "not no never without none rest other others remaining missing unable failed lack lacks lacked "
    "spared".split()
)
"""Words that tell a share as that of those of whom something is not so."""


@once_per_text
def told_shares(article: Scene) -> list[Told]:
    """Return the shares that a text tells, and those of the parts that it tells of their wholes."""
    return [*_of_parts(article), *_stated(article)]


def _of_parts(article: Scene) -> Iterator[Told]:
    for part, whole in parts_of_wholes(article):
        value = part.value / whole.value
        text = f"{plain(part.value)} of {plain(whole.value)} = {plain(value * 100)} per cent"
        yield Told(value, text, (part, whole))


def _stated(article: Scene) -> Iterator[Told]:
    for fact in article.quantities:
        if fact.kind == "fraction" or (fact.unit == "%" and fact.high is None and 0 < fact.value < 100):
            value = fact.value if fact.kind == "fraction" else fact.value / 100
            yield Told(value, article.tape.surface(fact.first, fact.last), (fact,))


def of_no_part(article: Scene, summary: Scene, found: Assessment) -> str:
    """Return the part that an article tells of a whole where a summary tells a figure of other things as one.

    "14 of the 52 wells" is belied by "of 52 wells 37 were foul" where 14 is the number of a bed.
    """
    whole = next((whole for part, whole in parts_of_wholes(summary) if part is found.claim), None)
    parts = [part for part, other in parts_of_wholes(article) if whole and other.value == whole.value]
    if not whole or not parts or found.claim.kind != "count":
        return ""
    values = [part.value for part in parts]
    sums = {one + other for one, other in combinations(values, 2)} | {*values}
    if found.claim.value in sums | {whole.value - one for one in sums | _FEW}:
        # All but one or two may be told without a figure.
        return ""
    told = {article.sentence[part.first] for part in parts}
    if any(
        article.sentence[one.fact.first] in told or set(found.head) & set(article.head(one.fact))
        for one in found.supports
    ):
        return ""
    return f"{article.tape.surface(parts[0].first, parts[0].last)} of {plain(whole.value)}"


def part_as_sum(article: Scene, summary: Scene, found: Assessment) -> str:
    """Return the whole of which an article tells a figure as a part that a summary tells as the sum."""
    words = summary.tape.words[slice(*summary.sentence_of(found.claim))]
    if found.claim.kind != "count" or (_ALL.isdisjoint(words) and not _IN_ALL & {*pairwise(words)}):
        return ""
    if any(part is found.claim for part, _ in parts_of_wholes(summary)):
        return ""
    wholes = {part.first: whole for part, whole in parts_of_wholes(article)}
    told = [wholes.get(one.fact.first) for one in found.supports]
    first = told[0] if told else None
    return plain(first.value) if first and all(told) else ""


_FEW = {Decimal(1), Decimal(2)}
_ALL = frozenset({"altogether", "together", "combined"})
_IN_ALL = frozenset({("in", "all"), ("in", "total"), ("a", "total")})
