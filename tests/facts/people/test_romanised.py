"""Names in two transcriptions, joined double surnames, and kin of whom the article has the given name alone."""

import pytest

from bench.facts.ledger import ledger
from bench.facts.people.names.compare import same_romanised_name
from bench.facts.people.names.romanised import difference, same_romanised
from bench.facts.source import Source
from bench.text.document import Document


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("evgenii", "yevgeny"),
        ("vorob'yov", "vorobiev"),
        ("dzhaksybekov", "jaksybekov"),
        ("abd al-rahim", "abdurrahim"),
        ("zhihao", "chih-hao"),
        ("hsueh", "xue"),
        ("charalambos", "haralambos"),
        ("yiorgos", "giorgos"),
        ("hnatiuk", "gnatyuk"),
        ("janukovitsch", "yanukovych"),
    ],
)
def test_transcriptions_of_one_name_are_one(one: str, other: str) -> None:
    assert same_romanised(one, other)
    assert difference(one, other) == difference(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mario", "maria"),
        ("alexander", "alexandra"),
        ("vorobyov", "vorobyova"),
        ("yeong-su", "yeon-ju"),
        ("hassan", "hussein"),
        ("johnson", "jensen"),
        ("rahman", "rahmani"),
        ("lund", "lind"),
    ],
)
def test_other_names_are_no_transcriptions(one: str, other: str) -> None:
    assert not same_romanised(one, other)


@pytest.mark.parametrize(
    ("told", "known", "same"),
    [
        ("vladimir hnatiuk", "volodymyr gnatyuk", True),
        ("li-hua hsu", "xu lihua", True),
        ("pak chong-ho", "park jeong-ho", True),
        ("abdurrahim", "abd al-rahim", True),
        ("ann johnston", "ann johnson", False),
        ("xu meihua", "xu lihua", False),
        ("candace lora vane", "candace mira vane", False),
    ],
)
def test_given_names_and_surname_are_each_a_transcription(told: str, known: str, same: bool) -> None:
    assert same_romanised_name(tuple(told.split()), tuple(known.split())) == same


SOURCE = Source(
    "The pilot Yevgeny Vorobyov flew the minister, Octavio Lunares Brea, to Kesh on Monday. His deputy, Ramiro Brea Soto, "
    "who is no relation, stayed at home. Vorobyov's brother, Anton, repaired the engine. The engineer Farid Mansour had "
    "found a leak. His wife, Salma, drove the lorry that brought Mansour's tools. Szabo Istvan, a mechanic, helped."
)


@pytest.mark.parametrize(
    ("summary", "right"),
    [
        ("Evgenii Vorobiev flew the minister to Kesh.", True),
        ("E. Vorobiev flew the minister to Kesh.", True),
        ("Octavio Lunares was flown to Kesh.", True),
        ("Ramiro Brea stayed at home.", True),
        ("Anton Vorobyov repaired the engine.", True),
        ("Salma Mansour drove the lorry.", True),
        ("Istvan Szabo helped.", True),
        ("Octavio Brea Soto was flown to Kesh.", False),
        ("Ramiro Lunares Brea stayed at home.", False),
        ("Farid Szabo helped.", False),
    ],
)
def test_a_name_of_one_person_is_told_from_one_joined_of_two(summary: str, right: bool) -> None:
    assert ledger(SOURCE, Document(summary)).consistent == right
