"""Porter's stemmer (Porter 1980) with NLTK's extensions, equal to the default one of NLTK 3.10.4."""

from bench.text.by_word import by_word

_IRREGULAR = {
    "sky": "sky", "skies": "sky", "dying": "die", "lying": "lie", "tying": "tie", "news": "news",
    "innings": "inning", "inning": "inning", "outings": "outing", "outing": "outing",
    "cannings": "canning", "canning": "canning",
    "howe": "howe", "proceed": "proceed", "exceed": "exceed", "succeed": "succeed",
}  # fmt: skip

Rules = dict[str, tuple[tuple[str, str], ...]]

# By the last two letters: suffix and replacement; of the suffixes that fit, the first one decides.
_STEP_2: Rules = {
    "al": (("ational", "ate"), ("tional", "tion")),
    "ci": (("enci", "ence"), ("anci", "ance")),
    "er": (("izer", "ize"),),
    "gi": (("logi", "log"),),
    "li": (
        ("bli", "ble"),
        ("alli", "al"),
        ("entli", "ent"),
        ("eli", "e"),
        ("ousli", "ous"),
        ("fulli", "ful"),
    ),
    "on": (("ization", "ize"), ("ation", "ate")),
    "or": (("ator", "ate"),),
    "sm": (("alism", "al"),),
    "ss": (("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous")),
    "ti": (("aliti", "al"), ("iviti", "ive"), ("biliti", "ble")),
}
_STEP_3: Rules = {
    "al": (("ical", "ic"),),
    "ss": (("ness", ""),),
    "te": (("icate", "ic"),),
    "ti": (("iciti", "ic"),),
    "ul": (("ful", ""),),
    "ve": (("ative", ""),),
    "ze": (("alize", "al"),),
}
_STEP_4: dict[str, tuple[str, ...]] = {
    "al": ("al",), "ce": ("ance", "ence"), "er": ("er",), "ic": ("ic",), "le": ("able", "ible"),
    "nt": ("ant", "ement", "ment", "ent"), "on": ("ion",), "ou": ("ou",), "sm": ("ism",), "te": ("ate",),
    "ti": ("iti",), "us": ("ous",), "ve": ("ive",), "ze": ("ize",),
}  # fmt: skip

# One letter for one letter: v vowel, c consonant, y to be decided by what stands before it.
_LETTERS = bytes(
    ord("v") if chr(i) in "aeiou" else ord("y") if chr(i) == "y" else ord("c") for i in range(256)
)


def shape(word: str) -> bytes:
    """Return one `c` (consonant) or `v` (vowel) per letter; y is a vowel after a consonant."""
    letters = (word.encode() if word.isascii() else word.encode("ascii", "replace")).translate(_LETTERS)
    if b"y" not in letters:
        return letters
    if letters[0] == 0x79:
        letters = b"c" + letters[1:]
    if letters.find(b"y") == len(letters) - 1:
        return letters[:-1] + (b"v" if letters[-2] == 0x63 else b"c")
    if b"yy" not in letters:
        return letters.replace(b"cy", b"cv").replace(b"vy", b"vc")
    return _shape_of_runs(letters)


def _shape_of_runs(letters: bytes) -> bytes:
    """Decide y by y, since in a run each depends on the one before it."""
    decided = bytearray(letters)
    for index in range(1, len(decided)):
        if decided[index] == 0x79:
            decided[index] = 0x76 if decided[index - 1] == 0x63 else 0x63
    return bytes(decided)


_NEED_E = frozenset({"at", "bl", "iz"})
_STEP_1 = frozenset({"ed", "ng"})
# Words that end otherwise, with no plural s, are their own stems, but for those in e and y.
_ENDINGS = frozenset({*_STEP_1, *_STEP_2, *_STEP_3, *_STEP_4, "ll"})


def stem_once(word: str) -> str:
    """Return the stem of `word` without keeping it, for callers that keep their own."""
    return stem_lower(word.lower()) if len(word) > 2 else word.lower()


