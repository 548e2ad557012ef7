"""What an object works out once."""

from bench.text.computed import computed


class Word:
    """A word that counts how often it is measured."""

    measured = 0

    def __init__(self, text: str):
        self.text = text

    @computed
    def size(self) -> int:
        """How many letters."""
        self.measured += 1
        return len(self.text)


def test_a_value_is_worked_out_once_for_each_object() -> None:
    one, other = Word("three"), Word("two")
    assert (one.size, one.size, other.size) == (5, 5, 3)
    assert (one.measured, other.measured) == (1, 1)


def test_the_class_shows_what_is_computed() -> None:
    assert Word.size.__doc__ == "How many letters."
