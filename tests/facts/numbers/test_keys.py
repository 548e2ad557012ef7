"""Numbers of a fact sheet: kept or not, by value, unit and what they count."""

import pytest

from bench.facts.numbers.check import supported_numbers
from bench.facts.numbers.keys import keeps
from bench.facts.source import Source
from bench.records import NumberFact
from bench.text.document import Document

SOURCE = Source(
    "The dam cost 1.15 million dollars. Three carriages left the rails, three people were hurt on Friday.\n"
    "The board was put up on 6 November, 310 metres before the site. The court sat for 2 to 4 weeks at a "
    "quarter to six. Half the valley voted, 51 for and 49 against."
)


def kept(fact: NumberFact, summary: str) -> bool:
    return keeps(fact, SOURCE.scene, supported_numbers(SOURCE, Document(summary)))


CARRIAGES = NumberFact("carriages derailed", "Three carriages left the rails", 3)
HURT = NumberFact("people hurt", "three people were hurt", 3)
COST = NumberFact("cost of the dam", "cost 1.15 million dollars", 1150000, unit="USD")
DAY = NumberFact("day of the accident", "hurt on Friday", "Friday", unit="weekday")
PUT_UP = NumberFact("day the board was put up", "put up on 6 November", "11-06", unit="date")
AWAY = NumberFact("distance of the board", "310 metres before the site", 310, unit="m")
WEEKS = NumberFact("length of the sitting", "for 2 to 4 weeks", unit="week", low=2, high=4)
HOUR = NumberFact("hour of the sitting", "at a quarter to six", "17:45", unit="time")


@pytest.mark.parametrize(
    ("fact", "summary", "expected"),
    [
        (CARRIAGES, "Three carriages left the rails.", True),
        (CARRIAGES, "Some carriages left the rails.", False),
        (HURT, "3 people were injured.", True),
        (COST, "The dam cost about $1.2 million.", True),
        (COST, "The dam cost $1.15m.", True),
        (COST, "The dam cost $2 million.", False),
        (DAY, "It happened on Friday.", True),
        (DAY, "It happened on Monday.", False),
        (PUT_UP, "The board went up on 6 November.", True),
        (PUT_UP, "The board went up in November.", False),
        (AWAY, "The board stood 310m from the site.", True),
        (WEEKS, "The court sat for 2-4 weeks.", True),
        (HOUR, "The court sat at 5.45 p.m.", True),
        (HOUR, "", False),
    ],
)
def test_a_key_number_is_kept_by_value_unit_and_what_it_counts(fact, summary, expected):
    assert kept(fact, summary) is expected
