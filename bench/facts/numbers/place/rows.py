"""Figures in the rows of a table and behind the keys of a list: "Holmby 30 21 68", "Doubles: €78"."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from operator import attrgetter
from typing import NamedTuple

from bench.facts.numbers.assess import Assessment
from bench.facts.numbers.context import Scene
from bench.facts.numbers.kept import once_per_text
from bench.facts.numbers.match.support import alike
from bench.facts.quantities.quantity import Quantity
from bench.facts.stems import stem
from bench.facts.support import function_words

_UNFIT = frozenset({"name", "ordinal"})
_CELLS = re.compile(r"\s*[|\t]\s*")
_WORDS = re.compile(r"[^\W\d_](?:[\w-]|'(?!s\b))*")
# A key and its colon at the start of a line or a cell, a bullet or stars before it.
_KEY = re.compile(
    r"(?:(?<![^\n|;\u2022])|(?<=[|;\u2022] ))[ \t]*[*\u2022-]{0,3} ?"
    r"([^\W\d_][\w '()/-]{1,30}?)\*{0,2}:\*{0,2}(?=\s*\S)"
)
_LONGEST_NAME = 5
"""Words that a row's name has at most."""


class Cell(NamedTuple):
    """What a table or list tells a figure of: the stems of its row's name (or key) and of its column."""

    row: frozenset[str]
    column: frozenset[str]
    name: str
    key: bool = False


def in_another_row(article: Scene, summary: Scene, found: Assessment) -> tuple[str, str] | None:
    """Return what the article's table tells a figure of, and what the summary, where these are two.

    The summary names one row, key or column alone in the figure's clause, else in its sentence.
    """
    cells = _cells(article)
    if not cells or found.claim.kind in _UNFIT:
        return None
    own = [cells.get(support.fact.first) for support in found.supports]
    mine = [cell for cell in own if cell is not None]
    if not mine or len(mine) < len(own):
        return None
    if mine[0].key and found.head:
        # "Two goals in 41 games": what is counted is no key of the list, or is the one meant.
        return _told(article, found, cells, mine, "row", frozenset(found.head))
    for words in _said(summary, found.claim):
        if any(cell.row and cell.row <= words and not cell.column for cell in mine):
            return None
        for part in ("row", "column"):
            if other := _told(article, found, cells, mine, part, words):
                return other
    return None


def in_its_row(article: Scene, summary: Scene, found: Assessment) -> bool:
    """Whether the summary names the row or the key of a figure in its clause, and no other one."""
    cells = _cells(article)
    if not cells or found.claim.kind in _UNFIT:
        return False
    words = next(iter(_said(summary, found.claim)))
    named = {cell.row for cell in cells.values() if cell.row and cell.row <= words}
    own = {cell.row for support in found.supports if (cell := cells.get(support.fact.first))}
    return len(named) == 1 and named <= own


def _told(
    article: Scene,
    found: Assessment,
    cells: dict[int, Cell],
    mine: list[Cell],
    part: str,
    words: frozenset[str],
) -> tuple[str, str] | None:
    """Return the row (or column) of a figure and the other one that the summary's words name alone."""
    named = {at: cell for at, cell in cells.items() if (stems := _part(cell, part)) and stems <= words}
    told = {_part(cell, part) for cell in named.values()}
    if len(told) != 1 or any(_part(cell, part) in told for cell in mine):
        return None
    rivals = (fact for fact in article.quantities if fact.first in named)
    if not any(alike(found.claim, fact) or (fact.kind == "count" and not fact.unit) for fact in rivals):
        return None
    return _title(mine[0], part), _title(next(iter(named.values())), part)


def _part(cell: Cell, part: str) -> frozenset[str]:
    return cell.row if part == "row" else cell.column


def _title(cell: Cell, part: str) -> str:
    return cell.name if part == "row" else " ".join(sorted(cell.column))


def _said(summary: Scene, claim: Quantity) -> Iterable[frozenset[str]]:
    """Yield the stems of a figure's clause and of its sentence, without what its other figures count."""
    own = summary.sentence[claim.first]
    # "Anna Holt, 41," tells an age without the word.
    aged = {stem("age")} if claim.kind == "age" else set()
    counted = {word for other in summary.figures(own) if other is not claim for word in summary.head(other)}
    yield frozenset(filter(None, map(summary.stems.__getitem__, summary.clause(claim)))) - counted | aged
    yield frozenset(summary.words(own)) - counted | aged


@once_per_text
def _cells(article: Scene) -> dict[int, Cell]:
    """Return for the figures of tables and lists, by where they begin, what they are told of."""
    text = article.tape.document.text
    found: dict[int, Cell] = {}
    if "\n" in text:
        found |= _of_rows(article, text)
    if ":" in text:
        found |= _of_keys(article, text)
    return found


def _of_rows(article: Scene, text: str) -> dict[int, Cell]:
    """Read lines that begin with a name and go on with as many figures as the next or the last such line."""
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    lines: dict[int, list[Quantity]] = {}
    for fact in article.quantities:
        lines.setdefault(bisect_right(starts, fact.start) - 1, []).append(fact)
    rows = {
        number: (name, facts)
        for number, facts in lines.items()
        if len(facts) > 1 and (name := _row_name(text[starts[number] : facts[0].start]))
    }
    found: dict[int, Cell] = {}
    first = 0
    for number, (name, facts) in rows.items():
        if number - 1 not in rows:
            first = number
        beside = [rows[other] for other in (number - 1, number + 1) if other in rows]
        if not any(len(other) == len(facts) for _, other in beside):
            continue
        head = text[starts[first - 1] : starts[first]].strip(" \n|") if first else ""
        columns = _columns(head, len(facts))
        for fact, column in zip(facts, columns, strict=True):
            found[fact.first] = Cell(_stems(name), _stems(column), name)
    return found


def _row_name(written: str) -> str:
    """Return the name that a row begins with, "" where what stands there is none."""
    name = written.strip(" |\t*-\u2022")
    words = name.split()
    named = 0 < len(words) <= _LONGEST_NAME and (name[0].isupper() or "|" in written or "\t" in written)
    return name if named and not name.endswith((".", ":", ",")) else ""


def _columns(head: str, size: int) -> list[str]:
    """Return the heads of a row's columns, empty where the line above the table has not as many."""
    cells = _CELLS.split(head) if _CELLS.search(head) else head.split()
    if len(cells) in (size, size + 1):
        return cells[-size:]
    if _CELLS.search(head) and len(cells) > size:
        # What stands in the last cells are names.
        return cells[1 : size + 1]
    return [""] * size


def _of_keys(article: Scene, text: str) -> dict[int, Cell]:
    """Read what stands behind a key and its colon, up to the end of the line or the cell.

    A list has each key once: in a transcript speakers stand there, turn by turn.
    """
    keys = list(_KEY.finditer(text))
    found: dict[int, Cell] = {}
    if len({key.group(1) for key in keys}) < len(keys):
        return found
    for key in keys if len(keys) > 1 else ():
        end = min(at for sign in "\n|;" if (at := text.find(sign, key.end())) >= 0 or (at := len(text)))
        first, last = (bisect_left(article.quantities, at, key=_start) for at in (key.end(), end))
        for fact in article.quantities[first:last]:
            found[fact.first] = Cell(_stems(key.group(1)), frozenset(), key.group(1).strip(), True)
    return found if len({cell.row for cell in found.values()}) > 1 else {}


_start = attrgetter("start")


def _stems(name: str) -> frozenset[str]:
    words = map(str.lower, _WORDS.findall(name))
    return frozenset(stem(word) for word in words if len(word) > 2 and word not in function_words())
