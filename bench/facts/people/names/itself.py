"""Names that a summary sets against or beside themselves: "Harwick beat Harwick", "Ryle and Ryle".

Generated text repeats a name where another belongs. Nobody beats, sues or joins himself, nor is joined with
himself by "and", so that the second of the two is another's whatever the article says.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from bench.facts.people.names.compare import bare
from bench.facts.people.names.lists import bodies
from bench.facts.people.names.words import CALENDAR
from bench.records import Finding, Verdict
from bench.text.document import Document

if TYPE_CHECKING:
    from bench.facts.source import Source, Strictness

# What stands right before the second of two that are opposed, the first being nobody's owner.
_AGAINST = re.compile(
    r"(?!['’]s)(?:.*\b)?(?:against|beat|beats|beating|beaten by|defeats?|defeated(?: by)?|defeating|thrashed|"
    r"thrashing|overcame|lost to|losing to|accused|accuses|accusing|sued|sues|suing|facing|faces?|"
    r"hosts?|hosting|visits?|joined|joining|replaced|replaces|succeeded|succeeds|took over from|"
    r"(?:win|victory|triumph|defeat|draw) (?:over|by|at|against|with))(?: the)?|and"
)
# What the first does or undergoes, within one clause, that takes another ("made a swipe at").
_DOES = re.compile(
    r"(?:has|have|had|is|was|are|were|will|made|makes|\w+ed)"
    r"(?: (?!who|that|which|and|but|when|as|after|because|if|while|before|since|until|where|say)[\w-]+){0,6}"
    r" (?:at|with|by|to|from|of|against|over|for)(?: the)?"
)
# What belongs to the first and is another by its meaning.
_OTHER = re.compile(
    r"['’]s(?: [\w-]+){0,4} (?:rivals?|neighbou?rs?|opponents?|capital|capital city),?(?: the)?"
)
# "Ada Holm and Ada Holm Jr": of one name and two persons.
_NEXT_OF_NAME = re.compile(r",? (?:jr|sr|jnr|snr|junior|senior|ii|iii)\b")


class Run(NamedTuple):
    """A name: its words as compared, and its half-open place in the repaired text."""

    keys: tuple[str, ...]
    start: int
    end: int


def check_itself(source: "Source", summary: Document, strictness: "Strictness" = "normal") -> list[Finding]:
    """Return a finding for each second mention of a name where only another can stand."""
    verdict: Verdict = "suspect" if strictness == "low" else "misattached"
    reason = "set against itself: another must be meant"
    spans = (summary.span(run.start, run.end) for run in _repeated(source, summary))
    return [Finding("name", span.text, verdict, span.start, span.end, (), reason) for span in spans]


def _repeated(source: "Source", summary: Document) -> Iterator[Run]:
    last, sentence = None, -1
    for run in name_runs(source, summary):
        own = summary.sentence_at(run.start)
        told_before = last.end if last is not None and own == sentence and run.keys == last.keys else -1
        if _doubled(run.keys) or (told_before >= 0 and _opposed(summary, told_before, run)):
            start = run.start if last is None or told_before < 0 else last.start
            if summary.lower[start : run.end] not in source.document.lower:
                yield run
        # A cup or a league between the two is what they are opposed in.
        if own != sentence or len(run.keys) == 1 or bodies().isdisjoint(run.keys):
            last = run
        sentence = own


def _opposed(summary: Document, before: int, run: Run) -> bool:
    """Whether a name told again stands where only another can, the first ending at `before`."""
    between = summary.lower[before : run.start].strip()
    opposed = any(pattern.fullmatch(between) for pattern in (_AGAINST, _DOES, _OTHER))
    return opposed and not _NEXT_OF_NAME.match(summary.lower, run.end)


def _doubled(keys: tuple[str, ...]) -> bool:
    """Whether a name stands twice in a row ("Ryle Ryle")."""
    half, odd = divmod(len(keys), 2)
    return not odd and keys[:half] == keys[half:]


def name_runs(source: "Source", document: Document) -> Iterator[Run]:
    """Yield the names of an article or a summary: words that the article never writes without a capital."""
    names, cased = source.cast.distinctive, document.style == "cased"
    run: list[tuple[str, int, int]] = []
    for word, start, end in zip(*document.cut, strict=True):
        if (cased and not word[0].isupper()) or (key := bare(word)) not in names or key in CALENDAR:
            continue
        if run and document.text[run[-1][2] : start] != " ":
            yield _joined(run)
            run = []
        run.append((key, start, end - 2 * word.endswith(("'s", "’s"))))
    if run:
        yield _joined(run)


def _joined(words: list[tuple[str, int, int]]) -> Run:
    return Run(tuple(key for key, _, _ in words), words[0][1], words[-1][2])
