"""Units that the head of a table tells for all figures below it: "WAITING TIMES (weeks)"."""

from bench.facts.numbers.context import Scene
from bench.facts.numbers.kept import once_per_text
from bench.facts.quantities.units import units


@once_per_text
def units_of_tables(article: Scene) -> frozenset[str]:
    """Return the units that a text tells in brackets alone, "(weeks)", as heads of tables have them."""
    tape, table = article.tape, units()
    found = set()
    for at in tape.places_of.get(")", ()):
        word = tape.word(at - 1)
        if tape.word(at - 2) == "(" and (unit := table.words.get(word) or table.currency.get(word)):
            found.add(unit)
    return frozenset(found)
