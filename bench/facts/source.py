"""An article as evidence: read once, however many summaries are held against it."""

from bench.facts.numbers.context import Scene
from bench.facts.people.deeds.scene import PersonScene
from bench.facts.people.reading.cast import Cast
from bench.facts.people.reading.mentions import Person
from bench.facts.quantities.reading import Quantity, read_quantities
from bench.facts.support import Grounds
from bench.facts.tape import Tape
from bench.records import Strictness as Strictness
from bench.text.computed import computed
from bench.text.document import Document


class Source:
    """An article's text with the facts read off it, each part computed when first asked for."""

    def __init__(self, raw: str, language: str = "en"):
        """Hold the article as it stands in its file."""
        self.document = Document(raw, language)

    @computed
    def quantities(self) -> tuple[Quantity, ...]:
        """Every quantity of the article, in order."""
        return self.scene.quantities

    @computed
    def scene(self) -> Scene:
        """The article prepared for asking what its numbers count."""
        tape = Tape(self.document)
        return Scene(tape, read_quantities(tape))

    @computed
    def people(self) -> tuple[Person, ...]:
        """Every person recognised in the article, in order of first mention."""
        return self.cast.people

    @computed
    def cast(self) -> Cast:
        """The names of the article, to look people up in."""
        return Cast(self.document)

    @computed
    def person_scene(self) -> PersonScene:
        """The words near each person of the article."""
        return PersonScene(self.cast)

    @computed
    def grounds(self) -> Grounds:
        """What its wording offers as support for the overall score."""
        return Grounds(self.document)
