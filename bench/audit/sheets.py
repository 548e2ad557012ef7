"""Faults of fact sheets and sources."""

from collections.abc import Callable, Iterator
from pathlib import Path

from bench.audit.outcome import Problem
from bench.corpus.folders import read_source
from bench.corpus.form import Bands
from bench.records import FactSheet, Item

At = Callable[[str], str]
"""Gives file and line of the entry that holds some words."""

_FIELDS = {"date": "a date", "domain": "text", "licence": "text", "kind": "text", "tags": "a list"}
_KINDS = ("invented", "factual")


def sheet_problems(path: Path, where: str, item: Item, bands: Bands | None) -> Iterator[Problem]:
    """Yield quotes that are not in the article, values that cannot be read, people and speakers unknown.

    `path` is the sheet's file, `where` the place of the article in a corpus of another form.
    """
    sheet = item.facts
    if sheet is None:
        if bands is not None:
            yield Problem(str(path), "fact sheet is missing")
        return
    lines = path.read_text(encoding="utf-8").split("\n") if path.is_file() else []

    def at(words: str) -> str:
        return next((f"{path}:{n}" for n, line in enumerate(lines, 1) if words in line), where)

    yield from _quotes(sheet, item, at)
    yield from _names(sheet, item, at)
    if bands is None:
        return
    for what, count, least in (
        ("numbers", len(sheet.numbers), bands.numbers),
        ("people", len(sheet.people), bands.people),
    ):
        if count < least:
            yield Problem(f"{path}:1", f"{count} {what}; at least {least} are asked for")
    if not any(fact.key for fact in sheet.numbers):
        yield Problem(f"{path}:1", "no number is key")


def _quotes(sheet: FactSheet, item: Item, at: At) -> Iterator[Problem]:
    for quote in [*(fact.quote for fact in sheet.numbers), *(said.quote for said in sheet.said)]:
        if quote not in item.evidence:
            yield Problem(at(quote), f"quote: {quote!r} is not word for word in the article")
    for number in sheet.numbers:
        if number.value is None and number.low is None and number.high is None:
            yield Problem(at(number.quote), "value: a number needs value, low or high")
        elif not number.quote.strip():
            yield Problem(at(number.of), "quote: is empty")


def _names(sheet: FactSheet, item: Item, at: At) -> Iterator[Problem]:
    for person in sheet.people:
        for form in (person.name, *person.also):
            if form not in item.evidence:
                yield Problem(at(form), f"name: {form!r} is not in the article")
    known = {form for person in sheet.people for form in (person.name, *person.also)}
    for said in sheet.said:
        # Institutions and people without a name are written in lower case: "the weather service".
        if said.who not in known and said.who[:1].isupper():
            yield Problem(at(said.who), f"who: {said.who!r} is none of the sheet's people")


def source_problems(folder: Path, tags: tuple[str, ...], bands: Bands | None) -> Iterator[Problem]:
    """Yield what is wrong with source.toml. Raises InputError where it cannot be read."""
    path = folder / "source.toml"
    if not path.is_file():
        if bands is not None:
            yield Problem(str(path), "file is missing")
        return
    source = read_source(folder)
    lines = path.read_text(encoding="utf-8").split("\n")

    def line(word: str) -> str:
        return f"{path}:{next((n for n, text in enumerate(lines, 1) if word in text), 1)}"

    for field, what in _FIELDS.items():
        if field not in source and bands is not None:
            yield Problem(f"{path}:1", f"{field}: {what} is missing")
    if source.get("kind", "invented") not in _KINDS:
        yield Problem(line("kind"), f"kind: {source['kind']!r} is neither {' nor '.join(_KINDS)}")
    for tag in source.get("tags", ()) if tags else ():
        if tag not in tags:
            yield Problem(line(f'"{tag}"'), f"tags: {tag!r} is not a tag of corpus.toml")
