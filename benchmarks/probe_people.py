"""Planted errors and harmless variants of people's names."""

import random
import re
import unicodedata
from collections.abc import Iterator

from labelled import Written
from named_people import FEMALE, MALE, Name, absent, everybody, kin, people, places, probe, shared_surname
from probes import Probe, seeded

_SHORT_FORMS = {
    name: tuple(forms.split("/"))
    for name, forms in (
        pair.split(":")
        for pair in (
            "Robert:Bob/Rob William:Bill/Will/Billy James:Jim/Jimmy/Jamie John:Johnny/Jack "
            "Michael:Mike/Mick Richard:Rick/Dick/Richie Thomas:Tom/Tommy Charles:Charlie/Chuck "
            "Joseph:Joe/Joey Christopher:Chris Daniel:Dan/Danny Matthew:Matt Anthony:Tony "
            "Donald:Don/Donnie Steven:Steve Stephen:Steve Andrew:Andy/Drew Kenneth:Ken/Kenny "
            "Edward:Ed/Eddie/Ted Ronald:Ron/Ronnie Timothy:Tim Jeffrey:Jeff Nicholas:Nick Jonathan:Jon "
            "Benjamin:Ben Samuel:Sam Gregory:Greg Alexander:Alex Raymond:Ray Patrick:Pat/Paddy "
            "Gerald:Gerry/Jerry Lawrence:Larry Albert:Al/Bert Arthur:Art Frederick:Fred/Freddie "
            "Philip:Phil David:Dave Peter:Pete Elizabeth:Liz/Beth/Betty Margaret:Maggie/Meg/Peggy "
            "Katherine:Kate/Kathy Catherine:Cathy/Kate Jennifer:Jen/Jenny Patricia:Pat/Patty "
            "Susan:Sue/Susie Deborah:Deb/Debbie Rebecca:Becky Victoria:Vicky/Tori "
            "Christine:Chris/Chrissie Jessica:Jess Samantha:Sam Kimberly:Kim Pamela:Pam Barbara:Barb "
            "Cynthia:Cindy Sandra:Sandy Amanda:Mandy Abigail:Abby Theresa:Terri/Tess Vincent:Vince "
            "Walter:Walt Leonard:Len/Lenny Eugene:Gene Douglas:Doug Zachary:Zach Nathaniel:Nate "
            "Nathan:Nate Joshua:Josh Jacob:Jake Maxwell:Max Stewart:Stew Stuart:Stu Malcolm:Mal "
            "Mitchell:Mitch Clifford:Cliff Harold:Harry Henry:Harry/Hank"
        ).split()
    )
}


def changed_people(entry: Written, part: str) -> Iterator[Probe]:
    """Yield outside names, wrong given names and joined names in place of a person of the article."""
    crowd, own = everybody(part), people(entry.document)
    for place in places(entry):
        rng = seeded(f"{entry.key}:{place.start}")
        name = place.name
        picks = rng.sample(range(len(crowd)), min(60, len(crowd)))
        outside = [crowd[i] for i in picks]
        outside = [
            n for n in outside if absent(n.given, entry.document) and absent(n.surname, entry.document)
        ]
        if not outside:
            continue
        if not place.full:
            yield probe(entry, "outside surname", place, outside[0].surname)
            continue
        yield probe(entry, "outside name", place, outside[0].full)
        strangers = [n.given for n in outside if not kin(name.given, n.given)]
        if strangers and not shared_surname(name, entry):
            yield probe(entry, "wrong given name", place, f"{strangers[0]} {name.surname}")
        others = [n for n in own if n.surname != name.surname and not kin(name.given, n.given)]
        if others:
            other = rng.choice(others)
            joins = [f"{other.given} {name.surname}", f"{name.given} {other.surname}"]
            joins = [j for j in joins if absent(j, entry.document)]
            if joins:
                yield probe(entry, "joined name", place, rng.choice(joins))


_SPELLINGS = tuple(
    (old, new)
    for old, new in (
        pair.split(":")
        for pair in (
            "ph:f ck:k sch:sh ei:ie ie:ei tz:ts ou:u oo:u ee:i ll:l nn:n tt:t ss:s rr:r mm:m kh:h dzh:j "
            "iy:y ey:ei son:sen sen:son ae:e aa:a gh:g th:t ks:x x:ks w:v c:k k:c z:s y:i ah:a"
        ).split()
    )
)


def _misspelt(rng: random.Random, surname: str) -> str | None:
    """Return `surname` as a hasty hand or another alphabet would write it; the first letter stays."""
    head, tail = surname[0], surname[1:]
    options = [
        head + tail.replace(old, new, 1) for old, new in _SPELLINGS if old in tail and "son" not in (old, new)
    ]
    inner = [
        i
        for i in range(len(tail) - 2)
        if tail[i] != tail[i + 1] and tail[i].isalpha() and tail[i + 1].isalpha()
    ]
    if inner:
        i = rng.choice(inner)
        options.append(head + tail[:i] + tail[i + 1] + tail[i] + tail[i + 2 :])
        options.append(head + tail[:i] + tail[i + 1 :])
    return rng.choice(options) if options else None


def varied_people(entry: Written, part: str) -> Iterator[Probe]:
    """Yield correct variants of a person's name: nothing here may be called wrong."""
    surnames = {n.surname for n in everybody(part)}
    givens = {n.given for n in people(entry.document)}
    for place in places(entry):
        rng = seeded(f"{entry.key}:{place.start}:v")
        name, document = place.name, entry.document
        if not place.full:
            yield probe(entry, "fuller name", place, name.full, wrong=False)
            continue
        if not shared_surname(name, entry):
            yield probe(entry, "surname only", place, name.surname, wrong=False)
            yield probe(
                entry,
                "initial",
                place,
                rng.choice((f"{name.given[0]}. {name.surname}", f"{name.given[0]} {name.surname}")),
                wrong=False,
            )
            if honorific := _honorific(name, document):
                yield probe(entry, "honorific", place, f"{honorific} {name.surname}", wrong=False)
            spelled = _misspelt(rng, name.surname)
            if len(name.surname) >= 5 and spelled and spelled not in surnames and absent(spelled, document):
                yield probe(entry, "misspelling", place, f"{name.given} {spelled}", wrong=False)
        short = [n for n in _SHORT_FORMS.get(name.given, ()) if n not in givens]
        if short:
            yield probe(entry, "nickname", place, f"{rng.choice(short)} {name.surname}", wrong=False)
        yield probe(
            entry,
            "middle initial",
            place,
            f"{name.given} {rng.choice('ABCDEFGJKLMPRST')}. {name.surname}",
            wrong=False,
        )
        if not name.full.isascii():
            plain = "".join(
                c for c in unicodedata.normalize("NFD", name.full) if not unicodedata.combining(c)
            )
            yield probe(entry, "no accents", place, plain, wrong=False)


def _honorific(name: Name, document: str) -> str | None:
    """Return how the article addresses this person, or how one of this given name is addressed."""
    if match := re.search(rf"\b(Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord)\.? {re.escape(name.surname)}\b", document):
        return match.group(1)
    if name.given in MALE - FEMALE:
        return "Mr"
    return "Ms" if name.given in FEMALE - MALE else None
