"""The frozen record types that every other module speaks in."""

from collections.abc import Mapping
from typing import Literal

import msgspec

Kind = Literal["number", "date", "person", "role", "speaker", "name", "sentence"]
Verdict = Literal["supported", "variant", "derived", "misattached", "unsupported", "suspect", "missing"]
Status = Literal["ok", "empty", "error", "timeout"]
SystemKind = Literal["system", "baseline", "control", "bound"]
Strictness = Literal["low", "normal", "high"]

FAILED: frozenset[str] = frozenset({"error", "timeout"})
"""Statuses of outputs that a system failed to give."""

WRONG: frozenset[str] = frozenset({"misattached", "unsupported"})
"""Verdicts that make a summary inconsistent."""

SUPPORTED: frozenset[str] = frozenset({"supported", "variant", "derived"})
"""Verdicts that count a claim as supported by the article."""


class Article(msgspec.Struct, frozen=True):
    """What a system may see of one article; `text` is the body without the headline."""

    id: str
    title: str
    text: str
    language: str = "en"


class NumberFact(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One number of a fact sheet: a value (or bounds), its unit, what it counts and where it stands."""

    of: str
    quote: str
    value: int | str | None = None
    low: int | str | None = None
    high: int | str | None = None
    unit: str = ""
    key: bool = False


class PersonFact(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One person of a fact sheet, with other forms of the name and the role the article gives."""

    name: str
    also: tuple[str, ...] = ()
    role: str = ""
    key: bool = False


class SaidFact(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One statement of a fact sheet and who made it."""

    who: str
    what: str
    quote: str


class FactSheet(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The facts of one article as a careful reader wrote them down."""

    numbers: tuple[NumberFact, ...] = ()
    people: tuple[PersonFact, ...] = ()
    said: tuple[SaidFact, ...] = ()


class Reference(msgspec.Struct, frozen=True):
    """One hand-written reference summary."""

    author: str
    text: str


class Item(msgspec.Struct, frozen=True):
    """What a metric may see of one article.

    `evidence` is the article as it stands in its file, headline included; the offsets of every finding
    count its code points.
    """

    article: Article
    evidence: str
    references: tuple[Reference, ...] = ()
    facts: FactSheet | None = None


class Usage(msgspec.Struct, frozen=True, omit_defaults=True):
    """What one output took: seconds, requests, tokens, US dollars (None where nobody says).

    `cut` counts texts shortened to fit a model: articles before reading, answers at the token limit.
    """

    seconds: float = 0.0
    requests: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cost: float | None = None
    cut: int = 0
    kept: bool = False


class Summary(msgspec.Struct, frozen=True):
    """A summary with what it took; an adapter may return one instead of plain text."""

    text: str
    usage: Usage = Usage()


class Output(msgspec.Struct, frozen=True, omit_defaults=True):
    """What one system wrote for one article; `usage` never reaches a file that must keep its bytes."""

    system: str
    article: str
    text: str
    status: Status = "ok"
    error: str = ""
    usage: Usage | None = None


class Span(msgspec.Struct, frozen=True):
    """A piece of a text as given: half-open code-point offsets and the words there."""

    start: int
    end: int
    text: str


class Finding(msgspec.Struct, frozen=True):
    """One claim of a summary (or one missing key fact) with its verdict and evidence.

    `start` and `end` are half-open code-point offsets into the summary as given, and None for `missing`.
    """

    kind: Kind
    claim: str
    verdict: Verdict
    start: int | None
    end: int | None
    evidence: tuple[Span, ...] = ()
    reason: str = ""


class Ledger(msgspec.Struct, frozen=True):
    """All findings of one (article, summary) pair; `score` is 0 to 1, higher is more consistent."""

    findings: tuple[Finding, ...]
    score: float

    @property
    def consistent(self) -> bool:
        """Whether no claim is unsupported or misattached."""
        return not any(finding.verdict in WRONG for finding in self.findings)


class Measured(msgspec.Struct, frozen=True):
    """What one metric says of one output: a value per column (None where not applicable), and findings.

    `usage` is what it took, where that is worth counting.
    """

    values: Mapping[str, float | None]
    findings: tuple[Finding, ...] = ()
    usage: Usage | None = None


class Scored(msgspec.Struct, frozen=True):
    """One output measured: a rounded value (or None) per column, and the findings.

    `without` has, by author, the values that change when that author's reference is left out; `unmeasured`
    says, by metric, why there is no value, and `usage` what values took.
    """

    system: str
    status: Status
    values: dict[str, float | None]
    findings: tuple[Finding, ...] = ()
    without: dict[str, dict[str, float | None]] = {}
    unmeasured: dict[str, str] = {}
    usage: dict[str, Usage] = {}


class ArticleScores(msgspec.Struct, frozen=True):
    """Everything measured on one article, in the order the outputs were given; `digest` is the article's."""

    article: str
    digest: str
    outputs: tuple[Scored, ...]
