"""Offices by ties: who succeeds a director is the next one, who defends somebody is a lawyer."""

from typing import TYPE_CHECKING

from bench.facts.people.roles.kinds import posts
from bench.facts.people.roles.read import Office
from bench.facts.people.roles.ties_told import article_ties

if TYPE_CHECKING:
    from bench.facts.source import Source


def passed_on(source: "Source", held: dict[int, list[Office]]) -> dict[int, list[Office]]:
    """Return the offices that people of an article have from those they follow or went before."""
    found: dict[int, list[Office]] = {}
    for tie in article_ties(source):
        if tie.kind in _ACTS_FOR:
            # "Moll, who is defended by Holt": Holt is her lawyer.
            office = Office(tie.start, tie.end, tie.kind, "", frozenset())
            found.setdefault(tie.who, []).append(office)
        if tie.kind != "successor":
            continue
        for giver, taker, time in ((tie.of, tie.who, "future"), (tie.who, tie.of, "former")):
            theirs = [o for o in held.get(giver, ()) if _passes(o)]
            found.setdefault(taker, []).extend(o._replace(time=time) for o in theirs)
    return found


_ACTS_FOR = frozenset({"lawyer", "agent", "spokesman", "deputy"})


def _passes(office: Office) -> bool:
    return office.name in posts() and office.time not in ("former", "past")


def fits_then(passed: Office, office: Office) -> bool:
    """Whether a summary tells an office of when somebody may have it: before somebody else, or after."""
    return passed.time in ("", "future") or office.time in ("former", "past", "leaving")
