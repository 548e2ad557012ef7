"""Planted errors and harmless variants of people's names, found by rules of the probes' own.

A person here is a capitalised given name, known from a list, with a capitalised surname behind it, word for
word in the article; rarer shapes of names are left to the hand-made pairs of the tests.
"""

import random
import re
import unicodedata
from collections.abc import Iterator
from functools import cache

import msgspec
from labelled import SETS, Written, rows
from probes import Probe, Untouched, replaced, seeded

_PARTICLE = r"(?:(?:de|van|von|al|bin|el|la|di|da|del|della|der|den|le|ter|ben|ibn|abu|dos|du)[ -])"
_CAPITAL = r"[A-ZÀ-Þ][a-zß-ÿ'’]*(?:-?[A-ZÀ-Þ][a-zß-ÿ]+)*"
_SURNAME = rf"{_PARTICLE}{{0,2}}{_CAPITAL}"
_PAIR = re.compile(rf"(?<![\w'’-])({_CAPITAL}) ({_SURNAME})(?![\w-])")
_TITLES = (
    "Mr Mrs Ms Miss Dr Sir Dame Lord Lady Baroness President Minister Secretary Senator Sen Rep Gov Governor "
    "Chancellor Mayor Judge Justice Sergeant Sgt Captain Capt Colonel Col General Gen Lieutenant Lt Inspector "
    "Superintendent Detective Constable PC Chief Officer Professor Prof Archbishop Bishop Pope King Queen Prince "
    "Princess Sheriff Attorney Ambassador Chairman Director Spokesman Spokeswoman Manager Coach Rev Father "
    "Congressman Congresswoman MP Leader"
).split()
_NOT_SURNAME = set(
    "Street University College City United Park County Cup House Hospital School Road Airport Island Islands Court "
    "Building Palace Stadium Prize Award Awards State Center Centre Group Inc Ltd Club Town Rovers Wanderers Avenue "
    "Bay Beach Bridge Church Castle Cathedral Hall Hill Hills Lake River Valley Garden Gardens Square Tower Foundation "
    "Institute Museum Theatre Theater Bank Company Corporation Council Day Night Morning News Times Post Mail Week "
    "Open League Division Trophy Championship Championships Games Grand Prix Series Show Show's January February March "
    "April May June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday "
    "Sunday North South East West Northern Southern Eastern Western Street's Act Bill Law Party Government Police "
    "Department Office Force Service Services Association Union International National American British English French "
    "German Royal New Old Great High The And For With From Who His Her It He She They But In On At By Of To As Is Was "
    "Jr Sr II III IV Road's Albion Athletic Wednesday's Rangers Celtic Villa Palace's County's City's United's".split()
)
_SPEECH = (
    r"(?:said|says|say|told|tells|added|adds|claimed|claims|insisted|insists|warned|warns|admitted|admits|believes|"
    r"tweeted|explained|explains|argued|argues|revealed|reveals|announced|denied|denies|stated|states|praised|"
    r"criticised|criticized|urged|urges|vowed|promised|predicted|acknowledged|recalled|replied|wrote)"
)
_OFFICES = (
    "president|vice president|prime minister|deputy prime minister|foreign minister|finance minister|"
    "defence minister|defense minister|foreign secretary|home secretary|defence secretary|health secretary|"
    "secretary of state|chancellor|senator|governor|mayor|ambassador|king|queen|prince|princess|pope|archbishop|"
    "bishop|judge|sheriff|police chief|attorney general|district attorney|prosecutor|chief executive|ceo|chairman|"
    "chairwoman|founder|co-founder|owner|director|spokesman|spokeswoman|manager|assistant manager|head coach|coach|"
    "captain|skipper|goalkeeper|keeper|striker|winger|defender|midfielder|full-back|fly-half|quarterback|pitcher|"
    "leader|deputy leader|first minister|mp|general secretary|headteacher|principal|professor|editor|author|singer|"
    "actor|actress|lawyer|attorney|coroner|detective|commissioner|commander"
)  # fmt: skip
_MALE = set(
    "James John Robert Michael William David Richard Joseph Thomas Charles Christopher Daniel Matthew Anthony Mark "
    "Donald Steven Paul Andrew Joshua Kenneth Kevin Brian George Edward Ronald Timothy Jason Jeffrey Ryan Jacob Gary "
    "Nicholas Eric Jonathan Stephen Larry Justin Scott Brandon Benjamin Samuel Gregory Frank Alexander Raymond Patrick "
    "Jack Dennis Jerry Tyler Aaron Jose Adam Henry Nathan Peter Kyle Walter Ethan Jeremy Harold Keith Roger Arthur Carl "
    "Lawrence Sean Albert Bruce Gerald Eugene Philip Louis Wayne Alan Ian Simon Graham Neil Stuart Barack Vladimir".split()
)
_FEMALE = set(
    "Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Nancy Lisa Margaret Betty Sandra Ashley "
    "Dorothy Kimberly Emily Donna Michelle Carol Amanda Melissa Deborah Stephanie Rebecca Laura Sharon Cynthia Kathleen "
    "Amy Angela Shirley Anna Brenda Pamela Nicole Helen Samantha Katherine Christine Debra Rachel Catherine Carolyn "
    "Janet Ruth Maria Heather Diane Virginia Julie Joyce Victoria Olivia Kelly Christina Lauren Joan Evelyn Judith "
    "Megan Cheryl Andrea Hannah Martha Jacqueline Frances Gloria Ann Teresa Kathryn Sara Janice Jean Alice Theresa "
    "Nicola Fiona Hillary Angela".split()
)


