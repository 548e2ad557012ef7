"""Every float must be rouge-score's: texts of the corpus, lists that stress ties, odd Unicode."""

import gzip
import json
import pickle
import random
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rouge_score.rouge_scorer import RougeScorer  # rouge-score 0.1.2, nltk 3.10.4

from bench.metrics.rouge_fast import Rouge, Tokens, prepare, score
from bench.text import stems
from bench.text.sentences import sentences

ROOT = Path(__file__).resolve().parents[2]
WIRE = ROOT / "references" / "wire"
LABELLED = ROOT / ".." / "shared" / "data" / "humanlabels"
Lines = list[str]


@cache
def scorer(stemmer: bool) -> RougeScorer:
    return RougeScorer(list(Rouge._fields), use_stemmer=stemmer)


def expected(
    reference: Lines, candidate: Lines, stemmer: bool = True
) -> dict[str, tuple[float, float, float]]:
    scores = scorer(stemmer).score("\n".join(reference), "\n".join(candidate))
    return {name: tuple(scores[name]) for name in Rouge._fields}


def given_by_us(
    reference: Lines, candidate: Lines, stemmer: bool = True
) -> dict[str, tuple[float, float, float]]:
    found = score(prepare(reference, stemmer=stemmer), prepare(candidate, stemmer=stemmer))
    return {name: tuple(triple) for name, triple in found._asdict().items()}


def random_lines(rng: random.Random, letters: str, longest: int) -> Lines:
    return [
        " ".join(rng.choice(letters) for _ in range(rng.randint(0, longest)))
        for _ in range(rng.randint(0, 6))
    ]


# Few letters make many ties, which only rouge-score's own order of choices resolves as it does. References
# of more than 200 tokens are laid out in another way.
@pytest.mark.parametrize(
    ("letters", "longest", "cases"),
    [("ab", 10, 300), ("abc", 10, 300), ("abcd", 14, 300), ("abcdefgh", 20, 200), ("abcdefgh", 90, 12)],
)
def test_lists_over_few_letters_have_the_packages_floats(letters: str, longest: int, cases: int) -> None:
    rng = random.Random(f"{letters}{longest}")
    for _ in range(cases):
        reference, candidate = random_lines(rng, letters, longest), random_lines(rng, letters, longest)
        assert given_by_us(reference, candidate) == expected(reference, candidate), (reference, candidate)


# A drawn sentence and one made from it by few changes: the ties of texts that copy from each other.
@pytest.mark.parametrize("seed", range(4))
def test_shuffled_copies_have_the_packages_floats(seed: int) -> None:
    rng = random.Random(seed)
    words = [f"w{number}" for number in range(30)]
    for _ in range(100):
        reference = [rng.choices(words, k=rng.randint(1, 15)) for _ in range(rng.randint(1, 5))]
        candidate = [list(line) for line in rng.choices(reference, k=rng.randint(1, 5))]
        for line in candidate:
            first, second = rng.randrange(len(line)), rng.randrange(len(line))
            line[first], line[second] = line[second], rng.choice(words)
        lines = [" ".join(line) for line in reference], [" ".join(line) for line in candidate]
        assert given_by_us(*lines) == expected(*lines), lines


ODD = [
    [], [""], ["", ""], ["…"], ["a"], ["the the the"], ["The cat sat.", "", "The cat ran."],
    ["one\ntwo\n\nthree", "four"], ["cat sat\r\nmat", "mat\rcat"], ["cat\x0bsat\x0cmat\x1cran\x85sat"],
    ["İstanbul'da ÇATIŞMA", "istanbul da"], ["the \u212aelvin scale", "kelvin scale"],
    ["na\u00efve caf\u00e9", "nave caf"], ["cat\ud800sat", "\udfffcat"], ["cat😀sat", "catsat"],
    ["ΣΑΣ sas", "ﬁre fire"], ["١٢ 12 twelve", "x² x2"], ["U.S. won't co-operate", "us wont cooperate"],
    ["cats|cat | running", "cat run"], ["running\tRUNS\u00a0ran"],
]  # fmt: skip


@pytest.mark.parametrize("reference", ODD)
def test_an_odd_text_has_the_packages_floats_against_any_other(reference: Lines) -> None:
    for candidate, stemmer in product(ODD, (True, False)):
        assert given_by_us(reference, candidate, stemmer) == expected(reference, candidate, stemmer), (
            candidate
        )


LINES = st.lists(st.text(st.sampled_from("aabbccy \t\r\n.-İ\u212a\ud800é😀1"), max_size=30), max_size=4)


