"""The metric minicheck with a tiny T5 made on disk; values against torch, one pair at a time."""

from pathlib import Path
from statistics import fmean
from typing import Any

import pytest

from bench.errors import Unavailable, UsageError
from bench.metrics import minicheck
from bench.metrics.case import Candidate, Case
from bench.records import Article, Item, Measured
from tests.conftest import TINY, Command
from tests.metrics.tiny_checkers import make_checker, make_classifier

torch = pytest.importorskip("torch", reason="torch is not installed (extra hf)")
transformers = pytest.importorskip("transformers", reason="transformers is not installed (extra hf)")

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("torch")]

EVIDENCE = (
    "Drivers end strike\n\nAbout 430 drivers went back to work on Monday. The port of Narvik had been closed "
    "for nine days.\nThe union wants 6.5 per cent.\n"
)
# Sentences of 3, 9, 10 and 6 words.
PARTS = {
    500: [EVIDENCE.strip()],
    15: [EVIDENCE[:66], "The port of Narvik had been closed for nine days.", "The union wants 6.5 per cent."],
    1: ["Drivers end strike", EVIDENCE[20:66], EVIDENCE[67:116], "The union wants 6.5 per cent."],
}
CLAIMS = ["The union wants nine per cent.", "Narvik was closed.", "About 430 drivers work."]
SUMMARY = " ".join(CLAIMS)
ITEM = Item(Article("a", "Drivers end strike", EVIDENCE[20:].strip()), EVIDENCE)


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_checker(tmp_path_factory.mktemp("minicheck"), [EVIDENCE, SUMMARY])


def by_hand(folder: Path, parts: list[str]) -> list[list[float]]:
    """Return the probability of "1" against "0" by claim and part, each pair computed alone."""
    tokenizer: Any = transformers.AutoTokenizer.from_pretrained(folder)
    network: Any = transformers.T5ForConditionalGeneration.from_pretrained(folder).eval()
    one, zero = tokenizer.convert_tokens_to_ids(["1", "0"])

    def probability(part: str, claim: str) -> float:
        ids = tokenizer.encode(f"predict: {part}", add_special_tokens=False)
        ids += [2, *tokenizer.encode(claim, add_special_tokens=False), 2]
        with torch.no_grad():
            logits = network(input_ids=torch.tensor([ids]), decoder_input_ids=torch.tensor([[0]])).logits[
                0, 0
            ]
        return float(1 / (1 + 2.718281828459045 ** float(logits[zero] - logits[one])))

    return [[probability(part, claim) for part in parts] for claim in CLAIMS]


def measured(folder: Path, summary: str = SUMMARY, **options: Any) -> Measured:
    return minicheck.measure(Case(ITEM), Candidate(summary), model=str(folder), device="cpu", **options)


@pytest.mark.parametrize("words", PARTS)
def test_the_part_that_supports_a_sentence_most_counts_and_mean_and_minimum_are_told(
    words: int, model: Path
) -> None:
    expected = [max(row) for row in by_hand(model, PARTS[words])]
    values = measured(model, chunk=words).values
    assert values["minicheck"] == pytest.approx(fmean(expected), abs=1e-4)
    assert values["minicheck_min"] == pytest.approx(min(expected), abs=1e-4)
    assert max(expected) - min(expected) > 0.01, "the tiny model does not tell its claims apart"


@pytest.mark.parametrize("batch", [1, 2, 100])
def test_the_size_of_a_batch_changes_nothing(batch: int, model: Path) -> None:
    assert measured(model, chunk=1, batch=batch) == measured(model, chunk=1)


def test_a_sentence_below_the_bound_is_a_finding_that_names_the_part(model: Path) -> None:
    rows = by_hand(model, PARTS[1])
    bound = sorted(max(row) for row in rows)[0] + 1e-3
    [finding] = measured(model, chunk=1, below=bound).findings
    at = CLAIMS.index(finding.claim)
    assert max(rows[at]) < bound
    assert (finding.kind, finding.verdict) == ("sentence", "suspect")
    assert SUMMARY[finding.start : finding.end] == finding.claim
    best = rows[at].index(max(rows[at])) + 1
    assert finding.reason.endswith(f": best supported by part {best} of 4 of the article")


def test_a_part_that_does_not_fit_loses_its_end_and_the_claim_nothing(model: Path) -> None:
    tokenizer = transformers.AutoTokenizer.from_pretrained(model)
    fitted, cut = minicheck._fitted(tokenizer, EVIDENCE, CLAIMS[0], 30)
    assert cut
    assert len(fitted) <= 30
    assert tokenizer.decode(fitted).endswith("</s> The union wants nine per cent . </s>")
    assert tokenizer.decode(fitted).startswith("predict : Drivers end strike About 430")
    assert measured(model, max_tokens=30).usage.cut == 3  # type: ignore[union-attr]
    assert measured(model).usage.cut == 0  # type: ignore[union-attr]


def test_answers_that_begin_alike_are_told_apart_by_numbers_or_not_at_all(
    model: Path, tmp_path: Path
) -> None:
    tokenizer = transformers.AutoTokenizer.from_pretrained(model)
    one, zero = tokenizer.convert_tokens_to_ids(["1", "0"])
    assert minicheck.answers_of(tokenizer) == (one, zero)
    assert minicheck.answers_of(tokenizer, 7, 8) == (7, 8)
    with pytest.raises(UsageError, match="give supported=NUMBER and unsupported=NUMBER"):
        minicheck.answers_of(tokenizer, zero)


def test_a_model_of_another_kind_or_none_is_said_before_anything_starts(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match=r"^minicheck: cannot load "):
        minicheck.ready(model=str(tmp_path / "nowhere" / "at" / "all"))
    classifier = make_classifier(tmp_path / "bert", [EVIDENCE])
    with pytest.raises(UsageError, match="bert is no sequence-to-sequence model"):
        minicheck.ready(model=str(classifier))


def test_the_size_of_parts_is_in_the_signature_and_that_of_batches_is_not(model: Path) -> None:
    plain = minicheck.signature(model=str(model))
    assert minicheck.signature(model=str(model), batch=2, device="cpu") == plain
    assert minicheck.signature(model=str(model), chunk=100) != plain


def test_scores_of_a_file_get_its_columns_and_findings(
    model: Path, sumbench: Command, tmp_path: Path
) -> None:
    outputs = tmp_path / "outputs.jsonl"
    row = '{"system": "mine", "article": "%s", "text": "Drivers of Narvik went back. The union is closed."}\n'
    outputs.write_text("".join(row % a for a in ("harbour-strike", "twin-verdicts")), encoding="utf-8")
    spec = f'minicheck(model="{model}", below=1.0, device=cpu)'
    done = sumbench("score", "outputs.jsonl", "--corpus", TINY, "--metrics", spec)
    assert done.returncode == 0, done.stderr
    folder = tmp_path / "results/tiny"
    assert (folder / "scores.csv").read_text(encoding="utf-8").count(",minicheck") == 4
    assert (folder / "findings.csv").read_text(encoding="utf-8").count(",sentence,") == 4
    page = sumbench("report", "results/tiny", "--corpus", TINY)
    assert page.returncode == 0, page.stderr
    shown = sumbench("show", "harbour-strike", "--corpus", TINY, "--results", "results/tiny")
    assert shown.returncode == 0, shown.stderr
    assert "sentence" in shown.stdout
