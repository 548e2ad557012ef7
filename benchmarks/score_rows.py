"""Rows about the overall score, about pairs written by hand, and about speed."""

import time
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median
from typing import NamedTuple

from figures import Figure, auc, balanced, rate
from fit_score import leave_one_out
from hard_pairs import DATA, read_faithful, read_pairs
from judge import source
from labelled import SETS, Row, in_part, rows
from lines import Example, Line, Result, context, pairs

from bench.facts.ledger import ledger
from bench.facts.source import Source
from bench.records import WRONG
from bench.text.document import Document

KINDS = ("number", "date", "person", "role", "speaker", "name")
WIRE = Path(__file__).resolve().parents[1] / "references" / "wire"


def _scores(own: Iterable[Row]) -> list[float]:
    return [ledger(source(row.document), Document(row.summary)).score for row in own]


def score_of_model(part: str) -> Result:
    """The score as it is shipped: area per set (its weights were fitted on the dev part of these sets)."""
    lines = []
    for dataset in SETS:
        own = rows(dataset, part)
        figure = auc([r.label == 0 for r in own], [1 - s for s in _scores(own)], [r.article_key for r in own])
        lines.append(Line("score as shipped", f"AUC, {dataset}", figure))
    found = [line.figure.value for line in lines if line.figure]
    mean = Figure(sum(found) / len(found), float("nan"), float("nan"), len(found))
    return Result([*lines, Line("score as shipped", "AUC, mean over sets", mean)], [])


def score_left_out(part: str) -> Result:
    """The score with each set left out of fitting (always fitted on the dev part)."""
    return leave_one_out("heldout" if part == "heldout" else "dev")


def fine_tuned_systems(part: str) -> Result:
    """Close to AggreFact-FTSOTA: balanced accuracy with one threshold per half.

    Held out: the threshold comes from the dev part. Dev: from the other half of its own articles.
    """
    lines = []
    for origin in ("cnndm", "xsum"):
        own = [r for s in SETS for r in rows(s, "all") if r.ftsota and r.origin == origin]
        scores = dict(zip((r.id for r in own), _scores(own), strict=True))
        if part == "heldout":
            test = [r for r in own if in_part(r.article_key, "heldout")]
            cut = _threshold([r for r in own if in_part(r.article_key, "dev")], scores)
            said = [scores[r.id] < cut for r in test]
        else:
            dev = [r for r in own if in_part(r.article_key, "dev")]
            halves: tuple[list[Row], list[Row]] = ([], [])
            for row in dev:
                halves[int(row.article_key, 16) % 2].append(row)
            cuts = [_threshold(halves[1], scores), _threshold(halves[0], scores)]
            test = [*halves[0], *halves[1]]
            said = [scores[r.id] < cuts[index] for index in (0, 1) for r in halves[index]]
        wrong = [r.label_aggrefact == 0 for r in test]
        figure = balanced(wrong, said, [r.article_key for r in test])
        lines.append(Line("fine-tuned systems", f"balanced accuracy, {origin}", figure))
    found = [line.figure.value for line in lines if line.figure]
    mean = Figure(sum(found) / 2, float("nan"), float("nan"), 2)
    return Result([*lines, Line("fine-tuned systems", "mean of the two", mean)], [])


def _threshold(own: list[Row], scores: dict[str, float]) -> float:
    """Return the score below which calling a summary wrong is most often right on both classes."""
    from bench.stats import best_threshold

    risks = [1 - scores[row.id] for row in own]
    return 1 - best_threshold(risks, [row.label_aggrefact == 0 for row in own]).value


class Pair(NamedTuple):
    """A pair written by hand; `cluster` holds pairs that are resampled together, by article or by pair."""

    document: str
    summary: str
    label: int
    group: str
    cluster: str


def by_hand(part: str) -> Result:
    """Hand-made hard pairs, all and by group, and summaries of the mangled article: the yes/no verdict."""
    lines: list[Line] = []
    examples: list[Example] = []
    for row, own in (("hard pairs", _hard_pairs(part)), ("mangled article", _mangled_pairs(part))):
        if not own:
            continue
        flagged = [
            [f for f in ledger(source(pair.document), Document(pair.summary)).findings if f.verdict in WRONG]
            for pair in own
        ]
        said = [bool(flags) for flags in flagged]
        groups = sorted({pair.group for pair in own if pair.group})
        for group in ("", *groups):
            lines += _hand_lines(row, group, own, said)
        for pair, flags in zip(own, flagged, strict=True):
            if bool(flags) == bool(pair.label):
                why = "; ".join(f"{f.kind} [{f.claim}] {f.reason}" for f in flags)
                kind = f"{'alarm' if pair.label else 'miss'} {row} {pair.group}".rstrip()
                examples.append(Example(row, kind, f"{pair.summary}  {why}  ({pair.cluster[:60]})"))
    return Result(lines, examples)