def stem_lower(word: str) -> str:
    """Return the stem of a word of three letters or more, which is in lower case already."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word[-1] == "s":
        word = _singular(word)
    ending = word[-2:]
    if ending not in _ENDINGS and ending[-1] not in "ey":
        return word
    # What the steps put in keeps the vowel pattern of what they take out, as far as later steps look at it.
    form = shape(word)
    if ending in _STEP_1 or ending[-1] == "y":
        word = _step_1(word, form)
        ending = word[-2:]
    if ending in _STEP_2:
        word = _step_2(word, form)
        ending = word[-2:]
    if ending in _STEP_3:
        word = _replaced(word, form, _STEP_3[ending])
        ending = word[-2:]
    if ending in _STEP_4:
        word = _step_4(word, form, _STEP_4[ending])
    return _step_5(word, form) if word[-1] in "el" else word


# The words of some thousand articles; a miss costs a microsecond.
stem = by_word(stem_once)


def _singular(word: str) -> str:
    """Take off a plural s."""
    ending = word[-3:]
    if ending == "ies":
        return word[:-1] if len(word) == 4 else word[:-2]
    if ending[-2:] == "ss":
        return word
    return word[:-2] if word[-4:] == "sses" else word[:-1]


def _step_1(word: str, form: bytes) -> str:
    """Take off -ed and -ing, and turn a last y into i."""
    if word[-2:] == "ed":
        ending = word[-3:]
        if ending == "ied":
            return word[:-1] if len(word) == 4 else word[:-2]
        if ending == "eed":
            return word[:-1] if b"vc" in form[: len(word) - 3] else word
        if b"v" in form[: len(word) - 2]:
            word = _mended(word[:-2], form)
    elif word[-3:] == "ing" and b"v" in form[: len(word) - 3]:
        word = _mended(word[:-3], form)
    if word[-1] == "y" and len(word) > 2 and form[len(word) - 2] == 0x63:
        return word[:-1] + "i"
    return word


def _mended(root: str, form: bytes) -> str:
    """Return what is left after -ed or -ing with its e back or its double consonant single."""
    if root[-2:] in _NEED_E:
        return root + "e"
    size = len(root)
    if size >= 2 and root[-1] == root[-2] and form[size - 1] == 0x63:
        return root if root[-1] in "lsz" else root[:-1]
    if form[:size].count(b"vc") == 1 and _ends_cvc(root, form):
        return root + "e"
    return root


def _ends_cvc(root: str, form: bytes) -> bool:
    """Whether `root` ends consonant, vowel, consonant other than w, x, y; or is vowel, consonant."""
    size = len(root)
    if size == 2:
        return form[:2] == b"vc"
    return root[-1] not in "wxy" and form[size - 3 : size] == b"cvc"


def _step_2(word: str, form: bytes) -> str:
    """Shorten a long suffix to a shorter one; -alli makes way for what stands before it."""
    if word.endswith("alli") and b"vc" in form[: len(word) - 4]:
        return _step_2(word[:-2], form)
    if word.endswith("logi"):
        # NLTK asks whether the root with its l has a vowel and a consonant, so that "geo" counts.
        return word[:-1] if b"vc" in form[: len(word) - 3] else word
    return _replaced(word, form, _STEP_2.get(word[-2:], ()))


def _replaced(word: str, form: bytes, rules: tuple[tuple[str, str], ...]) -> str:
    """Apply the first rule whose suffix fits, if a vowel and a consonant stand before it."""
    for suffix, replacement in rules:
        if word.endswith(suffix):
            cut = len(word) - len(suffix)
            return word[:cut] + replacement if b"vc" in form[:cut] else word
    return word


def _step_4(word: str, form: bytes, suffixes: tuple[str, ...]) -> str:
    """Take the first suffix that fits off a root of measure 2 or more."""
    for suffix in suffixes:
        if word.endswith(suffix):
            cut = len(word) - len(suffix)
            if form[:cut].count(b"vc") > 1 and (suffix != "ion" or word[cut - 1] in "st"):
                return word[:cut]
            return word
    return word


def _step_5(word: str, form: bytes) -> str:
    """Take off a last e or the second of two last l, if the root is long enough."""
    if word[-1] == "e":
        root = word[:-1]
        measure = form[: len(root)].count(b"vc")
        if measure > 1 or (measure == 1 and not _ends_cvc(root, form)):
            word = root
    if word[-2:] == "ll" and form[: len(word) - 1].count(b"vc") > 1:
        return word[:-1]
    return word
