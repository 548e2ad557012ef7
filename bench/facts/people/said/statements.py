"""Who says what in an article: its statements with their speakers."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from bench.facts.kept import once_each
from bench.facts.people.deeds.context import content
from bench.facts.people.deeds.scene import PersonScene
from bench.facts.people.deeds.words import stem
from bench.facts.people.said.clauses import clauses, speaker_in
from bench.facts.people.said.read import Named, Speaker, speaker, telling_sentences
from bench.facts.people.said.turns import turns
from bench.facts.people.said.voices import Voice
from bench.facts.people.said.words import said

if TYPE_CHECKING:
    from bench.facts.source import Source


class Spoken(NamedTuple):
    """A statement: who made it (index of the article's person), its sentence, and its content words.

    `by` is "name" where the speaker is named, else the pronoun. `person` is -1 where a noun tells the
    speaker: `voice`. `part` is the half-open range of its tokens where its sentence has several speakers.
    """

    person: int
    sentence: int
    stems: frozenset[str]
    by: str = "name"
    voice: Voice | None = None
    part: tuple[int, int] | None = None


def statements(source: "Source") -> tuple[Spoken, ...]:
    """Return the statements of an article whose speaker is plain."""
    return statements_in(source.person_scene)


@once_each
def statements_in(scene: PersonScene) -> tuple[Spoken, ...]:
    """Return the statements of an article whose speaker is plain."""
    taken = turns(scene)
    if not taken:
        return tuple(_of_article(scene))
    # "My neighbour thinks that it will rain", said in a turn, is the neighbour's too.
    spoken = [one for one in _of_article(scene) if one.person >= 0 or one.sentence not in taken]
    words, spans = scene.document.lower_tokens, scene.document.sentence_tokens
    # A turn is one statement: in talk a sentence is short, and answers the one before it.
    turn, last = frozenset[str](), None
    for sentence, (person, opens) in sorted(taken.items(), reverse=True):
        here = frozenset(content(words[slice(*spans[sentence])], scene.names))
        turn = here | turn if person == last else here
        last = None if opens else person
        if person >= 0:
            spoken.append(Spoken(person, sentence, turn))
    return tuple(sorted(spoken, key=lambda one: one.sentence))


_PRONOUNS = {"he": "he", "his": "he", "she": "she", "her": "she"}


def _of_article(scene: PersonScene) -> Iterable[Spoken]:
    """Yield the article's statements; a quotation that goes on stays with its speaker.

    A quotation of several sentences whose speaker is named in the last one is that speaker's.
    """
    document, text = scene.document, scene.document.text
    _, starts, ends = document.cut
    telling = telling_sentences(document)
    last, quoting = Spoken(-1, -1, frozenset()), False
    open_ones: list[Spoken] = []
    stems_before = frozenset[str]()
    for sentence, (start, end) in enumerate(document.sentence_tokens):
        if start and "\n" in text[ends[start - 1] : starts[start]]:
            # Marks are forgotten at times: each paragraph begins afresh.
            quoting = False
        if sentence not in telling and not quoting:
            # Nobody speaks in it, and no quotation goes on.
            yield from filter(_has_speaker, open_ones)
            last, open_ones = Spoken(-1, sentence, frozenset()), []
            continue
        part = document.lower_tokens[start:end]
        places = (scene.places[at] for at in scene.by_sentence.get(sentence, ()))
        here = [Named(at.token - start, at.person, at.weight == 1.0) for at in places]
        found = speaker(part, here, quoting) if sentence in telling else None
        goes_on = quoting or part[0] == '"'
        if found is not None and not quoting and (parts := _parts(part, here)):
            for begin, finish, one in parts:
                if one is None:
                    continue
                stems = frozenset(content(said(part[begin:finish], one), scene.names))
                by = _PRONOUNS.get(part[begin + one.token], "name")
                yield Spoken(one.person, sentence, stems, by, one.voice, (start + begin, start + finish))
            last = Spoken(-1, sentence, stems)
        elif found is not None:
            word = part[found.token]
            stems = frozenset(content(said(part, found), scene.names))
            by = _PRONOUNS.get(word, "name")
            spoken = Spoken(found.person, sentence, stems, by, found.voice)
            last = _of_the_last(spoken, last, scene)
            yield from (last._replace(sentence=one.sentence, stems=one.stems) for one in open_ones if quoting)
            if not stems and start > 1 and document.lower_tokens[start - 1] == '"':
                # '"We must." Holt said.': full stops that a scraper put in.
                yield last._replace(sentence=sentence - 1, stems=stems_before)
            yield last
        else:
            stems = frozenset(content(part, scene.names))
            last = last._replace(sentence=sentence, stems=stems) if goes_on else Spoken(-1, sentence, stems)
        quoting = (part.count('"') % 2 == 1) != quoting
        stems_before = stems
        if found is not None or not quoting:
            yield from (one for one in open_ones if found is None and _has_speaker(one))
            open_ones = []
        if found is None and quoting:
            open_ones.append(last)
        elif found is None and _has_speaker(last):
            yield last


def _parts(part: Sequence[str], here: Sequence[Named]) -> list[tuple[int, int, Speaker | None]]:
    """Return the parts of a sentence that several people speak, with who speaks each."""
    found: list[tuple[int, int, Speaker | None]] = []
    for begin, end in clauses(part, here):
        one = speaker_in(part, here, begin, end)
        # What names nobody else goes on with who spoke before it.
        others = {m.person for m in here if m.name and begin <= m.token < end}
        if found and one is None and (last := found[-1][2]) is not None and others <= {last.person}:
            found[-1] = found[-1][0], end, last
        else:
            found.append((begin, end, one))
    named = {one.person for _, _, one in found if one is not None and one.person >= 0}
    return found if len(found) > 1 and named else []


def _of_the_last(spoken: Spoken, last: Spoken, scene: PersonScene) -> Spoken:
    """Return a statement of "the Dane" as that of the person who is the subject of the sentence before.

    The noun has no meaning of its own in the article: what somebody is by nation, party or age.
    """
    voice = spoken.voice
    if voice is None or voice.name not in _DESCRIBING or not voice.written.startswith("the "):
        return spoken
    if last.person >= 0 and last.sentence >= spoken.sentence - _BACK:
        return spoken._replace(person=last.person, by="noun", voice=None)
    before = [
        scene.places[at]
        for sentence in range(spoken.sentence - 1, spoken.sentence - 1 - _BACK, -1)
        for at in scene.by_sentence.get(sentence, ())[:1]
    ]
    # Who is named beside the word elsewhere is meant before who was named last.
    called = [
        token
        for token in scene.stems.get(stem(voice.name), ())
        if scene.sentence_of[token] != spoken.sentence
    ]
    near = [(_gap(scene, place.person, called), place) for place in before if called]
    meant = next((place for gap, place in sorted(near) if gap <= _BESIDE), None)
    meant = meant or (before[0] if before else None)
    return spoken._replace(person=meant.person, by="noun", voice=None) if meant is not None else spoken


def _gap(scene: PersonScene, person: int, tokens: Iterable[int]) -> int:
    """Return how many words lie between a person's nearest mention and the nearest of `tokens`."""
    return min(abs(scene.places[at].token - token) for at in scene.by_person[person] for token in tokens)


_BACK, _BESIDE = 2, 8


_DESCRIBING = frozenset(
    "republican democrat conservative liberal socialist tory veteran millionaire billionaire".split()
)


def _has_speaker(spoken: Spoken) -> bool:
    return spoken.person >= 0 or spoken.voice is not None
