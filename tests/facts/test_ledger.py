import gc
import weakref

from bench.facts.ledger import ledger
from bench.facts.source import Source
from bench.text.document import Document

ARTICLE = (
    "Mayor Anna Weber said on Monday that 430 crane drivers were on strike. "
    '"We want 5 percent," said Jonas Lind, chairman of their union. Weber offered 3 percent.'
)
SUMMARY = "Mayor Anna Weber offered 430 drivers 3 percent, said chairman Jonas Lind."


def test_few_articles_are_kept_however_many_were_asked_about() -> None:
    asked = []
    for number in range(60):
        source = Source(ARTICLE.replace("430", str(430 + number)))
        assert ledger(source, Document(SUMMARY)).findings
        asked.append(weakref.ref(source))
    del source
    gc.collect()
    assert sum(article() is not None for article in asked) <= 16
