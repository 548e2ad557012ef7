"""The metric nli with tiny classifiers made on disk; values against torch, one pair at a time."""

import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from statistics import fmean
from typing import Any

import pytest

from bench.chosen import choose_metrics
from bench.errors import Unavailable, UsageError
from bench.metrics import nli
from bench.metrics.case import Candidate, Case
from bench.records import Article, Item, Measured
from tests.conftest import TINY, Command
from tests.metrics.tiny_checkers import THREE, make_classifier

torch = pytest.importorskip("torch", reason="torch is not installed (extra hf)")
transformers = pytest.importorskip("transformers", reason="transformers is not installed (extra hf)")

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("torch")]

SENTENCES = [
    "Drivers end strike",
    "About 430 drivers went back to work on Monday.",
    "The port of Narvik had been closed for nine days.",
    "The union wants 6.5 per cent.",
]
EVIDENCE = f"{SENTENCES[0]}\n\n{SENTENCES[1]} {SENTENCES[2]}\n{SENTENCES[3]}\n"
PARAGRAPHS = [SENTENCES[0], f"{SENTENCES[1]} {SENTENCES[2]}", SENTENCES[3]]
CLAIMS = ["The union wants nine per cent.", "Narvik was closed.", "About 430 drivers work."]
SUMMARY = "  ".join(CLAIMS)
ITEM = Item(Article("a", SENTENCES[0], EVIDENCE.split("\n\n")[1].strip()), EVIDENCE)


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_classifier(tmp_path_factory.mktemp("nli"), [EVIDENCE, SUMMARY])


def by_hand(folder: Path, blocks: Sequence[str], claims: Sequence[str]) -> list[list[list[float]]]:
    """Return softmax probabilities by claim, block and label, each pair computed alone."""
    tokenizer: Any = transformers.AutoTokenizer.from_pretrained(folder)
    network: Any = transformers.BertForSequenceClassification.from_pretrained(folder).eval()

    def one(block: str, claim: str) -> list[float]:
        ids = [1, *tokenizer.encode(block, add_special_tokens=False), 2]
        second = [*tokenizer.encode(claim, add_special_tokens=False), 2]
        types = torch.tensor([[0] * len(ids) + [1] * len(second)])
        with torch.no_grad():
            logits = network(input_ids=torch.tensor([ids + second]), token_type_ids=types).logits[0]
        exps = [2.718281828459045**x for x in logits.tolist()]
        return [x / sum(exps) for x in exps]

    return [[one(block, claim) for block in blocks] for claim in claims]


def measured(folder: Path, summary: str = SUMMARY, **options: Any) -> Measured:
    return nli.measure(Case(ITEM), Candidate(summary), model=str(folder), device="cpu", **options)


def test_the_highest_entailment_less_the_highest_contradiction_is_averaged_over_sentences(
    model: Path,
) -> None:
    image = by_hand(model, SENTENCES, CLAIMS)
    expected = [(1 + max(p[2] for p in row) - max(p[0] for p in row)) / 2 for row in image]
    values = measured(model).values
    assert values["nli"] == pytest.approx(fmean(expected), abs=1e-4)
    assert values["nli_min"] == pytest.approx(min(expected), abs=1e-4)
    assert max(expected) - min(expected) > 0.1, "the tiny model does not tell its claims apart"


@pytest.mark.parametrize(
    ("granularity", "blocks"),
    [("sentence", SENTENCES), ("paragraph", PARAGRAPHS), ("document", [EVIDENCE.strip()])],
)
def test_entailment_alone_by_every_granularity(granularity: str, blocks: list[str], model: Path) -> None:
    image = by_hand(model, blocks, CLAIMS)
    values = measured(model, granularity=granularity, use="entailment").values
    assert values["nli"] == pytest.approx(fmean(max(p[2] for p in row) for row in image), abs=1e-4)


def test_the_whole_summary_may_be_one_claim(model: Path) -> None:
    [row] = by_hand(model, SENTENCES, [SUMMARY])
    values = measured(model, claim="summary", use="entailment").values
    assert values["nli"] == values["nli_min"] == pytest.approx(max(p[2] for p in row), abs=1e-4)


