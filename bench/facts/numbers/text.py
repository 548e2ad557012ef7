"""What the ledger says of a number in words: the claim, and the reason for its verdict."""

from decimal import Decimal
from typing import NamedTuple

import msgspec

from bench.counted import ordinal_ending
from bench.facts.numbers.assess import Assessment
from bench.facts.numbers.context import Scene
from bench.facts.numbers.match.fit import Match
from bench.facts.numbers.match.values import shown
from bench.facts.numbers.phrases import plural
from bench.facts.people.names.lists import abbreviations
from bench.facts.people.reading.surname_slots import FINITE
from bench.facts.quantities.dates import MONTHS, WEEKDAYS
from bench.facts.quantities.quantity import Quantity
from bench.facts.quantities.units import is_money, time_text, unit_text

_MONTH_NAMES = {number: name.capitalize() for name, number in MONTHS.items()}
_DAY_NAMES = {
    number: name.capitalize() for name, number in reversed(WEEKDAYS.items()) if not name.endswith("days")
}
_SEASON_NAMES = {1: "spring", 2: "summer", 3: "autumn", 4: "winter"}
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_ITSELF = frozenset(
    {"word", "words", "sentence", "sentences", "paragraph", "paragraphs", "bullet", "point", "points"}
)


class Reason(NamedTuple):
    """Why a verdict was given, and the article's figures that show it."""

    text: str
    facts: tuple[Quantity, ...] = ()


def idle(scene: Scene, claim: Quantity) -> bool:
    """Whether a number of a summary claims nothing: "a summary in 92 words", "a day later", "one day"."""
    words = scene.tape.words
    if claim.kind == "count" and claim.weak and claim.value == 1 and claim.modifier == "more than":
        # "On more than one occasion" tells that there were several.
        return not claim.unit
    if _some_day(scene, claim) or (claim.kind == "name" and claim.name.replace(" ", "") in abbreviations()):
        # "CO2" is carbon dioxide.
        return True
    if claim.kind == "duration" and claim.weak and words[claim.first] in ("a", "an"):
        return claim.modifier in ("", "about")
    if claim.kind != "count" or claim.last >= len(words) or words[claim.last] not in _ITSELF:
        return False
    return any(word.startswith("summar") for word in words[max(0, claim.first - 12) : claim.last + 12])


def _some_day(scene: Scene, claim: Quantity) -> bool:
    """Whether "one day" is no length of time: "hopes to one day have children"."""
    tape = scene.tape
    if claim.kind != "duration" or tuple(tape.words[claim.first : claim.last]) != ("one", "day"):
        return False
    return tape.word(claim.first - 1) in _SOME_DAY or tape.word(claim.last).endswith("ing")


_SOME_DAY = frozenset("to will would could may might can shall should that and of".split())


def as_count(article: Scene, claim: Quantity) -> Quantity:
    """Return a number behind a capital ("Sutcliffe 44") as a count, unless the article has such a name.

    Letters and digits in one (F-16), known designations (Flight 370) and long codes stay names.
    """
    words = claim.name.split()
    if claim.kind != "name" or not claim.loose or len(words) < 2:
        return claim
    stem = words[-2]
    if any(fact.kind == "name" and stem in fact.name.split() for fact in article.quantities):
        return claim
    last = claim.last
    return msgspec.structs.replace(
        claim, kind="count", name="", start=claim.end - len(words[-1]), first=last - 1
    )


def nearest(article: Scene, fact: Quantity, rival: Quantity) -> str:
    """Return what the article says of the value, and which figure it has in the claim's place."""
    return f"article: {phrase(article, fact)}; here it has {phrase(article, rival)}"


def phrase(scene: Scene, quantity: Quantity) -> str:
    """Return a figure and the words of its noun as they stand."""
    return " ".join((scene.tape.surface(quantity.first, quantity.last), *_noun(scene, quantity)))


def told_otherwise(article: Scene, fact: Quantity, match: Match) -> str:
    """Return how the article puts a figure that a summary tells in another form, with its unit and noun."""
    value, own = f"article: {shown(fact.value)}", f"article: {phrase(article, fact)}"
    if not match.reason:
        return own
    rest = match.reason.removeprefix(value)
    return f"{own}{rest}" if rest in _IN_OTHER_WORDS else match.reason


