"""One number of a summary held against the article: what supports it, and what rivals it."""

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from bench.facts.numbers.context import Scene
from bench.facts.numbers.figures import comparable, of_one_sort, sizes_that_meet
from bench.facts.numbers.kept import once_per_text
from bench.facts.numbers.match.fit import CLASH, NONE, SAME, Match
from bench.facts.numbers.match.support import NO_HEADS, Heads, alike, compare
from bench.facts.numbers.phrases import plural
from bench.facts.numbers.place.agreement import Agreement, Place
from bench.facts.numbers.table_units import units_of_tables
from bench.facts.numbers.taken_over import figure_taken_over, repeats
from bench.facts.quantities.dates import DATELINE
from bench.facts.quantities.measure_units import DASHES
from bench.facts.quantities.quantity import Quantity, without_place
from bench.facts.quantities.units import same_unit
from bench.text.computed import computed


class Support(msgspec.Struct, frozen=True, gc=False):
    """A figure of the article beside one of the summary: how the values and the words around them agree."""

    fact: Quantity
    match: Match
    words: Agreement


class Assessment:
    """Everything known of one number of a summary, each part found out when first asked for.

    `supports` are best first, and so are `rivals`. Where the summary takes a number over with the words
    around it, the article's figure is known without weighing all others, and they are hardly ever asked for.
    """

    def __init__(self, article: Scene, summary: Scene, claim: Quantity):
        """Take up `claim`, a quantity of `summary`."""
        self._article, self._summary, self.claim = article, summary, claim

    @computed
    def head(self) -> tuple[str, ...]:
        """The stems of the words straight behind the number."""
        return self._summary.head(self.claim)

    @computed
    def taken_over(self) -> Quantity | None:
        """The article's figure that stands among the very words that the summary has around the number."""
        return figure_taken_over(self._article, self._summary, self.claim)

    @computed
    def _place(self) -> Place:
        return Place(self._article, self._summary, self.claim)

    @computed
    def _asked(self) -> "_Asked":
        """What is asked of the article: many summaries tell the same figure."""
        nearby = _nearby_units(self._summary, self.claim)
        return self._article, without_place(self.claim), self.head, nearby

    @computed
    def _held(self) -> "Held":
        return _held(*self._asked)

    @computed
    def supports(self) -> tuple[Support, ...]:
        """The figures of the article that support the claim."""
        claim, place = self.claim, self._place
        if self.taken_over:
            return tuple(Support(fact, SAME, place.agreement(fact)) for fact in self.stated)
        found = [Support(fact, match, place.agreement(fact)) for fact, match in self._held.supports]
        found.sort(key=_rank, reverse=True)
        return tuple(_both_ends(claim, found) if claim.high is not None and not claim.vague else found)

    @computed
    def clash(self) -> Support | None:
        """The figure that speaks most plainly against the claim."""
        clash = self._held.clash
        return Support(*clash, self._place.agreement(clash[0])) if clash else None

    @computed
    def rivals(self) -> tuple[Support, ...]:
        """The figures whose places agree best with the claim's."""
        place, claim, others = self._place, self.claim, self._of_its_sort
        if claim.kind == "measure" and any(support.fact.unit == claim.unit for support in self.supports):
            # "Minus 41.3C (minus 42.3F)": what is told in the other unit is no rival of its own twin.
            others = [fact for fact in others if claim.unit in (fact.unit, fact.lent[1])]
        if len(others) > _RIVALS:
            others = sorted(others, key=place.nearness, reverse=True)[:_RIVALS]
        rivals = [Support(fact, NONE, place.agreement(fact)) for fact in others]
        return tuple(sorted(rivals, key=_nearness, reverse=True))

    @computed
    def _of_its_sort(self) -> list[Quantity]:
        """The figures that could stand in the claim's place, by what the article's own figure is."""
        others = _others(*self._asked)
        if self.claim.kind != "count" or not self.supports:
            return others
        meant, of_unit = self.supports[0].fact, list[Quantity]()
        if meant.unit and not self.head:
            article, bare, head, nearby = self._asked
            told = msgspec.structs.replace(bare, kind=meant.kind, unit=meant.unit)
            of_unit = _others(article, told, head, nearby)
        return of_one_sort(self._article, meant, bool(self.head), others, of_unit)

    def nearness(self, fact: Quantity) -> float:
        """Return how well the place of a figure of the article agrees with the claim's: 0 to about 1.35."""
        found = self._near.get(fact.first)
        if found is None:
            found = self._near[fact.first] = self._place.nearness(fact)
        return found

    def slot(self, fact: Quantity) -> float:
        """Return how surely a figure of any sort stands in the very place of the claim: 0 to about 1.5."""
        return _slot(self._place.agreement(fact))

    @computed
    def _near(self) -> dict[int, float]:
        return {}

    @property
    def informed(self) -> int:
        """How many of the words around the claim the article has."""
        return self._place.known

    @computed
    def clause_told(self) -> float:
        """How much the claim's clause tells, 0 to 1: little by a word or two."""
        weight = self._place.clause
        return weight / (weight + _UNSEEN) if weight else 0.0

    @property
    def taken(self) -> float:
        """How surely the article has another figure in the very place of the claim: 0 to about 1.5."""
        return max(self.taking.values(), default=0.0)

    @computed
    def taking(self) -> dict[int, float]:
        """How surely each rival stands in the very place of the claim, by the rival's place."""
        return {rival.fact.first: _slot(rival.words) for rival in self.rivals}

    @property
    def meant(self) -> list[Support]:
        """The figures of the article that may be the one that is meant."""
        return [support for support in self.supports if support.match.fit >= _MEANT]

    @computed
    def only(self) -> Quantity | None:
        """The figure of the article that must be meant; None where it has several of the value, or none."""
        if self.taken_over:
            return self.taken_over if len(self.stated) == 1 else None
        if self.claim.high is None:
            meant = [fact for fact, match in self._held.supports if match.fit >= _MEANT]
        else:
            meant = [support.fact for support in self.meant]
        return meant[0] if len(meant) == 1 else None

    @computed
    def stated(self) -> list[Quantity]:
        """Where the article states the claim's figure, the best place first; empty where it has none."""
        if fact := self.taken_over:
            return [fact, *repeats(self._article, fact)]
        if len(held := self._held.supports) < 2 and self.claim.high is None:
            # Where there is no choice the places need not be weighed.
            return [fact for fact, _ in held]
        if not self.supports:
            return []
        best, *others = self.supports
        alike = (s.fact for s in others if s.match.fit >= _SAME and s.fact.value == best.fact.value)
        return [best.fact, *alike]


