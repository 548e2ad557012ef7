"""Who did something: "seconded by Holt" or "Holt opened the bridge" where by the article it was Lund."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from bench.facts.judged import Judged
from bench.facts.kept import once_each
from bench.facts.people.deeds.clauses import MUTUAL, PRONOUNS, Clause, clauses, verb_form
from bench.facts.people.deeds.context import content_stem
from bench.facts.people.deeds.done import Spot, named_spots, spot_of
from bench.facts.people.deeds.places import gender
from bench.facts.people.deeds.scene import PersonScene
from bench.facts.people.roles.held import described
from bench.facts.people.told import told
from bench.facts.strictness import SUSPECT_FROM, told_of_another
from bench.text.document import Document

if TYPE_CHECKING:
    from bench.facts.source import Source, Strictness

# Two words told with the verb make it another's; one says that it may be.
_SURE, _UNSURE = 0.65, 0.5
# The other's clause has at least this part of them.
_LEAST = 3


def judge_agents(source: "Source", summary: Document, strictness: "Strictness") -> Iterator[Judged]:
    """Yield each person of a summary told to do what the article tells of another, whom it names for it."""
    if SUSPECT_FROM[strictness] > _SURE:
        return
    scene, reading = source.person_scene, told(source, summary)
    known, spots = reading.known, reading.spots
    for clause in _clauses_of(source, summary):
        doubt, other = _another(source, clause)
        if other is None or doubt < SUSPECT_FROM[strictness]:
            continue
        theirs = [
            (spot, one.mention)
            for spot, one in zip(spots, known, strict=True)
            if spot.person in clause.people
        ]
        spot, mention = min(theirs, key=lambda pair: abs(pair[0].first - clause.token))
        if _of_theirs(scene, summary, spot, other):
            continue
        span, people = summary.span(mention.start, mention.end), source.cast.people
        evidence = source.document.span(*source.document.sentences[scene.sentence_of[other.token]])
        claim = f"{people[max(clause.people)].name}: {summary.cut.texts[clause.token]}"
        reason = f"article: by {people[min(other.people)].name}"
        yield told_of_another("role", claim, span, (evidence,), reason, doubt, strictness)


def _clauses_of(source: "Source", summary: Document) -> Iterator[Clause]:
    """Yield the clauses of a summary told of people of the article."""
    reading = told(source, summary)
    known, spots = reading.known, reading.spots
    ends = {s.first: summary.sentence_tokens[k.sentence][1] for s, k in zip(spots, known, strict=True)}
    yield from clauses(summary.lower_tokens, spots, source.person_scene.names, ends)


def done_as_told(source: "Source", summary: Document) -> frozenset[int]:
    """Return where the people of a summary are named whose deed the article tells of them too.

    It may name them by their office there: "the captain had twice asked for a radar".
    """
    found: set[int] = set()
    reading = told(source, summary)
    for clause in _clauses_of(source, summary):
        telling = {word for word in clause.words if word[0] not in "#@" and word not in _SAYS_LITTLE}
        own = frozenset(i for person in clause.people for i in source.person_scene.selves(person))
        alike = _by_verb(source).get(clause.verb, ()) if telling else ()
        if any(
            _is_theirs(one, clause, own) and 2 * len(one.words & telling) >= len(telling) for one in alike
        ):
            pairs = zip(reading.spots, reading.known, strict=True)
            found |= {
                k.mention.start for s, k in pairs if s.first == clause.first and s.person in clause.people
            }
    return frozenset(found)


def _is_theirs(one: Clause, clause: Clause, own: frozenset[int]) -> bool:
    """Whether an article's clause is told of the same people by name or office, on the same side."""
    if one.pronoun:
        return False
    done_to = clause.passive and not one.passive and any(f"@{person}" in one.words for person in own)
    return done_to or (one.passive == clause.passive and not own.isdisjoint(one.people))


def _of_theirs(scene: PersonScene, summary: Document, spot: Spot, other: Clause) -> bool:
    """Whether a title names the other one: "Harbour Air spokesman Holt" speaks for Harbour Air."""
    before = summary.lower_tokens[max(0, spot.first - 4) : spot.first]
    title = before[max((at + 1 for at, word in enumerate(before) if word == ","), default=0) :]
    return any(scene.cast.people[person].family in title for person in other.people)


def _another(source: "Source", clause: Clause) -> tuple[float, Clause | None]:
    """Return how surely the article tells a clause of somebody else, and its clause."""
    scene = source.person_scene
    nothing = (0.0, None)
    if clause.verb in _SAID or not clause.words:
        return nothing
    alike = _by_verb(source).get(clause.verb)
    if not alike:
        return nothing
    own = frozenset(i for person in clause.people for i in scene.selves(person))
    others = [one for one in alike if one.passive == clause.passive and _of_others(scene, one, own)]
    best = max(others, key=lambda one: len(one.words & clause.words), default=None)
    matched = best.words & clause.words if best is not None else frozenset[str]()
    telling = {word for word in clause.words if word[0] != "#" and word not in _SAYS_LITTLE}
    if best is None or not matched or _LEAST * len(matched & telling) < len(telling):
        return nothing
    if any(len(one.words & clause.words) >= len(matched) and _may_be(scene, one, own) for one in alike):
        return nothing
    together = clause.verb in MUTUAL and any(f"@{person}" in best.words for person in own)
    both = any(f"@{person}" in clause.words for person in best.people)
    # "Holt sold the club to Lund" where Lund sold it to Holt.
    turned = both and not together and any(f"@{person}" in best.words for person in own)
    told_otherwise = not turned and (
        both
        or _joined(source, best, own)
        or _unread(source, clause, matched)
        or _told_of(scene, own, clause, matched, best)
    )
    if together or told_otherwise:
        return nothing
    sure = (
        turned or len(matched) > 1 or (matched == (telling or clause.words) and not matched <= _SAYS_LITTLE)
    )
    return (_SURE if sure else _UNSURE), best


