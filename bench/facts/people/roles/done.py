"""Offices told by what somebody does: who leads, chairs or has directed something."""

import re
from typing import NamedTuple

_UNTIL = re.compile(r"[\w' -]{0,60}\b(?:until|before(?=[,.;]| (?:him|her|them|that)\b)|previously|earlier)\b")
_ONCE = re.compile(r" (?:once|formerly|previously|until) ")
_PAST = frozenset(
    "headed led chaired captained coached managed edited commanded directed ran owned trained skippered "
    "presided conducted".split()
)
_DOES = re.compile(
    r"(?:,? who (?:until (?:now|recently|then|today|this \w+|\d{4}) )?(?:has |had )?"
    r"(?:now |currently |still )?(?:once |formerly |previously |long )?"
    r"(heads|leads|chairs|captains|coaches|manages|founded|owns|edits|commands|trains|skippers|conducts|"
    r"co-founded|headed|led|chaired|captained|coached|managed|edited|commanded|directs|directed|runs|ran|run|"
    r"trained|skippered|conducted|presides over|presided over)"
    r"|,? (?:who )?(?:will|would|is to|was to|used to) (head|chair|captain|coach|manage|command|skipper)"
    r"| (heads|chairs|captains|skippers|coaches|commands|presides over|"
    r"(?:now|currently) (?:leads|runs|directs|manages|trains|edits|owns|conducts)))"
    r" (?:the )?((?:[\w'&-]+ ?){1,4})"
)
_DOER = {
    "head": "head", "chair": "chairman", "captain": "captain", "coach": "coach", "manage": "manager",
    "command": "commander", "heads": "head", "headed": "head", "leads": "leader", "led": "leader",
    "chairs": "chairman",
    "chaired": "chairman", "captains": "captain", "captained": "captain", "coaches": "coach",
    "coached": "coach", "manages": "manager", "managed": "manager", "founded": "founder",
    "co-founded": "founder", "owns": "owner", "edits": "editor", "commands": "commander",
    "directs": "director", "runs": "head", "ran": "head", "run": "head", "owned": "owner", "edited": "editor",
    "commanded": "commander", "directed": "director", "trains": "coach", "trained": "coach",
    "skipper": "captain", "skippers": "captain", "skippered": "captain", "over": "chairman",
    "conducts": "conductor", "conducted": "conductor",
}  # fmt: skip
# "The committee is chaired by Smith"
DONE = frozenset(
    "headed led chaired captained coached managed founded owned edited commanded directed run".split()
)
_TITLES = (
    "mr|mrs|ms|dr|sir|dame|lord|lady|prof|professor|rev|father|captain|judge|sheikh|sheikha|prince|princess|"
    "general|gen|colonel|col|major|cllr|count"
)
TITLE = rf"(?:(?:{_TITLES})\.? ){{0,3}}"
_DONE_BY = re.compile(
    r"((?:[\w'&-]+ ){0,3}?[\w'&-]+)(?:,| (?:is|was|are|were|been|be))? (?:now |still |currently )?"
    rf"({'|'.join(sorted(DONE))})(?: in \d{{4}})? by (?:the |its |his |her )?(?:[\w'-]+ ){{0,2}}{TITLE}$"
)


class Done(NamedTuple):
    """An office that a verb tells: the verb's place, the office, when, and what is led."""

    start: int
    end: int
    name: str
    time: str
    words: list[str]


def done_behind(text: str, end: int) -> Done | None:
    """Return what a name does that makes it an office's holder ("who has led the mission since")."""
    does = _DOES.match(text, end)
    if does is None:
        return None
    which = next(index for index in (1, 2, 3) if does.group(index))
    verb = does.group(which).split()[-1]
    told = does.group()
    time = ""
    if _ONCE.search(told) is not None or _UNTIL.match(text, does.end(which)):
        time = "former"
    elif " now " in told or " currently " in told:
        time = "current"
    elif which == 2:
        time = "former" if " used to " in told else "future"
    elif verb in _PAST and " has " not in told:
        time = "past"
    return Done(*does.span(which), _DOER[verb], time, does.group(4).split())


def done_by(text: str, left: int, start: int) -> Done | None:
    """Return what is done by the name at `start` ("the committee is chaired by Smith")."""
    if text.find(" by ", left, start) < 0:
        return None
    done = _DONE_BY.search(text, left, start)
    if done is None:
        return None
    return Done(*done.span(2), _DOER[done.group(2)], "", done.group(1).split())
