"""A given name that the article never gives, told in a sentence that brings more from elsewhere."""

from typing import TYPE_CHECKING

from bench.facts.people.names.compare import bare, same_given
from bench.facts.people.names.lists import leaders
from bench.facts.people.names.match import Match
from bench.facts.people.reading.mentions import Mention
from bench.facts.support import function_words, stems
from bench.text.document import Document

if TYPE_CHECKING:
    from bench.facts.source import Source

# On the articles not held out, of 169 such given names in news systems' wrong summaries these leave 142, and
# of 16 in right ones 5; a shorter claim ("Joe Biden phoned Putin") says too little to tell.
_NEW, _SHARE = 3, 0.15


def own_words(source: "Source", summary: Document, mention: Mention, match: Match) -> bool:
    """Return whether a sentence tells a given name from outside together with other words from there.

    A reader may add what everybody knows to a sentence of the article's ("Joe" to "Biden"). Who adds it to a
    sentence of which the article lacks three words of content, and a seventh of them, did not read it there.
    """
    given, family = mention.keys[0], mention.keys[-1]
    if match.how != "given unknown" or bare(match.words[-1].text) != family or given in source.cast.words:
        return False
    if len(given) == 1 or any(same_given(given, known) for known in leaders().get(family, ())):
        return False
    start, end = summary.sentences[summary.sentence_at(mention.start)]
    named, small = frozenset(stems(" ".join(mention.keys))), function_words()
    words = [word for word in stems(summary.lower[start:end]) if word not in named and word not in small]
    new = sum(not source.grounds.has(word) for word in words)
    return new >= _NEW and new >= _SHARE * len(words)
