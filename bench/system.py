"""A system ready to run: an adapter, its options and its length budget, whatever door it came by."""

import ast
import inspect
import os
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from bench.digests import system_digest
from bench.errors import SumbenchError, Unavailable, UsageError
from bench.plugins import Found, find_system, load_function, require
from bench.records import Item, Output, Summary, SystemKind, Usage
from bench.redaction import plain_urls, redacted, without_secrets
from bench.spec import Spec, parse_spec

_LONGEST_ERROR = 500


class Attempt(NamedTuple):
    """One output, and whether the system said that the rest need not be asked for."""

    output: Output
    stop: bool = False


class System(msgspec.Struct, frozen=True):
    """One row of the leaderboard before it has scores.

    `label` is the canonical SPEC, or the name given with the option `label`; `options` are in effect (given,
    from the environment or the run, or default); `digest` changes whenever an output could; `batch` is how
    many articles the adapter takes at once.
    """

    label: str
    found: Found
    options: Mapping[str, Any]
    digest: str
    spec: str = ""
    batch: int = 1

    @property
    def name(self) -> str:
        """The adapter's name."""
        return self.found.name

    @property
    def kind(self) -> SystemKind:
        """Whether the row is ranked, a baseline, a control or a bound."""
        return self.found.kind

    @property
    def path(self) -> Path | None:
        """The adapter's file; None for the harness's own rows."""
        return self.found.path

    @property
    def remote(self) -> bool:
        """Whether it waits on a network and runs in threads."""
        return self.found.remote

    @property
    def heavy(self) -> bool:
        """Whether it says that one process is enough (a large model), whatever the number of jobs."""
        return bool(self.found.constants.get("HEAVY"))

    @property
    def recorded(self) -> dict[str, Any]:
        """The options as they may be written down: no secrets, a file by its last part."""
        files = _constant(self.found, "FILES")
        shown = {n: _last_part(v) if n in files else v for n, v in self.options.items()}
        return {name: redacted(value) for name, value in shown.items()}

    @property
    def keyed(self) -> dict[str, Any]:
        """The options that an output depends on, for the cache."""
        free = _constant(self.found, "OPERATIONAL")
        return {n: plain_urls(v) if _is_url(v) else v for n, v in self.options.items() if n not in free}

    def produce(self, item: Item) -> Output:
        """Write one output. Every failure of the adapter becomes an Output with status `error`."""
        return self.attempt(item).output

    def attempt(self, item: Item) -> Attempt:
        """Write one output, and say whether asking for more is pointless."""
        started = time.perf_counter()
        try:
            written = self._written(item)
        except (Exception, SystemExit) as error:
            # An adapter that ends the program must not end the run with it.
            usage = getattr(error, "usage", None)
            failed = self._failed(item, _described(error), usage, time.perf_counter() - started)
            return Attempt(failed, isinstance(error, Unavailable))
        return Attempt(self._output(item, written, time.perf_counter() - started))

    def produce_many(self, items: Sequence[Item]) -> list[Output]:
        """Write the outputs of several articles in one call; where that fails, one by one."""
        if len(items) == 1:
            return [self.produce(items[0])]
        started = time.perf_counter()
        try:
            many = load_function(self.found, "summarize_many")
            written = list(many([item.article for item in items], **self.options))
            if len(written) != len(items):
                raise ValueError(f"summarize_many gave {len(written)} summaries for {len(items)} articles")
        except (Exception, SystemExit):
            # One article may be at fault for all of them.
            return [self.produce(item) for item in items]
        seconds = (time.perf_counter() - started) / len(items)
        return [self._output(item, text, seconds) for item, text in zip(items, written, strict=True)]

    def _written(self, item: Item) -> Any:
        """Call the adapter; only the harness's own bounds and controls are shown more than the article."""
        if self.path is None:
            from bench.bounds import HARNESS_FUNCTIONS

            return HARNESS_FUNCTIONS[self.name](item, **self.options)
        return load_function(self.found)(item.article, **self.options)

    def _output(self, item: Item, written: Any, seconds: float) -> Output:
        """Turn what an adapter returned into an Output."""
        usage = Usage()
        if isinstance(written, Summary):
            written, usage = written.text, written.usage
        if not isinstance(written, str):
            return self._failed(item, f"returned {type(written).__name__} instead of text", usage, seconds)
        text = without_secrets(written.encode("utf-8", "replace").decode("utf-8"))
        usage = msgspec.structs.replace(usage, seconds=round(seconds, 6))
        return Output(self.label, item.article.id, text, "ok" if text.strip() else "empty", usage=usage)

    def _failed(self, item: Item, reason: str, usage: Any, seconds: float) -> Output:
        """Return a failed output, which may have cost something all the same."""
        usage = usage if isinstance(usage, Usage) else Usage()
        usage = msgspec.structs.replace(usage, seconds=round(seconds, 6))
        return Output(self.label, item.article.id, "", "error", reason, usage)


