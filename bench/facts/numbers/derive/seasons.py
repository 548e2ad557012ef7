"""A season that the article names without dating anything by it: "the spring sale" for "in the spring"."""

import msgspec

from bench.facts.numbers.context import Scene
from bench.facts.numbers.derive.record import Derived
from bench.facts.quantities.dates import SEASONS
from bench.facts.quantities.quantity import Quantity

_VERB = "fall"


def season(article: Scene, claim: Quantity) -> Derived | None:
    """Return where the article names a claim's season, and the word behind it."""
    tape = article.tape
    names = {name for name, value in SEASONS.items() if value == claim.value} - {_VERB}
    for at in tape.places(names)[:1]:
        start, end = tape.starts[at], tape.ends[at]
        place = msgspec.structs.replace(claim, start=start, end=end, first=at, last=at + 1)
        return Derived(tape.surface(at, at + 2), (place,))
    return None
