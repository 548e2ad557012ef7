"""The doubt that the words around a number leave: is it said of the thing of which the article says it?"""

from bench.facts.numbers.assess import Assessment
from bench.facts.numbers.context import Scene
from bench.facts.numbers.place.contrasted import told_as_there
from bench.facts.numbers.place.doubt import Reading, attachment_doubt, strongest
from bench.facts.numbers.place.exchange import Mutual, exchanged
from bench.facts.numbers.place.partitive import is_whole
from bench.facts.numbers.place.periods import same_time
from bench.facts.numbers.place.tallies import alike, tallies

_AGREED = 0.45
"""Doubt where summary and article agree on which figure is the earlier."""
EXCHANGED = 0.97
"""Doubt where the article has each of two numbers with the words that the summary gives to the other."""
SURE = 0.75
"""Doubt that is shown as suspect, and counts as wrong for the strictest only."""


def doubt_of_place(reading: Reading, found: Assessment, mutual: Mutual) -> float:
    """Return the doubt that the words around a number leave."""
    doubt = attachment_doubt(reading, found, mutual)
    if _parted_alike(reading, found, mutual):
        return min(doubt, _AGREED)
    if mutual.plain and mutual.partner:
        # Two numbers that changed places are both wrong: what is seen of either counts for both.
        back = exchanged(reading.summary, mutual.partner, reading.beside(mutual.partner))
        doubt = max(doubt, attachment_doubt(reading, mutual.partner, back))
    agreed = same_time(reading.article, reading.summary, found) or _by_its_name(reading.summary, found)
    if mutual.crossed and not agreed:
        doubt = max(doubt, EXCHANGED)
    elif not mutual.crossed and is_whole(reading.summary, found.claim):
        return min(doubt, _AGREED)
    elif agreed:
        # "To 16 from 11" and "16, after 11 the year before" share few words, but say the same.
        doubt = min(doubt, _AGREED)
    doubt = min(doubt, _ceiling(reading.summary, found, mutual.partner is not None))
    if not mutual.crossed and _in_its_words(found, mutual.plain):
        return min(doubt, SURE)
    return doubt


def _parted_alike(reading: Reading, found: Assessment, mutual: Mutual) -> bool:
    """Whether two figures that seem exchanged have each the words of its own part of the sentence."""
    if mutual.partner is None or mutual.rival is None:
        rival, own, article = strongest(reading, found), found.supports[0].fact, reading.article
        # Sentences side by side have too much in common to say whose a figure is by one word.
        return (
            rival is not None
            and article.sentence[own.first] == article.sentence[rival.fact.first]
            and told_as_there(article, reading.summary, found.claim, own, rival.fact)
        )
    own, other, partner = found.supports[0].fact, mutual.rival.fact, mutual.partner.claim
    told, meant = tallies(reading.summary, found.claim, partner), tallies(reading.article, own, other)
    if told and meant:
        return alike(told, meant)
    pair = ((found.claim, own, other), (partner, other, own))
    return all(told_as_there(reading.article, reading.summary, *three) for three in pair)


def _by_its_name(summary: Scene, found: Assessment) -> bool:
    """Whether a figure that the article has behind a name alone ("Iqbal 104") is told beside it."""
    names = {support.fact.name.split()[0] for support in found.supports if support.fact.loose}
    start, stop = summary.sentence_of(found.claim)
    return not names.isdisjoint(summary.tape.words[start:stop])


def _ceiling(summary: Scene, found: Assessment, mutual: bool) -> float:
    """Return the most that the words around can say against a number of a kind that moves about freely."""
    claim = found.claim
    if claim.kind == "name":
        return 0.1
    if claim.weak:
        return 0.6
    if claim.vague or (claim.kind in ("month", "weekday", "season") and not mutual):
        return SURE
    if claim.kind == "count" and claim.value == 2 and summary.tape.word(claim.first - 1) in _KNOWN:
        # "the two sides" points back to two that the reader knows; it tells nothing of their number.
        return SURE
    # A side of a score and a part of a share have no noun of their own in the article; a score is told in as
    # many ways as a match.
    return SURE if claim.kind == "score" or found.supports[0].match.how in _PARTS else 1.0


def _in_its_words(found: Assessment, exchanged: bool) -> bool:
    """Whether the article has the value among the very words that the summary has around it.

    Where it would fit better `exchanged` with another, its whole clause must be there.

    "A third of those of 10 and a fifth of those of 4 are overweight": what is told of both in one breath
    stands by the last of them only.
    """
    best = found.supports[0]
    if best.match.how == "year from elsewhere":
        return not exchanged
    agreed = best.words.clause >= _CLAUSE if exchanged else best.words.share > _AROUND
    return best.match.fit >= _ITS_OWN and best.words.run >= 2 and agreed


_PARTS = frozenset({"one side of a score", "part of a share"})
_ITS_OWN, _AROUND, _CLAUSE = 0.7, 0.45, 0.9


_KNOWN = frozenset({"the", "these", "those", "both", "his", "her", "their", "its"})
