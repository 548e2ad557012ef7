"""What the gate asks for: [tool.sumbench.gate] of pyproject.toml, and flags on top of it."""

import difflib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from bench.corpus.form import read_text
from bench.corpus.toml import fitting, line_of, tables
from bench.errors import InputError, UsageError
from bench.records import Verdict

_TABLE = "tool.sumbench.gate"


class Rules(msgspec.Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """Every rule; columns are those of leaderboard.csv, `no_new` verdicts of findings.csv.

    `max_drop` holds against the baseline, `significant` lets a drop pass that the test cannot tell from
    chance. `systems` narrows (or, for controls and bounds, widens) what is gated.
    """

    min: dict[str, float] = {}
    max: dict[str, float] = {}
    max_drop: dict[str, float] = {}
    significant: bool = False
    no_new: tuple[Verdict, ...] = ()
    max_failures: int = 0
    systems: tuple[str, ...] = ()
    allow_broken: bool = False

    @property
    def needs_baseline(self) -> str:
        """The first rule that cannot be checked without a baseline, or ""."""
        return "--max-drop" if self.max_drop else "--no-new" if self.no_new else ""


class Config(NamedTuple):
    """The rules of a file, and the files it names; all of it empty where there is no such table."""

    rules: Rules = Rules()
    baseline: Path | None = None
    waivers: Path | None = None


def find_config(start: Path) -> Path | None:
    """Return the nearest pyproject.toml, from `start` upwards to the root of its repository."""
    for folder in (start, *start.parents):
        if (folder / "pyproject.toml").is_file():
            return folder / "pyproject.toml"
        if (folder / ".git").exists():
            return None
    return None


def read_config(path: Path) -> Config:
    """Return [tool.sumbench.gate] of a file. Raises InputError for an unknown key or a wrong type."""
    text = read_text(path)
    table: Any = tables(text, path)
    for name in _TABLE.split("."):
        table = table.get(name, {}) if isinstance(table, dict) else table
    if not isinstance(table, dict):
        raise InputError("no table", path=path, line=line_of(text, "gate"), field=_TABLE)
    given = {key.replace("_", "-"): value for key, value in table.items()}
    known = [*(field.encode_name for field in msgspec.structs.fields(Rules)), "baseline", "waivers"]
    for key in given:
        if key not in known:
            near = difflib.get_close_matches(key, known, n=1)
            hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"
            raise InputError(
                f"unknown field; {hint}", path=path, line=line_of(text, key, _TABLE), field=f"{_TABLE}.{key}"
            )
    files = {name: _file(given.pop(name, None), name, path, text) for name in ("baseline", "waivers")}
    return Config(fitting(given, Rules, text, path, within=_TABLE), files["baseline"], files["waivers"])


def _file(value: Any, name: str, path: Path, text: str) -> Path | None:
    """Return a path that stands in a file, relative to that file."""
    if value is None:
        return None
    if not isinstance(value, str):
        line = line_of(text, name, _TABLE)
        raise InputError("expected a path", path=path, line=line, field=f"{_TABLE}.{name}")
    return path.parent / value


def limits(pairs: tuple[str, ...], flag: str) -> Mapping[str, float]:
    """Return the limits of flags `COLUMN=X`. Raises UsageError for anything else."""
    found: dict[str, float] = {}
    for pair in pairs:
        column, _, number = pair.partition("=")
        try:
            value = float(number)
        except ValueError:
            value = float("nan")
        if not column.strip() or value != value:
            raise UsageError(f"{flag} {pair!r}: expected COLUMN=NUMBER, such as facts=0.5")
        found[column.strip()] = value
    return found
