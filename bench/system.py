"""A system ready to run: an adapter, its options and its length budget, whatever door it came by."""

import inspect
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from bench.errors import UsageError
from bench.plugins import Found, adapter_digest, find_system, load_module
from bench.records import Article, Item, Output, SystemKind
from bench.spec import Spec, parse_spec


class System(msgspec.Struct, frozen=True):
    """One row of the leaderboard before it has scores.

    `label` is the canonical SPEC; `options` are in effect (given, from the run, or default); `digest`
    changes whenever an output could.
    """

    label: str
    kind: SystemKind
    path: Path | None
    options: Mapping[str, Any]
    digest: str
    remote: bool = False

    def produce(self, item: Item) -> Output:
        """Write one output. Every failure of the adapter becomes an Output with status `error`."""
        try:
            text = self._text(item)
        except Exception as error:
            detail = " ".join(f"{type(error).__name__}: {error}".split())
            return Output(self.label, item.article.id, "", "error", detail[:500])
        if not isinstance(text, str):
            detail = f"returned {type(text).__name__} instead of text"
            return Output(self.label, item.article.id, "", "error", detail)
        text = text.encode("utf-8", "replace").decode("utf-8")
        return Output(self.label, item.article.id, text, "ok" if text.strip() else "empty")

    def _text(self, item: Item) -> Any:
        """Call the adapter; only the harness's own bounds and controls are shown more than the article."""
        if self.path is None:
            from bench.bounds import HARNESS_FUNCTIONS

            return HARNESS_FUNCTIONS[self.label.partition("(")[0]](item, **self.options)
        summarize = load_module(self.path).summarize
        article: Article = item.article
        return summarize(article, **self.options)


def prepare_system(text: str, *, words: int | None, corpus_words: int | None, seed: int) -> System:
    """Turn a SPEC into a System. Raises UsageError for unknown names, options or missing values.

    The budget is the SPEC's `words`, else `words`, else the corpus's, else the adapter's default; `seed`
    reaches adapters that have an option of that name.
    """
    spec = parse_spec(text)
    found = find_system(spec.name)
    known = dict(found.options)
    given = dict(spec.options)
    unknown = sorted(set(given) - set(known))
    if unknown:
        raise UsageError(
            f"system {found.name} has no option {', '.join(unknown)}; it has {', '.join(known) or 'none'}"
        )
    defaults = _defaults(found)
    options = dict(defaults)
    budget = words if words is not None else corpus_words
    if "words" in known and budget is not None:
        options["words"] = budget
    if "seed" in known:
        options["seed"] = seed
    options |= given
    missing = sorted(name for name, default in known.items() if not default and name not in options)
    if missing:
        raise UsageError(
            f"system {found.name} needs a value for {', '.join(missing)}: {found.name}({missing[0]}=…)"
        )
    shown = tuple((name, value) for name, value in given.items() if defaults.get(name, ...) != value)
    label = str(Spec(found.name, shown))
    return System(label, found.kind, found.path, options, _digest(found), found.remote)


def _defaults(found: Found) -> dict[str, Any]:
    """Return the adapter's defaults; literal ones are read, others need the function itself."""
    import ast

    defaults: dict[str, Any] = {}
    for name, source in found.options:
        if not source:
            continue
        try:
            defaults[name] = ast.literal_eval(source)
        except ValueError:
            if found.path is not None:
                function = load_module(found.path).summarize
                defaults[name] = inspect.signature(function).parameters[name].default
    return defaults


def _digest(found: Found) -> str:
    """Return the digest of an adapter's files; of the harness version for its own bounds."""
    if found.path is not None:
        return adapter_digest(found.path)
    from bench import __version__

    return f"sumbench-{__version__}"
