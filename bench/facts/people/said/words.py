"""Which words of a sentence are a statement: not the speaker's, nor those that tell when it was made."""

from collections.abc import Sequence

from bench.facts.people.names.lists import say_verbs
from bench.facts.people.said.reach import STOPS
from bench.facts.people.said.read import Speaker


def said(words: Sequence[str], speaker: Speaker) -> Sequence[str]:
    """Return the words of a statement: those outside the speaker's name and title, and the verb."""
    first, last = min(speaker.token, speaker.verb), max(speaker.token, speaker.verb)
    if first > _LONG_ENOUGH and _is_over(words, first, last):
        return [*words[:first], *_goes_on_saying(words, last + 1)]
    # Words before a name at the start are its title, unless the statement stands there ("..., Smith said").
    if first <= 6 and speaker.token <= speaker.verb and len(words) - last > 4:
        first = 0
    if speaker.token > speaker.verb:
        ends = STOPS | {","} if words[speaker.verb] in ("to", "of") else STOPS
        stop = next((i for i in range(last, len(words)) if words[i] in ends), len(words))
        # "said Holm, the director of the line, though he ..."
        told = words[last + 1 : stop]
        commas = [last + 1 + at for at, word in enumerate(told) if word == ","]
        if len(commas) > 1 and commas[0] - last <= 3 and words[commas[0] + 1] in _CALLING:
            last = commas[1]
        else:
            last = stop if stop - last <= 14 else last
    return [*words[:first], *words[last + 1 :]]


_CALLING = frozenset(("the", "a", "an", "his", "her", "its", "their"))
# So many words before it are a statement.
_LONG_ENOUGH = 4


def _is_over(words: Sequence[str], first: int, last: int) -> bool:
    """Whether a statement ends before its speaker, and what follows tells of whom or when it was made.

    "We lost," said Smith, who came in May; "It will last," Lund said of a bridge that opened after the flood.
    """
    if words[first - 1] not in (",", '"', "'"):
        return False
    behind = [word for word in words[last + 1 : last + 3] if word != ","]
    return bool(behind) and behind[0] in _SETTING


_SETTING = frozenset(
    "after as when while following amid before during since who whose whom once of about a an the his her "
    "its their in at on".split()
)


def _goes_on_saying(words: Sequence[str], start: int) -> Sequence[str]:
    """Return the words from a quotation mark or participle of saying on ("Smith said, adding that")."""
    plain, loose = say_verbs()
    for at in range(start, len(words)):
        if words[at] == '"' or (words[at].endswith("ing") and (words[at] in plain or words[at] in loose)):
            return words[at:]
    return ()