_Pair = tuple[Quantity, Match]
_RIVALS = 8
"""How many rivals are kept, the nearest ones."""
_MEANT = 0.55
"""Fit from which a figure may be the one that is meant."""
_UNSEEN = 2.0
"""Weight of words at which a clause tells half of what it could: that of a word of one sentence in six."""
_SAME = 0.9
"""Fit from which a figure is the claim's own, told elsewhere once more."""


class Held(NamedTuple):
    """The figures that support a claim, the likest that clashes, and the rest, each with whether it is far.

    Those of a size that has nothing to do with the claim's are far.
    """

    supports: Sequence[_Pair]
    clash: _Pair | None
    rest: Sequence[tuple[Quantity, bool]]


_Asked = tuple[Scene, Quantity, tuple[str, ...], frozenset[str]]


@once_per_text
def _held(article: Scene, claim: Quantity, head: tuple[str, ...], nearby: frozenset[str]) -> Held:
    """Return what the article has for a claim, whatever its place."""
    supports: list[_Pair] = []
    rest: list[tuple[Quantity, bool]] = []
    clash: _Pair | None = None
    sizes = sizes_that_meet(claim)
    for figure in comparable(article, claim.kind, claim.unit):
        fact, (low, high) = figure.fact, sizes.bounds if figure.bound else sizes.plain
        if figure.size < low or figure.size > high:
            rest.append((fact, True))
            continue
        match = compare(claim, fact, Heads(head, article.head(fact), nearby))
        if match.how in _UNSAID:
            match = _with_its_text(article, claim, fact, match)
        if match.fit > CLASH:
            supports.append((fact, match))
        elif match.fit > 0:
            clash = (fact, match) if clash is None or match.fit > clash[1].fit else clash
        else:
            rest.append((fact, False))
    if clash and clash[1].how == "opposite" and all(match.how == "bound" for _, match in supports):
        # "Over a hundred" rules out "fewer than a hundred", whatever else is lower.
        supports = []
    return Held(supports, clash, rest)