def _hand_lines(row: str, group: str, own: list[Pair], said: list[bool]) -> list[Line]:
    """Return balanced accuracy, share caught and false alarms of one group, or of all where it is empty."""
    chosen = [(pair, flag) for pair, flag in zip(own, said, strict=True) if group in ("", pair.group)]
    wrong = [not pair.label for pair, _ in chosen]
    figure = balanced(wrong, [flag for _, flag in chosen], [pair.cluster for pair, _ in chosen])
    name = f"  {group}: " if group else ""
    lines = [Line(row, f"{name}balanced accuracy", figure)]
    for label, measure in ((0, "caught"), (1, "false alarms")):
        hits = [(flag, pair.cluster) for pair, flag in chosen if pair.label == label]
        lines.append(Line(row, f"{name}{measure}", rate(*pairs(hits)) if hits else None))
    return lines


_PARTS = {"dev": ("dev",), "heldout": ("unseen",), "all": ("dev", "unseen")}
"""Parts of every author's pairs: those kept unseen are the held-out ones."""


def _hard_pairs(part: str) -> list[Pair]:
    return [
        Pair(r["document"], r["summary"], int(r["label"]), r["group"], r["document"][:80])
        for r in read_pairs(*_PARTS[part])
    ]


def _mangled_pairs(part: str) -> list[Pair]:
    article = DATA.parents[1] / ".." / "shared" / "data" / "mangled" / "article.txt"
    if not article.exists():
        return []
    document = article.read_text(encoding="utf-8")
    return [
        Pair(document, r["summary"], int(r["label"]), r.get("group", ""), r["summary"])
        for r in read_pairs(*_PARTS[part], pattern="mangled_pairs*.jsonl")
    ]


def corpus_references(part: str) -> Result:
    """References of the bundled corpus, written from their articles: every flag is a false alarm.

    The corpus is no tuning data, so that its articles are not divided.
    """
    return _without_error(
        "corpus references",
        (
            (article.parent.name, article.read_text(encoding="utf-8"), path.read_text(encoding="utf-8"))
            for article in sorted(WIRE.glob("*/article.txt"))
            for path in sorted(article.parent.glob("reference.*.txt"))
        ),
    )


def faithful_summaries(part: str) -> Result:
    """Long summaries in other words, each checked by its writer: every flag is a false alarm."""
    own = read_faithful(*_PARTS[part])
    return _without_error("faithful summaries", ((r["id"], r["document"], r["summary"]) for r in own))


def _without_error(row: str, entries: Iterable[tuple[str, str, str]]) -> Result:
    """Return how many right summaries are flagged, by kind, and the flags for each; key, article, summary."""
    counts: dict[str, list[tuple[bool, str]]] = {"any": []}
    mentions: list[tuple[bool, str]] = []
    examples = []
    for key, document, summary in entries:
        found = ledger(source(document), Document(summary)).findings
        wrong = [f for f in found if f.verdict in WRONG]
        mentions += [(f.verdict in WRONG, key) for f in found]
        counts["any"].append((bool(wrong), key))
        for kind in KINDS:
            counts.setdefault(kind, []).append((any(f.kind == kind for f in wrong), key))
        for f in wrong:
            text = f"{key}: {context(summary, f.start or 0, f.end or 0)}  {f.reason}"
            examples.append(Example(row, f"flagged right {f.kind}", text))
    lines = [Line(row, f"flagged, {kind}", rate(*pairs(hits))) for kind, hits in counts.items()]
    if mentions:
        lines.append(Line(row, "findings flagged", rate(*pairs(mentions))))
    return Result(lines, examples)


def speed(part: str) -> Result:
    """Milliseconds of processor time for one cold pair, article of 650 to 750 words."""
    own = [r for s in SETS for r in rows(s, "dev") if 650 <= len(r.document.split()) <= 750][:200]
    ledger(Source("One man met two."), Document("One man met two."))
    times = sorted(
        _milliseconds(lambda r=row: ledger(Source(r.document), Document(r.summary))) for row in own
    )
    text = f"median {median(times):.2f} ms, 95th percentile {times[int(0.95 * len(times))]:.2f} ms"
    return Result([Line("speed", f"one cold pair: {text}", None)], [])


def _milliseconds(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return 1000 * (time.process_time() - begun)