@pytest.mark.parametrize("batch", [1, 2, 5, 100])
def test_the_size_of_a_batch_changes_nothing(batch: int, model: Path) -> None:
    assert measured(model, batch=batch) == measured(model)


def test_a_sentence_that_another_summary_had_is_not_computed_again(
    model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case, seen = Case(ITEM), list[tuple[str, str]]()
    compute = nli._probabilities

    def noted(loaded: Any, pairs: Any, labels: Any, room: int) -> Any:
        seen.extend(pairs)
        return compute(loaded, pairs, labels, room)

    monkeypatch.setattr(nli, "_probabilities", noted)
    options: dict[str, Any] = {"model": str(model), "device": "cpu"}
    alone = nli.measure(case, Candidate(f"{CLAIMS[0]} {CLAIMS[0]}"), **options)
    assert len(seen) == len(SENTENCES)
    assert alone.values["nli"] == alone.values["nli_min"]
    assert nli.measure(case, Candidate(SUMMARY), **options) == measured(model)
    assert len(set(seen)) == len(SENTENCES) * len(CLAIMS)
    # 4 pairs of the first summary, 8 new ones of the second, and all 12 of an article read anew.
    assert len(seen) == 4 + 8 + 12
    nli.measure(case, Candidate(CLAIMS[0]), max_tokens=12, **options)
    assert len(seen) == 4 + 8 + 12 + 4


def test_a_sentence_below_the_bound_is_a_finding_with_the_nearest_block(model: Path) -> None:
    image = by_hand(model, SENTENCES, CLAIMS)
    values = [max(p[2] for p in row) for row in image]
    bound = sorted(values)[1] + 1e-3
    found = measured(model, use="entailment", below=bound).findings
    assert [f.claim for f in found] == [c for c, v in zip(CLAIMS, values, strict=True) if v < bound]
    assert len(found) == 2
    for finding in found:
        assert (finding.kind, finding.verdict) == ("sentence", "suspect")
        assert SUMMARY[finding.start : finding.end] == finding.claim
        [span] = finding.evidence
        row = image[CLAIMS.index(finding.claim)]
        assert span.text == EVIDENCE[span.start : span.end]
        assert span.text == SENTENCES[max(range(4), key=lambda at: row[at][2])]


@pytest.mark.parametrize("summary", ["", "  \n"])
def test_without_a_sentence_there_is_no_value(summary: str, model: Path) -> None:
    assert measured(model, summary).values == {"nli": None, "nli_min": None}


def test_what_is_longer_than_the_model_reads_loses_its_end_and_is_counted(
    model: Path, tmp_path: Path
) -> None:
    # With three marks a pair: 7, 4 and 5 tokens beside 3, 10, 11 and 9.
    assert measured(model).usage.cut == 0  # type: ignore[union-attr]
    short = make_classifier(tmp_path, [EVIDENCE, SUMMARY], positions=12)
    assert measured(short).usage.cut == 10  # type: ignore[union-attr]
    assert measured(model, max_tokens=12).usage.cut == 10  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("names", "options", "labels"),
    [
        (THREE, {}, (2, 0)),
        ({0: "entailment", 1: "neutral", 2: "contradiction"}, {}, (0, 2)),
        ({0: "LABEL_0", 1: "LABEL_1", 2: "LABEL_2"}, {"entailment": 1, "contradiction": 2}, (1, 2)),
        ({0: "entailment", 1: "not_entailment"}, {"use": "entailment"}, (0, None)),
        ({0: "entailment", 1: "not_entailment"}, {"contradiction": 1}, (0, 1)),
        ({0: "Non-entailment", 1: "Entailment"}, {"use": "entailment"}, (1, None)),
    ],
)
def test_labels_are_read_from_the_configuration(
    names: dict[int, str], options: dict[str, Any], labels: tuple[int, int | None]
) -> None:
    assert nli.labels_of(names, **{"use": "difference"} | options) == labels


