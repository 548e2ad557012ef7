"""Who had a part in a piece of work and who had none: an outside expert told as one of a study's authors."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bench.facts.judged import Judged
from bench.facts.kept import once_each
from bench.facts.people.told import told
from bench.facts.strictness import SUSPECT_FROM, told_of_another
from bench.text.document import Document

if TYPE_CHECKING:
    from bench.facts.source import Source, Strictness

# Nobody stands on both sides of one study; a paper of many studies is another matter, hence not more.
_DOUBT = 0.65
_WORK = r"(?:study|paper|research|report|trial|survey|work|project|review)"
_AUTHOR = rf"(?:(?:lead|senior|first|main|chief) )?(?:co-)?author(?:s|ed)?\b(?! of (?!the (?:new )?{_WORK}))"
_IN = re.compile(
    rf"(?:,? who |, | is | was )(?:an? |the |one of (?:the |its ))?(?:{_WORK}'s )?(?:{_AUTHOR}|"
    rf"(?:led|leads|headed|conducted|carried out) the (?:new )?{_WORK}\b)"
)
_IN_BEFORE = re.compile(rf"\b{_AUTHOR},? (?:dr\.? |prof\.? |professor )?$")
_OUT = re.compile(
    r"(?:,? (?:an?|the|of|from|at) [^.;!?\"\n]{2,70})?,? (?:and )?who "
    r"(?:[^.;!?,\"\n]{2,80} and )?(?:is|was|has|had)(?: been)? "
    r"(?:not (?:been )?(?:involved|part of|connected|among)|no (?:part|role|link)|neither)\b|"
    r",? (?:who (?:reviewed|refereed|did not take part)|(?:is |was )?not (?:involved|connected))\b|"
    rf",? (?:is |was )?an? (?:independent|outside)\b[^,.;]{{0,40}}|,? an? reviewer of the {_WORK}\b"
)
_ANY = re.compile(r"\b(?:author|co-author|involved|independent|outside|reviewer|led the|headed the)")


def judge_involved(source: "Source", summary: Document, strictness: "Strictness") -> Iterator[Judged]:
    """Yield each part in a study that a summary gives to an outsider, or denies to an author of it."""
    if SUSPECT_FROM[strictness] > _DOUBT or _ANY.search(summary.lower) is None:
        return
    inside, outside = _sides(source)
    for known in told(source, summary).known:
        side = _side(summary.lower, known.mention.start, known.mention.end)
        if side is None:
            continue
        selves = source.person_scene.selves(known.person)
        of = inside if side[0] == "out" else outside
        found = next((of[index] for index in sorted(selves) if index in of), None)
        if found is None:
            continue
        span, evidence = summary.span(*side[1:]), source.document.span(*found)
        name = source.cast.people[known.person].name
        reason = f"article: {name}{'' if evidence.text.startswith(',') else ' '}{evidence.text.strip()}"
        claim = f"{name}: {span.text.strip(' ,')}"
        yield told_of_another("role", claim, span, (evidence,), reason, _DOUBT, strictness)


@once_each
def _sides(source: "Source") -> tuple[dict[int, tuple[int, int]], dict[int, tuple[int, int]]]:
    """Return who of the article had a part in the work and who had none, with where it says so."""
    inside, outside = dict[int, tuple[int, int]](), dict[int, tuple[int, int]]()
    for index, person in enumerate(source.cast.people):
        for mention in person.mentions:
            side = _side(source.document.lower, mention.start, mention.end)
            if side is not None:
                (inside if side[0] == "in" else outside).setdefault(index, side[1:])
    return inside, outside


def _side(text: str, start: int, end: int) -> tuple[str, int, int] | None:
    """Return whether a mention is said to have had a part ("in") or none ("out"), and where."""
    out = _OUT.match(text, end)
    if out is not None:
        return "out", *out.span()
    took = _IN.match(text, end) or _IN_BEFORE.search(text, max(0, start - 40), start)
    return ("in", *took.span()) if took is not None else None
