"""When an office is held: once, now, for somebody else, or still to come."""

import re
from collections.abc import Sequence
from functools import cache

from bench.facts.people.names.words import CALENDAR
from bench.facts.support import function_words

FORMER = frozenset("former ex ex- then onetime one-time erstwhile sometime".split())
# Who is called so held the office to the last, and may be called by it.
LEAVING = frozenset("outgoing departing ousted deposed sacked dismissed fired disgraced previous".split())
CURRENT = frozenset("current present incumbent serving sitting".split())
ACTING = frozenset("acting interim caretaker stand-in temporary provisional stopgap".split())
_ONCE = re.compile(r"\b(?:once|formerly|previously) ")
_TO_COME = re.compile(r"\b(?:will|would|to) (?:be|become|remain|[a-z ]+ as) ")
_WAS = re.compile(r"^,? (?:who )?(?:was|had been) (?:the |a |an |his |her |its |their |then )*$")
_STANDS_IN = re.compile(r"\b(?:act|acts|acted|acting|step(?:s|ped)? in|stand(?:s|ing)? in|stood in) as ")


def time_of_verb(lead: str) -> str:
    """Return when an office is held by the words before it; who resigns as a chair still is one that day."""
    if _LEAVES.search(lead) is not None:
        return "leaving"
    if _STANDS_IN.search(lead) is not None:
        return "acting"
    if _ONCE.search(lead) is not None:
        return "former"
    if _TO_COME.search(lead) is not None:
        return "future"
    return "past" if _WAS.search(lead) is not None else ""


# "Director in those days", "mayor of Holm from 1990 to 1998", "captain at the time"
BACK_THEN = re.compile(
    r"(?: (?:of|for|at|in) [\w' &-]{2,40}?)? (?:in those days|at th(?:e|at) time|back then|of the day|"
    r"(?:in|until|till|from|between|during) (?:the )?(?:1[5-9]|20)\d\d|"
    r"(?:before|previously|earlier|beforehand)(?=[,.;]))"
)
_LEAVES = re.compile(
    r"\b(?:resign|step(?:s|ped) down|stood down|retired|quit|replaced|sacked|dismissed|ousted|removed)"
)


def time_of_words(bare: Sequence[str], rest: str) -> str:
    """Return when an office is held by the words before it, and what stands behind it."""
    if any(word in FORMER or word.startswith("ex-") for word in bare) or "at the time" in rest:
        return "former"
    if any(word in CURRENT for word in bare):
        return "current"
    if any(word in ACTING for word in bare):
        return "acting"
    if rest.startswith("-elect") or "incoming" in bare:
        return "elect"
    return "leaving" if any(word in LEAVING for word in bare) else ""


_SMALL = frozenset("new own elder younger late".split())
_WHEN = frozenset("incoming week month year years ago yesterday today now".split())


@cache
def when_told() -> frozenset[str]:
    """Return words that tell behind an office when it is held ("chief executive next March")."""
    return CALENDAR | _WHEN | {"next", "this", "last", "later", "again", "instead", "early", "late"}


@cache
def left_out() -> frozenset[str]:
    """Return words that say nothing of which office it is."""
    return FORMER | ACTING | CURRENT | _SMALL | CALENDAR | _WHEN | function_words()
