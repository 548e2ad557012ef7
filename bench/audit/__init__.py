"""Whether a corpus is well formed: files readable, quotes word for word, references supported."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bench.audit.extraction import kinds_of, number_tally, people_tally
from bench.audit.mentions import mentions
from bench.audit.outcome import Audit, Audited, Problem
from bench.audit.references import copied_share, fact_problems, near_duplicates, text_problems
from bench.audit.seal import seal, seal_problems
from bench.audit.sheets import sheet_problems, source_problems
from bench.corpus import Corpus
from bench.errors import InputError
from bench.records import FactSheet, Item
from bench.text.tokens import count_words, words

__all__ = ["Audit", "Audited", "Problem", "audit", "seal"]


def audit(corpus: Corpus) -> Audit:
    """Read every article of a corpus and list all that is wrong with it, going on after a fault.

    Lengths, counts, copies, tags and near-duplicates are held to what corpus.toml asks for, if it does.
    """
    items: list[Item] = []
    problems: list[Problem] = []
    for article_id in corpus.ids:
        try:
            item = corpus.load(article_id)
            problems += _item_problems(corpus, item)
        except InputError as error:
            problems.append(_unreadable(error))
            continue
        items.append(item)
    authors = tuple(sorted({reference.author for item in items for reference in item.references}))
    try:
        problems += seal_problems(corpus)
    except InputError as error:
        problems.append(_unreadable(error))
    problems += _corpus_problems(corpus, items)
    return Audit(tuple(_row(item, authors) for item in items), tuple(problems), authors)


def _unreadable(error: InputError) -> Problem:
    """Return an input error as a problem."""
    where = str(error.path) + (f":{error.line}" if error.line is not None else "")
    return Problem(where, f"{error.field}: {error.problem}" if error.field else error.problem)


def _row(item: Item, authors: tuple[str, ...]) -> Audited:
    sheet = item.facts or FactSheet()
    body = words(item.evidence)
    return Audited(
        item.article.id,
        count_words(item.article.text),
        {reference.author: count_words(reference.text) for reference in item.references},
        tuple(copied_share(body, words(reference.text)) for reference in item.references),
        dict(Counter(kinds_of(sheet))),
        len(sheet.people),
        len(sheet.said),
        sum(fact.key for fact in sheet.numbers) + sum(person.key for person in sheet.people),
        number_tally(item) if item.facts else None,
        people_tally(item) if item.facts else None,
        mentions(item, authors),
    )


def _item_problems(corpus: Corpus, item: Item) -> Iterator[Problem]:
    """Yield the faults of one article that could be read."""
    article, references = _places(corpus, item)
    bands, folder = corpus.meta.bands, corpus.path / item.article.id
    yield from sheet_problems(folder / "facts.toml", article, item, bands)
    if folder.is_dir():
        yield from source_problems(folder, corpus.meta.tags, bands)
    if bands is not None:
        yield from text_problems(item, article, references, bands)
    yield from fact_problems(item, references)


def _places(corpus: Corpus, item: Item) -> tuple[str, list[str]]:
    """Return where the article and its references stand, as `file:line`."""
    folder = corpus.path / item.article.id
    if not folder.is_dir():
        where = corpus.where(item.article.id)
        return where, [where for _ in item.references]
    # A single reference without an author's name is called 1.
    files = {path.name: path for path in folder.glob("reference*.txt")}
    names = [f"reference.{reference.author}.txt" for reference in item.references]
    return f"{folder / 'article.txt'}:1", [f"{files.get(name, folder / 'reference.txt')}:1" for name in names]


def _corpus_problems(corpus: Corpus, items: list[Item]) -> Iterator[Problem]:
    """Yield near-duplicates and what corpus.toml says that is not so."""
    meta, toml = corpus.meta, corpus.path / "corpus.toml"
    for article_id in meta.mangled:
        if article_id not in corpus.ids:
            yield Problem(f"{toml}:{_line(toml, article_id)}", f"mangled: no article {article_id!r}")
    if meta.bands is None:
        return
    for field in ("version", "licence", "canary"):
        if not getattr(meta, field):
            yield Problem(f"{toml}:1", f"{field}: is missing")
    texts, summaries = [], []
    for item in items:
        article, references = _places(corpus, item)
        texts.append((article, item.article.text))
        summaries += [(where, r.text) for where, r in zip(references, item.references, strict=True)]
    yield from near_duplicates(texts, meta.bands.near)
    yield from near_duplicates(summaries, meta.bands.near)


def _line(path: Path, words_: str) -> int:
    lines = path.read_text(encoding="utf-8").split("\n")
    return next((number for number, line in enumerate(lines, 1) if words_ in line), 1)
