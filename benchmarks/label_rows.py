"""The rows that people's labels decide: mentions, whole summaries, flags on consistent summaries."""

import re
from collections.abc import Iterable, Sequence

from figures import auc, balanced, rate
from judge import CHECKS, findings, flags, risk
from labelled import SETS, Row, rows
from lines import Example, Line, Result, context, pairs

from bench.records import WRONG, Finding

ALL = tuple(CHECKS)
NUMBER_KINDS = ("number", "date")
PEOPLE_KINDS = ("person", "role", "speaker")
NAME_KINDS = ("name",)
_NUMBER_TYPES = {"CARDINAL", "DATE", "MONEY", "ORDINAL", "PERCENT", "QUANTITY", "TIME"}
_NUMERIC = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundred|"
    r"thousand|million|billion|first|second|third|\w+th|dozen|half)\b",
    re.IGNORECASE,
)


Entity = tuple[Row, int, int, str, bool]


def _entities(part: str) -> Iterable[Entity]:
    """Yield EntFA's mentions: row, place, group (numbers, calendar, people), whether not in the article."""
    for row in rows("entfa", part):
        for start, end, text, kind, mark in row.entities:
            if kind == "PERSON":
                group = "people"
            elif kind in _NUMBER_TYPES:
                group = "numbers" if _NUMERIC.search(text) else "calendar"
            else:
                continue
            yield row, start, end, group, mark != "Non-hallucinated"


def entfa_mentions(part: str, groups: Sequence[str] = ("numbers", "calendar", "people")) -> Result:
    """EntFA: is the mention in the article?"""
    lines, examples = [], []
    for group in groups:
        names = ("people", "names") if group == "people" else ("numbers",)
        own = [entity for entity in _entities(part) if entity[3] == group]
        said = [bool(flags(findings(r.document, r.summary, names), s, e)) for r, s, e, _, _ in own]
        keys = [r.article_key for r, *_ in own]
        truth = [absent for *_, absent in own]
        risks = [risk(r.document, r.summary, names, ((s, e),)) for r, s, e, _, _ in own]
        name = f"EntFA {group}"
        lines.append(Line(name, "AUC", auc(truth, risks, keys)))
        found = [(f, k) for f, k, t in zip(said, keys, truth, strict=True) if t]
        alarms = [(f, k) for f, k, t in zip(said, keys, truth, strict=True) if not t]
        lines.append(Line(name, "recall", rate(*pairs(found))))
        lines.append(Line(name, "false alarms", rate(*pairs(alarms))))
        if group == "people":
            lines += _strict_lines(name, own, names)
        for (row, start, end, _, absent), flagged in zip(own, said, strict=True):
            if absent != flagged:
                kind = f"{'miss' if absent else 'alarm'} EntFA {group}"
                why = "; ".join(f"{f.claim}: {f.verdict} {f.reason}" for f in _at(row, names, start, end))
                examples.append(Example(name, kind, f"{context(row.summary, start, end)}  {why}"))
    return Result(lines, examples)


def _strict_lines(name: str, own: Sequence[Entity], names: tuple[str, ...]) -> list[Line]:
    """Return recall and false alarms where a given name that the article never gives counts as absent."""
    hits: dict[bool, list[tuple[bool, str]]] = {True: [], False: []}
    for row, start, end, _, absent in own:
        hits[absent].append((any(map(_is_absent, _at(row, names, start, end))), row.article_key))
    return [
        Line(name, "recall, strict", rate(*pairs(hits[True]))),
        Line(name, "false alarms, strict", rate(*pairs(hits[False]))),
    ]


def _is_absent(finding: Finding) -> bool:
    """Whether a finding says that words are not in the article: wrong, or a given name it never gives."""
    return finding.verdict in WRONG or (
        finding.kind == "person" and finding.reason.startswith("the article has only")
    )


def _at(row: Row, names: tuple[str, ...], start: int, end: int) -> list[Finding]:
    found = findings(row.document, row.summary, names)
    return [f for f in found if f.start is not None and f.end is not None and f.start < end and start < f.end]


def _wrong(row: Row, kinds: Sequence[str]) -> list[Finding]:
    """Return the wrong findings of some kinds."""
    found = findings(row.document, row.summary, ALL)
    return [f for f in found if f.verdict in WRONG and f.kind in kinds]


