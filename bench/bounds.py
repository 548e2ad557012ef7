"""Rows the harness makes itself, because they are shown what no system may see: references and fact sheets.

`oracle` and `human` bound what a system can reach; `scrambled` is `lead` with wrong facts planted from the
fact sheet, so that the checks are not examined by what they extract themselves.
"""

import random
import re
from collections.abc import Callable

from bench.plugins import Found
from bench.records import Item, NumberFact
from bench.text.sentences import sentences
from bench.text.tokens import clip, count_words

_NUMBER_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
    "hundred thousand million billion"
).split()
_ORDINAL_WORDS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS = "January February March April May June July August September October November December".split()
_CYCLES = (_NUMBER_WORDS[:12], _NUMBER_WORDS[12:20], _NUMBER_WORDS[20:27], _NUMBER_WORDS[27:],
           _ORDINAL_WORDS, _WEEKDAYS, _MONTHS)  # fmt: skip
_EXCHANGE = {word.lower(): cycle for cycle in _CYCLES for word in cycle}
_DIGITS = re.compile(r"\d+(?:[.,:]\d+)*")
_WORD = re.compile(r"[^\W\d_]+")


def oracle(item: Item, *, words: int = 60) -> str:
    """Return the article's sentences that a greedy search picks for the best ROUGE-1 + ROUGE-2."""
    from bench.metrics.extractive import greedy_oracle

    every = sentences(item.article.text, item.article.language)
    references = [sentences(r.text, item.article.language) for r in item.references]
    chosen = greedy_oracle(every, references, words)
    return " ".join(every[index] for index in sorted(chosen))


def human(item: Item, *, words: int = 60) -> str:
    """Return the reference whose length is nearest the budget; it is scored against the others."""
    texts = [reference.text for reference in item.references]
    return min(texts, key=lambda text: abs(count_words(text) - words)) if texts else ""


def scrambled(item: Item, *, words: int = 60, seed: int = 0) -> str:
    """Return what `lead` writes with other numbers and people in place of the right ones."""
    rng = random.Random(f"{seed}:{item.article.id}")
    text = clip(sentences(item.article.text, item.article.language), words)
    if item.facts is None:
        return _DIGITS.sub(lambda match: other_digits(match.group(), rng), text)
    places = [place for fact in item.facts.numbers if (place := _number_place(text, fact))]
    for start, end in sorted(set(places), reverse=True):
        text = text[:start] + other_number(text[start:end], rng) + text[end:]
    return _exchange_people(text, item, rng)


def _number_place(text: str, fact: NumberFact) -> tuple[int, int] | None:
    """Return where the number of `fact` stands in `text`, found through its quote."""
    at = text.find(fact.quote)
    if at < 0:
        return None
    value = re.sub(r"\D", "", str(fact.value if fact.value is not None else fact.low)).rstrip("0")
    runs = list(_DIGITS.finditer(fact.quote))
    for run in runs:
        if value and re.sub(r"\D", "", run.group()).rstrip("0") == value:
            return at + run.start(), at + run.end()
    if runs:
        return at + runs[0].start(), at + runs[0].end()
    for word in _WORD.finditer(fact.quote):
        known = word.group().lower() in _EXCHANGE
        if known and (word.group() not in ("second", "may", "march") or fact.unit == "ordinal"):
            return at + word.start(), at + word.end()
    return None


def other_number(surface: str, rng: random.Random) -> str:
    """Return another number of the same shape as `surface`, a run of digits or a number word."""
    cycle = _EXCHANGE.get(surface.lower())
    if cycle is None:
        return other_digits(surface, rng)
    other = rng.choice([word for word in cycle if word.lower() != surface.lower()])
    return other.capitalize() if surface[0].isupper() else other


def other_digits(surface: str, rng: random.Random) -> str:
    """Return `surface` with its most telling digit changed: the last of a year, else the first."""
    year = re.fullmatch(r"(?:19|20)\d\d", surface)
    at = 3 if year else next(i for i, char in enumerate(surface) if char.isdigit())
    digits = "123456789" if at == 0 else "0123456789"
    return surface[:at] + rng.choice([d for d in digits if d != surface[at]]) + surface[at + 1 :]


def _exchange_people(text: str, item: Item, rng: random.Random) -> str:
    """Give each person named in `text` the name of another of the article's people."""
    people = list(item.facts.people) if item.facts else []
    if len(people) < 2:
        return text
    rng.shuffle(people)
    forms: dict[str, str] = {}
    for person, other in zip(people, [*people[1:], people[0]], strict=True):
        forms[person.name] = other.name
        forms.setdefault(person.name.split()[-1], other.name.split()[-1])
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")\b")
    return pattern.sub(lambda match: forms[match.group()], text)


HARNESS_FUNCTIONS: dict[str, Callable[..., str]] = {"human": human, "oracle": oracle, "scrambled": scrambled}

_WORDS = ("words", "60")
HARNESS_SYSTEMS = (
    Found("human", None, "harness", "bound", "A left-out reference, scored against the others.", (_WORDS,)),
    Found("oracle", None, "harness", "bound", "Greedy extractive oracle: article sentences chosen with the "
          "references in view.", (_WORDS,)),
    Found("scrambled", None, "harness", "control", "What lead writes, with wrong numbers and people planted.",
          (_WORDS, ("seed", "0"))),
)  # fmt: skip
