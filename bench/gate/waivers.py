"""waivers.toml: findings that a person has looked at and accepted, with the reason and for how long."""

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from bench.corpus.toml import line_of, read_toml
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


class _File(msgspec.Struct, forbid_unknown_fields=True):
    waivers: tuple[Waiver, ...] = ()


class Waivers(NamedTuple):
    """Waivers that hold, those whose day has passed, and those that no finding matches any more."""

    holding: tuple[Waiver, ...] = ()
    expired: tuple[Waiver, ...] = ()
    unmatched: tuple[Waiver, ...] = ()

    def covering(self, system: str, article: str, claim: str) -> Waiver | None:
        """Return the waiver that accepts a finding, if one holds."""
        return next((waiver for waiver in self.holding if waiver.covers(system, article, claim)), None)


def read_waivers(path: Path) -> tuple[Waiver, ...]:
    """Return the [[waivers]] of a file. Raises InputError naming line, field and what is wrong with it."""
    found = read_toml(path, _File, hint="waivers are written as [[waivers]], once for each").waivers
    for number, waiver in enumerate(found):
        for name in ("system", "article", "claim", "reason"):
            if not getattr(waiver, name).strip():
                field = f"waivers[{number}].{name}"
                line = line_of(path.read_text(encoding="utf-8"), field)
                raise InputError("empty", path=path, line=line, field=field)
    return found


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
