"""Surnames in capitals: read as other names where a text writes surnames so, acronyms left alone."""

import pytest

from bench.text.repair import repair

MENDED = {
    "two of them": (
        "The judge, Anton BRISK, sat with Zsofia ABARTA of the court in the old hall.",
        "The judge, Anton Brisk, sat with Zsofia Abarta of the court in the old hall.",
    ),
    "one that stands elsewhere": (
        "The judge, Anton BRISK, sat down. Brisk then rose and left the old hall.",
        "The judge, Anton Brisk, sat down. Brisk then rose and left the old hall.",
    ),
    "titles and particles": (
        "The judge, Ms O'NEILL, sat with Ursula VON DER LEYEN in the old hall of the court.",
        "The judge, Ms O'Neill, sat with Ursula Von Der Leyen in the old hall of the court.",
    ),
}  # fmt: skip

KEPT = (
    "Radio BBC told President NATO and the Former FBI man that Judge NASA of the court had left.",
    "In Brussels NATO and in Vienna OPEC met; NATO and OPEC said no more about the talks there.",
    "ANTON BRISK LEFT. Anton BRISK SAT WITH Zsofia BARTA",
    "Bayern MUNICH came home after the long match and nobody was there to see them",
)


@pytest.mark.parametrize(("given_text", "meant"), MENDED.values(), ids=MENDED.keys())
def test_a_surname_in_capitals_is_read_as_a_name(given_text: str, meant: str) -> None:
    assert repair(given_text).text == meant


@pytest.mark.parametrize("text", KEPT)
def test_acronyms_and_other_capitals_stay(text: str) -> None:
    assert repair(text).text == text
