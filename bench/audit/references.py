"""Faults of articles and references as texts: lengths, copies, near-duplicates, facts without support."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise

from bench.audit.extraction import name_words
from bench.audit.outcome import Problem
from bench.corpus.form import Bands
from bench.facts.ledger import findings
from bench.facts.source import Source
from bench.records import WRONG, Finding, Item
from bench.text.document import Document
from bench.text.tokens import count_words, words

_GRAM = 5
_DIGITS = re.compile(r"\d[\d.,:]*\d|\d")


def copied_share(article: Sequence[str], reference: Sequence[str]) -> float:
    """Return the share of the reference's bigrams that the article has too, 0 to 1."""
    known = set(pairwise(article))
    bigrams = list(pairwise(reference))
    return sum(bigram in known for bigram in bigrams) / len(bigrams) if bigrams else 0.0


def text_problems(item: Item, article: str, references: Sequence[str], bands: Bands) -> Iterator[Problem]:
    """Yield lengths out of band, too few references and copies; places are given as texts."""
    yield from _length(count_words(item.article.text), bands.article, article)
    if len(references) < bands.references:
        yield Problem(article, f"{len(references)} references; at least {bands.references} are asked for")
    body = words(item.evidence)
    for reference, where in zip(item.references, references, strict=True):
        yield from _length(count_words(reference.text), bands.reference, where)
        share = copied_share(body, words(reference.text))
        if share > bands.copied:
            yield Problem(
                where, f"{share:.0%} of its bigrams are the article's; at most {bands.copied:.0%} may be"
            )


def _length(count: int, band: tuple[int, int], where: str) -> Iterator[Problem]:
    low, high = band
    if not low <= count <= high:
        yield Problem(where, f"has {count} words; {low} to {high} are asked for")


def fact_problems(item: Item, references: Sequence[str]) -> Iterator[Problem]:
    """Yield claims of the references that the article does not support.

    The check may err, so they are to be read. Grave are only figures in digits and names of which nothing
    stands in article or fact sheet: there is nothing to err about.
    """
    source = Source(item.evidence, item.article.language)
    for reference, where in zip(item.references, references, strict=True):
        for finding in findings(source, Document(reference.text, item.article.language)):
            if finding.verdict in WRONG:
                message = f"{finding.claim!r} is {finding.verdict} by the article: {finding.reason}"
                yield Problem(where, message, grave=_nowhere(finding, reference.text, item))


def _nowhere(finding: Finding, text: str, item: Item) -> bool:
    """Whether an unsupported claim's digits, or every word of its name, are absent from all that is known."""
    if finding.verdict != "unsupported" or finding.start is None:
        return False
    surface = text[finding.start : finding.end]
    if finding.kind == "person":
        return not name_words(surface) & name_words(item.evidence)
    known = set(_DIGITS.findall(item.evidence)) | _values(item)
    figures = [figure for figure in _DIGITS.findall(surface) if len(figure) > 1]
    return bool(figures) and not any(part in known for f in figures for part in (f, *re.split(r"[:.,]", f)))


def _values(item: Item) -> set[str]:
    """Return the values of the fact sheet as digits."""
    if item.facts is None:
        return set()
    values = (value for fact in item.facts.numbers for value in (fact.value, fact.low, fact.high))
    return {figure for value in values if value is not None for figure in _DIGITS.findall(str(value))}


def near_duplicates(texts: Iterable[tuple[str, str]], largest: float) -> Iterator[Problem]:
    """Yield a problem for each pair of texts that share too many word 5-grams; `texts` are place and text.

    The share is of the shorter text's distinct 5-grams.
    """
    sizes: dict[str, int] = {}
    holders: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for where, text in texts:
        tokens = words(text)
        grams = set(zip(*(tokens[shift:] for shift in range(_GRAM)), strict=False))
        sizes[where] = len(grams)
        for gram in grams:
            holders[gram].append(where)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for held in holders.values():
        for pair in combinations(held, 2):
            shared[pair] += 1
    for (one, other), count in sorted(shared.items()):
        share = count / min(sizes[one], sizes[other])
        if share > largest:
            message = (
                f"shares {share:.0%} of its word 5-grams with {one}; at most {largest:.0%} may be shared"
            )
            yield Problem(other, message)
