"""The metrics of a run: bundled ones, strangers' files and entry points, each with its options."""

import ast
import difflib
import importlib
import inspect
from collections.abc import Iterator, Mapping
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from types import ModuleType
from typing import Any, Literal, get_args, get_type_hints

import msgspec

from bench.errors import UsageError
from bench.metrics import METRICS, Better, Column, Metric
from bench.misfit import misfit
from bench.plugins import load_module, module_file, require
from bench.redaction import redacted, without_folders
from bench.spec import parse_spec

ENTRY_POINT_GROUP = "sumbench.metrics"
_CONSTANTS = frozenset({"COLUMNS", "BETTER", "NEEDS_REFERENCES", "NEEDS", "HEAVY", "REMOTE"})


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

    @property
    def recorded(self) -> dict[str, Any]:
        """The options as they may be written down: no secrets, no folders of this machine."""
        return {name: redacted(without_folders(value)) for name, value in self.settings.items()}

    def prepare(self) -> None:
        """Have the metric look at its options, model and key before anything is measured.

        Raises UsageError or Unavailable, as its function `ready` does.
        """
        ready = getattr(self.module, "ready", None) if self.metric.apart else None
        if ready is not None:
            ready(**self.settings)

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
        require(f"metric {metric.name}", metric.packages, metric.extra)
        one = Chosen(metric, dict(spec.options))
        if spec.options or metric.path or metric.apart:
            one = Chosen(metric, _settings(one))
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
    if name in known:
        return known[name]
    announced = {p.name: p for p in entry_points(group=ENTRY_POINT_GROUP) if p.name not in known}
    if name in announced:
        return _announced(announced[name])
    names = [*known, *announced]
    near = difflib.get_close_matches(name, names, n=2)
    hint = f"did you mean {' or '.join(near)}?" if near else f"known: {', '.join(names)}"
    raise UsageError(f"no metric {name!r}; {hint}")


def _announced(point: EntryPoint) -> Metric:
    """Describe the metric that a package announces. Raises UsageError where it is none."""
    path = module_file(point.module)
    if path is None:
        raise UsageError(f"metric {point.name}: module {point.module} cannot be found")
    return read_metric(path, point.name)


def announced_metrics() -> list[tuple[str, Metric | str]]:
    """Return the metrics of packages by name, or what is wrong with one; no code of theirs runs."""
    own = {metric.name for metric in METRICS}
    found: list[tuple[str, Metric | str]] = []
    for point in sorted(entry_points(group=ENTRY_POINT_GROUP), key=lambda p: p.name):
        if point.name in own:
            continue
        try:
            found.append((point.name, _announced(point)))
        except UsageError as error:
            found.append((point.name, str(error)))
    return found


def read_metric(path: Path, name: str | None = None) -> Metric:
    """Describe the metric in `path` from its syntax tree: `measure`, and COLUMNS = {name: meaning}.

    BETTER, NEEDS_REFERENCES, and, as in adapters, NEEDS, HEAVY and REMOTE may stand beside them. Raises
    UsageError for a file that is no metric.
    """
    name = name or path.stem
    try:
        tree = ast.parse(path.read_text(encoding="utf-8"))
    except (OSError, SyntaxError, ValueError) as error:
        raise UsageError(f"metric {path}: {error}") from None
    given = _literals(tree, path)
    functions = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    if "measure" not in functions or "COLUMNS" not in given:
        raise UsageError(
            f"metric {path}: expected `measure(case, candidate)` and COLUMNS = {{name: meaning}}"
        )
    better: Better = given.get("BETTER", "higher")
    known: tuple[Literal["higher", "lower", ""], ...] = ("higher", "lower", "")
    if better not in known:
        raise UsageError(f"metric {path}: BETTER is {better!r}, expected higher, lower or ''")
    about = (ast.get_docstring(tree) or "").split("\n")[0]
    made = tuple(
        Column(str(key), str(text), better, quality=better == "higher")
        for key, text in dict(given["COLUMNS"]).items()
    )
    return Metric(
        name, "", about, made, needs_references=bool(given.get("NEEDS_REFERENCES")), path=str(path.resolve()),
        packages=tuple(given.get("NEEDS", ())), heavy=bool(given.get("HEAVY")),
        remote=bool(given.get("REMOTE")),
    )  # fmt: skip


def _literals(tree: ast.Module, path: Path) -> dict[str, Any]:
    """Return the constants that describe a metric. Raises UsageError for one that is no literal."""
    found: dict[str, Any] = {}
    for node in tree.body:
        for target in node.targets if isinstance(node, ast.Assign) else ():
            if isinstance(target, ast.Name) and target.id in _CONSTANTS:
                try:
                    found[target.id] = ast.literal_eval(node.value)  # type: ignore[attr-defined]
                except ValueError:
                    raise UsageError(f"metric {path}: {target.id} must be a literal") from None
    if not isinstance(found.get("COLUMNS", {}), dict):
        raise UsageError(f"metric {path}: COLUMNS must be {{name: meaning}}")
    return found


def _settings(chosen: Chosen) -> dict[str, Any]:
    """Return the options as the metric's annotations have them.

    Raises UsageError for one that the metric has not, one of another type, and one that is lacking.
    """
    name, measure = chosen.metric.name, chosen.module.measure
    parameters = {
        p.name: p for p in inspect.signature(measure).parameters.values() if p.kind is p.KEYWORD_ONLY
    }
    for option in chosen.settings:
        if option not in parameters:
            raise UsageError(
                f"metric {name} has no option {option}; it has {', '.join(parameters) or 'none'}"
            )
    lacking = [p.name for p in parameters.values() if p.default is p.empty and p.name not in chosen.settings]
    if lacking:
        raise UsageError(f"metric {name} needs a value for {', '.join(lacking)}: {name}({lacking[0]}=…)")
    try:
        hints = get_type_hints(measure)
    except (NameError, TypeError):
        # A stranger's annotations may name what only a type checker sees.
        hints = {}
    return {option: _typed(name, option, value, hints) for option, value in chosen.settings.items()}


def _typed(name: str, option: str, value: Any, hints: Mapping[str, Any]) -> Any:
    """Return a value as its annotation has it; without one as it is. Raises UsageError for another type."""
    try:
        return msgspec.convert(value, hints[option]) if option in hints else value
    except msgspec.ValidationError as error:
        choices = get_args(hints[option])
        hint = f"it is one of {', '.join(map(str, choices))}" if choices else misfit(error).problem
        raise UsageError(f"metric {name}: {option} is {value!r}; {hint}") from None
