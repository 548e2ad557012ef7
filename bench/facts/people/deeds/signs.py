"""What tells that a person of a summary stands in another one's place, weighed together."""

from math import exp
from typing import NamedTuple


class Signs(NamedTuple):
    """Signs of an exchange around one mention.

    `near` and `sentence` are what the closest words and single sentences speak for somebody else, more than
    for the person named; `together`: that one stands close to the others of this sentence in the article
    too; `own_deed`: the article has a deed of this mention with the same person on the same side;
    `anothers_deed`: how much of the context a sentence has that has it with another one there.
    """

    near: float
    sentence: float
    prominence: float
    listed: bool
    full: bool
    together: bool
    own_deed: bool
    anothers_deed: float

    @property
    def doubt(self) -> float:
        """How likely the context is another's, 0 to 1.

        Weights catch most at few false alarms among exchanges in the validation part (docs/method.md). Who is
        named rarely is named less often in a summary, and main persons are often meant by other words. What
        is told of several in a row fits none of them closely. A full name is told anew, a surname goes on.
        """
        another = 3.0 * self.near + 0.65 * self.sentence + 0.6 * self.full + 0.8 * self.anothers_deed
        excused = 3.6 * self.prominence + 5.0 * self.listed + 0.6 * self.together + 1.35 * self.own_deed
        return _logistic(1.14 + another - excused)


def _logistic(value: float) -> float:
    return 1 / (1 + exp(-max(-40.0, min(40.0, value))))
