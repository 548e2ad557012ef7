"""People of a text as the probes find them: by rules of their own, where nothing is doubtful.

A person here is a capitalised given name, known from a list, with a capitalised surname behind it, word for
word in the article; rarer shapes of names are left to the hand-made pairs of the tests.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

import msgspec
from labelled import SETS, Written, rows
from probes import Probe, Untouched, replaced

_PARTICLE = r"(?:(?:de|van|von|al|bin|el|la|di|da|del|della|der|den|le|ter|ben|ibn|abu|dos|du)[ -])"
_CAPITAL = r"[A-ZÀ-Þ][a-zß-ÿ'’]*(?:-?[A-ZÀ-Þ][a-zß-ÿ]+)*"
_SURNAME = rf"{_PARTICLE}{{0,2}}{_CAPITAL}"
_PAIR = re.compile(rf"(?<![\w'’-])({_CAPITAL}) ({_SURNAME})(?![\w-])")
_TITLES = frozenset(
    "Ambassador Archbishop Attorney Baroness Bishop Capt Captain Chairman Chancellor Chief Coach Col "
    "Colonel Congressman Congresswoman Constable Dame Detective Director Dr Father Gen General Gov "
    "Governor Inspector Judge Justice King Lady Leader Lieutenant Lord Lt MP Manager Mayor Minister Miss "
    "Mr Mrs Ms Officer PC Pope President Prince Princess Prof Professor Queen Rep Rev Secretary Sen "
    "Senator Sergeant Sgt Sheriff Sir Spokesman Spokeswoman Superintendent".split()
)
_NOT_SURNAME = frozenset(
    "Act Airport Albion American And April As Association At Athletic August Avenue Award Awards Bank Bay "
    "Beach Bill Bridge British Building But By Castle Cathedral Celtic Center Centre Championship "
    "Championships Church City City's Club College Company Corporation Council County County's Court Cup "
    "Day December Department Division East Eastern English February For Force Foundation French Friday "
    "From Games Garden Gardens German Government Grand Great Group Hall He Her High Hill Hills His "
    "Hospital House II III IV In Inc Institute International Is Island Islands It January Jr July June "
    "Lake Law League Ltd Mail March May Monday Morning Museum National New News Night North Northern "
    "November October Of Office Old On Open Palace Palace's Park Party Police Post Prix Prize Rangers "
    "River Road Road's Rovers Royal Saturday School September Series Service Services She Show Show's "
    "South Southern Square Sr Stadium State Street Street's Sunday The Theater Theatre They Thursday "
    "Times To Tower Town Trophy Tuesday Union United United's University Valley Villa Wanderers Was "
    "Wednesday Wednesday's Week West Western Who With "
    # Teams and what people do or read stand behind a name as a surname does.
    "Bears Boss Captain Defender Editor Fan Goalkeeper Gov Keeper Lions Midfielder Player Ranger Reader "
    "Rhinos Skipper Star Store Striker Tigers Winger".split()
)
_NOT_GIVEN = frozenset("An App Art Ex Gay Junior One So Son Van Will".split())
MALE = frozenset(
    "Aaron Adam Alan Albert Alexander Andrew Anthony Arthur Barack Benjamin Brandon Brian Bruce Carl "
    "Charles Christopher Daniel David Dennis Donald Edward Eric Ethan Eugene Frank Gary George Gerald "
    "Graham Gregory Harold Henry Ian Jack Jacob James Jason Jeffrey Jeremy Jerry John Jonathan Jose "
    "Joseph Joshua Justin Keith Kenneth Kevin Kyle Larry Lawrence Louis Mark Matthew Michael Nathan Neil "
    "Nicholas Patrick Paul Peter Philip Raymond Richard Robert Roger Ronald Ryan Samuel Scott Sean Simon "
    "Stephen Steven Stuart Thomas Timothy Tyler Vladimir Walter Wayne William".split()
)
FEMALE = frozenset(
    "Alice Amanda Amy Andrea Angela Ann Anna Ashley Barbara Betty Brenda Carol Carolyn Catherine Cheryl "
    "Christina Christine Cynthia Deborah Debra Diane Donna Dorothy Elizabeth Emily Evelyn Fiona Frances "
    "Gloria Hannah Heather Helen Hillary Jacqueline Janet Janice Jean Jennifer Jessica Joan Joyce Judith "
    "Julie Karen Katherine Kathleen Kathryn Kelly Kimberly Laura Lauren Linda Lisa Margaret Maria Martha "
    "Mary Megan Melissa Michelle Nancy Nicola Nicole Olivia Pamela Patricia Rachel Rebecca Ruth Samantha "
    "Sandra Sara Sarah Sharon Shirley Stephanie Susan Teresa Theresa Victoria Virginia".split()
)


class Name(msgspec.Struct, frozen=True):
    """A person's given name and surname as the article writes them."""

    given: str
    surname: str

    @property
    def full(self) -> str:
        """Both names."""
        return f"{self.given} {self.surname}"


