"""What "respectively" makes each of several figures be told of: names or nouns in their order."""

from collections.abc import Sequence

from bench.facts.numbers.context import Scene
from bench.facts.quantities.quantity import Quantity


def respective(scene: Scene, sentence: int, row: Sequence[Quantity]) -> list[set[str]]:
    """Return the stems of what "respectively" makes each figure of a row be told of, by their order.

    "Denton and Kost, 24 and 29 respectively": as many names as figures, or two nouns joined by "and".
    """
    words, (start, stop) = scene.tape.words, scene.bounds(sentence)
    if not any(start <= at < stop for at in scene.tape.places({"respectively"})):
        return []
    for first, last in ((start, row[0].first), (row[-1].last, stop)):
        runs = _named_runs(scene, first, last)
        if len(runs) == len(row):
            return runs
        joined = [at for at in range(first + 1, last - 1) if words[at] == "and" and not scene.inside(at)]
        if not runs and len(row) == 2 and len(joined) == 1:
            at = joined[0]
            if scene.stems[at - 1] and scene.stems[at + 1]:
                return [{scene.stems[at - 1]}, {scene.stems[at + 1]}]
    return []


def _named_runs(scene: Scene, first: int, last: int) -> list[set[str]]:
    """Return the stems of each run of capitals that stands by another: "Hexley General and St Bride's"."""
    runs, end = list[set[str]](), -1
    for at in range(first, last):
        if not scene.tape.capital(at) or not scene.stems[at] or scene.inside(at):
            continue
        if end >= 0 and all(scene.tape.capital(between) for between in range(end, at)):
            runs[-1].add(scene.stems[at])
        else:
            runs.append({scene.stems[at]})
        end = at + 1
    return runs
