"""Evidence that a run of capitals is a person: its words, what stands before it and what follows."""

import re

from bench.facts.people.names.gazetteer import known_at
from bench.facts.people.names.lists import (
    bodies,
    brands,
    first_names,
    named_after,
    ordinary_names,
    part,
    place_names,
    places,
    roles,
    say_verbs,
    sure_first_names,
    surname_forms,
    surnames,
    titles,
    word_names,
)
from bench.facts.people.names.words import is_known_word
from bench.facts.people.reading.listed import SURNAME_ENDINGS
from bench.facts.people.reading.run_parts import FAMILY_FIRST, NATIONS, Word, is_particle, opens_name
from bench.facts.people.reading.runs import Run
from bench.facts.people.reading.slots import ADDRESSES, introduced
from bench.facts.people.reading.things import is_thing
from bench.facts.people.roles.kinds import private_roles
from bench.text.by_word import by_word

_HONORIFICS = frozenset(
    "mr mrs ms miss mx dr sir dame lord lady mme herr frau prof professor madam monsieur senor rev".split()
)
_FIGURE = re.compile(r"\d")
_AFTER_AGE = re.compile(r" ?, (?:aged )?[1-9]\d ?[,.;]|,? aged [1-9]\d\b")
_AFTER_WHO = re.compile(r",? (?:who|whose)\b")
_AFTER_ROLE = re.compile(
    r", (?:(?:an?|the|his|her|their|its|one|now|then|former|who|chief|head) |[\w' -]{0,24}? )?([\w-]+)\b"
)
_AFTER_WORD = re.compile(
    r"(?:, (?:who |[^,.;\n]{1,60}, )?| )(?:has |have |had |also |then |later |reportedly |is |was )?"
    r"([A-Za-z]+)\b"
)
_ROLE_OF = re.compile(r"([\w-]+) (?:of|for|at) (?:the )?$")
# "Jana Holt of Meridian": what somebody belongs to.
_NAME_OF = re.compile(r"\b[A-Z][\w'-]+,? of $")
_LINKED = (" of ", " for ", " at ", " the ")
_BEFORE = re.compile(r"([\w-]+)[,:]? \"?$")
_PERSON_VERBS = part("name_context.txt", "person verbs")
_ACTS = part("name_context.txt", "acts")
SUBJECT_VERBS = frozenset(
    "was is has had became will would won took made gave went came got led lost".split()
)
_SPEECH_BEFORE = frozenset("said says added told".split())
_LEADS_TO_PERSON = frozenset(
    "said says added told by with against named like replaced replace succeeded succeed defeated beat "
    "married marry dated signed met joined "
    "accused asked praised thanked blamed sacked hired appointed arrested killed shot called featuring "
    "starring alongside thanks".split()
)


_GOES_ON = frozenset(" ,(")
_PLACE_BEFORE = frozenset("in at near from outside across".split())
_WORDS = re.compile(r"[\w-]+")
_OWNS = re.compile(r" ?'s? \w")
_OWNED = re.compile(r"(?: ?'s?)? (?:\w+ )?(\w+)")
_PLACE_OPENERS = frozenset("san los las santa port fort mount lake cape new isle loch".split())


ENOUGH = 2
"""Evidence from which a run is a person."""
_MOST_AGAINST = 5
"""What stands before a run takes at most so much off."""
# What no other mention outweighs: the text says that the name is a team's or a thing's.
THING = -9


def evidence(text: str, run: Run) -> int:
    """Return how much speaks for a run being a person, as far as that tells whether it is `ENOUGH`."""
    words = run.words
    if run.first and len(words) == 1 and _is_adverb(words[0].key):
        return -1
    if is_none(words) and not (_is_addressed(run) or _is_introduced(text, run)):
        return -1
    if not run.title and is_thing(text, words):
        return THING
    score = _by_form(words)
    if run.title:
        last = run.title[-1]
        if last in _HONORIFICS or last in titles() or last in roles():
            score += 3
    if run.first and len(words) == 1 and not run.title:
        score -= 1 + words[0].key.endswith("s")
    if run.the and not run.title:
        score -= 1 if len(words) > 1 and words[0].key in sure_first_names() else 3
    if score < ENOUGH + _MOST_AGAINST:
        score += _before(text, words, bool(run.title))
    # What follows can only add to it.
    return score if score >= ENOUGH else score + _after(text, words)


