"""The outcome of a gate as JUnit XML, which CI systems show as tests."""

import re
import xml.etree.ElementTree as ET

from bench.gate.verdict import Gate
from bench.report.gate_text import waiver_lines

# What XML 1.0 forbids, and what a summary may yet contain.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit(gate: Gate) -> str:
    """Return one test case per rule and system; the same gate gives the same bytes."""
    counts = {"tests": str(len(gate.checks)), "failures": str(len(gate.failed)), "errors": "0"}
    root = ET.Element("testsuites", counts)
    suite = ET.SubElement(root, "testsuite", {"name": _text(f"sumbench gate {gate.corpus}"), **counts})
    for check in gate.checks:
        case = ET.SubElement(
            suite, "testcase",
            {"classname": _text(check.system or "table"), "name": _text(check.rule), "time": "0"},
        )  # fmt: skip
        if check.problems:
            lines = [f"{problem.message} ({problem.file}:{problem.line})" for problem in check.problems]
            failure = ET.SubElement(case, "failure", {"type": "gate", "message": _text(lines[0])})
            failure.text = _text("\n".join(lines))
    if notes := [*waiver_lines(gate), *gate.notes]:
        ET.SubElement(suite, "system-out").text = _text("\n".join(notes))
    ET.indent(root)
    return ET.tostring(root, encoding="unicode", xml_declaration=False).join(
        ('<?xml version="1.0" encoding="UTF-8"?>\n', "\n")
    )


def _text(text: str) -> str:
    """Return text with what XML cannot hold replaced."""
    return _FORBIDDEN.sub("\ufffd", text)