def _of_others(scene: PersonScene, clause: Clause, own: frozenset[int]) -> bool:
    """Whether an article's clause is told of somebody else for sure."""
    if not clause.pronoun:
        return own.isdisjoint(clause.people)
    sexes = {gender(scene.cast.people[person]) for person in own}
    return "" not in sexes and PRONOUNS[clause.pronoun] not in sexes


def _may_be(scene: PersonScene, clause: Clause, own: frozenset[int]) -> bool:
    """Whether an article's clause may be told of one of these people."""
    if not clause.pronoun or own & clause.people:
        return not own.isdisjoint(clause.people)
    here = scene.sentence_of[clause.token]
    near = any(here - 3 <= sentence <= here for person in own for sentence in scene.sentences_of(person))
    return near and not _of_others(scene, clause, own)


def _told_of(
    scene: PersonScene, own: frozenset[int], clause: Clause, matched: frozenset[str], best: Clause
) -> bool:
    """Whether the article has these words in a sentence of this person, outside the other's clause."""
    words = scene.document.lower_tokens
    for sentence in sorted({at for person in own for at in scene.sentences_of(person)}):
        first, last = scene.document.sentence_tokens[sentence]
        outside = [words[i] for i in range(first, last) if not best.first <= i < best.last]
        here = matched & set(map(content_stem, outside))
        if here and (here == matched or clause.verb in map(verb_form, outside)):
            return True
    return False


def _joined(source: "Source", clause: Clause, own: frozenset[int]) -> bool:
    """Whether one of these is named before a subject that "and" adds ("Holt, the winner, and Lund")."""
    scene = source.person_scene
    document, sentence = scene.document, scene.sentence_of[clause.token]
    first, last = document.sentence_tokens[sentence]
    places = (scene.places[at] for at in scene.by_sentence.get(sentence, ()))
    named = max(
        (p.token for p in places if p.person in own and p.weight == 1 and p.token < clause.first),
        default=None,
    )
    if named is None or "and" not in document.lower_tokens[named : clause.first]:
        return False
    theirs = (one for all_of in _by_verb(source).values() for one in all_of if own & one.people)
    return not any(first <= one.token < min(last, clause.first) for one in theirs)


def _unread(source: "Source", clause: Clause, matched: frozenset[str]) -> bool:
    """Whether the verb stands with these words where nobody is named for it."""
    scene = source.person_scene
    read = {one.token for one in _by_verb(source).get(clause.verb, ())}
    document = scene.document
    for token in _verbs(scene).get(clause.verb, ()):
        if token not in read:
            words = document.lower_tokens[slice(*document.sentence_tokens[scene.sentence_of[token]])]
            if matched & set(map(content_stem, words)):
                return True
    return False


@once_each
def _verbs(scene: PersonScene) -> Mapping[str, list[int]]:
    """Return where an article has a verb, or a word like it, by the verb's one form."""
    found: dict[str, list[int]] = {}
    for word, tokens in scene.document.tokens_of.items():
        if word.isalpha():
            found.setdefault(verb_form(word), []).extend(tokens)
    return found


@once_each
def _by_verb(source: "Source") -> Mapping[str, list[Clause]]:
    """Return the clauses that an article tells of people by name, pronoun or office, by verb."""
    scene = source.person_scene
    document = scene.document
    words = document.lower_tokens
    pronouns = (Spot(at.token, at.token + 1, at.person) for at in scene.places if words[at.token] in PRONOUNS)
    named = named_spots(scene)
    taken = {token for spot in named for token in range(spot.first - 1, spot.last + 1)}
    called = (
        spot_of(document, at.start, at.end, at.person)
        for at in described(source, document, 0, len(document.text))
    )
    spots = sorted(
        [
            *named,
            *pronouns,
            *(spot for spot in called if spot.last not in taken and spot.first - 1 not in taken),
        ]
    )
    ends = {spot.first: document.sentence_tokens[scene.sentence_of[spot.first]][1] for spot in spots}
    found: dict[str, list[Clause]] = {}
    for clause in clauses(document.lower_tokens, spots, scene.names, ends):
        found.setdefault(clause.verb, []).append(clause)
    return found


# Words with a verb that make no deed.
_SAYS_LITTLE = frozenset("ear late new old year week month day time people long high great".split())
# What everybody does in every article.
_SAID = frozenset(map(verb_form, "said told added asked came went got".split()))
