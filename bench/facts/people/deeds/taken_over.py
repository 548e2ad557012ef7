"""People whom a summary names in the article's own words: what it tells of them there is not another's."""

from bisect import bisect_left

from bench.facts.people.reading.mentions import Mention
from bench.facts.taken_over import same_place
from bench.text.document import Document


def name_taken_over(article: Document, summary: Document, mention: Mention) -> bool:
    """Whether the article has a name among the very words that the summary has around it."""
    starts, words = summary.cut.starts, summary.lower_tokens
    begin, end = bisect_left(starts, mention.start), bisect_left(starts, mention.end)
    sentence = summary.sentence_tokens[summary.sentence_with(begin)]
    places = article.tokens_of.get(words[begin], ())
    return same_place(article.lower_tokens, places, words, (begin, end), sentence) is not None
