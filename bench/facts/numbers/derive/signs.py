"""What the words of a claim and the place of a step's figures say for the step."""

from bench.facts.numbers.derive.amounts import sentence_joined
from bench.facts.numbers.derive.one_unit import wholes
from bench.facts.numbers.derive.parts import NEGATED
from bench.facts.numbers.derive.record import Case, Step
from bench.facts.numbers.derive.shares import DONE, DUE

_OF_OTHERS = (
    NEGATED | DONE | DUE | frozenset("left cannot only just but leaves leaving remain remains".split())
)
_DEAD = frozenset("dead killed died deaths".split())
_HURT = frozenset("injured hurt wounded injuries missing".split())


def all_told(case: Case, hit: Step) -> bool:
    """Whether three or more figures are added that are all those of their sort in their sentence."""
    if len(hit.facts) < _SEVERAL:
        return False
    own = sentence_joined(case.article, hit.facts[0])
    told = [fact for fact in wholes(case.article, case.sort) if sentence_joined(case.article, fact) == own]
    return len(told) == len(hit.facts)


_SEVERAL = 3


def of_the_others(case: Case, hit: Step) -> bool:
    """Whether a share is what a part leaves where the claim's sentence tells of no others."""
    left = hit.told[1:2] == ("-",) or hit.text.startswith(("100 -", "the rest"))
    if not left or case.article.tape.word(hit.facts[0].first - 1) == "but":
        return False
    told = case.summary.tape.words[slice(*case.summary.sentence_of(case.claim))]
    part = (case.article.tape.words[at] for at in case.article.clause(hit.facts[0]))
    return _OF_OTHERS.isdisjoint(told) and _OF_OTHERS.isdisjoint(part)


def strange(case: Case, hit: Step) -> bool:
    """Whether a claim's sentence has no noun that the figures of a share count."""
    heads = [head[0] for fact in hit.facts if (head := case.article.head(fact))]
    return bool(heads) and set(heads).isdisjoint(case.summary.words(case.summary.sentence[case.claim.first]))


def of_two_fates(case: Case) -> bool:
    """Whether a claim tells of the dead and the injured in one: "killed or wounded", "casualties"."""
    beside = case.beside
    both = (
        not _DEAD.isdisjoint(beside) and not _HURT.isdisjoint(beside) and not {"and", "or"}.isdisjoint(beside)
    )
    return both or "casualties" in beside
