"""Where a word of English can only be a surname: "Cook suffers from asthma", "he told Monk"."""

import re

from bench.facts.people.names.compare import bare
from bench.facts.people.names.lists import rare_surnames, say_verbs, surnames, word_surnames
from bench.facts.people.names.words import is_english
from bench.facts.people.reading.slots import ATTRIBUTE

_LAST_WORD = re.compile(r"(\w+) $")
# Verbs that show a word before them, at the start of a sentence and without an article, to be a name.
FINITE = frozenset(
    "is was has had will would could can may might must should did does wants stars scores believes "
    "hopes took made gave went came got led lost won met left sent ran saw knew became began spoke stood "
    "sat put set hit beat chose drew felt fell grew held kept paid rose sold spent taught thought threw "
    # Of the present, those that are no plural of a noun besides.
    "admits appears asks becomes begins brings comes denies expects finds gets gives goes insists joins "
    "keeps knows loses makes receives remains sees seeks seems suffers takes tells thinks understands "
    "writes".split()
)
_OPENING = frozenset(".!?:;\"'*\n(-–—•…[")
_NEXT = re.compile(r" ?('s\b|(?:(?:also|already|later|never|now|still|then) )?([a-z]+))")
# What a surname may end in that seems made of an English word, where a noun would need an article.
_AGENTS = ("er", "man", "off", "men", "ly")


def acts_as_name(text: str, word: re.Match[str]) -> bool:
    """Whether a word that opens a sentence is a surname with a verb or a possession, as no noun alone has."""
    key = bare(word.group())
    if not opens(text, word.start()) or not _may_be_surname(key):
        return False
    if ATTRIBUTE.match(text, word.end()):
        return False
    follows = _NEXT.match(text, word.end())
    verb = (follows.group(2) or "'s") if follows else ""
    owns = verb == "'s" or word.group().endswith(("'s", "’s"))
    return owns or verb in FINITE or verb in say_verbs()[0] or (len(verb) > 4 and verb.endswith("ed"))


def _may_be_surname(key: str) -> bool:
    """Whether a word is on a list of surnames, or English only as it might make one: "Blazer", "Flintoff"."""
    if key in surnames() or key in word_surnames() or key in rare_surnames():
        return True
    return key.endswith(_AGENTS) and not is_english(key)


def word_before(text: str, start: int) -> str:
    """Return the word that stands before a place with one space between, empty where there is none."""
    match = _LAST_WORD.search(text, max(0, start - 20), start)
    return match.group(1) if match is not None else ""


def opens(text: str, start: int) -> bool:
    """Whether a word opens a sentence, a quotation or a list item, where any word has a capital."""
    before = text[max(0, start - 3) : start].rstrip(" ")
    return not before or before[-1] in _OPENING