@given(LINES, LINES, st.booleans())
def test_any_two_texts_have_the_packages_floats(reference: Lines, candidate: Lines, stemmer: bool) -> None:
    assert given_by_us(reference, candidate, stemmer) == expected(reference, candidate, stemmer)


def bundled() -> list[tuple[str, str]]:
    pairs = []
    for folder in sorted(WIRE.iterdir()):
        references = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("reference.*.txt"))]
        if references:
            article = (folder / "article.txt").read_text(encoding="utf-8")
            pairs += [(references[0], references[-1]), (article, references[0]), (references[-1], article)]
    return pairs


@pytest.mark.parametrize("stemmer", [True, False])
def test_the_bundled_texts_have_the_packages_floats(stemmer: bool) -> None:
    pairs = bundled()
    assert len(pairs) > 15
    for reference, candidate in pairs:
        lines = list(sentences(reference)), list(sentences(candidate))
        assert given_by_us(*lines, stemmer) == expected(*lines, stemmer)


@pytest.mark.skipif(not LABELLED.is_dir(), reason="../shared/data/humanlabels is not at hand")
@pytest.mark.parametrize("name", ["summeval", "frank", "ragtruth_summary", "xsumfaith"])
def test_published_summaries_have_the_packages_floats(name: str) -> None:
    with gzip.open(LABELLED / f"{name}.val.jsonl.gz", "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file][::23]
    for row in rows[:40]:
        summary = list(sentences(row["summary"]))
        for reference in [row["document"], *row.get("references", [])[:3]]:
            lines = list(sentences(reference))
            assert given_by_us(lines, summary) == expected(lines, summary)


PAIR = (
    ["The director said 430 workers struck.", "Talks failed."],
    ["Talks failed, directors said.", "Workers strike."],
)


def test_texts_read_before_and_after_the_vocabulary_was_let_go_are_comparable() -> None:
    reference = prepare(PAIR[0])
    stems.forget()
    candidate = prepare(["Something else comes first here.", *PAIR[1]])
    assert score(reference, candidate) == score(prepare(PAIR[0]), candidate)
    assert score(reference, prepare(PAIR[1])).rouge1 == expected(*PAIR)["rouge1"]


def test_a_text_sent_to_another_process_scores_the_same_there() -> None:
    reference, candidate = prepare(PAIR[0]), prepare(PAIR[1])
    before = score(reference, candidate)
    sent = pickle.dumps(reference)
    stems.forget()
    prepare(["Other words come first."])
    received = pickle.loads(sent)
    assert isinstance(received, Tokens)
    assert score(received, candidate) == before


def test_memory_is_bounded_and_values_stay_equal_when_the_vocabulary_is_full(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(stems, "LIMIT", 40)
    stems.forget()
    pairs = [tuple(list(sentences(text)) for text in pair) for pair in bundled()[:9]]
    references = [prepare(reference) for reference, _ in pairs]
    candidates = [prepare(candidate) for _, candidate in pairs]
    for pair, reference, candidate in zip(pairs, references, candidates, strict=True):
        assert score(reference, candidate)._asdict() == expected(*pair)
        assert len(stems.vocabulary(True)) < 40 + 1000


def test_threads_may_read_texts_at_the_same_time() -> None:
    pairs = [tuple(list(sentences(text)) for text in pair) for pair in bundled()]
    alone = [score(prepare(reference), prepare(candidate)) for reference, candidate in pairs]
    stems.forget()
    with ThreadPoolExecutor(4) as pool:
        jobs = [pool.submit(lambda a, b: score(prepare(a), prepare(b)), *pair) for pair in pairs]
        assert [job.result() for job in jobs] == alone


def test_characters_skip_surrogates_and_too_many_words_are_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stems, "_FIRST", 0xD7FE)
    monkeypatch.setattr(stems, "_LAST", 0xE003)
    stems.forget()
    words = "a b c d e f".split()
    assert given_by_us([" ".join(words)], ["f e a b"], stemmer=False) == expected(
        [" ".join(words)], ["f e a b"], False
    )
    with pytest.raises(ValueError, match="score it in parts"):
        prepare([" ".join(map(str, range(10)))], stemmer=False)
    stems.forget()


def test_one_string_is_not_taken_for_a_list_of_sentences() -> None:
    with pytest.raises(TypeError, match="sequence of sentences"):
        prepare("One string.")


def test_stemmed_and_unstemmed_texts_are_not_compared() -> None:
    with pytest.raises(ValueError, match="not stemmed"):
        score(prepare(PAIR[0]), prepare(PAIR[1], stemmer=False))
