"""The judgements of one labelled set by column: some twenty bytes for each, however many there are."""

from array import array
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from bench.calibrate.judgements import CHECKS, Judgement

_BITS = {check: 1 << number for number, check in enumerate(CHECKS)}
_ANY = (1 << len(CHECKS)) - 1

Flags = NDArray[np.bool_]
Articles = NDArray[np.intp]


class Hits:
    """Cases of one kind (flags, marked spans): whether each is right, and its article."""

    def __init__(self) -> None:
        """Start without cases."""
        self._right = bytearray()
        self._article = array("I")

    def add(self, right: bool, article: int) -> None:
        """Add a case of the article with this number."""
        self._right.append(right)
        self._article.append(article)

    def __len__(self) -> int:
        return len(self._right)

    @property
    def right(self) -> Flags:
        """Whether each case is right."""
        return np.frombuffer(self._right, np.uint8).astype(bool)

    @property
    def article(self) -> NDArray[np.uint32]:
        """The article of each case, by the order in which articles came."""
        return np.frombuffer(self._article, np.uint32)


class Columns:
    """What people and checks say of the summaries of one set, in the order they came."""

    def __init__(self) -> None:
        """Start without judgements."""
        self._articles: dict[str, int] = {}
        self._types: dict[tuple[str, ...], int] = {}
        self._rows = Hits()
        self._flags = bytearray()
        self._type = array("I")
        self.score = array("d")
        self.mentions = {check: Hits() for check in CHECKS}
        self.spans = {check: Hits() for check in CHECKS}
        self.marked = False

    def add(self, judgement: Judgement) -> None:
        """Add a judgement; its examples are not kept."""
        article = self._articles.setdefault(judgement.article, len(self._articles))
        self._rows.add(judgement.wrong, article)
        self._flags.append(_bits(judgement.flags))
        self._type.append(self._types.setdefault(judgement.error_types, len(self._types)))
        self.score.append(judgement.score)
        for mention in judgement.mentions:
            self.mentions[mention.check].add(mention.inside, article)
        for span in judgement.spans:
            self.marked = True
            for check in span.claims:
                self.spans[check].add(check in span.flags, article)

    def __len__(self) -> int:
        return len(self._rows)

    @property
    def wrong(self) -> Flags:
        """Whether people call each summary inconsistent."""
        return self._rows.right

    @property
    def articles(self) -> int:
        """How many articles there are."""
        return len(self._articles)

    def flagged(self, check: str) -> Flags:
        """Return whether a check (or any of them) flags each summary."""
        return (np.frombuffer(self._flags, np.uint8) & _BITS.get(check, _ANY)).astype(bool)

    @property
    def error_types(self) -> list[str]:
        """The error types that people named, in alphabetical order."""
        return sorted({kind for kinds in self._types for kind in kinds})

    def of_type(self, kind: str) -> Flags:
        """Return whether people found an error of this type in each summary."""
        named = np.array([kind in kinds for kinds in self._types], dtype=bool)
        return np.asarray(named[np.frombuffer(self._type, np.uint32)])

    def article_of(self, cases: Hits | None = None) -> Articles:
        """Return the article of each summary, or of each of `cases`, as its place in alphabetical order.

        Draws go by that order, whatever order the articles came in.
        """
        place = np.empty(len(self._articles), dtype=np.intp)
        place[[self._articles[name] for name in sorted(self._articles)]] = np.arange(len(place))
        return np.asarray(place[(self._rows if cases is None else cases).article])


def _bits(checks: Iterable[str]) -> int:
    return sum(_BITS[check] for check in checks)
