"""Who did something to whom, told the other way round: "Holt sued Lund" where Lund sued Holt."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from bench.facts.judged import Judged
from bench.facts.kept import once_each
from bench.facts.people.deeds.clauses import MUTUAL, verb_form
from bench.facts.people.deeds.done import Deed, Spot, deeds, named_spots, owns
from bench.facts.people.deeds.scene import PersonScene
from bench.facts.people.deeds.words import other_words, stem
from bench.facts.people.told import told
from bench.facts.strictness import told_of_another
from bench.text.document import Document

if TYPE_CHECKING:
    from bench.facts.source import Source, Strictness

_DOUBT = 0.8
"""Suspect at the least by every strictness."""


class Act(NamedTuple):
    """Who did something to whom, by the verb's stem and place."""

    stem: str
    by: int
    to: int
    token: int


def judge_turned(source: "Source", summary: Document, strictness: "Strictness") -> Iterator[Judged]:
    """Yield each deed between two people of a summary that the article tells the other way round only."""
    spots = told(source, summary).spots
    if len(spots) < 2:
        return
    scene = source.person_scene
    for act in _acts(summary.lower_tokens, spots):
        by, to = scene.selves(act.by), scene.selves(act.to)
        if by & to:
            continue
        alike = list(_alike(scene, act.stem))
        turned = next((one for one in alike if one.by in to and one.to in by), None)
        if turned is None or any(one.by in by and one.to in to for one in alike):
            continue
        people, verb = source.cast.people, summary.cut.texts[act.token]
        span = summary.span(summary.cut.starts[act.token], summary.cut.ends[act.token])
        first, last = source.document.sentences[scene.sentence_of[turned.token]]
        evidence = source.document.span(first, last)
        claim = f"{people[act.by].name}: {verb} {people[act.to].name}"
        reason = "article: the other way round"
        yield told_of_another("role", claim, span, (evidence,), reason, _DOUBT, strictness)


def _alike(scene: PersonScene, verb: str) -> Iterator[Act]:
    """Yield what an article tells with a verb or another word for it, its reverse turned round."""
    for key in sorted({verb, *other_words().get(verb, ()), *_REVERSE.get(verb, ())}):
        for act in _article_acts(scene).get(key, ()):
            yield act._replace(by=act.to, to=act.by) if key in _REVERSE.get(verb, ()) else act


def _reverses(*pairs: str) -> Mapping[str, frozenset[str]]:
    """Return for each verb of a pair of sides those of the other: who sells to one, of him that one buys."""
    found: dict[str, frozenset[str]] = {}
    for pair in pairs:
        one, other = (frozenset(map(stem, side.split())) for side in pair.split(" / "))
        found |= {**dict.fromkeys(one, other), **dict.fromkeys(other, one)}
    return found


_REVERSE = _reverses(
    "taught teaches teaching trained coached mentored tutored / studied studies studying learned learnt",
    "bought buys buying purchased acquired / sold sells selling",
    "beat beaten defeated defeats overcame ousted unseated / lost loses losing",
    "lent lends / borrowed borrows",
    "succeeded replaced / preceded",
)


@once_each
def _article_acts(scene: PersonScene) -> Mapping[str, list[Act]]:
    """Return the deeds that an article tells between two people whom it names there, by stem."""
    found: dict[str, list[Act]] = {}
    for act in _acts(scene.document.lower_tokens, named_spots(scene)):
        found.setdefault(act.stem, []).append(act)
    return found


def _acts(words: Sequence[str], spots: Iterable[Spot]) -> Iterator[Act]:
    """Yield the deeds of one person to another, for whom one verb stands between them."""
    by_verb: dict[int, list[Deed]] = {}
    for deed in deeds(words, (spot for spot in spots if not owns(words, spot))):
        by_verb.setdefault(deed.token, []).append(deed)
    for token, found in by_verb.items():
        does = {deed.person for deed in found if deed.does}
        suffers = {deed.person for deed in found if not deed.does}
        if len(does) == 1 and len(suffers) == 1 and does != suffers and verb_form(words[token]) not in MUTUAL:
            yield Act(found[0].stem, next(iter(does)), next(iter(suffers)), token)
