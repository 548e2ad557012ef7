"""Figures told of what the article tells of another of their sort in the same breath.

"Stored cool, the soft sorts keep for ten months and the hard ones for five": ten months told of the hard
sorts are not theirs. Each figure has a part of the sentence (see `frames`); what stands in the part of the
other alone, close by, is told of the other.
"""

from itertools import pairwise

from bench.facts.numbers.assess import Assessment, Support
from bench.facts.numbers.context import Scene
from bench.facts.numbers.derive.cues import CHANGING
from bench.facts.numbers.place.frames import frame, named, sort, told_weight, unit_of, values
from bench.facts.numbers.place.periods import compared
from bench.facts.numbers.place.tallies import tallies
from bench.facts.quantities.quantity import Quantity, has_day
from bench.facts.stems import stem

_UNFIT = frozenset({"name", "ordinal", "age", "weekday", "score", "fraction"})
_MEANT, _ITS_OWN = 0.55, 0.7
"""Fit of a figure that may be meant, and of one that is the claim's."""
_LEAST = 1.0
"""Weight of the words of another's part: any word that does not stand all over the article."""
_CHANGES = frozenset(map(stem, (*CHANGING, "lose", "loses", "climb", "slip", "slipped")))
"""One change is told by many verbs: shares that fell 8 per cent lost 8 per cent."""
_MORE = 2.0
"""How many times the words of its own part those of another's must weigh: "gone" is told of both figures."""
_NEAR = 9
"""Pieces of text from a figure to the words that say whose it is."""
_PART_OF = 6
"""Pieces between two figures of which one is a part of the other: "six of the seven goals"."""
_SIZES = 100
"""How many times the smaller of two figures the larger may be that tells the same of something else."""
_MORE_THAN = frozenset("more less fewer higher lower longer shorter".split())
_OF = frozenset({"whom", "them", "which", "these", "those"})


def told_of_the_other(article: Scene, summary: Scene, found: Assessment) -> Support | None:
    """Return the figure beside the claim's own whose part of the sentence a summary tells the claim with."""
    claim = found.claim
    if claim.kind in _UNFIT or not found.rivals:
        return None
    meant = [support for support in found.supports if support.match.fit >= _MEANT]
    if len(meant) != 1 or meant[0].match.fit < _ITS_OWN:
        return None
    own = meant[0].fact
    rivals = [
        rival
        for rival in found.rivals
        if article.sentence[rival.fact.first] == article.sentence[own.first]
        and _side_by_side(article, own, rival.fact, found)
    ]
    if not rivals or compared(article, own) or compared(summary, claim) or _whole(summary, claim):
        return None
    said, mine = frame(summary, claim), frame(article, own)
    if own.loose and not said.all.isdisjoint(named(own)):
        return None
    close = (said.own & _near(summary, claim)) | said.pointed
    for rival in rivals:
        theirs = frame(article, rival.fact)
        # "32 patients on the cream and 14 on the ointment" counts patients twice.
        if alone := (mine.own | mine.pointed) - theirs.all - {*article.head(own), *article.head(rival.fact)}:
            told = close & ((theirs.own & _near(article, rival.fact)) | theirs.pointed) - mine.all - _CHANGES
            least = max(_LEAST, _MORE * told_weight(article, said.all & alone))
            if told_weight(article, told) >= least and not tallies(article, own, rival.fact):
                return rival
    return None


def told_as_there(article: Scene, summary: Scene, claim: Quantity, own: Quantity, other: Quantity) -> bool:
    """Whether a summary tells a figure with words that the article has for it and not for the other."""
    if own.kind in _UNFIT or other.kind in _UNFIT or sort(own) != sort(other):
        return False
    if article.sentence[own.first] != article.sentence[other.first]:
        return False
    said, mine, theirs = frame(summary, claim), frame(article, own), frame(article, other)
    if said.own & (theirs.own - mine.all):
        return False
    return told_weight(article, said.own & ((mine.own | mine.pointed) - theirs.all)) >= _LEAST


def _side_by_side(article: Scene, own: Quantity, other: Quantity, found: Assessment) -> bool:
    """Whether two figures tell the same of two things, neither being a part of the other."""
    if sort(own) != sort(other) or unit_of(own) != unit_of(other) or _related(article, own, other):
        return False
    if own.is_date:
        return own.kind == other.kind and has_day(own) == has_day(other)
    if sort(own) != "count":
        # A lead of 50 seconds is no rival of a run of two hours.
        low, high = sorted((own.value, other.value))
        return low * _SIZES >= high
    heads = set(article.head(own)), set(article.head(other))
    counted = heads[0] | heads[1]
    if not counted or (all(heads) and not heads[0] & heads[1]):
        return False
    return bool(counted & set(found.head)) or found.head[-1:] == ("person",)


def _whole(summary: Scene, claim: Quantity) -> bool:
    """Whether a summary tells a figure as that of which another is a part: "a quarter of the 180 pools"."""
    before, at = summary.tape.word(claim.first - 1), claim.first - 2
    if before in _ITS:
        return summary.tape.word(at) == "of"
    return before == "of" and at >= 0 and (summary.inside(at) or summary.tape.word(at) in _PARTS)


_ITS = frozenset("the its their his her all these those our".split())
_PARTS = frozenset("most many some few half none all part several any majority minority".split())


def _related(article: Scene, own: Quantity, other: Quantity) -> bool:
    """Whether one figure is a part of the other or told by it: "six of the seven", "63, of whom 21"."""
    first, last = sorted((own, other), key=lambda figure: figure.first)
    words = article.tape.words
    between, behind = words[first.last : last.first], words[last.last : last.last + 3]
    if "than" in between or "instead" in between or "whom" in between or not _OF.isdisjoint(between[-2:]):
        return True
    if any(pair == ("of", "which") for pair in pairwise(between)) or not _MORE_THAN.isdisjoint(behind[:1]):
        return True
    return (len(between) <= _PART_OF and "of" in between) or (
        behind[:1] == ["of"] and not _OF.isdisjoint(behind)
    )


def _near(scene: Scene, figure: Quantity) -> set[str]:
    """Return the stems and figures close to a figure in its sentence."""
    start, stop = scene.sentence_of(figure)
    low, high = max(start, figure.first - _NEAR), min(stop, figure.last + _NEAR)
    others = (other for other in scene.figures(scene.sentence[figure.first]) if low <= other.first < high)
    return {*scene.plain(low, high), *(value for other in others for value in values(other))}
