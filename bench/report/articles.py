"""The articles behind results: looked up again, and held against the digests of the run."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from bench.corpus import digest, open_corpus
from bench.corpus.form import Corpus, Fields
from bench.errors import InputError, UsageError
from bench.mangle import mangled
from bench.records import Item
from bench.results import Results

_NAMED = 3
# The name that a run with --mangle gives its corpus.
_MANGLED = re.compile(r"(.+)-mangled-(-?\d+)")


class Articles(NamedTuple):
    """The articles that are those of the run, by id, and what a reader must know of the others."""

    items: Mapping[str, Item]
    remarks: tuple[str, ...] = ()


def articles_of(
    results: Results, corpus: str | None, fields: Fields, *, leave_out: bool = False, force: bool = False
) -> Articles:
    """Return the articles of a run from `corpus`, by default the path that it was given, else its name.

    Raises InputError where the corpus is not there or an article changed after the run, unless `force`.
    """
    if leave_out:
        return Articles({})
    name, seed = str(results.run.corpus.get("name", "")), None
    if match := _MANGLED.fullmatch(name):
        name, seed = match.group(1), int(match.group(2))
    try:
        found = open_corpus(corpus, fields) if corpus else _given(results, name, fields)
        opened = mangled(found or open_corpus(name, fields), seed)
    except UsageError as error:
        raise InputError(
            f"the articles are not found ({error}); name their corpus with --corpus, or leave their texts "
            "out with --no-articles", path=results.folder,
        ) from None  # fmt: skip
    known = set(opened.ids)
    items = {article: opened.load(article) for article in sorted(results.run.articles) if article in known}
    absent = [article for article in results.run.articles if article not in known]
    changed = [article for article, item in items.items() if digest(item) != results.run.articles[article]]
    problems = [*_problem(absent, f"not in {corpus or name}"), *_problem(changed, "changed after the run")]
    if problems and not force:
        raise InputError(
            f"{'; '.join(problems)}: evidence would stand in the wrong place; run `sumbench run` again, or "
            "use --force to leave these articles out", path=results.folder,
        )  # fmt: skip
    kept = {article: item for article, item in items.items() if article not in set(changed)}
    return Articles(kept, tuple(f"FORCED: {problem}; shown without the article" for problem in problems))


def _given(results: Results, name: str, fields: Fields) -> Corpus | None:
    """Return the corpus that the run was given by a path, where that still leads to one of its name."""
    given = results.run.options.get("given", {})
    asked = given.get("corpus", ())
    fields = Fields(
        fields.id or given.get("id_field"),
        fields.article or given.get("article_field"),
        fields.reference or given.get("reference_field"),
    )
    for path in [asked] if isinstance(asked, str) else asked:
        if Path(path).exists() and (corpus := open_corpus(path, fields)).meta.name == name:
            return corpus
    return None


def _problem(articles: list[str], what: str) -> list[str]:
    """Return a few articles by name, and how many more there are."""
    if not articles:
        return []
    more = f" and {len(articles) - _NAMED} more" if len(articles) > _NAMED else ""
    return [f"{', '.join(sorted(articles)[:_NAMED])}{more} {what}"]
