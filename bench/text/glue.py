"""Words and sentences that a scraper ran together: where to part them, and where not to."""

import re
from collections import Counter

from bench.text.computed import computed
from bench.text.english import is_english
from bench.text.offsets import Edit

# "ease.Officials", 'agencies."He', "Putin,Biden": the sign that should have a space behind it. The pattern
# begins with a rare character, so that a long text is searched fast; what stands before is looked at later.
_SENTENCE_JOINT = re.compile(r"[.!?,:\"](?=(?:[A-Z][a-z]\w*+(?![\w-]*@)(?!\.[a-z])|[AI] [a-z]))")
# Two letters or digits before the point keep "U.S." and initials whole.
_SENTENCE_BEFORE = re.compile(
    r"(?:[a-z\d)\]%][a-z\d)\]%](?:[.!?]\"?|\"[.!?])|[a-z][a-z][,:]|\s\d\.|\b(?:Mr|Mrs|Ms|Dr)\.)$"
)
_JOINT = re.compile(r"[A-Z](?<=[a-z\d][A-Z])(?=[a-z])")
_RUN = re.compile(r"[^\W_]+")
_SEGMENT = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")

_ADDRESS_END = re.compile(r"\.(?:com|org|net|co|gov|edu|info|tv|uk|eu)\b")

# Words that open a sentence or clause and end no name: a joint before one of them is always a lost space.
_OPENERS = frozenset(
    "The This That These Those There They Their Then Than He She His Her It Its But And Or If When While "
    "Where What Who Why How After Before Because Since Although Though However Meanwhile Also As An At "
    "By For From Not We You Your Our With Will Was Were Is Are Has Have Had Must Should Would Could Can "
    "May".split()
)
# The same, but also the end of product names (LinkedIn, SignUp): parted only behind a word seen elsewhere.
_SHORT_OPENERS = frozenset("In On Up Out Go To Me My So No Do Be Now New One Of A I".split())
# What stands before a person's name and ends none: "AssociationPresident Holt", "MinisterAnna Holt".
_OFFICES = frozenset(
    "President Chairman Chairwoman Minister Secretary Commissioner Governor Mayor Director Spokesman "
    "Spokeswoman Judge Professor Senator Captain Colonel General Inspector Chancellor Ambassador".split()
)
# What a capital inside a name follows: McCall, MacArthur, DeLuca, LaSalle, FitzGerald, VanDyke, LeBron.
_PREFIXES = frozenset(
    "Mc Mac De Des Di Da Du Del Della La Le Lo Fitz Van Von Den Der Ter Ten St Al El Ben Abu Bin Ap O D L "
    "Jo Ma Te Ka Ke Sha Ja Mary Ann You Tik i e".split()
)


def glued_sentences(text: str) -> list[Edit]:
    """Return edits that put a space between sentences (and clauses) that touch."""
    joints = (match.end() for match in _SENTENCE_JOINT.finditer(text))
    return [Edit(at, at, " ") for at in joints if _SENTENCE_BEFORE.search(text[max(0, at - 4) : at])]


def glued_words(text: str, many: bool = False) -> list[Edit]:
    """Return edits that put a space between words that touch: a small letter, then a capitalised word.

    `many` says that the text has lost spaces elsewhere too.

    A joint is a lost space only on evidence: a word behind it that opens clauses, or both words (or a
    name before it) standing elsewhere in this text. Brands, handles and names with a joint stay whole.
    """
    runs = {}
    for match in _JOINT.finditer(text):
        run = _run_at(text, match.start())
        runs[run.start()] = run
    if not runs:
        return []
    known = Vocabulary(text)
    cuts = {at: _cuts(text, run, known) for at, run in runs.items()}
    if many:
        cuts = {at: found or _two_names(runs[at], known) for at, found in cuts.items()}
    if sum(map(bool, cuts.values())) >= MANY:
        # "WinterfeldRepublican": what cannot be told by itself is a lost space where many are lost.
        cuts = {at: found or _before_english(runs[at], known) for at, found in cuts.items()}
    return [Edit(cut, cut, " ") for found in cuts.values() for cut in found]