def _described(error: BaseException) -> str:
    """Return an exception in one line without secrets; the project's own errors speak for themselves."""
    name = "" if isinstance(error, SumbenchError) else f"{type(error).__name__}: "
    text = without_secrets(plain_urls(" ".join(f"{name}{error}".split())))
    return text[:_LONGEST_ERROR]


def prepare_system(text: str, *, words: int | None, corpus_words: int | None, seed: int) -> System:
    """Turn a SPEC into a System. Raises UsageError for unknown names, options or missing values.

    The budget is the SPEC's `words`, else `words`, else the corpus's, else the adapter's default; `seed`
    reaches adapters that have an option of that name. The option `label` names the row.
    """
    spec = parse_spec(text)
    found = find_system(spec.name)
    _check_needs(found)
    known = dict(found.options)
    given = dict(spec.options)
    label = "" if "label" in known else str(given.pop("label", "")).strip()
    unknown = sorted(set(given) - set(known))
    if unknown:
        raise UsageError(
            f"system {found.name} has no option {', '.join(unknown)}; it has {', '.join(known) or 'none'}"
        )
    defaults = _defaults(found)
    options = dict(defaults) | _from_environment(found)
    budget = words if words is not None else corpus_words
    if "words" in known and budget is not None:
        options["words"] = budget
    if "seed" in known:
        options["seed"] = seed
    options |= given
    _check_words(found, options.get("words"))
    missing = sorted(name for name, default in known.items() if not default and name not in options)
    if missing:
        raise UsageError(
            f"system {found.name} needs a value for {', '.join(missing)}: {found.name}({missing[0]}=…)"
        )
    canonical = str(Spec(found.name, _shown(found, given, defaults)))
    files = [options[name] for name in _constant(found, "FILES") if options.get(name)]
    batch = options.get("batch", 1) if "summarize_many" in found.functions else 1
    return System(
        _row_name(label) or canonical, found, options, system_digest(found, files), canonical,
        batch if isinstance(batch, int) and batch > 0 else 1,
    )  # fmt: skip


def _check_words(found: Found, words: Any) -> None:
    """Raise UsageError for a budget that is no number of words, before anything runs with it."""
    if words is None or "words" not in dict(found.options):
        return
    if isinstance(words, bool) or not isinstance(words, int) or words < 1:
        raise UsageError(f"system {found.name}: words={words}: give a whole number from 1 up")


def _row_name(label: str) -> str:
    """Return a label that no row of the harness has. Raises UsageError for one that it has."""
    from bench.bounds import HARNESS_FUNCTIONS

    if label.partition("(")[0] in HARNESS_FUNCTIONS:
        raise UsageError(f"label {label!r} is a row of the harness's own; choose another")
    return label


def _shown(
    found: Found, given: Mapping[str, Any], defaults: Mapping[str, Any]
) -> tuple[tuple[str, Any], ...]:
    """Return the given options that tell this row from others of the adapter, fit to be written down."""
    files, free = _constant(found, "FILES"), _constant(found, "OPERATIONAL")
    return tuple(
        (name, redacted(_last_part(value) if name in files else value))
        for name, value in given.items()
        if name not in free and defaults.get(name, ...) != value
    )


def _constant(found: Found, name: str) -> tuple[str, ...]:
    """Return a constant of an adapter that names options."""
    value = found.constants.get(name, ())
    return tuple(value) if isinstance(value, (tuple, list)) else (str(value),)


def _last_part(value: Any) -> Any:
    """Return an absolute path without the folders of this machine."""
    return Path(value).name if isinstance(value, str) and Path(value).is_absolute() else value


def _is_url(value: Any) -> bool:
    return isinstance(value, str) and "://" in value and not value.strip().count(" ")


def _check_needs(found: Found) -> None:
    """Raise UsageError where a package that the adapter needs is not installed."""
    require(f"system {found.name}", _constant(found, "NEEDS"), found.constants.get("EXTRA", ""))


def _from_environment(found: Found) -> dict[str, str]:
    """Return the options that environment variables set, as the adapter's ENVIRONMENT names them."""
    named = found.constants.get("ENVIRONMENT", {})
    return {name: os.environ[variable] for name, variable in named.items() if os.environ.get(variable)}


def _defaults(found: Found) -> dict[str, Any]:
    """Return the adapter's defaults; literal ones are read, others need the function itself."""
    defaults: dict[str, Any] = {}
    for name, source in found.options:
        if not source:
            continue
        try:
            defaults[name] = ast.literal_eval(source)
        except ValueError:
            if found.path is not None:
                function = load_function(found)
                defaults[name] = inspect.signature(function).parameters[name].default
    return defaults