def _is_adverb(key: str) -> bool:
    return key.endswith("ly") and is_known_word(key) and key not in first_names() and key not in surnames()


def _is_addressed(run: Run) -> bool:
    """Whether an honorific stands before a single word: "Mr England" is nobody's country."""
    return len(run.words) == 1 and run.title[-1:] != () and run.title[-1] in ADDRESSES


def _is_introduced(text: str, run: Run) -> bool:
    """Whether a word for an institution stands where only a person can: "the novelist House"."""
    word = run.words[0]
    if len(run.words) > 1 or word.text.isupper():
        return False
    return word.key in bodies() and not run.body and introduced(text, word.start)


def is_none(words: tuple[Word, ...]) -> bool:
    """Whether the words are a brand, a place, an abbreviation or have a figure in them ("Copa90")."""
    keys = [word.key for word in words]
    key = keys[-1]
    if not "".join(keys).isalpha() and any(map(_FIGURE.search, keys)):
        return True
    if len(words) == 1:
        word = words[0].text.removesuffix("'s")
        return _names_no_person(key) or (word.isupper() and len(word) < 6)
    if any(" ".join(keys[:length]) in named_after() for length in range(2, len(keys) + 1)):
        return True
    if words[0].key in NATIONS or words[0].key in brands() or words[0].key in _PLACE_OPENERS:
        return True
    # Between given name and surname stand initials and nicknames ("SJ").
    upper = [word for word in (words[0], words[-1])[_has_initials(words) :] if word.text.isupper()]
    if 0 < len(upper) < len(words) and any(len(word.key) > 1 and "." not in word.text for word in upper):
        return True
    sure = words[0].key in sure_first_names()
    if words[0].key in places() and not sure:
        return words[0].key not in first_names() or key in places()
    # "Jack London": a given name that is rarely a word shows a place behind it to be a surname.
    named = opens_name(words[0]) and words[0].key not in word_names()
    return key in places() and not sure and not named and key not in surnames()


def _has_initials(words: tuple[Word, ...]) -> bool:
    """Whether two capitals without points stand for given names: "JK Ferris"."""
    first, last = words[0], words[-1]
    two = len(first.text) == 2 and first.text.isupper() and len(words) == 2
    return two and ("j" in first.key or last.key in surnames()) and not _names_no_person(first.key)


@by_word
def _names_no_person(key: str) -> bool:
    """Whether a word by itself is a brand, a place or an institution."""
    if key in brands() or key in places() or key in NATIONS:
        return True
    if key in surnames():
        return False
    return key in bodies() or (known_at((key,), 0) is not None and key not in first_names())


def _by_form(words: tuple[Word, ...]) -> int:
    """Evidence in the words themselves: a known first name, an initial, a particle."""
    if len(words) == 1:
        return 0
    first, second = words[0], words[1]
    score = 0
    double = "-" in first.key and all(name in first_names() for name in first.key.split("-"))
    if first.key in sure_first_names() or double:
        score += 3
    elif first.key in place_names():
        score += 1 + (words[-1].key in surnames())
    elif first.key in first_names():
        score += 2 if words[-1].key in surnames() or (len(words) == 2 and not _is_word(words[-1])) else 1
    if first.key in FAMILY_FIRST and len(words) <= 3:
        score += 1 if second.key in first_names() or "-" in second.key else 0
    if len(words) > 2 and len(second.key) == 1:
        score += 2
    if "." in first.text and len(first.text) <= 4:
        score += 2
    if any(is_particle(word) for word in words[1:]):
        score += 1
    if words[-1].key in surnames():
        score += 1
    elif words[-1].key.startswith(("mc", "o'", "mac", "al-", "el-")):
        score += 2 * (len(words[-1].key) > 4)
    elif words[-1].key.endswith(SURNAME_ENDINGS):
        score += len(words[-1].key) > 4
    return score or _is_strange(words)


def _is_strange(words: tuple[Word, ...]) -> bool:
    """Whether two words are no English ones: but a verb shows them to be a name ("Ketil Morwen crossed")."""
    return len(words) == 2 and not any(is_known_word(word.key) or _is_word(word) for word in words)


