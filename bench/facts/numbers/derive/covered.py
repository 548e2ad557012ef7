"""Whose figures a claim names: the words of its sentence that the article tells of one figure alone."""

from collections.abc import Iterable
from itertools import permutations

from bench.facts.numbers.context import Scene
from bench.facts.numbers.derive.one_unit import by_place, fitting_figures
from bench.facts.numbers.derive.record import Case, Step, Way
from bench.facts.numbers.kept import once_per_figure, once_per_text
from bench.facts.numbers.place.announced import Operation, operation
from bench.facts.numbers.place.frames import frame, named, sort, values
from bench.facts.quantities.quantity import Quantity


def covered(case: Case, facts: Iterable[Quantity]) -> frozenset[str]:
    """Return the words and figures of a claim's sentence that are told of one of some figures alone."""
    said, found = said_with(case), set[str]()
    for fact in facts:
        found |= own_words(case.article, fact)
    return said & found


def of_another_name(case: Case, hit: Step, steps: Iterable[Step]) -> bool:
    """Whether a share is that of a name which a claim's sentence has not, where one that it has got another.

    "A quarter of them are Norway's": 2,100 of 8,700, which are Sweden's; the text tells of both together.
    """
    if hit.way != "share" or len(hit.facts) != len(_PAIR):
        return False
    article, (part, whole) = case.article, sorted(hit.facts, key=lambda fact: fact.value)
    own = own_words(article, part) & _named(article)
    if not own or not own.isdisjoint(said_with(case)):
        return False
    beside = (
        fact
        for step in steps
        if step.way == hit.way and len(step.facts) == len(_PAIR) and whole in step.facts
        for fact in step.facts
        if fact.value < whole.value and article.sentence[fact.first] == article.sentence[part.first]
    )
    return any(covered(case, (fact,)) & _named(article) for fact in beside)


_PAIR = ("part", "whole")


def apart_from_another(case: Case, hit: Step) -> bool:
    """Whether a claim tells a lead over somebody whose figure a step has not: "older than Vik", who is 38."""
    if hit.way not in _LEADS or not (names := _behind_than(case)):
        return False
    told = [
        fact for fact in fitting_figures(case.article, case.sort) if own_words(case.article, fact) & names
    ]
    return bool(told) and not any(one.first == fact.first for one in told for fact in hit.facts)


_LEADS: frozenset[Way] = frozenset({"difference", "sum", "remainder", "list"})


def _behind_than(case: Case) -> frozenset[str]:
    """Return the stems of the name behind "than" or "ahead of", as far as the article writes it so."""
    tape, stems = case.summary.tape, case.summary.stems
    stop = case.summary.sentence_of(case.claim)[1]
    at = next(
        (at for at in range(case.claim.last, min(stop, case.claim.last + _FAR)) if tape.words[at] in _THAN), 0
    )
    at += 1 + (tape.word(at + 1) in ("of", "the"))
    end = at
    while 1 < at <= end < stop and tape.capital(end):
        end += 1
    return frozenset(stems[at:end]) - {""} & _named(case.article) if at > 1 else frozenset()


_FAR, _THAN = 5, frozenset({"than", "ahead", "behind"})


@once_per_text
def _named(article: Scene) -> frozenset[str]:
    """Return the stems that a text writes as names only."""
    tape, names, other = article.tape, set[str](), set[str]()
    for at, stem in enumerate(article.stems):
        if stem and not article.inside(at):
            (names if tape.capital(at) else other).add(stem)
    return frozenset(names - other).union(*map(named, article.quantities))


def each_told(case: Case, hit: Step) -> bool:
    """Whether the claim's sentence has a word of each figure of a step, and of no other one of them."""
    told = [covered(case, (fact,)) for fact in hit.facts]
    return len(told) > 1 and all(
        one - frozenset[str]().union(*(other for other in told if other is not one)) for one in told
    )


def told_of_each(case: Case, step: Step, told: tuple[frozenset[str], ...], way: Operation) -> bool:
    """Whether each of some parties has a figure of its own in a step, and no figure is of none of them.

    Of a rest the first figure is the whole. What is told as a difference is no figure of a party.
    """
    if way == "difference" and any(operation(case.article, fact) == way for fact in step.facts):
        return False
    facts = step.facts[1:] if way == "rest" else step.facts
    own = [own_words(case.article, fact) for fact in facts]
    return len(own) == len(told) and any(
        all(words & party for words, party in zip(own, order, strict=True)) for order in permutations(told)
    )


@once_per_figure
def own_words(article: Scene, fact: Quantity) -> frozenset[str]:
    """Return the words and figures that a text tells of a figure, and of no other of its sort beside it."""
    stated = by_place(article).get(fact.first, fact)
    told = frame(article, stated)
    before = (one for one in article.figures(article.sentence[fact.first]) if one.first < fact.first)
    opens = not any(sort(one) == sort(stated) for one in before)
    return told.own | told.pointed | (told.shared if opens else frozenset())


def said_with(case: Case) -> frozenset[str]:
    """Return the words and the other figures of a claim's sentence, without nouns that the article counts."""
    summary, claim = case.summary, case.claim
    sentence = summary.sentence[claim.first]
    others = (one for one in summary.figures(sentence) if one.first != claim.first and not one.weak)
    told = frozenset((*summary.words(sentence), *(value for one in others for value in values(one))))
    return told - _counted(case.article)


@once_per_text
def _counted(article: Scene) -> frozenset[str]:
    return frozenset(
        noun for fact in article.quantities if fact.kind == "count" for noun in article.head(fact)[-1:]
    )
