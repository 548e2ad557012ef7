"""A summary's people read once for the three checks that ask about them."""

import weakref
from typing import TYPE_CHECKING

from bench.facts.kept import latest_for_each
from bench.facts.people.deeds.bind import Known, known_people
from bench.facts.people.deeds.done import Spot, spot_of
from bench.facts.people.reading.lower import named_people
from bench.facts.people.reading.mentions import Mention, Person
from bench.facts.people.roles.read import Office, offices_at
from bench.text.computed import computed
from bench.text.document import Document

if TYPE_CHECKING:
    from bench.facts.source import Source


class Told:
    """The people of one summary and who of the article each is, each part computed when first asked for."""

    def __init__(self, source: "Source", summary: Document):
        """Hold an article and a summary of it."""
        # Only weakly: what is kept with an article would keep the article for ever.
        self.source, self.summary = weakref.proxy(source), summary

    @computed
    def people(self) -> tuple[Person, ...]:
        """The people named in the summary."""
        return named_people(self.summary, self.source.cast)

    @computed
    def known(self) -> tuple[Known, ...]:
        """The mentions of people of the article, in order."""
        return known_people(self.source.person_scene, self.summary, self.people)

    @computed
    def spots(self) -> tuple[Spot, ...]:
        """Those mentions by the words there."""
        return tuple(
            spot_of(self.summary, one.mention.start, one.mention.end, one.person) for one in self.known
        )

    def offices(self, mention: Mention) -> tuple[Office, ...]:
        """Return the offices told right beside a mention of a person, which two checks ask for."""
        found = self._offices.get(mention.start)
        if found is None:
            found = tuple(offices_at(self.summary, mention.start, mention.end))
            self._offices[mention.start] = found
        return found

    @computed
    def _offices(self) -> dict[int, tuple[Office, ...]]:
        return {}


@latest_for_each
def told(source: "Source", summary: Document) -> Told:
    """Return the reading of `summary` against `source`; the last one is kept with the article."""
    return Told(source, summary)