def verdicts(part: str) -> Result:
    """Balanced accuracy of the yes/no verdict, nothing trained."""
    lines, examples = [], []
    for name, dataset in (("EntFA strict", "entfa"), ("FRANK", "frank"), ("XSumFaith", "xsumfaith")):
        own = rows(dataset, part)
        truth = [(r.label_strict if name == "EntFA strict" else r.label) == 0 for r in own]
        said = [_wrong(r, NUMBER_KINDS + PEOPLE_KINDS + NAME_KINDS) for r in own]
        keys = [r.article_key for r in own]
        lines.append(Line(name, "balanced accuracy", balanced(truth, [bool(s) for s in said], keys)))
        high = [any(f.verdict in WRONG for f in findings(r.document, r.summary, ALL, "high")) for r in own]
        lines.append(Line(name, "balanced accuracy, high strictness", balanced(truth, high, keys)))
        for value, label in ((True, "recall"), (False, "false alarms")):
            chosen = [(bool(s), k) for s, k, t in zip(said, keys, truth, strict=True) if t == value]
            lines.append(Line(name, label, rate(*pairs(chosen))))
        if dataset == "entfa":
            absent = [any(map(_is_absent, findings(r.document, r.summary, ALL))) for r in own]
            lines.append(Line(name, "balanced accuracy, strict", balanced(truth, absent, keys)))
        for origin in sorted({r.origin for r in own}) if dataset == "frank" else ():
            some = [i for i, r in enumerate(own) if r.origin == origin]
            figure = balanced(
                [truth[i] for i in some], [bool(said[i]) for i in some], [keys[i] for i in some]
            )
            lines.append(Line(name, f"balanced accuracy, {origin}", figure))
        examples += _alarms(f"alarm {name}", own, truth, said)
    return Result(lines, examples)


def _alarms(
    kind: str, own: Sequence[Row], truth: Sequence[bool], said: Sequence[list[Finding]]
) -> list[Example]:
    """Return the findings against summaries that people found consistent."""
    return [
        Example(
            kind,
            f"{kind} {f.kind}",
            f"{row.id}: {context(row.summary, f.start or 0, f.end or 0)}  {f.verdict}: {f.reason}",
        )
        for row, wrong, found in zip(own, truth, said, strict=True)
        if not wrong
        for f in found
    ]


def flagged(part: str) -> Result:
    """Share of summaries flagged, by check, consistent ones (false alarms) beside inconsistent ones."""
    lines, examples = [], []
    groups = {
        "numbers": NUMBER_KINDS,
        "people": ("person",),
        "roles": ("role",),
        "speakers": ("speaker",),
        "names": NAME_KINDS,
    }
    for dataset in SETS:
        own = rows(dataset, part)
        for group, kinds in groups.items():
            said = [_wrong(r, kinds) for r in own]
            truth = [r.label == 0 for r in own]
            figures = []
            for value in (False, True):
                chosen = [
                    (bool(s), r.article_key) for s, r, t in zip(said, own, truth, strict=True) if t == value
                ]
                figures.append(rate(*pairs(chosen)))
            note = f"consistent; of inconsistent {figures[1]}"
            lines.append(Line(f"flagged {dataset}", group, figures[0], note))
            examples += _alarms(f"alarm {dataset}", own, truth, said)
    return Result(lines, examples)


def marked_spans(part: str) -> Result:
    """Where spans are marked: share of flags that touch a marked span, by check."""
    lines, examples = [], []
    for dataset in ("xsumfaith", "cliff", "goyal21", "polytope", "faithbench", "ragtruth_summary"):
        for group, kinds in (("numbers", NUMBER_KINDS), ("people", PEOPLE_KINDS), ("names", NAME_KINDS)):
            hits = []
            for row in rows(dataset, part):
                spans = [(s, e) for s, e, _, _ in row.error_spans if s is not None and e is not None]
                if row.label == 0 and not spans:
                    continue
                for f in _wrong(row, kinds):
                    inside = any((f.start or 0) < e and s < (f.end or 0) for s, e in spans)
                    hits.append((inside, row.article_key))
                    if not inside:
                        place = context(row.summary, f.start or 0, f.end or 0)
                        text = f"{row.id}: {place}  {f.verdict}: {f.reason}"
                        examples.append(
                            Example("spans", f"flag outside a marked span {dataset} {group}", text)
                        )
            lines.append(Line(f"spans {dataset}", f"{group}: flags inside", rate(*pairs(hits))))
    return Result(lines, examples)