_IN_OTHER_WORDS = frozenset({"", ", which is more", ", which is less", ", rounded"})


def _noun(scene: Scene, quantity: Quantity) -> tuple[str, ...]:
    """Return the words of what a quantity counts, up to a plural: "310 prisoners" of "310 prisoners go".

    Without a plural they end before a verb: "26 per cent" of "26 per cent compared with". A length or a date
    counts nothing.
    """
    if quantity.kind not in _COUNTING:
        return ()
    words = scene.head_words(quantity)
    for at, word in enumerate(words):
        if word in _VERBS:
            return words[:at]
        if plural(word):
            return words[: at + 1]
    return words[: next((at for at, word in enumerate(words) if len(word) > 4 and word.endswith("ed")), None)]


_VERBS = FINITE - {"stars", "scores"} | frozenset("pay pays live go opens lasts sings".split())
"""What follows a number as the verb of its sentence and is no noun that is counted."""
_COUNTING = frozenset({"count", "money", "percent", "ordinal", "fraction"})


def claim_text(article: Scene, summary: Scene, found: Assessment) -> str:
    """Return a claim in a normal form: equal value, unit and counted thing give equal text.

    Where the article supports the number, its figure and noun are used, so that a rounding and the figure
    itself, or two nouns for one thing, are one claim.
    """
    claim, stated = found.claim, found.stated
    if stated:
        fact = min((one for one in stated if _one_thing(article, one, stated[0])), key=lambda one: one.start)
        shown = fact if _comparable(claim, fact) else claim
        return _told(article.tape.surface(fact.first, fact.last), shown, _noun(article, shown))
    return _told(summary.tape.surface(claim.first, claim.last), claim, _noun(summary, claim))


def _one_thing(article: Scene, one: Quantity, other: Quantity) -> bool:
    heads, others = article.head(one), article.head(other)
    return heads[-1:] == others[-1:] or not heads or not others


def _comparable(claim: Quantity, fact: Quantity) -> bool:
    return claim.kind == fact.kind or not claim.is_date


def _told(surface: str, quantity: Quantity, noun: tuple[str, ...]) -> str:
    return " ".join((_value(surface, quantity), *noun))


def _value(surface: str, quantity: Quantity) -> str:
    """Return value and unit in one fixed form."""
    kind, value = quantity.kind, quantity.value
    if kind == "weekday":
        return _DAY_NAMES[int(value)]
    if kind == "season":
        return _SEASON_NAMES[int(value)]
    if kind in ("date", "month") and quantity.parts:
        year, month, day = quantity.parts[:3]
        return " ".join(part for part in (str(day or ""), _MONTH_NAMES[month], str(year or "")) if part)
    if kind == "time":
        return f"{int(value) // 60:02}:{int(value) % 60:02}"
    if kind == "decade":
        return f"{value}s"
    if kind == "year":
        return f"{value}" + (f" to {quantity.high}" if quantity.high else "")
    if kind in ("score", "fraction"):
        joint = "/" if kind == "fraction" else quantity.unit or "-"
        return joint.join(str(part) for part in quantity.parts)
    if kind == "name" or quantity.vague:
        return surface
    shown = number(value) + (f" to {number(quantity.high)}" if quantity.high is not None else "")
    return _with_unit(shown, quantity)


def _with_unit(shown: str, quantity: Quantity) -> str:
    unit = quantity.unit
    if quantity.kind == "ordinal":
        return f"{shown}{ordinal_ending(int(quantity.value))}"
    if quantity.kind == "age":
        return f"aged {shown}" + ("" if unit == "year" else f" {time_text(unit)}")
    if unit == "cent":
        return f"{number(quantity.value * 100)} cents"
    if unit == "pound":
        return f"{shown} pounds"
    if is_money(unit):
        return f"{'$' if unit == 'dollar' else unit + ' '}{shown}"
    if quantity.kind == "duration":
        return f"{shown} {time_text(unit, one=shown == '1')}"
    return f"{shown} {unit_text(unit)}" if unit else shown


def number(value: Decimal) -> str:
    """Return a value as a reader would write it: 14,000; 2.5 billion."""
    for scale, word in _SCALES:
        if abs(value) >= scale:
            return f"{_trimmed(value / scale)} {word}"
    return _trimmed(value)


def _trimmed(value: Decimal) -> str:
    text = f"{value.normalize():,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