MANY = 2
"""Runs with a lost space from which on a text has lost many."""


def _two_names(run: re.Match[str], known: "Vocabulary") -> list[int]:
    """Return where two capitalised words touch that the text has together nowhere else: "AminaSesay"."""
    pair = _PAIR.fullmatch(run.group())
    if pair is None or pair.group(1) in _PREFIXES or known.times(run.group()) > 1:
        return []
    return [run.start() + pair.end(1)]


_PAIR = re.compile(r"([A-Z][a-z]{2,})([A-Z][a-z]{2,})")


def _before_english(run: re.Match[str], known: "Vocabulary") -> list[int]:
    """Return where a name that English lacks touches a word that it has: not in "JavaScript"."""
    whole = run.group()
    joints = list(_JOINT.finditer(whole))
    if len(joints) != 1 or known.times(whole) > 1:
        return []
    at = joints[0].start()
    left, right = whole[:at].lower(), whole[at:].lower()
    parted = left.isalpha() and len(left) > 4 and len(right) > 4 and whole[:at] not in _PREFIXES
    return [run.start() + at] if parted and is_english(right) and not is_english(left) else []


def _run_at(text: str, offset: int) -> re.Match[str]:
    """Return the run of letters and digits around `offset`."""
    start = offset
    while start and text[start - 1].isalnum():
        start -= 1
    run = _RUN.match(text, start)
    if run is None:
        raise AssertionError("a joint is always inside a run of letters")
    return run


class Vocabulary:
    """The words of one text, each with how it is written: evidence for where a space was lost."""

    def __init__(self, text: str):
        """Hold `text`; most joints ask for no word of it."""
        self._text = text

    @computed
    def _times(self) -> Counter[str]:
        return Counter(_RUN.findall(self._text))

    def times(self, word: str) -> int:
        """Return how often `word` stands alone, written exactly so."""
        return self._times[word]

    def has(self, word: str) -> bool:
        """Whether `word` stands alone in either case."""
        return bool(self.times(word) or self.times(word.lower()) or self.times(word.capitalize()))

    def is_name(self, word: str) -> bool:
        """Whether `word` stands alone with a capital, and never without."""
        return word[0].isupper() and self.times(word) > 0 and not self.times(word.lower())


def _cuts(text: str, run: re.Match[str], known: Vocabulary) -> list[int]:
    """Return the offsets inside one run of letters at which a space was lost."""
    start, end, whole = run.start(), run.end(), run.group()
    if text[start - 1 : start] in ("@", "#", "/", ".") and start:
        return []
    if _ADDRESS_END.match(text, end):
        return []
    cuts: list[int] = []
    left_start = start
    for joint in _JOINT.finditer(text, start, end):
        cut = joint.start()
        segment = _SEGMENT.match(text, cut)
        right = segment.group() if segment else ""
        rest = text[cut:end]
        if _lost_space(text[left_start:cut], right, rest, known, whole):
            cuts.append(cut)
            left_start = cut
    return cuts


def _lost_space(left: str, right: str, rest: str, known: Vocabulary, whole: str) -> bool:
    """Whether `left` and `right` are two words that touch."""
    if left in _PREFIXES or (left[0].isdigit() and right not in _OPENERS):
        return False
    if right in _OPENERS or (right == rest and right in _OFFICES):
        return True
    if known.times(whole) > 1:
        return False
    if left in _OFFICES and len(right) > 2:
        return True
    if right in _SHORT_OPENERS:
        return rest == right and known.has(left) and left not in ("Linked", "Plug", "Check", "Sign", "Log")
    return (known.is_name(left) and len(left) > 3) or (
        known.has(left) and (known.has(right) or known.has(rest))
    )
