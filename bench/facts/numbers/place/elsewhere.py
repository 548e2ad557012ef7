"""Figures told with words that the article has beside another figure alone."""

from bench.facts.numbers.assess import Assessment, Support
from bench.facts.numbers.context import Scene
from bench.facts.numbers.kept import once_per_figure, once_per_text
from bench.facts.numbers.place.frames import told_weight, values
from bench.facts.numbers.place.partitive import is_whole
from bench.facts.numbers.place.periods import compared
from bench.facts.people.reading.cast import Cast
from bench.facts.quantities.quantity import Quantity, has_day

_UNFIT = frozenset({"name", "weekday", "month", "ordinal", "age", "duration"})
_MOST, _FEWEST = 0.5, 2
"""Weight and number of the clause's words that must stand with the other figure: below, right summaries that
gather several sentences were flagged (`benchmarks/validate.py --only "numbers exchanged"`)."""


def beside_another(cast: Cast, article: Scene, summary: Scene, found: Assessment) -> Support | None:
    """Return the figure that most of a claim's clause stands with in the article, and never with its own.

    Only figures of one kind are rivals: years with years, money in one currency, counts of one noun. Names
    before the first figure of a sentence belong to its clause: "In Ostvik, where few went, 62% voted No."
    """
    claim = found.claim
    if claim.kind in _UNFIT or claim.vague or is_whole(summary, claim):
        return None
    words = {
        summary.stems[at]
        for at in summary.clause(claim)
        if summary.stems[at] in article.weights and not summary.inside(at)
    }
    names = _opening(cast, summary, claim) & article.weights.keys()
    words |= names
    said, total = frozenset(words), told_weight(article, words)
    for support in found.supports:
        words -= _around(article, support.fact)
    subject = words & names if _tells_of_names(summary, claim) else set()
    if len(words) < _FEWEST and not subject:
        return None
    for rival in found.rivals:
        if rival.fact.kind == claim.kind and _like(claim, rival):
            named = _opening(cast, article, rival.fact) if names else set()
            there = article.around(rival.fact).clause | named
            if len(words & there) >= _FEWEST and told_weight(article, words & there) >= _MOST * total:
                return rival
            # "Kinetra had sales of 4.2bn", which are its rival's: the article has others for Kinetra.
            measured = subject & there and (said & there) - names
            if measured and told_weight(article, said & there) >= _NEARLY_ALL * total:
                return rival
    return None


def in_its_company(article: Scene, summary: Scene, found: Assessment, rival: Quantity) -> bool:
    """Whether a figure of a claim's clause, or the name before it, stands with the claim's figure alone.

    "His successor left rates at 45 per cent for a third month": the month stands by the 45 per cent, whoever
    stands by the rival.
    """
    claim, facts = found.claim, [support.fact for support in found.supports]
    clause = set(summary.clause(claim))
    told = {
        value
        for other in summary.figures(summary.sentence[claim.first])
        if other.first != claim.first and other.first in clause and not (other.weak and other.value == 1)
        for value in values(other)
    }
    own = {value for fact in facts for value in _beside(article, fact)}
    if told & own - set(_beside(article, rival)):
        return True
    start, _ = summary.sentence_of(claim)
    places = range(claim.first - 1, max(start, claim.first - _NAMED), -1)
    name = next((summary.stems[at] for at in places if summary.tape.capital(at) and summary.stems[at]), "")
    its = {article.stems[at] for fact in facts for at in article.span(fact)}
    return name in its and name not in {article.stems[at] for at in article.span(rival)}


_NAMED = 9
"""Pieces before a figure in which the one is named of whom it is told."""


def _beside(article: Scene, fact: Quantity) -> list[str]:
    """Return the other figures of a sentence by value."""
    others = article.figures(article.sentence[fact.first])
    return [value for other in others if other.first != fact.first for value in values(other)]


def in_another_clause(article: Scene, summary: Scene, found: Assessment) -> Support | None:
    """Return the figure of the same sentence whose clause has what a claim's has, where its own has nothing.

    "Only 82 per cent had the first dose" where 91 did and 82 had both: figures of one unit, and dates, are
    held against one another by the words and figures of their clauses, two times of one thing are not.
    """
    claim = found.claim
    places = {article.sentence[support.fact.first] for support in found.supports}
    told = (claim.is_date or claim.unit) and not is_whole(summary, claim)
    if not told or claim.kind in _UNFIT or claim.vague or len(places) > 1 or compared(summary, claim):
        return None
    known = _values(article)
    said = {word for word in told_with(summary, claim) if word in article.weights or word in known}
    own = {word for support in found.supports for word in told_with(article, support.fact)}
    for rival in found.rivals:
        if rival.fact.kind != claim.kind or rival.fact.unit != claim.unit:
            continue
        if article.sentence[rival.fact.first] in places:
            there = said & told_with(article, rival.fact)
            lone = there - own
            enough = len(lone) >= _FEWEST and told_weight(article, lone) >= _MOST * told_weight(article, said)
            if enough and said & own <= there:
                return rival
    return None


@once_per_figure
def told_with(scene: Scene, figure: Quantity) -> frozenset[str]:
    """Return the stems of the words of a figure's clause, and the other figures in it by value."""
    places = scene.clause(figure)
    words = {scene.stems[at] for at in places if scene.stems[at] and not scene.inside(at)}
    within = set(places)
    others = (other for other in scene.quantities if other.first != figure.first and other.first in within)
    return frozenset(words.union(map(_value, others)))


@once_per_text
def _values(article: Scene) -> frozenset[str]:
    return frozenset(map(_value, article.quantities))


def _value(figure: Quantity) -> str:
    return f"#{figure.value.normalize()}"


def _tells_of_names(scene: Scene, claim: Quantity) -> bool:
    """Whether a figure may be told of the names that open its sentence: no "that" or "who" comes between."""
    return _RELATIVE.isdisjoint(scene.tape.words[scene.sentence_of(claim)[0] : claim.first])


_RELATIVE = frozenset({"that", "which", "who", "whose", "where", "when"})
_NEARLY_ALL = 0.6
"""Weight of a claim's words, a name and what it measures, that must stand with the name's own figure."""


def _around(article: Scene, fact: Quantity) -> set[str]:
    """Return the stems of a figure's sentence and of the one before it."""
    places = article.span(fact, back=1)
    return set(article.stems[places.start : places.stop])


def _opening(cast: Cast, scene: Scene, figure: Quantity) -> set[str]:
    """Return the stems of the names before a figure in its sentence; of none before the second of a sort."""
    start, _ = scene.sentence_of(figure)
    before = (q for q in scene.quantities if start <= q.first < figure.first)
    if any(q.kind == figure.kind and q.unit == figure.unit for q in before):
        return set()
    words = zip(scene.tape.words[start : figure.first], scene.stems[start : figure.first], strict=True)
    return {stem for word, stem in words if stem and word in cast.distinctive}


def _like(claim: Quantity, rival: Support) -> bool:
    if claim.is_date:
        return has_day(claim) == has_day(rival.fact)
    same = bool(claim.unit) and claim.unit == rival.fact.unit
    return same or rival.words.head or rival.words.right