@cache
def _nicknames() -> dict[str, set[str]]:
    """Return the short forms of given names, from the data of the nicknames package."""
    from nicknames import NickNamer

    namer = NickNamer()
    found: dict[str, set[str]] = {}
    for name in {n for entry in namer._nickname_lookup for n in [entry]}:
        found[name.capitalize()] = {n.capitalize() for n in namer.nicknames_of(name)}
    return found


@cache
def _givens() -> frozenset[str]:
    """Return given names: of the nicknames package, and those that labelled articles show to be such."""
    from nicknames import NickNamer

    namer = NickNamer()
    known = (
        {name.capitalize() for name in {*namer._nickname_lookup, *namer._canonical_lookup}} | MALE | FEMALE
    )
    shown: dict[str, int] = {}
    for dataset in SETS:
        for row in rows(dataset, "all"):
            for name in re.findall(rf"\b({_CAPITAL}) {_CAPITAL}, (?:aged )?\d\d\b", row.document):
                shown[name] = shown.get(name, 0) + 1
    for row in rows("entfa", "all"):
        for _, _, text, kind, _ in row.entities:
            words = text.split()
            if kind == "PERSON" and len(words) == 2:
                shown[words[0]] = shown.get(words[0], 0) + 2
    known |= {name for name, times in shown.items() if times >= 2 and len(name) > 2}
    return frozenset((known - _things() | MALE | FEMALE) - _NOT_SURNAME - set(_TITLES) - _NOT_GIVEN)


@cache
def _things() -> frozenset[str]:
    """Return capitalised words that are no person's: plurals often written small, words behind "the" or "in".

    "MPs", "the Treasury", "the Lib Dems", "in Hollywood": beside a name from a list they look like a person.
    """
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    placed: Counter[str] = Counter()
    for document in dict.fromkeys(row.document for dataset in SETS for row in rows(dataset, "all")):
        if document == document.lower():
            continue
        capital.update(re.findall(r"\b[A-Z]\w+\b", document))
        small.update(re.findall(r"\b[a-z]+s\b", document))
        placed.update(re.findall(r"\b(?:[Tt]he|[Aa]n?|[Ii]n|at|from) ([A-Z]\w+)\b", document))
    plurals = {
        word for word, times in capital.items() if word[-1] == "s" and 2 * small[word.lower()] >= times
    }
    return frozenset(plurals | {word for word, times in placed.items() if 5 * times >= capital[word]})


@cache
def people(document: str) -> tuple[Name, ...]:
    """Return the persons of a cased text, in order of first mention."""
    found: dict[Name, None] = {}
    for match in _PAIR.finditer(document):
        given, surname = match.groups()
        surname = re.sub(r"['’]s?$", "", surname)
        if given not in _givens() or surname in _NOT_SURNAME | _TITLES | _things() or len(surname) < 3:
            continue
        before = re.search(r"([\w'’.-]+) $", document[max(0, match.start() - 25) : match.start()])
        capital = before and before.group(1)[0].isupper() and before.group(1).strip(".") not in _TITLES
        starts = before and re.search(
            rf"(?:^|[.!?\"'”’\n] ?){re.escape(before.group(1))} $",
            document[max(0, match.start() - 30) : match.start()],
        )
        behind = re.match(r" ([A-Z][a-z]+)", document[match.end() : match.end() + 20])
        if (capital and not starts) or behind:
            continue
        found[Name(given, surname)] = None
    # Two readings of one place ("Mary Ann Smith" as "Ann Smith") would both be wrong to change.
    return tuple(name for name in found if len(re.findall(rf"\b{re.escape(name.surname)}\b", document)) < 60)


