"""The checks of the gate: each rule applied to each system, with the line that shows why it failed."""

import difflib
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from bench.compare.factdiff import worst_places
from bench.compare.paired import LOWER_IS_BETTER, ColumnDifference, differences_of
from bench.counted import counted
from bench.errors import UsageError
from bench.gate.rules import Rules
from bench.gate.waivers import Waivers
from bench.results import Results

FileName = Literal["leaderboard.csv", "findings.csv", "run.json"]
_DUST = 1e-9


class Problem(msgspec.Struct, frozen=True):
    """One reason why a check failed, and the line of the results file that shows it."""

    message: str
    file: FileName
    line: int


class Check(msgspec.Struct, frozen=True):
    """One rule applied to one system ("" for the table as a whole); it passed if it has no problems."""

    system: str
    rule: str
    value: str
    problems: tuple[Problem, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether the rule holds."""
        return not self.problems


def require_columns(results: Results, columns: Sequence[str]) -> None:
    """Raise UsageError for a column that leaderboard.csv does not have."""
    for column in columns:
        if column not in results.columns:
            near = difflib.get_close_matches(column, results.columns, n=3)
            hint = f"did you mean {' or '.join(near)}?" if near else f"there are {', '.join(results.columns)}"
            raise UsageError(f"no column {column!r} in {results.folder / 'leaderboard.csv'}; {hint}")


def soundness(results: Results, rules: Rules) -> Iterator[Check]:
    """Yield whether the table is one to be trusted at all."""
    if rules.allow_broken:
        return
    broken = [warning for warning in results.run.warnings if warning.startswith("BROKEN")]
    problems = tuple(Problem(warning, "leaderboard.csv", 1) for warning in broken)
    yield Check("", "sound table", f"{len(broken)} breaches", problems)


def failures(results: Results, systems: Sequence[str], rules: Rules) -> Iterator[Check]:
    """Yield whether failed outputs of all gated rows together are few enough."""
    failed = {system: int(results.table[system].number("failed") or 0) for system in systems}
    total = sum(failed.values())
    problems = [
        Problem(
            f"{system}: {counted(count, 'output')} failed",
            "leaderboard.csv",
            results.table[system].line,
        )
        for system, count in failed.items()
        if count and total > rules.max_failures
    ]
    yield Check("", f"failures <= {rules.max_failures}", str(total), tuple(problems))


def bounds(results: Results, systems: Sequence[str], rules: Rules) -> Iterator[Check]:
    """Yield whether each system's means keep the minima and maxima."""
    for system in systems:
        for sign, limits in ((">=", rules.min), ("<=", rules.max)):
            for column, limit in limits.items():
                yield _bound(results, system, column, sign, limit)


def _bound(results: Results, system: str, column: str, sign: str, limit: float) -> Check:
    """Return whether one cell of leaderboard.csv keeps its limit; a blank one does not."""
    row = results.table[system]
    rule = f"{column} {sign} {limit:g}"
    try:
        value = row.number(column)
    except ValueError:
        raise UsageError(f"column {column} holds no numbers; choose another") from None
    if value is None:
        message = f"{system}: {column} is blank, so that {rule} cannot be checked"
        return Check(system, rule, "", (Problem(message, "leaderboard.csv", row.line),))
    keeps = value >= limit - _DUST if sign == ">=" else value <= limit + _DUST
    side = "below" if sign == ">=" else "above"
    message = f"{system}: {column} {row.cells[column]} is {side} {limit:g}"
    problems = () if keeps else (Problem(message, "leaderboard.csv", row.line),)
    return Check(system, rule, row.cells[column], problems)


def drops(old: Results, new: Results, systems: Sequence[str], rules: Rules, seed: int) -> Iterator[Check]:
    """Yield whether each system lost no more than allowed; one that is new cannot have lost anything."""
    both = [system for system in systems if system in old.run.systems]
    articles = sorted(a for a, digest in new.run.articles.items() if old.run.articles.get(a) == digest)
    for column, limit in rules.max_drop.items():
        paired = differences_of(old, new, both, [column], articles, seed)
        if both and not any(paired.values()):
            yield from _table_drops(old, new, both, column, limit)
            continue
        for system in both:
            for row in paired[system]:
                yield _drop(row, new, system, limit, rules)


def _drop(row: ColumnDifference, new: Results, system: str, limit: float, rules: Rules) -> Check:
    """Return whether a drop keeps its limit; where `significant` is the rule, chance is no drop."""
    drop = row.difference if row.column in LOWER_IS_BETTER else -row.difference
    told_apart = row.verdict in ("worse", "lower")
    fails = drop > limit + _DUST and (told_apart or not rules.significant)
    only = ", if significant" if rules.significant else ""
    rule = f"{row.column} drops <= {limit:g}{only}"
    value = f"{row.old:.4f} -> {row.new:.4f} ({row.verdict}, p = {row.p:.3f})"
    message = f"{system}: {row.column} {value}, a drop of {drop:.4f}, more than {limit:g}"
    return Check(
        system, rule, value, (Problem(message, "leaderboard.csv", new.table[system].line),) if fails else ()
    )


def _table_drops(
    old: Results, new: Results, systems: Sequence[str], column: str, limit: float
) -> Iterator[Check]:
    """Yield drops of a column that only the table has, such as `failed` or `facts_low`."""
    require_columns(old, [column])
    require_columns(new, [column])
    for system in systems:
        was, now = old.table[system].number(column), new.table[system].number(column)
        if was is None or now is None:
            continue
        drop = now - was if column in LOWER_IS_BETTER else was - now
        value = f"{was:g} -> {now:g}"
        message = f"{system}: {column} {value}, a drop of {drop:g}, more than {limit:g}"
        problem = Problem(message, "leaderboard.csv", new.table[system].line)
        yield Check(system, f"{column} drops <= {limit:g}", value, (problem,) if drop > limit + _DUST else ())


def new_findings(
    old: Results, new: Results, systems: Sequence[str], rules: Rules, waivers: Waivers
) -> Iterator[Check]:
    """Yield whether each system makes no claim of an unwanted verdict that it did not make before."""
    for verdict in rules.no_new:
        for system in systems:
            if system not in old.run.systems:
                continue
            problems = tuple(_unwanted(old, new, system, verdict, waivers))
            yield Check(system, f"no new {verdict}", f"{len(problems)} new", problems)


def _unwanted(old: Results, new: Results, system: str, verdict: str, waivers: Waivers) -> Iterator[Problem]:
    """Yield the claims of one verdict that the old results do not have with it, and nobody waived."""
    for article, digest in sorted(new.run.articles.items()):
        if old.run.articles.get(article) != digest:
            continue
        before = worst_places(old.findings.get((system, article), []))
        for key, place in worst_places(new.findings.get((system, article), [])).items():
            finding = place.finding
            was = before[key].finding.verdict if key in before else ""
            if finding.verdict != verdict or was == verdict:
                continue
            if waivers.covering(system, article, finding.claim):
                continue
            known = f"was {was}" if was else "was not said" if verdict != "missing" else "was kept"
            reason = f"; {finding.reason}" if finding.reason and verdict != "missing" else ""
            message = f"{system}, {article}: {finding.kind} {finding.claim} is {verdict} ({known}){reason}"
            yield Problem(message, "findings.csv", place.line)
