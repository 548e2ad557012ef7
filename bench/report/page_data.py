"""What the page's script is given: articles, outputs and findings, each text once."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from bench.leaderboard import Leaderboard
from bench.records import Finding, Item, Kind, Output, Verdict
from bench.report.pictures import OVERLAP
from bench.results import Results

VERDICTS: tuple[Verdict, ...] = (
    "unsupported", "misattached", "suspect", "missing", "supported", "variant", "derived",
)  # fmt: skip
"""In the order a reader looks for them."""

KINDS: tuple[Kind, ...] = ("number", "date", "person", "role", "speaker", "name", "sentence")


class Texts:
    """Strings by number; one that is given again gets the number it had."""

    def __init__(self) -> None:
        """Start without strings."""
        self._numbers: dict[str, int] = {}

    def number(self, text: str) -> int:
        """Return the number of a string."""
        return self._numbers.setdefault(text, len(self._numbers))

    @property
    def all(self) -> list[str]:
        """The strings in order of their numbers."""
        return list(self._numbers)


def page_data(results: Results, board: Leaderboard, items: Mapping[str, Item]) -> dict[str, Any]:
    """Return what the script needs, as plain data; an article that is not in `items` has no text there."""
    texts = Texts()
    systems = [str(row["system"]) for row in board.rows]
    articles = sorted(results.run.articles)
    shown = [board.ranked_by, *[c for c in OVERLAP if c in board.names][:1], "words"]
    pairs = [
        [_pair(results, system, article, items.get(article), shown, texts) for article in articles]
        for system in systems
    ]
    return {
        "ranked": board.ranked_by,
        "systems": [[row["system"], row["kind"]] for row in board.rows],
        "articles": [_article(article, items.get(article)) for article in articles],
        "shown": shown,
        "verdicts": VERDICTS,
        "kinds": KINDS,
        "pairs": pairs,
        "texts": texts.all,
    }


def _article(article: str, item: Item | None) -> list[Any]:
    """Return id, text as it stands in its file, references with their authors, and headline."""
    if item is None:
        return [article, "", [], ""]
    references = [[reference.author, reference.text] for reference in item.references]
    return [article, item.evidence, references, item.article.title]


def _pair(
    results: Results, system: str, article: str, item: Item | None, shown: Sequence[str], texts: Texts
) -> list[Any]:
    """Return one output: its text (or its place in the article), status, error, values and findings."""
    output = results.outputs.get((system, article)) or Output(system, article, "", "error", "no output")
    scores = results.scores.get(system, {})
    values = [scores.get(column, {}).get(article) for column in shown]
    found = [place.finding for place in results.findings.get((system, article), ())]
    text = _text(output.text, item, texts)
    return [text, output.status, output.error, values, [_finding(f, item, texts) for f in found]]


def _text(text: str, item: Item | None, texts: Texts) -> Any:
    """Return the number of a text, or start and end where it is a piece of its article."""
    at = item.evidence.find(text) if item is not None and text else -1
    return texts.number(text) if at < 0 else [at, at + len(text)]


def _finding(finding: Finding, item: Item | None, texts: Texts) -> list[Any]:
    """Return kind, claim, verdict, place, evidence places and reason; words only where no text has them."""
    words = [] if item is not None else [texts.number(span.text) for span in finding.evidence]
    return [
        KINDS.index(finding.kind),
        texts.number(finding.claim),
        VERDICTS.index(finding.verdict),
        -1 if finding.start is None else finding.start,
        -1 if finding.end is None else finding.end,
        [end for span in finding.evidence for end in (span.start, span.end)],
        texts.number(finding.reason),
        *([words] if words else []),
    ]


def as_script(data: Mapping[str, Any]) -> str:
    """Return JSON that no HTML parser reads as the end of its script, nor as the start of anything else."""
    text = msgspec.json.encode(data).decode()
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


def places(results: Results, system: str, lengths: Mapping[str, int], bins: int = 10) -> list[float] | None:
    """Return the share of a system's rightly stated facts by the part of the article they come from.

    Each distinct claim counts once, at its first evidence. None where there is no such claim.
    """
    counts = [0] * bins
    for (name, article), found in results.findings.items():
        if name == system and lengths.get(article):
            for start in _first_evidence(place.finding for place in found):
                counts[min(int(bins * start / lengths[article]), bins - 1)] += 1
    total = sum(counts)
    return [count / total for count in counts] if total else None


def _first_evidence(findings: Iterable[Finding]) -> Iterable[int]:
    """Return where in the article each distinct supported claim first stands."""
    starts: dict[tuple[str, str], int] = {}
    for finding in findings:
        if finding.verdict in ("supported", "variant", "derived") and finding.evidence:
            start = min(span.start for span in finding.evidence)
            claim = finding.kind, finding.claim
            starts[claim] = min(start, starts.get(claim, start))
    return starts.values()