_SHORT_FORMS = {
    name: shorts.split("/")
    for name, shorts in (
        pair.split(":")
        for pair in (
            "Robert:Bob/Rob William:Bill/Will/Billy James:Jim/Jimmy/Jamie John:Johnny/Jack Michael:Mike/Mick Richard:"
            "Rick/Dick/Richie Thomas:Tom/Tommy Charles:Charlie/Chuck Joseph:Joe/Joey Christopher:Chris Daniel:Dan/Danny "
            "Matthew:Matt Anthony:Tony Donald:Don/Donnie Steven:Steve Stephen:Steve Andrew:Andy/Drew Kenneth:Ken/Kenny "
            "Edward:Ed/Eddie/Ted Ronald:Ron/Ronnie Timothy:Tim Jeffrey:Jeff Nicholas:Nick Jonathan:Jon Benjamin:Ben "
            "Samuel:Sam Gregory:Greg Alexander:Alex Raymond:Ray Patrick:Pat/Paddy Gerald:Gerry/Jerry Lawrence:Larry "
            "Albert:Al/Bert Arthur:Art Frederick:Fred/Freddie Philip:Phil David:Dave Peter:Pete Elizabeth:Liz/Beth/Betty "
            "Margaret:Maggie/Meg/Peggy Katherine:Kate/Kathy Catherine:Cathy/Kate Jennifer:Jen/Jenny Patricia:Pat/Patty "
            "Susan:Sue/Susie Deborah:Deb/Debbie Rebecca:Becky Victoria:Vicky/Tori Christine:Chris/Chrissie Jessica:Jess "
            "Samantha:Sam Kimberly:Kim Pamela:Pam Barbara:Barb Cynthia:Cindy Sandra:Sandy Amanda:Mandy Abigail:Abby "
            "Theresa:Terri/Tess Vincent:Vince Walter:Walt Leonard:Len/Lenny Eugene:Gene Douglas:Doug Zachary:Zach "
            "Nathaniel:Nate Nathan:Nate Joshua:Josh Jacob:Jake Maxwell:Max Stewart:Stew Stuart:Stu Malcolm:Mal "
            "Mitchell:Mitch Clifford:Cliff Harold:Harry Henry:Harry/Hank"
        ).split()
    )
}


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
    """Return given names: those of the nicknames package, and those that labelled articles show to be such."""
    from nicknames import NickNamer

    namer = NickNamer()
    known = (
        {name.capitalize() for name in {*namer._nickname_lookup, *namer._canonical_lookup}} | _MALE | _FEMALE
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
    return frozenset(
        known - _NOT_SURNAME - set(_TITLES) - {"An", "Will", "Art", "So", "Van", "Ex", "Son", "Gay"}
    )


@cache
def people(document: str) -> tuple[Name, ...]:
    """Return the persons of a cased text, in order of first mention."""
    found: dict[Name, None] = {}
    for match in _PAIR.finditer(document):
        given, surname = match.groups()
        surname = re.sub(r"['’]s?$", "", surname)
        if given not in _givens() or surname in _NOT_SURNAME or len(surname) < 3:
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
def _everybody(part: str) -> tuple[Name, ...]:
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
        if not place.full and (flat or _shared(place.name, entry) or _in_longer(text, place)):
            continue
        if place.full and re.match(r" [A-Z][a-z]", text[place.end : place.end + 3]):
            continue
        kept.append(place)
    return kept


def _shared(name: Name, entry: Written) -> bool:
    """Whether two persons of the article have this surname, or it is also an ordinary word or given name there."""
    same = [other for other in people(entry.document) if other.surname == name.surname]
    return len(same) > 1 or name.surname in _givens() or f" {name.surname.lower()} " in entry.document


def _in_longer(text: str, place: Place) -> bool:
    """Whether a surname stands within a longer run of capitals (another name, a place)."""
    before = re.search(r"([\w'’]+)\.? $", text[max(0, place.start - 25) : place.start])
    capital = before and before.group(1)[0].isupper() and before.group(1) not in _TITLES
    starts = before and re.search(r"(?:^|[.!?\n] ?)\w+\.? $", text[max(0, place.start - 25) : place.start])
    return bool((capital and not starts) or re.match(r" [A-Z]", text[place.end : place.end + 2]))


def _sentence(text: str, start: int) -> tuple[int, int]:
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
    for place in dict.fromkeys(_sentence(entry.summary, place.start) for place in places(entry)):
        yield Untouched(pool, entry.article_key, entry.document, entry.summary, *place)


def _probe(
    entry: Written, change: str, place: Place, new: str, wrong: bool = True, whole: bool = False
) -> Probe:
    """Return the probe with `place` replaced by `new`; `whole` judges the sentence, not the name alone."""
    flat = entry.summary == entry.summary.lower()
    new = new.lower() if flat else new
    summary = replaced(entry.summary, place.start, place.end, new)
    was, now = (place.start, place.end), (place.start, place.start + len(new))
    if whole:
        was, now = _sentence(entry.summary, place.start), _sentence(summary, place.start)
    pool = entry.pool + ("-lower" if flat else "")
    return Probe(
        change, pool, entry.article_key, entry.document, entry.summary, was, summary, *now, wrong=wrong
    )


def _absent(word: str, document: str) -> bool:
    return word.lower() not in document.lower()


def _kin(one: str, other: str) -> bool:
    """Whether two given names may be the same person's."""
    names = _nicknames()
    return (
        one[0] == other[0]
        or other in names.get(one, ())
        or one in names.get(other, ())
        or bool(names.get(one, set()) & names.get(other, set()))
        or any(one in group and other in group for group in names.values())
    )


def changed_people(entry: Written, part: str) -> Iterator[Probe]:
    """Yield outside names, wrong given names and joined names in place of a person of the article."""
    crowd, own = _everybody(part), people(entry.document)
    for place in places(entry):
        rng = seeded(f"{entry.key}:{place.start}")
        name = place.name
        picks = rng.sample(range(len(crowd)), min(60, len(crowd)))
        outside = [crowd[i] for i in picks]
        outside = [
            n for n in outside if _absent(n.given, entry.document) and _absent(n.surname, entry.document)
        ]
        if not outside:
            continue
        if not place.full:
            yield _probe(entry, "outside surname", place, outside[0].surname)
            continue
        yield _probe(entry, "outside name", place, outside[0].full)
        strangers = [n.given for n in outside if not _kin(name.given, n.given)]
        if strangers and not _shared(name, entry):
            yield _probe(entry, "wrong given name", place, f"{strangers[0]} {name.surname}")
        others = [n for n in own if n.surname != name.surname and not _kin(name.given, n.given)]
        if others:
            other = rng.choice(others)
            joins = [f"{other.given} {name.surname}", f"{name.given} {other.surname}"]
            joins = [j for j in joins if _absent(j, entry.document)]
            if joins:
                yield _probe(entry, "joined name", place, rng.choice(joins))


_SPELLINGS = (
    ("ph", "f"), ("ck", "k"), ("sch", "sh"), ("ei", "ie"), ("ie", "ei"), ("tz", "ts"), ("ou", "u"), ("oo", "u"),
    ("ee", "i"), ("ll", "l"), ("nn", "n"), ("tt", "t"), ("ss", "s"), ("rr", "r"), ("mm", "m"), ("kh", "h"),
    ("dzh", "j"), ("iy", "y"), ("ey", "ei"), ("son", "sen"), ("sen", "son"), ("ae", "e"), ("aa", "a"), ("gh", "g"),
    ("th", "t"), ("ks", "x"), ("x", "ks"), ("w", "v"), ("c", "k"), ("k", "c"), ("z", "s"), ("y", "i"), ("ah", "a"),
)  # fmt: skip


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
    surnames = {n.surname for n in _everybody(part)}
    givens = {n.given for n in people(entry.document)}
    for place in places(entry):
        rng = seeded(f"{entry.key}:{place.start}:v")
        name, document = place.name, entry.document
        if not place.full:
            yield _probe(entry, "fuller name", place, name.full, wrong=False)
            continue
        if not _shared(name, entry):
            yield _probe(entry, "surname only", place, name.surname, wrong=False)
            yield _probe(
                entry,
                "initial",
                place,
                rng.choice((f"{name.given[0]}. {name.surname}", f"{name.given[0]} {name.surname}")),
                wrong=False,
            )
            if honorific := _honorific(name, document):
                yield _probe(entry, "honorific", place, f"{honorific} {name.surname}", wrong=False)
            spelled = _misspelt(rng, name.surname)
            if len(name.surname) >= 5 and spelled and spelled not in surnames and _absent(spelled, document):
                yield _probe(entry, "misspelling", place, f"{name.given} {spelled}", wrong=False)
        short = [n for n in _SHORT_FORMS.get(name.given, ()) if n not in givens]
        if short:
            yield _probe(entry, "nickname", place, f"{rng.choice(short)} {name.surname}", wrong=False)
        yield _probe(
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
            yield _probe(entry, "no accents", place, plain, wrong=False)


def _honorific(name: Name, document: str) -> str | None:
    """Return how the article addresses this person, or how one of this given name is addressed."""
    if match := re.search(rf"\b(Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord)\.? {re.escape(name.surname)}\b", document):
        return match.group(1)
    if name.given in _MALE - _FEMALE:
        return "Mr"
    return "Ms" if name.given in _FEMALE - _MALE else None


def _words(text: str) -> set[str]:
    return {w[:6] for w in re.findall(r"[a-z]{4,}", text.lower())}


@cache
def _sentences(document: str) -> tuple[tuple[str, frozenset[str]], ...]:
    pieces = re.split(r"(?<=[.!?])[\"'”’]? +|\n+", document)
    return tuple((piece, frozenset(_words(piece))) for piece in pieces if piece.strip())


def _origin(entry: Written, sentence: str) -> str:
    """Return the article's sentence that shares most words with `sentence`."""
    words = _words(sentence)
    return max(_sentences(entry.document), key=lambda s: len(words & s[1]), default=("", frozenset()))[0]


def _candidates(entry: Written, place: Place) -> list[Name]:
    """Return other persons of the article who stand neither in this sentence nor in the one it comes from."""
    first, last = _sentence(entry.summary, place.start)
    sentence = entry.summary[first:last]
    origin = _origin(entry, sentence).lower()
    own = {place.name.given, *place.name.surname.split()}
    return [
        n for n in people(entry.document)
        if n.surname.lower() not in origin and n.surname.lower() not in sentence.lower()
        and not own & {n.given, *n.surname.split()}
    ]  # fmt: skip


def _spread(name: Name, place: Place) -> str:
    """Return `name` in the form that `place` uses."""
    return name.full if place.full else name.surname


def exchanged_people(entry: Written) -> Iterator[Probe]:
    """Yield a person replaced by another of the article, and two of the summary exchanged."""
    spots = places(entry)
    for place in spots:
        rng = seeded(f"{entry.key}:{place.start}:x")
        if others := _candidates(entry, place):
            yield _probe(entry, "from article", place, _spread(rng.choice(others), place), whole=True)
    for index, one in enumerate(spots):
        for other in spots[index + 1 :]:
            between = entry.summary[one.end : other.start]
            if one.name == other.name or one.full != other.full or len(between) < 30:
                continue
            if other.name not in _candidates(entry, one) or one.name not in _candidates(entry, other):
                continue
            yield _both(entry, one, other)


def _both(entry: Written, one: Place, other: Place) -> Probe:
    flat = entry.summary == entry.summary.lower()
    first, second = entry.summary[one.start : one.end], entry.summary[other.start : other.end]
    summary = replaced(replaced(entry.summary, other.start, other.end, first), one.start, one.end, second)
    return Probe(
        "within summary", entry.pool + ("-lower" if flat else ""), entry.article_key, entry.document,
        entry.summary, _sentence(entry.summary, one.start), summary, *_sentence(summary, one.start),
        also=(_sentence(summary, other.start + len(second) - len(first)),),
    )  # fmt: skip


def extracts(part: str) -> Iterator[Written]:
    """Yield single sentences of articles that name a person with a verb of saying or an office."""
    seen: set[str] = set()
    for dataset in SETS:
        for row in rows(dataset, part):
            if row.article_key in seen or len(people(row.document)) < 3:
                continue
            seen.add(row.article_key)
            picked = [
                s for s, _ in _sentences(row.document)
                if 8 <= len(s.split()) <= 45 and re.search(rf"\b(?:{_SPEECH[3:-1]}|{_OFFICES})\b", s, re.IGNORECASE)
                and any(n.full in s for n in people(row.document))
            ]  # fmt: skip
            for sentence in picked[:6]:
                yield Written(
                    f"{row.article_key}:{sentence}", row.article_key, "extract", row.document, sentence
                )


def moved_statements(entry: Written) -> Iterator[Probe]:
    """Yield a statement given to another person of the article, where the article says who made it."""
    text = entry.summary
    for place in places(entry):
        after, before = text[place.end : place.end + 40], text[max(0, place.start - 30) : place.start]
        says = re.match(rf"(?:,? who)?(?: has| have| had)?(?: also)? {_SPEECH}\b", after)
        says = says or re.search(rf"(?:\b{_SPEECH}|according to)(?: \w+)? $", before, re.IGNORECASE)
        first, last = _sentence(text, place.start)
        origin = _origin(entry, text[first:last])
        stated = place.name.surname in origin and re.search(
            rf"\b{_SPEECH}\b|according to", origin, re.IGNORECASE
        )
        if says and stated and (others := _candidates(entry, place)):
            speakers = [n for n in others if _speaks(n, entry.document)]
            rng = seeded(f"{entry.key}:{place.start}:s")
            change = "another speaker" if speakers else "a silent person"
            yield _probe(entry, change, place, _spread(rng.choice(speakers or others), place), whole=True)


def _speaks(name: Name, document: str) -> bool:
    surname = re.escape(name.surname)
    return bool(re.search(rf"\b{surname},? {_SPEECH}\b|\b{_SPEECH} (?:\w+ )?{surname}\b", document))


def moved_offices(entry: Written) -> Iterator[Probe]:
    """Yield an office given to another person of the article, where the article says who holds it."""
    text = entry.summary
    for place in places(entry):
        before, after = text[max(0, place.start - 45) : place.start], text[place.end : place.end + 60]
        title = re.search(rf"\b({_OFFICES}),? $", before, re.IGNORECASE)
        title = title or re.match(
            rf",? (?:the |a |who is (?:the )?|an )?(?:[\w'-]+ ){{0,3}}({_OFFICES})\b", after, re.IGNORECASE
        )
        if not title or "," in text[place.end : place.end + title.start(1)].lstrip(","):
            continue
        office = title.group(1).lower()
        if not _holds(place.name, office, entry.document):
            continue
        others = [
            n for n in _candidates(entry, place) if not _holds(n, office.split()[-1], entry.document, 120)
        ]
        if others:
            rng = seeded(f"{entry.key}:{place.start}:o")
            yield _probe(entry, "office", place, _spread(rng.choice(others), place), whole=True)


def _holds(name: Name, office: str, document: str, reach: int = 45) -> bool:
    """Whether the article has this office within `reach` characters of the name."""
    lowered = document.lower()
    for match in re.finditer(re.escape(name.surname.lower()), lowered):
        near = lowered[max(0, match.start() - reach) : match.end() + reach]
        if re.search(rf"\b{re.escape(office)}\b", near):
            return True
    return False
