"""Units that a bare figure may borrow from one before it in its sentence."""

import pytest

from bench.facts.numbers.check import check_numbers
from bench.facts.quantities.reading import quantities
from bench.facts.source import Source
from bench.text.document import Document


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("A crew of eight, which now gets 50 kilos of bread a week, will get 25.", ["", "kg"]),
        ("Bread had gone up by 40 percent in two years and wages by nine.", ["%"]),
        ("The driver got five years and his brother two.", ["year"]),
        ("His wife received four years, suspended; her brother was given six.", ["year"]),
        ("Ostvik gets 31 per cent, followed by Dorum with 27 and Lund with nine.", ["%", "%"]),
        ("The stock dwindled from 4.8 million tonnes to 1.6 million.", ["tonne"]),
        ("The mill stood still in 2017 for six days and in 2021 for 40.", ["day"]),
        ("34 per cent would choose the Union, 27 the Liberals.", ["%"]),
        ("Shares fell 4 per cent to 83.", [""]),
        ("It killed 14 in three hours and wounded 20.", ["", ""]),
        ("The Union holds 19 of the 45 seats, the Liberals 11.", ["", ""]),
        ("He paid 40 euros. She paid 30.", [""]),
        ("Captain Rook, 66 years, 38 of which at sea, has gone.", ["year"]),
        ("After 43 years, 17 of them on the rock, she left.", ["year"]),
        ("They ran 40 kilometres, the last 12 of them in the dark.", ["km"]),
        ("She met 43 keepers, 17 of them on the rock.", ["", ""]),
        ("Some 30 per cent of the boats and 12 nets were lost.", [""]),
    ],
)
def test_a_bare_figure_notes_the_unit_that_it_may_have(text: str, units: list[str]) -> None:
    assert [found.lent[1] for found in quantities(Document(text)) if found.kind == "count"] == units


@pytest.mark.parametrize(
    ("summary", "verdict"),
    [
        ("The brother was jailed for six years.", "variant"),
        ("The brother was jailed for six months.", "unsupported"),
    ],
)
def test_a_figure_has_the_unit_that_it_borrows(summary: str, verdict: str) -> None:
    source = Source("The wife received four years, suspended; her brother, a baker, was given six.")
    (found,) = check_numbers(source, Document(summary))
    assert found.verdict == verdict
