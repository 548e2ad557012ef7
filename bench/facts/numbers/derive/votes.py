"""What follows from votes and seats: a majority, how many voted or have a vote, the seats short of one."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from bench.facts.numbers.assess import Assessment
from bench.facts.numbers.context import Scene
from bench.facts.numbers.derive.parts import Told
from bench.facts.numbers.derive.record import Case, Step
from bench.facts.numbers.kept import once_per_text
from bench.facts.numbers.place.partitive import parts_of_wholes
from bench.facts.quantities.quantity import Quantity
from bench.facts.stems import stem

_VOTING = frozenset(
    "vote votes voted voting ballot ballots majority favour favor against abstained abstaining abstention "
    "abstentions carried passed backed rejected approved adopted defeated lost motion elected polled".split()
)
_SIDES = frozenset({"to", "against", "for"})
_BETWEEN, _AROUND = 8, 10
"""Words from one side of a vote to the other, and about the two within which one tells of voting."""
_ABSENT = frozenset(
    "abstain abstained abstaining abstention abstentions absent spoiled blank away missing invalid".split()
)
"""Words behind a figure that tell it as of those who took no side."""
_VOTERS = frozenset(
    map(
        stem,
        "member members vote votes voter voters councillor councillors deputy deputies people delegate "
        "delegates mps senator senators seats shareholders judges jurors ballots lawmakers".split(),
    )
)
_LEAD = frozenset({"majority", "margin"})
_BARE = frozenset("seats seat votes vote members".split())


class Vote(NamedTuple):
    """Those for and against, and the figures that tell it, with those of who took neither side."""

    sides: tuple[Decimal, Decimal]
    facts: tuple[Quantity, ...]
    others: tuple[Quantity, ...]

    @property
    def text(self) -> str:
        """The two sides."""
        return f"{self.sides[0]} to {self.sides[1]}"


@once_per_text
def votes(article: Scene) -> list[Vote]:
    """Return the votes that a text tells by their two sides."""
    figures = [fact for fact in article.quantities if fact.high is None and not fact.unit]
    found = list[Vote]()
    for at, fact in enumerate(figures):
        if fact.kind == "score" and len(fact.parts) == _TWO:
            sides, last = (Decimal(fact.parts[0]), Decimal(fact.parts[1])), at
        elif fact.kind == "count" and at + 1 < len(figures) and _opposed(article, fact, figures[at + 1]):
            sides, last = (fact.value, figures[at + 1].value), at + 1
        else:
            continue
        facts = tuple(figures[at : last + 1])
        around = article.tape.words[max(0, fact.first - _AROUND) : facts[-1].last + _AROUND]
        if not _VOTING.isdisjoint(around):
            found.append(Vote(sides, facts, _neither(article, facts[-1], figures[last + 1 :])))
    return found


_TWO = 2


def _opposed(article: Scene, one: Quantity, other: Quantity) -> bool:
    """Whether two counts are the sides of a vote: "31 votes to 19", "33 for it, 11 against"."""
    if other.kind != "count" or not 0 < other.first - one.last <= _BETWEEN:
        return False
    between = article.tape.words[one.last : other.first]
    behind = article.tape.words[other.last : other.last + 2]
    if article.sentence[one.first] != article.sentence[other.first] or "of" in between:
        return False
    told = not {"vote", "votes", "voted", "voting"}.isdisjoint(between)
    sided = between[-1:] in (["to"], ["against"])
    return (sided and (told or len(between) <= _TWO)) or ("against" in behind and "for" in between)


def _neither(article: Scene, last: Quantity, figures: list[Quantity]) -> tuple[Quantity, ...]:
    """Return the figures behind a vote that tell of those who abstained or were not there."""
    found = list[Quantity]()
    for fact in figures[:_TWO]:
        near = article.sentence[fact.first] - article.sentence[last.first] <= 1
        behind = article.tape.words[fact.last : fact.last + _REACH]
        if fact.kind != "count" or not near or _ABSENT.isdisjoint(behind):
            break
        found.append(fact)
    return tuple(found)


_REACH = 5


@once_per_text
def seats(article: Scene) -> list[tuple[Quantity, Quantity]]:
    """Return the seats of a side in a body that a text tells, each with those of all: "91 of 175 seats"."""
    return [
        (part, whole)
        for part, whole in parts_of_wholes(article)
        if not _VOTERS.isdisjoint((*article.head(part)[:1], *article.head(whole)[:1])) and not whole.value % 1
    ]


def polled(case: Case) -> Iterable[Step]:
    """Yield majorities, those who voted and those who have a vote, by the words that tell a claim as such."""
    claim = case.claim
    if claim.kind != "count" or claim.unit or claim.value % 1:
        return
    if announced(case.summary, claim) or not _MARGIN.isdisjoint(case.beside):
        for vote in votes(case.article):
            high, low = max(vote.sides), min(vote.sides)
            yield Step(high - low, "vote", (high, "-", low), vote.facts)
        yield from _of_seats(case.article)
    if not _VOTERS.isdisjoint(case.head):
        for vote in votes(case.article):
            yield from _all(vote)


_MARGIN = _LEAD | frozenset("more lead ahead beat short".split())


def _of_seats(article: Scene) -> Iterator[Step]:
    """Yield by how many seats a side has more than all others, is over half of them, or short of that."""
    for part, whole in seats(article):
        needed = whole.value // 2 + 1
        told: tuple[str | Decimal, ...] = (part.value, "of", whole.value, "seats")
        for value in {abs(2 * part.value - whole.value), abs(part.value - needed)}:
            if value:
                yield Step(value, "vote", told, (part, whole))


def _all(vote: Vote) -> Iterator[Step]:
    """Yield the sides of a vote together, and with those who took neither."""
    total = vote.sides[0] + vote.sides[1]
    told: list[str | Decimal] = [vote.sides[0], "+", vote.sides[1]]
    yield Step(total, "vote", tuple(told), vote.facts)
    for at, fact in enumerate(vote.others):
        total += fact.value
        told += ["+", fact.value]
        yield Step(total, "vote", tuple(told), (*vote.facts, *vote.others[: at + 1]))


def announced(scene: Scene, claim: Quantity) -> bool:
    """Whether a figure is told as a majority or a margin: "a majority of six", "by a margin of 249 votes"."""
    word, at = scene.tape.word, claim.first
    if not claim.is_plain_count or claim.value % 1:
        return False
    if word(at - 1) == "of" and word(at - 2) in _LEAD:
        return True
    if word(at - 1) == "by" and word(claim.last) == "votes":
        return word(claim.last + 1) not in _SIDES
    behind = scene.tape.words[claim.last : claim.last + 3]
    return bool(behind) and not _LEAD.isdisjoint(behind) and set(behind[: _first_lead(behind)]) <= _JOINED


def _first_lead(behind: list[str]) -> int:
    return next(at for at, word in enumerate(behind) if word in _LEAD)


_JOINED = _BARE | {"-"}


def other_majority(article: Scene, summary: Scene, found: Assessment) -> Told | None:
    """Return the vote of an article where a summary tells a majority that no vote ended with."""
    claim = found.claim
    if not announced(summary, claim) or not (told := votes(article)):
        return None
    if any(announced(article, fact) and fact.value == claim.value for fact in article.quantities):
        return None
    fitting = {abs(vote.sides[0] - vote.sides[1]) for vote in told}
    fitting |= {step.value for step in _of_seats(article)}
    if claim.value in fitting:
        return None
    return Told(Decimal(0), told[0].text, told[0].facts)
