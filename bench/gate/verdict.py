"""The gate: do results keep the thresholds they must, and are they no worse than before?"""

import datetime
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from bench.compare.comparison import Comparison, compare
from bench.errors import UsageError
from bench.gate.checks import Check, bounds, drops, failures, new_findings, require_columns, soundness
from bench.gate.rules import Rules
from bench.gate.waivers import Waiver, sort_waivers
from bench.leaderboard import RANKED
from bench.records import Verdict
from bench.results import Results

WITHOUT_A_RULE: tuple[Verdict, ...] = ("unsupported", "misattached")
"""What must not be new where a baseline is given but no rule that needs one."""


class Gate(msgspec.Struct, frozen=True):
    """Every check with its outcome, the waivers used, and what else a reader should know."""

    results: str
    baseline: str
    corpus: str
    passed: bool
    systems: tuple[str, ...]
    checks: tuple[Check, ...]
    waived: tuple[Waiver, ...]
    waivers_expired: tuple[Waiver, ...]
    waivers_unmatched: tuple[Waiver, ...]
    forced: tuple[str, ...]
    notes: tuple[str, ...]
    schema: int = 1

    @property
    def failed(self) -> list[Check]:
        """The checks that did not hold."""
        return [check for check in self.checks if not check.passed]


def gate(
    results: Results,
    rules: Rules,
    *,
    baseline: Results | None = None,
    waivers: Sequence[Waiver] = (),
    today: datetime.date,
    force: bool = False,
    seed: int = 0,
) -> Gate:
    """Return the outcome of every rule on every gated row: kinds system and baseline, or those named.

    With a baseline and no rule for it, no new unsupported or misattached claim passes.
    Raises UsageError for a column or system that is not there, or a rule that needs a baseline without one;
    InputError where baseline and results cannot be compared (unless `force`).
    """
    if baseline is None and rules.needs_baseline:
        raise UsageError(f"{rules.needs_baseline} needs --baseline: the results to compare with")
    if baseline is not None and not rules.needs_baseline:
        rules = msgspec.structs.replace(rules, no_new=WITHOUT_A_RULE)
    require_columns(results, (*rules.min, *rules.max))
    systems = _gated(results, rules.systems)
    held = sort_waivers(waivers, results, today)
    against = None
    if baseline is not None:
        against = compare(baseline, results, columns=(), force=force, seed=seed)
    checks = [
        *soundness(results, rules),
        *failures(results, systems, rules),
        *bounds(results, systems, rules),
    ]
    if baseline is not None and against is not None:
        checks += drops(baseline, results, systems, rules, seed)
        checks += new_findings(baseline, results, systems, rules, held)
    return Gate(
        results=str(results.folder),
        baseline=str(baseline.folder) if baseline is not None else "",
        corpus=" ".join(str(results.run.corpus.get(part, "")) for part in ("name", "version")).strip(),
        passed=all(check.passed for check in checks),
        systems=tuple(systems),
        checks=tuple(checks),
        waived=held.holding,
        waivers_expired=held.expired,
        waivers_unmatched=held.unmatched,
        forced=against.forced if against else (),
        notes=tuple(_notes(results, systems, against)),
    )


def _gated(results: Results, asked: Sequence[str]) -> list[str]:
    """Return the systems to gate. Raises UsageError for one that is not in the table."""
    for system in asked:
        if system not in results.table:
            raise UsageError(
                f"system {system!r} is not in {results.folder}; there are {', '.join(results.table)}"
            )
    if asked:
        return [system for system in results.table if system in asked]
    return [system for system in results.table if results.kind(system) in RANKED]


def _notes(results: Results, systems: Sequence[str], against: Comparison | None) -> Iterator[str]:
    """Yield what the checks do not say."""
    if results.run.partial:
        yield f"these results are partial: {results.run.partial}"
    if against is None:
        if edited := results.edited():
            yield f"{', '.join(edited)} changed after the run: edited, or merged by hand?"
        return
    yield from against.notes
    if against.versions:
        yield f"only versions differ: {', '.join(against.versions)}"
    lists: Mapping[str, Sequence[str]] = {
        "systems without a row in the baseline, held to minima and maxima only": [
            system for system in against.systems_only_new if system in systems
        ],
        "systems that the baseline had": against.systems_only_old,
        "articles with another text, not compared": against.articles_changed,
        "articles that the baseline had": against.articles_only_old,
        "articles that the baseline has not": against.articles_only_new,
    }
    for what, names in lists.items():
        if names:
            yield f"{what} ({len(names)}): {', '.join(names)}"
