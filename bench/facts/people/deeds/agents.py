"""By whom something was done: "seconded by Holt" where the article has it seconded by Lund."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from bench.facts.judged import Judged
from bench.facts.kept import once_each
from bench.facts.people.deeds.context import content
from bench.facts.people.deeds.done import Deed, article_deeds, deeds, named_spots, spot_of
from bench.facts.people.deeds.scene import PersonScene
from bench.facts.people.told import told
from bench.facts.strictness import told_of_another
from bench.text.document import Document

if TYPE_CHECKING:
    from bench.facts.source import Source, Strictness

_DOUBT = 0.65
# So many words beside the verb must be in the article's sentence too: other things are done by others.
_LEAST = 2


def judge_agents(source: "Source", summary: Document, strictness: "Strictness") -> Iterator[Judged]:
    """Yield each person by whom something was done in a summary, where the article names another for it."""
    if "by" not in summary.tokens_of:
        return
    scene, words = source.person_scene, summary.lower_tokens
    for known in told(source, summary).known:
        spot = spot_of(summary, known.mention.start, known.mention.end, known.person)
        for deed in deeds(words, (spot,)):
            if not (deed.does and deed.token < spot.first and "by" in words[deed.token : spot.first]):
                continue
            other = _other(scene, summary, deed, known.sentence)
            if other is None:
                continue
            people = source.cast.people
            span = summary.span(known.mention.start, known.mention.end)
            evidence = source.document.span(*source.document.sentences[scene.sentence_of[other.token]])
            claim = f"{people[known.person].name}: {summary.cut.texts[deed.token]}"
            reason = f"article: by {people[other.person].name}"
            yield told_of_another("role", claim, span, (evidence,), reason, _DOUBT, strictness)


def _other(scene: PersonScene, summary: Document, deed: Deed, sentence: int) -> Deed | None:
    """Return the article's only deed of this kind where it is somebody else's, told of the same matter."""
    alike = [one for one in article_deeds(scene).get(deed.stem, ()) if one.does]
    selves = scene.selves(deed.person)
    if any(one.person in selves for one in article_deeds(scene).get(deed.stem, ())):
        return None
    by = [one for one in alike if one.token in _by_name(scene)]
    if len({one.person for one in by}) != 1 or len(scene.stems.get(deed.stem, ())) > len(by):
        return None
    here = set(content(summary.lower_tokens[slice(*summary.sentence_tokens[sentence])], scene.names))
    there = scene.document.sentence_tokens[scene.sentence_of[by[0].token]]
    shared = here & set(content(scene.document.lower_tokens[slice(*there)], scene.names)) - {deed.stem}
    return by[0] if len(shared) >= _LEAST else None


@once_each
def _by_name(scene: PersonScene) -> Mapping[int, Deed]:
    """Return the verbs (by token) that an article tells of somebody by name."""
    return {deed.token: deed for deed in deeds(scene.document.lower_tokens, named_spots(scene)) if deed.does}
