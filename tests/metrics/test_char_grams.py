"""chrF2 equal to sacreBLEU in every float: real text, small alphabets that stress repeats, odd characters."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sacrebleu.metrics.chrf import CHRF

from bench.metrics.char_grams import CharacterGrams, chrf
from tests.conftest import ROOT

SACREBLEU = CHRF()
# More different characters than fit a byte each.
MANY = "".join(chr(0x4E00 + number) for number in range(400))

WIRE = sorted((ROOT / "references" / "wire").glob("*"))


def by_sacrebleu(reference: str, candidate: str) -> float:
    score: float = SACREBLEU.sentence_score(candidate, [reference]).score
    return score


@pytest.mark.parametrize("folder", [f for f in WIRE if f.is_dir()], ids=lambda folder: folder.name)
def test_it_is_sacrebleus_on_articles_and_references(folder: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    for reference in texts:
        kept = CharacterGrams(reference)
        assert [chrf(kept, text) for text in texts] == [by_sacrebleu(reference, text) for text in texts]


@pytest.mark.parametrize("alphabet", ["ab", "abc ", "aé’ \n1.\U0001f600", "ab" + MANY], ids=len)
@settings(max_examples=200)
@given(data=st.data())
def test_it_is_sacrebleus_where_characters_repeat(alphabet: str, data: st.DataObject) -> None:
    texts = st.text(alphabet=alphabet, max_size=60)
    reference, candidate = data.draw(texts), data.draw(texts)
    assert chrf(CharacterGrams(reference), candidate) == by_sacrebleu(reference, candidate)


@pytest.mark.parametrize(
    ("reference", "candidate"),
    [
        ("", "abc"),
        ("abc", ""),
        ("abc", "  \n "),
        ("abcde", "abcde"),
        ("abcdef", "abcdef"),
        ("x" * 300, "x" * 299),
        (MANY, MANY[::-1]),
        (MANY, MANY[:50] + "abc" + MANY[53:]),
        (MANY[:254], MANY[100:400]),
        (MANY[:255], MANY[100:400]),
    ],
)
def test_it_is_sacrebleus_at_the_edges(reference: str, candidate: str) -> None:
    assert chrf(CharacterGrams(reference), candidate) == by_sacrebleu(reference, candidate)
