"""The outcome of a gate for a terminal and for a job's summary."""

from rich.console import Console
from rich.text import Text

from bench.counted import counted
from bench.gate.checks import Check
from bench.gate.verdict import Gate
from bench.report.comparison_markdown import code, folded, plain, table
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


def print_gate(console: Console, gate: Gate) -> None:
    """Print what failed with its place first, then what passed, waivers and notes."""
    if gate.forced:
        _line(console, f"FORCED: {'; '.join(gate.forced)}", "bold red")
    _line(console, gate_headline(gate), "bold green" if gate.passed else "bold red")
    for check in gate.failed:
        _line(console, f"✗ {_named(check)}", "red")
        for problem in check.problems:
            _line(console, f"    {problem.message}  {problem.file}:{problem.line}", "")
    for check in gate.checks:
        if check.passed:
            _line(console, f"✓ {_named(check)}: {check.value}", "dim")
    for line in waiver_lines(gate):
        _line(console, line, "yellow" if "any more" in line or "expired" in line else "dim")
    for note in gate.notes:
        _line(console, note, "dim")


def _named(check: Check) -> str:
    return f"{check.system}: {check.rule}" if check.system else check.rule


def _line(console: Console, text: str, style: str) -> None:
    console.print(Text(printable(text), style=style), soft_wrap=not console.is_terminal)


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
