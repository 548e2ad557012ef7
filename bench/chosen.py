"""The metrics of a run: bundled ones, strangers' files and entry points, each with its options."""

import ast
import difflib
import importlib
import inspect
from collections.abc import Iterator, Mapping
from importlib.metadata import entry_points
from pathlib import Path
from types import ModuleType
from typing import Any, Literal

import msgspec

from bench.errors import UsageError
from bench.metrics import METRICS, Better, Column, Metric
from bench.plugins import load_module, module_file
from bench.spec import parse_spec

ENTRY_POINT_GROUP = "sumbench.metrics"


class Chosen(msgspec.Struct, frozen=True):
    """One metric of a run with the options given to it; what changes a value is in its signature."""

    metric: Metric
    settings: Mapping[str, Any] = {}

    @property
    def module(self) -> ModuleType:
        """The metric's code, imported when it is first used."""
        if self.metric.path:
            return load_module(Path(self.metric.path))
        return importlib.import_module(self.metric.module)

    def signature(self) -> str:
        """Return everything that changes a value of this metric."""
        describe = getattr(self.module, "signature", None)
        if describe is not None:
            return str(describe(**self.settings))
        shown = ",".join(f"{name}={value}" for name, value in sorted(self.settings.items()))
        return f"{self.metric.name}|{shown or 'defaults'}"


def default_metrics() -> tuple[Chosen, ...]:
    """Return the metrics of a run that names none: the bundled ones that need no extra."""
    return tuple(Chosen(metric) for metric in METRICS if not metric.extra)


def choose_metrics(text: str | None) -> tuple[Chosen, ...]:
    """Return the metrics of a comma-separated list of SPECs, in the order of the columns.

    Raises UsageError for an unknown metric (with the nearest names) or option.
    """
    if not text:
        return default_metrics()
    chosen: dict[str, Chosen] = {}
    for part in _split(text):
        spec = parse_spec(part, "metric")
        metric = find_metric(spec.name)
        one = Chosen(metric, dict(spec.options))
        if spec.options:
            _check_options(one)
        if metric.name in chosen:
            raise UsageError(f"metric {metric.name} is asked for twice")
        chosen[metric.name] = one
    order = [metric.name for metric in METRICS]
    return tuple(sorted(chosen.values(), key=lambda c: _place(c.metric.name, order)))


def _place(name: str, order: list[str]) -> tuple[int, str]:
    return (order.index(name) if name in order else len(order), name)


def _split(text: str) -> Iterator[str]:
    """Cut at the commas outside brackets and quotes."""
    depth, quote, start = 0, "", 0
    for at, char in enumerate(text):
        if quote:
            quote = "" if char == quote else quote
        elif char in "\"'":
            quote = char
        elif char in "([{":
            depth += 1
        elif char in ")]}":
            depth -= 1
        elif char == "," and depth == 0:
            yield text[start:at]
            start = at + 1
    yield text[start:]


def find_metric(name: str) -> Metric:
    """Return the metric that a name or a path stands for. Raises UsageError with the nearest names."""
    if name.endswith(".py"):
        return read_metric(Path(name).expanduser())
    known = {metric.name: metric for metric in METRICS}
    for point in entry_points(group=ENTRY_POINT_GROUP):
        path = module_file(point.module)
        if path is not None and point.name not in known:
            known[point.name] = read_metric(path, point.name)
    if name not in known:
        near = difflib.get_close_matches(name, known, n=2)
        hint = f"did you mean {' or '.join(near)}?" if near else f"known: {', '.join(known)}"
        raise UsageError(f"no metric {name!r}; {hint}")
    return known[name]


def read_metric(path: Path, name: str | None = None) -> Metric:
    """Describe the metric in `path` from its syntax tree: `measure`, and COLUMNS = {name: meaning}.

    Raises UsageError for a file that is no metric.
    """
    name = name or path.stem
    try:
        tree = ast.parse(path.read_text(encoding="utf-8"))
    except (OSError, SyntaxError, ValueError) as error:
        raise UsageError(f"metric {path}: {error}") from None
    constants = {
        target.id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    functions = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    if "measure" not in functions or "COLUMNS" not in constants:
        raise UsageError(
            f"metric {path}: expected `measure(case, candidate)` and COLUMNS = {{name: meaning}}"
        )
    try:
        columns = dict(ast.literal_eval(constants["COLUMNS"]))
        better: Better = ast.literal_eval(constants["BETTER"]) if "BETTER" in constants else "higher"
        needs = (
            bool(ast.literal_eval(constants["NEEDS_REFERENCES"]))
            if "NEEDS_REFERENCES" in constants
            else False
        )
    except (ValueError, TypeError):
        raise UsageError(f"metric {path}: COLUMNS, BETTER and NEEDS_REFERENCES must be literals") from None
    known: tuple[Literal["higher", "lower", ""], ...] = ("higher", "lower", "")
    if better not in known:
        raise UsageError(f"metric {path}: BETTER is {better!r}, expected higher, lower or ''")
    about = (ast.get_docstring(tree) or "").split("\n")[0]
    made = tuple(
        Column(str(key), str(text), better, quality=better == "higher") for key, text in columns.items()
    )
    return Metric(name, "", about, made, needs_references=needs, path=str(path.resolve()))


def _check_options(chosen: Chosen) -> None:
    """Raise UsageError where the metric has no such option."""
    parameters = inspect.signature(chosen.module.measure).parameters.values()
    known = [p.name for p in parameters if p.kind is inspect.Parameter.KEYWORD_ONLY]
    for name in chosen.settings:
        if name not in known:
            has = ", ".join(known) or "none"
            raise UsageError(f"metric {chosen.metric.name} has no option {name}; it has {has}")