def _is_word(word: Word) -> bool:
    return word.key in bodies() or word.key in places() or word.key in ordinary_names()


def by_context(text: str, words: tuple[Word, ...], titled: bool) -> int:
    """Evidence around the words: a role before, an age, an apposition or a verb after."""
    return _before(text, words, titled) + _after(text, words)


def _before(text: str, words: tuple[Word, ...], titled: bool) -> int:
    """Evidence in what stands before the words."""
    start, score = words[0].start, 0
    if text[max(0, start - 5) : start].rstrip("\n").endswith(_LINKED):
        # "director of Ellmouth Omnibus": what somebody heads or belongs to is no person.
        of = _ROLE_OF.search(text, max(0, start - 40), start)
        led = of is not None and (of.group(1).lower() in roles() or of.group(1).lower() in titles())
        if led or (len(words) == 1 and not titled and _NAME_OF.search(text, max(0, start - 30), start)):
            score -= 3
    # A word has no space in it: nothing before the last one needs to be looked at.
    left = max(0, start - 30)
    match = _BEFORE.search(text, max(left, text.rfind(" ", left, max(0, start - 3))), start)
    if match is None:
        return score
    word = match.group(1).lower()
    if not titled:
        if match.group().rstrip().endswith(",") and introduced(text, start):
            return score + 3
        head = word.rpartition("-")[2]
        if head in roles() or head.removesuffix("s") in roles() or head in titles():
            score += 3
        elif word in _PLACE_BEFORE:
            score -= 2 if len(words) == 1 else words[0].key not in first_names()
    if len(words) > 1 and word in _LEADS_TO_PERSON:
        score += 1 + (word in _SPEECH_BEFORE)
    return score


def _after(text: str, words: tuple[Word, ...]) -> int:
    """Evidence in what follows the words."""
    after, score = text[words[-1].end : words[-1].end + 90], 0
    if after.startswith((" ,", " (")):
        # Tokenised and mangled text has a space before its commas.
        after = after[1:]
    if _is_titled_behind(words, after):
        return 3
    if after[:1] in _GOES_ON:
        if _AFTER_AGE.match(after):
            return 3
        if _AFTER_WHO.match(after):
            score += 2
        if _AFTER_ROLE.match(after) and not roles().isdisjoint(_WORDS.findall(after[:60].split(",")[1])):
            score += 2
        match = _AFTER_WORD.match(after)
        if match is not None:
            score += _verb(match.group(1).lower(), len(words) > 1)
    if words[-1].text.endswith("'s") or _OWNS.match(after):
        score += len(words) > 1 or _owns_role(after)
    return score


def _is_titled_behind(words: tuple[Word, ...], after: str) -> bool:
    """Whether a title stands behind a name of the Far East, as a translating machine leaves it there.

    "Noh Tae-woong president", "Tang Yulan female comrade": no other name is followed so.
    """
    if len(words) != 2:
        return False
    family, given = words
    listed = family.key in FAMILY_FIRST or family.key in surname_forms()
    eastern = _SYLLABLES.fullmatch(given.text) or (listed and not is_known_word(given.key))
    match = _TITLE_BEHIND.match(after) if eastern else None
    return match is not None and any(
        word in roles() or word in titles() or word in ("mister", "comrade")
        for word in match.groups()
        if word
    )


_SYLLABLES = re.compile(r"[A-Z][a-z]{1,5}-[a-z]{1,5}")
_TITLE_BEHIND = re.compile(r" ([a-z]+)(?: ([a-z]+))?(?=[ ,.(])")


def _verb(word: str, several: bool) -> int:
    """Evidence in a verb after a name of one or several words."""
    plain, _ = say_verbs()
    if word in plain:
        return 2 if several else 1
    if word in _PERSON_VERBS:
        return 2
    acts = word in SUBJECT_VERBS or word in _ACTS or (word.endswith("ed") and len(word) > 4)
    return int(several and acts)


_ACTS_FOR = frozenset(
    "lawyer attorney barrister solicitor agent colleague publicist biographer bodyguard".split()
)


def _owns_role(after: str) -> bool:
    """Whether a possessive is followed by a relative or who acts for one: a club has coaches too."""
    match = _OWNED.match(after)
    return match is not None and (match.group(1) in private_roles() or match.group(1) in _ACTS_FOR)
