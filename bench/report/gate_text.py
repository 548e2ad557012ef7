"""The outcome of a gate for a terminal and for a job's summary."""

from rich.console import Console

from bench.counted import counted
from bench.gate.checks import Check
from bench.gate.verdict import Gate
from bench.report.comparison_markdown import code, folded, plain, table
from bench.report.folded import print_folded
from bench.report.printable import printable


def gate_headline(gate: Gate) -> str:
    """Return the outcome in one line."""
    failed, whole = len(gate.failed), counted(len(gate.checks), "check")
    what = f"{gate.corpus}, {counted(len(gate.systems), 'system')}"
    if gate.passed:
        return f"gate passed: {whole} ({what})"
    return f"gate failed: {failed} of {whole} ({what})"


def waiver_lines(gate: Gate) -> list[str]:
    """Return every waiver by what became of it."""
    return [
        *(f"waived: {waiver}" for waiver in gate.waived),
        *(f"waiver expired: {waiver}" for waiver in gate.waivers_expired),
        *(f"waiver matches nothing any more, remove it: {waiver}" for waiver in gate.waivers_unmatched),
    ]


def print_gate(console: Console, gate: Gate, most: int = 10) -> None:
    """Print what failed with its place, then the rest; on a terminal at most `most` problems of a check."""
    if gate.forced:
        _line(console, f"FORCED: {'; '.join(gate.forced)}", "bold red")
    _line(console, gate_headline(gate), "bold green" if gate.passed else "bold red")
    for check in gate.failed:
        _line(console, f"✗ {_named(check)}", "red")
        shown = check.problems[: most if console.is_terminal else None]
        for problem in shown:
            _line(console, f"{problem.message}  {problem.file}:{problem.line}", "", indent=4)
        if left := len(check.problems) - len(shown):
            _line(console, f"… and {left} more (all of them in a pipe)", "dim", indent=4)
    for check in gate.checks:
        if check.passed:
            _line(console, f"✓ {_named(check)}", "dim")
    for line in waiver_lines(gate):
        _line(console, line, "yellow" if "any more" in line or "expired" in line else "dim")
    for note in gate.notes:
        _line(console, note, "dim")


def _named(check: Check) -> str:
    rule = f"{check.system}: {check.rule}" if check.system else check.rule
    return f"{rule}: {check.value or 'blank'}"


def _line(console: Console, text: str, style: str, indent: int = 0) -> None:
    print_folded(console, " " * indent, printable(text), style)


def gate_markdown(gate: Gate, most: int = 100) -> str:
    """Return the outcome for a pull request or a job's summary."""
    text = f"> **FORCED**: {plain('; '.join(gate.forced))}\n\n" if gate.forced else ""
    text += f"### sumbench: {plain(gate_headline(gate))}\n\n"
    problems = [(check, problem) for check in gate.failed for problem in check.problems]
    for check, problem in problems[:most]:
        text += f"- ✗ {plain(check.rule)}: {plain(problem.message)} ({problem.file}:{problem.line})\n"
    if len(problems) > most:
        text += f"- … and {len(problems) - most} more\n"
    if waivers := waiver_lines(gate):
        text += "\n" + folded(f"Waivers ({len(waivers)})", "".join(f"- {plain(line)}\n" for line in waivers))
    rows = [
        (code(check.system) or "table", plain(check.rule), "✓" if check.passed else "✗", plain(check.value))
        for check in gate.checks
    ]
    text += "\n" + folded(f"All {counted(len(rows), 'check')}", table(("row", "rule", "", "value"), rows))
    if gate.notes:
        text += "\n" + folded(f"Notes ({len(gate.notes)})", "".join(f"- {plain(n)}\n" for n in gate.notes))
    return text
