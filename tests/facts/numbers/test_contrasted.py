"""Figures given to the wrong one of two names, times or groups that the article sets against each other."""

import pytest

from bench.facts.ledger import ledger
from bench.facts.source import Source
from bench.text.document import Document

COURT = "Waits averaged 212 minutes at Hexley General and 148 minutes at St Bride's. Hexley has 40 beds."
BANK = "The firm employs 60 staff in Perrow, where rents are low. It employs 85 staff in Tarsk."
ROWS = "In 2015 the village had 1,340 inhabitants; by 2020 there were 1,120 and last year 980."
RISK = (
    "Those who walked an hour a day had a 23 per cent lower risk of stroke; for cyclists it was 31 per cent."
)
OWNER = "Repairs will cost 88 million, says the owner; the regulator reckons with 130 million."
HALL = "The council had budgeted $12.5m for the new hall, but the final bill came to $17.8m, auditors found."
FEAR = (
    "Some 44 per cent of tenants feared losing their home, up from 37 per cent in 2022, while among owners "
    "the share was 12 per cent."
)
PRICE = (
    "The larger phone now costs 649 dollars instead of 729. In July the north had 140 millimetres of rain."
)


@pytest.mark.parametrize(
    ("article", "summary", "right"),
    [
        (COURT, "Patients waited 148 minutes on average at St Bride's.", True),
        (COURT, "Patients waited 212 minutes on average at St Bride's.", False),
        (COURT, "Waits averaged 212 and 148 minutes at Hexley General and St Bride's respectively.", True),
        (BANK, "The firm has 85 staff in Tarsk.", True),
        (BANK, "The firm has 60 staff in Tarsk.", False),
        (ROWS, "In 2020 the village had 1,340 inhabitants.", False),
        (RISK, "Cyclists had a 23 per cent lower risk of stroke.", False),
        (OWNER, "The regulator puts the cost at 130 million.", True),
        (OWNER, "The regulator puts the cost at 88 million.", False),
        (HALL, "The hall ended up costing $17.8m.", True),
        (HALL, "The budget was $17.8m.", False),
        (FEAR, "In 2022, 37 per cent of tenants had that fear.", True),
        (FEAR, "Among owners 44 per cent are afraid.", False),
        (PRICE, "The larger phone sells for 649 dollars.", True),
    ],
)
def test_figures_belong_to_their_own_name_or_time(article: str, summary: str, right: bool):
    assert ledger(Source(article), Document(summary)).consistent is right


POOL = (
    "The council had budgeted $12.5m for the new pool, but the final bill came to $17.8m. Construction took 41 "
    "months instead of the planned 28. A swim costs 6 euros now and will be 8 euros from May."
)
PAIR = "Dean Corley, 33, was jailed for nine years and his brother Lee, 27, for six."


@pytest.mark.parametrize(
    ("article", "summary", "right"),
    [
        (POOL, "The pool, budgeted at $12.5m, cost $17.8m.", True),
        (POOL, "The pool ended up costing $17.8m.", True),
        (POOL, "The pool ended up costing $12.5m.", False),
        (POOL, "It was meant to be built in 28 months.", True),
        (POOL, "It was meant to be built in 41 months.", False),
        (POOL, "Work on the pool took 41 months.", True),
        (POOL, "Work on the pool took 28 months.", False),
        (PAIR, "Lee Corley, 27, got six years.", True),
    ],
)
def test_what_was_planned_is_not_what_came_about(article: str, summary: str, right: bool):
    assert ledger(Source(article), Document(summary)).consistent is right
