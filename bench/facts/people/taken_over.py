"""People whom a summary names in the article's own words: what it tells of them there is not another's."""

from bisect import bisect_left

from bench.facts.people.mentions import Mention
from bench.text.document import Document

_BESIDE = 3
"""Words on either side of a name, as far as its sentence goes, that the article has to have there too."""
_FEWEST = 3
"""Words (signs and figures left out) that these must be."""


def same_place(article: Document, summary: Document, mention: Mention) -> bool:
    """Whether the article has a name among the very words that the summary has around it."""
    begin, end = bisect_left(summary.cut.starts, mention.start), bisect_left(summary.cut.starts, mention.end)
    start, stop = summary.sentence_tokens[summary.sentence_with(begin)]
    first, last = max(start, begin - _BESIDE), min(stop, end + _BESIDE)
    words = summary.lower_tokens
    if sum(map(str.isalpha, (*words[first:begin], *words[end:last]))) < _FEWEST:
        return False
    window, before = words[first:last], begin - first
    return any(
        article.lower_tokens[at - before : at - before + len(window)] == window
        for at in article.tokens_of.get(words[begin], ())
        if at >= before
    )