@pytest.mark.parametrize(
    ("names", "options", "problem"),
    [
        ({0: "LABEL_0", 1: "LABEL_1", 2: "LABEL_2"}, {}, "0=LABEL_0, 1=LABEL_1, 2=LABEL_2; give entailment="),
        ({0: "entailment", 1: "not_entailment"}, {}, "give contradiction=NUMBER, or use=entailment"),
        ({0: "entails", 1: "weakly entails", 2: "contradicts"}, {}, "means entailment"),
        (THREE, {"entailment": 3}, "entailment=3 is no label of this model; it has 0=CONTRADICTION"),
        (THREE, {"entailment": 0}, "means entailment"),
    ],
)
def test_labels_that_cannot_be_told_apart_are_said_with_what_to_give(
    names: dict[int, str], options: dict[str, Any], problem: str
) -> None:
    with pytest.raises(UsageError, match=problem):
        nli.labels_of(names, **{"use": "difference"} | options)


def test_the_signature_follows_the_weights_and_not_their_folder(model: Path, tmp_path: Path) -> None:
    here = nli.signature(model=str(model))
    moved = shutil.copytree(model, tmp_path / "moved")
    (moved / "README.md").write_text("Read me.", encoding="utf-8")
    assert nli.signature(model=str(moved), device="cuda", batch=3) == here
    assert str(model) not in here
    other = make_classifier(tmp_path / "other", [EVIDENCE, SUMMARY], seed=1)
    assert nli.signature(model=str(other)) != here
    assert nli.signature(model=str(model), granularity="document") != here
    assert f"transformers-{transformers.__version__}" in here


def test_a_model_that_is_not_there_is_said_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match=r"^nli: cannot load "):
        nli.ready(model=str(tmp_path))


def test_a_run_has_its_columns_and_the_default_ranking_and_is_not_compared_with_another_models(
    model: Path, sumbench: Command, tmp_path: Path
) -> None:
    def run(out: str, metrics: str | None, *more: object) -> Any:
        chosen = ("--metrics", metrics) if metrics else ()
        return sumbench("run", "--corpus", TINY, "--out", out, "--jobs", 2, *chosen, *more)

    plain = run("plain", None)
    assert plain.returncode == 0, plain.stderr
    every = "facts,rouge,chrf,length,overlap,"
    done = run("one", f'{every}nli(model="{model}", device=cpu)')
    assert done.returncode == 0, done.stderr
    before, after = (
        [line.split(",") for line in (tmp_path / out / "tiny/leaderboard.csv").read_text().splitlines()]
        for out in ("plain", "one")
    )
    assert [row[:4] for row in after] == [row[:4] for row in before]
    assert set(after[0]) - set(before[0]) == {"nli", "nli_min"}
    values = {row[2]: row[after[0].index("nli")] for row in after}
    assert values["empty"] == "0.0000"
    assert 0 < float(values["lead"]) < 1
    run_json = (tmp_path / "one/tiny/run.json").read_text(encoding="utf-8")
    assert str(model.parent) not in run_json
    assert json.loads(run_json)["options"]["in_effect"]["metrics"]["nli"]["model"] == model.name

    again = run("one", f'{every}nli(model="{model}", device=cpu)', "--jobs", 1)
    assert "took: nli: 0 asked, " in again.stderr
    other = make_classifier(tmp_path / "other", [EVIDENCE, SUMMARY], seed=1)
    run("two", f'{every}nli(model="{other}", device=cpu)')
    refused = sumbench("compare", "one/tiny", "two/tiny")
    assert refused.returncode == 5
    assert "nli: model:" in refused.stderr
    assert sumbench("compare", "plain/tiny", "one/tiny").returncode == 0


@pytest.mark.parametrize(
    ("spec", "problem"),
    [
        ("nli", "metric nli needs a value for model: nli(model=…)"),
        ("nli(model=m, use=neutral)", "metric nli: use is 'neutral'; it is one of difference, entailment"),
        ("nli(model=m, batch=many)", "metric nli: batch is 'many'; expected a whole number, got text"),
    ],
)
def test_what_is_lacking_or_wrong_is_said_before_anything_starts(spec: str, problem: str) -> None:
    with pytest.raises(UsageError) as raised:
        choose_metrics(spec)
    assert str(raised.value) == problem
