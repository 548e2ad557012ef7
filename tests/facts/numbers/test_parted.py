"""Two figures of one sort, each with a part of the sentence to itself."""

import pytest

from bench.facts.numbers.check import check_numbers
from bench.facts.source import Source
from bench.text.document import Document

SOURCE = Source(
    "The plants in Dorum (390 jobs) and Ostvik (250) will close next spring. A couchette costs 39 crowns, a "
    "single cabin 89. Lorries may cross from 1 December and private cars from 1 March. "
    "The port cost 189m crowns instead of the 95m crowns first planned. "
    "It will hit 19 teachers and some 260 pupils at Lund and save 900,000 crowns. The town's old debt stands at 41 "
    "million, under a limit of 55 million. Prices rose by 6 per cent in May, against 8 per cent in April."
)


@pytest.mark.parametrize(
    ("summary", "wrong"),
    [
        ("The closures cost 390 jobs in Dorum and 250 in Ostvik.", []),
        ("The closures cost 390 jobs in Ostvik and 250 in Dorum.", ["390", "250"]),
        ("Ostvik loses 250 jobs and Dorum 390.", []),
        ("A cabin comes at 89 crowns and a couchette at 39.", []),
        ("A cabin comes at 39 crowns and a couchette at 89.", ["39", "89"]),
        ("Cars may cross from 1 March and lorries from 1 December.", []),
        ("Cars may cross from 1 December; lorries have to wait until March.", ["1 December", "March"]),
        ("The town has an old debt of 41 million and may borrow 55 million.", []),
        ("The town has an old debt of 55 million and may borrow 41 million.", ["55 million", "41 million"]),
        ("Inflation slowed from 8 per cent in April to 6 per cent in May.", []),
        ("Inflation rose from 6 per cent in April to 8 per cent in May.", ["6 per cent", "8 per cent"]),
        ("At Lund 260 pupils and 19 teachers are hit.", []),
        ("The port, planned at 95m crowns, cost 189m crowns.", []),
        ("The port, planned at 189m crowns, cost 95m crowns.", ["189m", "95m"]),
        ("- Jobs lost, Dorum: 390\n- Jobs lost, Ostvik: 250", []),
        ("- Jobs lost, Ostvik: 390\n- Jobs lost, Dorum: 250", ["390", "250"]),
    ],
)
def test_figures_that_changed_sides_are_misattached(summary: str, wrong: list[str]) -> None:
    found = check_numbers(SOURCE, Document(summary))
    said = [summary[f.start : f.end].split(" jobs")[0] for f in found if f.verdict == "misattached"]
    assert [words.removesuffix(" crowns") for words in said] == wrong
