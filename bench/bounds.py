"""Rows the harness makes itself, because they are shown what no system may see: references and fact sheets.

`oracle` and `human` bound what a system can reach; `scrambled` is `lead` with wrong facts planted from the
fact sheet, so that the checks are not examined by what they extract themselves.
"""

import random
import re
from collections.abc import Callable

from bench.plugins import Found
from bench.records import Item
from bench.text.sentences import sentences
from bench.text.tokens import clip, count_words

_DIGITS = re.compile(r"\d+(?:[.,:]\d+)*")


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
    from bench.plant import number_place, other_digits, other_number

    rng = random.Random(f"{seed}:{item.article.id}")
    text = clip(sentences(item.article.text, item.article.language), words)
    if item.facts is None:
        return _DIGITS.sub(lambda match: other_digits(match.group(), rng), text)
    places = [place for fact in item.facts.numbers if (place := number_place(text, fact))]
    for start, end in sorted(set(places), reverse=True):
        text = text[:start] + other_number(text[start:end], rng) + text[end:]
    return _exchange_people(text, item, rng)


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
