"""Does a summary keep a number of the fact sheet?"""

from bench.facts.numbers.assess import Assessment
from bench.facts.numbers.context import Scene
from bench.facts.numbers.match.fit import CLASH
from bench.facts.numbers.match.support import NO_HEADS, Heads, compare
from bench.facts.quantities.quantity import Quantity
from bench.facts.quantities.reading import quantities
from bench.records import NumberFact
from bench.text.document import Document

_UNIT_WORDS = {"percent": "per cent", "": ""}
_BELONGS = 0.3
"""How much less than the best place the fact's own place may agree with the summary's words."""


def keeps(fact: NumberFact, article: Scene, assessed: list[Assessment]) -> bool:
    """Return whether one of the summary's supported numbers is this fact."""
    targets = _targets(fact, article)
    for found in assessed:
        heads = Heads(found.head, ())
        if targets:
            if any(_is_it(found, target) for target in targets):
                return True
        elif any(compare(found.claim, stated, heads).fit >= 0.7 for stated in _stated(fact)):
            return True
    return False


def _is_it(found: Assessment, target: Quantity) -> bool:
    """Whether the article's figure that supports a claim is the target, or agrees with the claim as well."""
    best = found.supports[0] if found.supports else None
    for support in found.supports:
        whole = not target.is_date or compare(target, found.claim, NO_HEADS).fit > CLASH
        if support.fact.start == target.start and support.match.fit >= 0.55 and best and whole:
            return support.words.share >= best.words.share - _BELONGS or support.words.head
    return False


def _targets(fact: NumberFact, article: Scene) -> list[Quantity]:
    """Return the article's figures inside the fact's quote that have its value."""
    document = article.tape.document
    at = document.raw.find(fact.quote)
    if at < 0:
        return []
    inside = []
    for quantity in article.quantities:
        span = document.span(quantity.start, quantity.end)
        if span.start < at + len(fact.quote) and at < span.end:
            inside.append(quantity)
    stated = _stated(fact)
    fitting = [q for q in inside if any(_same(s, q) for s in stated)]
    return fitting or (inside if len(inside) == 1 else [])


def _same(stated: Quantity, there: Quantity) -> bool:
    return stated.value == there.value or compare(stated, there, Heads((), ())).fit >= 0.7


def _stated(fact: NumberFact) -> tuple[Quantity, ...]:
    """Return the fact's value and unit as quantities, by reading them as text."""
    unit = _UNIT_WORDS.get(fact.unit, fact.unit)
    if unit in ("weekday", "month", "year", "date", "time", "score", "fraction", "decade", "ordinal", "age"):
        unit = {"ordinal": "th", "age": "years old"}.get(unit, "")
    value = fact.value if fact.value is not None else fact.low if fact.high is None else fact.high
    if fact.low is not None and fact.high is not None:
        value = f"{fact.low} to {fact.high}"
    if len(unit) == 3 and unit.isupper():
        text = f"{unit} {value}"
    else:
        text = f"{value}{'' if unit == 'th' else ' '}{unit}"
    return quantities(Document(text))
