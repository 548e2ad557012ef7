"""Runs of capitalised words, and which words of each may be a person's name."""

import re
from typing import NamedTuple

from bench.facts.names import PARTICLES, SUFFIXES, bare
from bench.facts.names_lists import (
    bodies,
    first_names,
    place_names,
    places,
    roles,
    sure_first_names,
    surnames,
    titles,
)
from bench.text.document import Document

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪĮİĶĹĽŁŃŅŇŌŐŒŔŘŚŞŠȘŢȚŤŪŮŰŲŹŻŽ"
_WORD = rf"(?:[{_UPPER}]\.(?:[{_UPPER}]\.)*|(?:al-|el-|d'|l'|de')?[{_UPPER}](?:\w|['-](?=\w))*)"
_ABBREVIATED = (
    r"(?:Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Fr|Hon|St|Sen|Rep|Gov|Gen|Lt|Col|Maj|Capt|Sgt|Cpl|Pte|Pvt|Cmdr|Adm|Brig|Supt|Insp|Det|"
    r"Messrs|Atty|Amb|Sens|Reps|Jr|Sr)\.?"
)
_PARTICLE = (
    r"(?:de|la|del|della|di|da|dos|das|du|des|le|van|von|der|den|ter|ten|te|bin|ibn|bint|al|el|ul|ud|zu|y|e|af|av|abu|ben)"
)
# A run goes on over one space, particles, a nickname in quotes, and a comma before Jr or Sr.
_RUN = re.compile(
    rf"(?<![\w'-])(?:{_ABBREVIATED}(?= )|{_WORD})"
    rf"(?:(?: (?:{_PARTICLE} ){{0,3}}(?:\"[{_UPPER}]\w+\" )?|,? (?=[JS]r\b))(?:{_ABBREVIATED}(?=[ ,;:)\"]|$)|{_WORD}))*"
)
_PIECE = re.compile(r"[^\s\",]+")

# Words that begin sentences (and so carry a capital) but no names.
STARTERS = frozenset(
    "a about above according across after again against ago all almost along already also although always amid among amongst an and another any anyone "
    "are around as asked at away back because before behind being below beneath beside besides best between beyond both but by can cannot could despite did do does "
    "down due during each earlier either else elsewhere enough even eventually ever every everyone everything except far few fewer finally first following for former "
    "formerly four from further furthermore generally get given go good had half has have having he heavy hence her here hers herself hi him himself his hours how however "
    "hundreds i i'd i'll i'm i've if in including indeed inside instead into is it it's its itself just last late later least less let let's like likewise made many "
    "maybe me meanwhile might millions more moreover most mostly much must my myself nearly neither never nevertheless next no nobody none nonetheless nor not nothing "
    "now nowhere of off often oh ok on once one only onto or other others otherwise our ours out outside over overall own part perhaps please police previously "
    "probably quite rather read recent recently right sadly same says second see seven several shall she should similarly since six so some somebody someone something "
    "sometimes somewhere soon still such suddenly ten than thanks that that's the their theirs them themselves then there there's therefore these they they're thing things think "
    "this those though thousands three through throughout thus to today together tomorrow tonight too toward towards two under underneath unfortunately unless unlike "
    "until up upon us usually very via was we we're well were what what's whatever when whenever where whereas wherever whether which while who whoever whole whom whose why "
    "will with within without world would yes yesterday yet you you're your yours yourself "
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december "
    "mon tue tues wed thu thur thurs fri sat sun jan feb apr jun jul aug sep sept oct nov dec "
    "eight five nine twelve twenty thirty fifty did won't don't didn't can't isn't wasn't couldn't "
    "new asked added speaking talking writing based born aged dear photo image images video picture pictured caption copyright source getty reuters afp "
    "join follow share click watch listen play scroll story media playback ex".split()
)
NATIONS = frozenset(
    "us uk eu u.s u.k american british english scottish welsh irish french german italian spanish portuguese dutch belgian swiss austrian swedish norwegian danish finnish icelandic "
    "polish czech slovak hungarian romanian bulgarian greek turkish cypriot russian ukrainian belarusian lithuanian latvian estonian serbian croatian bosnian slovenian albanian kosovan macedonian "
    "montenegrin maltese chinese japanese korean indian pakistani bangladeshi nepalese sri lankan afghan iranian iraqi syrian lebanese israeli palestinian jordanian saudi yemeni egyptian libyan tunisian "
    "algerian moroccan sudanese ethiopian eritrean somali kenyan ugandan tanzanian rwandan congolese nigerian ghanaian ivorian senegalese cameroonian zimbabwean zambian angolan mozambican namibian south african "
    "mexican cuban jamaican haitian dominican colombian venezuelan ecuadorian peruvian bolivian chilean argentine argentinian brazilian uruguayan paraguayan canadian australian kiwi thai vietnamese cambodian "
    "burmese malaysian indonesian filipino singaporean taiwanese tibetan mongolian kazakh uzbek georgian armenian azerbaijani chechen catalan basque flemish arab kurdish muslim christian jewish catholic protestant "
    "conservative labour democrat democratic republican lib dem liberal tory ukip snp plaid cymru green sinn fein dup sdlp european african asian latin northern southern eastern western central "
    "frenchman frenchwoman englishman englishwoman irishman scot scots scotsman welshman dutchman dutch spaniard spaniards dane danes swede swedes finn finns norwegians pole poles turk turks "
    "briton britons american americans canadians australians germans italians russians ukrainians iranians israelis palestinians belgians swiss austrians portuguese argentines brazilians "
    "mexicans cubans chileans colombians uruguayan swiss-born croat croats serb serbs czechs greeks texan texans californian californians londoner londoners new-yorker northerner southerner "
    "christians muslims jews catholics protestants democrats republicans conservatives tories liberals "
    "olympic paralympic premier premiership championship oscar-winning grammy-winning emmy-winning bafta-winning hollywood bollywood bbc cnn itv sky fox nbc abc cbs espn".split()
)
_LINKS = frozenset("of the and for & to in at on from by".split())
FAMILY_FIRST = frozenset(
    "kim park lee choi jung jeong kang cho yoon jang lim han oh seo shin kwon hwang ahn song yoo hong moon ban ryu xi mao deng hu wen li wang zhang chen liu yang huang zhao zhou wu xu sun zhu ma gao lin "
    "guo he luo zheng liang xie tang feng dong cao peng zeng xiao tian yuan jiang cai wei lu bo wan ren fan nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly yao tsai chiang orban".split()
)