@cache
def everybody(part: str) -> tuple[Name, ...]:
    """Return persons of all articles of a part, for names from outside an article."""
    names: dict[Name, None] = {}
    for document in dict.fromkeys(row.document for dataset in SETS for row in rows(dataset, part)):
        for name in people(document):
            if " " not in name.surname and name.surname.isalpha() and name.given.isalpha():
                names[name] = None
    return tuple(names)


class Place(msgspec.Struct, frozen=True):
    """Where a person of the article stands in a summary; `full` tells full name from surname alone."""

    start: int
    end: int
    name: Name
    full: bool


def places(entry: Written) -> list[Place]:
    """Return the persons of a summary that its article names in full, in order of place."""
    text, found = entry.summary, []
    flat = text == text.lower()
    for name in people(entry.document):
        for full in (True, False):
            form = name.full if full else name.surname
            pattern = rf"(?<![\w'’-]){re.escape(form.lower() if flat else form)}(?![\w-])"
            for match in re.finditer(pattern, text):
                found.append(Place(match.start(), match.end(), name, full))
    found.sort(key=lambda p: (p.start, -p.end))
    kept: list[Place] = []
    for place in found:
        if kept and place.start < kept[-1].end:
            continue
        if not place.full and (flat or shared_surname(place.name, entry) or _in_longer(text, place)):
            continue
        if place.full and re.match(r" [A-Z][a-z]", text[place.end : place.end + 3]):
            continue
        kept.append(place)
    return kept


def shared_surname(name: Name, entry: Written) -> bool:
    """Whether two people of the article have this surname, or it is a given name or a word as well."""
    same = [other for other in people(entry.document) if other.surname == name.surname]
    return len(same) > 1 or name.surname in _givens() or f" {name.surname.lower()} " in entry.document


def _in_longer(text: str, place: Place) -> bool:
    """Whether a surname stands within a longer run of capitals (another name, a place)."""
    before = re.search(r"([\w'’]+)\.? $", text[max(0, place.start - 25) : place.start])
    capital = before and before.group(1)[0].isupper() and before.group(1) not in _TITLES
    starts = before and re.search(r"(?:^|[.!?\n] ?)\w+\.? $", text[max(0, place.start - 25) : place.start])
    return bool((capital and not starts) or re.match(r" [A-Z]", text[place.end : place.end + 2]))


def sentence_at(text: str, start: int) -> tuple[int, int]:
    """Return the sentence around `start`, cut at points followed by a space and a letter, or at line ends."""
    cuts = [
        m.end()
        for m in re.finditer(
            r"(?<![A-Z])(?<!\bMr)(?<!\bDr)(?<!\bMrs)(?<!\bSt)[.!?][\"'”’]? +(?=[\w\"'“`#£$])|\n", text
        )
    ]
    first = max((c for c in cuts if c <= start), default=0)
    return first, min((c for c in cuts if c > start), default=len(text))


def sentences_with_people(entry: Written) -> Iterator[Untouched]:
    """Yield each sentence of a summary that names a person of the article, in pools of the probes."""
    pool = entry.pool + ("-lower" if entry.summary == entry.summary.lower() else "")
    for place in dict.fromkeys(sentence_at(entry.summary, place.start) for place in places(entry)):
        yield Untouched(pool, entry.article_key, entry.document, entry.summary, *place)


def probe(
    entry: Written, change: str, place: Place, new: str, wrong: bool = True, whole: bool = False
) -> Probe:
    """Return the probe with `place` replaced by `new`; `whole` judges the sentence, not the name alone."""
    flat = entry.summary == entry.summary.lower()
    new = new.lower() if flat else new
    summary = replaced(entry.summary, place.start, place.end, new)
    was, now = (place.start, place.end), (place.start, place.start + len(new))
    if whole:
        was, now = sentence_at(entry.summary, place.start), sentence_at(summary, place.start)
    pool = entry.pool + ("-lower" if flat else "")
    return Probe(
        change, pool, entry.article_key, entry.document, entry.summary, was, summary, *now, wrong=wrong
    )


def absent(word: str, document: str) -> bool:
    return word.lower() not in document.lower()


def kin(one: str, other: str) -> bool:
    """Whether two given names may be the same person's."""
    names = _nicknames()
    return (
        one[0] == other[0]
        or other in names.get(one, ())
        or one in names.get(other, ())
        or bool(names.get(one, set()) & names.get(other, set()))
        or any(one in group and other in group for group in names.values())
    )
