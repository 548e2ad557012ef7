"""Texts of any number, made from the bundled corpus: its sentences in new company, with other numbers.

The same seed gives the same texts. Numbers are drawn anew, so that words never seen before keep coming as
they do in real text; a summary takes sentences of its article and of a reference to it, some numbers wrong.
The bundled corpus was written to be full of figures. Sentences with many of them are drawn less often here,
so that there are about as many as in news, in digits, in words and as dates: 2.7 in 100 words of articles
(those of 500 words or more in the labelled sets), 3.8 in references and 3.7 in summaries.
"""

import json
import random
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from text_pairs import articles

from bench.text.sentences import sentences

_NUMBER = re.compile(r"\d+")
_FIGURE = re.compile(
    r"\d+(?:[.,:/]\d+)*"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
    r"|(?:hundred|thousand|million|billion)s?|half|quarter|third|first|second"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|january|february|april|june|july|august|september|october|november|december)\b",
    re.IGNORECASE,
)
# One number in so many is another one in the summary than in the article.
_WRONG = 8
# How likely a sentence is drawn for each figure it has, against one without figures.
_ARTICLE, _REFERENCE, _SUMMARY = 0.33, 0.28, 0.8


class Stock(NamedTuple):
    """One bundled article's sentences, and those of its references."""

    article: tuple[str, ...]
    references: tuple[str, ...]


class Made(NamedTuple):
    """An article, a reference and summaries of it."""

    article: str
    reference: str
    summaries: tuple[str, ...]


@cache
def stock() -> tuple[Stock, ...]:
    """Return the sentences of the bundled corpus, by article."""
    return tuple(
        Stock(sentences(text), tuple(s for reference in references for s in sentences(reference)))
        for text, references in articles()
    )


def made(count: int, words: int, summaries: int = 1, seed: int = 0) -> Iterator[Made]:
    """Yield `count` articles of some `words` words with a reference and summaries of 60 to 120 words each."""
    drawn = random.Random(seed)
    for _ in range(count):
        kept, other = drawn.sample(stock(), 2)
        body = _renumbered(_up_to(drawn, (*kept.article, *other.article), words, _ARTICLE), drawn, 1)
        reference = _renumbered(
            _up_to(drawn, (*kept.references, *other.references), drawn.randint(60, 100), _REFERENCE), drawn, 3
        )
        told = [*body, *kept.references, *other.references]
        written = tuple(
            " ".join(_renumbered(_up_to(drawn, told, drawn.randint(60, 100), _SUMMARY), drawn, _WRONG))
            for _ in range(summaries)
        )
        yield Made(" ".join(body), " ".join(reference), written)


def _up_to(drawn: random.Random, choices: Sequence[str], words: int, likely: float) -> list[str]:
    """Return drawn sentences until they have `words` words; none comes again before all had their turn."""
    found: list[str] = []
    left: list[str] = []
    size = 0
    while size < words:
        if not left:
            left = drawn.sample(choices, len(choices))
        sentence = left.pop()
        if drawn.random() > likely ** len(_FIGURE.findall(sentence)):
            continue
        found.append(sentence)
        size += len(sentence.split())
    return found


def _renumbered(texts: list[str], drawn: random.Random, one_in: int) -> list[str]:
    """Return `texts` with one number in so many drawn anew, of as many digits."""

    def another(match: re.Match[str]) -> str:
        if drawn.randrange(one_in):
            return match.group()
        size = len(match.group())
        return str(drawn.randrange(10 ** (size - 1), 10**size))

    return [_NUMBER.sub(another, text) for text in texts]


def write_corpus(folder: Path, count: int, words: int, systems: int = 1, seed: int = 0) -> tuple[Path, Path]:
    """Write corpus.jsonl and outputs.jsonl into `folder`; return their paths."""
    corpus, outputs = folder / "corpus.jsonl", folder / "outputs.jsonl"
    with corpus.open("w", encoding="utf-8") as articles_file, outputs.open("w", encoding="utf-8") as file:
        for number, one in enumerate(made(count, words, systems, seed)):
            row = {"id": f"a{number:06d}", "article": one.article, "references": [one.reference]}
            articles_file.write(json.dumps(row) + "\n")
            for system, text in enumerate(one.summaries):
                line = {"system": f"s{system}", "article": row["id"], "text": text}
                file.write(json.dumps(line) + "\n")
    return corpus, outputs


def write_pairs(path: Path, count: int, words: int, seed: int = 0) -> Path:
    """Write `count` labelled pairs: a summary whose number is odd is called inconsistent."""
    with path.open("w", encoding="utf-8") as file:
        for number, one in enumerate(made(count, words, 1, seed)):
            row = {"id": number, "document": one.article, "summary": one.summaries[0], "label": number % 2}
            file.write(json.dumps(row) + "\n")
    return path
