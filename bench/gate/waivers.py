"""waivers.toml: findings that a person has looked at and accepted, with the reason and for how long."""

import datetime
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from bench.errors import InputError
from bench.records import SUPPORTED
from bench.results import Place, Results


class Waiver(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One accepted finding: `claim` as findings.csv has it; `system` may be "*" for any.

    It holds up to and including the day `until`, for ever without one.
    """

    system: str
    article: str
    claim: str
    reason: str
    until: datetime.date | None = None

    def covers(self, system: str, article: str, claim: str) -> bool:
        """Return whether this is the finding meant; case and spaces of the claim do not count."""
        if self.system not in ("*", system) or self.article != article:
            return False
        return _folded(self.claim) == _folded(claim)

    def __str__(self) -> str:
        until = f", until {self.until}" if self.until else ""
        return f"{self.system}, {self.article}, {self.claim}: {self.reason}{until}"


class Waivers(NamedTuple):
    """Waivers that hold, those whose day has passed, and those that no finding matches any more."""

    holding: tuple[Waiver, ...] = ()
    expired: tuple[Waiver, ...] = ()
    unmatched: tuple[Waiver, ...] = ()

    def covering(self, system: str, article: str, claim: str) -> Waiver | None:
        """Return the waiver that accepts a finding, if one holds."""
        return next((waiver for waiver in self.holding if waiver.covers(system, article, claim)), None)


def read_waivers(path: Path) -> tuple[Waiver, ...]:
    """Return the [[waivers]] of a file. Raises InputError naming the entry and what is wrong with it."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise InputError("file is missing", path=path) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"not TOML: {error}", path=path) from None
    unknown = sorted(data.keys() - {"waivers"})
    if unknown:
        raise InputError(f"unknown key {unknown[0]!r}; waivers are written as [[waivers]]", path=path)
    entries = data.get("waivers", [])
    if not isinstance(entries, list):
        raise InputError("waivers are written as [[waivers]], once for each", path=path)
    return tuple(_waiver(entry, f"waivers[{number}]", path) for number, entry in enumerate(entries, 1))


def _waiver(entry: Mapping[str, Any], field: str, path: Path) -> Waiver:
    """Return one waiver. Raises InputError."""
    try:
        waiver = msgspec.convert(entry, Waiver)
    except msgspec.ValidationError as error:
        raise InputError(str(error), path=path, field=field) from None
    for name in ("system", "article", "claim", "reason"):
        if not getattr(waiver, name).strip():
            raise InputError(f"{name} is empty", path=path, field=field)
    return waiver


def sort_waivers(waivers: Sequence[Waiver], results: Results, today: datetime.date) -> Waivers:
    """Return which waivers hold for these results on this day."""
    expired = tuple(waiver for waiver in waivers if waiver.until is not None and waiver.until < today)
    left = [waiver for waiver in waivers if waiver not in expired]
    matched = [waiver for waiver in left if _matches(waiver, results)]
    return Waivers(tuple(matched), expired, tuple(waiver for waiver in left if waiver not in matched))


def _matches(waiver: Waiver, results: Results) -> bool:
    """Return whether the results have a finding to accept; one that is supported needs no waiver."""
    return any(
        waiver.covers(system, article, place.finding.claim) and _needs_one(place)
        for (system, article), places in results.findings.items()
        if article == waiver.article
        for place in places
    )


def _needs_one(place: Place) -> bool:
    return place.finding.verdict not in SUPPORTED


def _folded(claim: str) -> str:
    return " ".join(claim.casefold().split())