class Word(NamedTuple):
    """One word of a run: as written, as compared, and its half-open place in the repaired text."""

    text: str
    key: str
    start: int
    end: int


class Run(NamedTuple):
    """A run of capitals: the words that may be a name, and what stood before them in the run."""

    words: tuple[Word, ...]
    title: tuple[str, ...]
    suffix: tuple[str, ...]
    the: bool
    first: bool
    body: bool


def runs(document: Document) -> tuple[Run, ...]:
    """Return the runs of capitalised words of `document`, in order, cut down to possible names."""
    found = []
    text = document.text
    for match in _RUN.finditer(text):
        start = match.start()
        words = [
            Word(m.group(), bare(m.group()), start + m.start(), start + m.end()) for m in _PIECE.finditer(match.group())
        ]
        for part in _split_possessives(words):
            run = _cut(part, text)
            if run is not None:
                found.append(run)
    return tuple(found)


def _split_possessives(words: list[Word]) -> list[list[Word]]:
    """Cut after a possessive: in "Chelsea's Eden Hazard" two names meet."""
    parts: list[list[Word]] = [[]]
    for word in words:
        parts[-1].append(word)
        if word.text.endswith(("'s", "s'")) and word is not words[-1]:
            parts.append([])
    return parts


def _cut(words: list[Word], text: str) -> Run | None:
    """Take sentence openers, titles, nations and teams off the front, and suffixes off the end."""
    first = _opens_sentence(text, words[0].start)
    the, title = False, []
    while words and words[0].key in STARTERS and not (len(words) > 1 and words[0].key in sure_first_names()):
        the = words[0].key == "the"
        words = words[1:]
    if not words:
        return None
    the = the or text[max(0, words[0].start - 4) : words[0].start].lower() == "the "
    cut = 0
    for index, word in enumerate(words):
        key = word.key
        if (key in titles() or key in roles() or (key.endswith("man") and key[:-3] in roles())) and not (
            index == len(words) - 1 and index > 0 and (key in surnames() or words[index - 1].key in first_names())
        ):
            if index + 1 < len(words) or len(words) == 1:
                cut = index + 1
    title = [word.key for word in words[:cut]]
    words = words[cut:]
    while len(words) > 1 and words[0].key in NATIONS:
        title.append(words[0].key)
        words = words[1:]
    suffix: list[str] = []
    while len(words) > 1 and words[-1].key in SUFFIXES:
        suffix.insert(0, words[-1].key)
        words = words[:-1]
    words = _from_first_name(words)
    if not words:
        return Run((), tuple(title), tuple(suffix), the, first, False) if title else None
    last = words[-1].key
    described = (last in titles() or last in roles()) and last not in surnames() and last not in first_names()
    body = _is_body(words) or described or title[-1:] in (["st"], ["saint"])
    return Run(tuple(words), tuple(title), tuple(suffix), the, first, body)


def _from_first_name(words: list[Word]) -> list[Word]:
    """Drop teams, places and descriptions before a sure first name ("Argentina Lionel Messi")."""
    if len(words) < 3 or words[0].key in FAMILY_FIRST or words[0].key in first_names():
        return words
    for index in range(1, len(words) - 1):
        key = words[index].key
        sure = (
            key in sure_first_names()
            or (key in first_names() and words[index - 1].key in bodies())
            or (len(key) == 1 and words[index - 1].key not in first_names())
        )
        if sure and words[index - 1].key not in _LINKS:
            before = words[:index]
            if len(before) >= 2 or before[0].key.endswith(_DESCRIBES) or any(map(_is_elsewhere, before)):
                return words[index:]
    return words


_DESCRIBES = ("ist", "ian", "ese", "ish", "man", "woman", "er", "or", "born", "based", "winning", "time")


def _is_elsewhere(word: Word) -> bool:
    return word.key in bodies() or word.key in places() or word.key in NATIONS


def _is_body(words: list[Word]) -> bool:
    """Whether a word of the run makes it an institution, a team or a thing."""
    for index, word in enumerate(words):
        key = word.key
        if key in bodies() and (len(key) > 3 or word.text.isupper()):
            last_of_name = index == len(words) - 1 and key in surnames()
            if not last_of_name or (index > 0 and not _opens_name(words[0])):
                return True
        elif index and key in _LINKS:
            return True
    return False


def _opens_name(word: Word) -> bool:
    return word.key in first_names() and word.key not in places() and word.key not in place_names()


def describes(word: Word) -> bool:
    """Whether a capitalised word before a name tells what somebody is or where from, and is no given name."""
    key = word.key
    return key in STARTERS or key in roles() or key in titles() or _is_elsewhere(word) or key.endswith(_DESCRIBES)


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip(" \"'(")
    return not before or before[-1] in ".!?:\n"


def is_particle(word: Word) -> bool:
    """Whether a word of a name is a particle such as "van" or "bin"."""
    return word.text[0].islower() and word.key in PARTICLES