@once_per_text
def _others(article: Scene, claim: Quantity, head: tuple[str, ...], nearby: frozenset[str]) -> list[Quantity]:
    """Return the figures of a claim's sort that do not support it; few claims ever ask for them."""
    return [
        fact
        for fact, far in _held(article, claim, head, nearby).rest
        if not fact.weak
        and alike(claim, fact)
        and not _dateline(article, fact)
        # A figure that the claim spells out more exactly ($2.6m for $2,630,000) is no rival.
        and (far or compare(fact, claim, NO_HEADS).fit < 0.8)
    ]


def _dateline(article: Scene, fact: Quantity) -> bool:
    """Whether a day is that of the report ("HARLOW, 4 June 2025 - The council"), of which nothing is told."""
    return fact.kind == "date" and fact.last <= DATELINE and article.tape.word(fact.last) in DASHES


_UNSAID = frozenset({"unit not given", "year from elsewhere"})
SURELY_MONEY = 1000
"""Amount from which a bare figure may be money wherever the text tells the currency."""
_DEGREES = frozenset({"C", "F", "degree"})
_RANKING = frozenset({"number", "no", "."})


def _with_its_text(article: Scene, claim: Quantity, fact: Quantity, match: Match) -> Match:
    """Return a match that leaves something unsaid, unless the article's other figures speak against it."""
    if match.how == "kind":
        # "World number one" ranks, "one of them" does not.
        ranks = claim.kind != "ordinal" or article.tape.word(fact.first - 1) in _RANKING
        return match if ranks else NONE
    if match.how == "unit not given" and claim.kind == "age":
        # "Two men" tell of no child of two; "a student of 22 put it" may tell of her age.
        return Match(CLASH, "unit") if any(map(plural, article.head_words(fact))) else match
    if match.how == "unit not given":
        # "The prosecutor asked for seven years, he got three": the unit is said once, close by.
        own = article.sentence[fact.first]
        if claim.unit in _DEGREES:
            return match if "temperature" in article.tape.words[max(0, fact.first - 4) : fact.first] else NONE
        if claim.kind == "money" and claim.value >= SURELY_MONEY:
            return match if any(same_unit(q.unit, claim.unit) for q in article.quantities) else NONE
        if any(same_unit(unit, claim.unit) for unit in units_of_tables(article)):
            return match
        near = (other for place in range(own - 2, own + 3) for other in article.figures(place))
        return match if any(same_unit(other.unit, claim.unit) for other in near) else NONE
    if match.how == "year from elsewhere" and claim.parts[0] not in article.years:
        return Match(CLASH, "year", "article: no such year")
    return match


def _nearby_units(summary: Scene, claim: Quantity) -> frozenset[str]:
    """Return the units of the figures in the claim's sentence, unless a plural noun of its own follows it."""
    if claim.unit or any(plural(word) for word in summary.head_words(claim)):
        return frozenset()
    return frozenset(other.unit for other in summary.figures(summary.sentence[claim.first]) if other.unit)


def _both_ends(claim: Quantity, found: list[Support]) -> list[Support]:
    """Keep figures that match one end of the claim's range only where the other end is there too."""
    if {claim.value, claim.high} <= {support.fact.value for support in found}:
        return found
    return [support for support in found if support.match.how != "end of range"]


def _nearness(support: Support) -> float:
    return support.words.nearness


def _slot(words: Agreement) -> float:
    return words.share + 0.2 * words.right + 0.15 * words.left + 0.15 * words.head + 0.2 * words.clause


def _rank(support: Support) -> float:
    return 1.5 * support.match.fit + support.words.nearness
