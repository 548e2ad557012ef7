"""Entailment by a transformers classifier in the zero-shot reading of SummaC (Laban et al., TACL 2022).

Each sentence of the summary is set against each block of the article; the block that entails it most counts.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Literal, NamedTuple

from bench import weights
from bench.errors import UsageError
from bench.metrics import claims
from bench.metrics.case import Candidate, Case
from bench.metrics.claims import DECIMALS, Claims, Granularity, Judged
from bench.records import Measured, Span, Usage

Use = Literal["difference", "entailment"]


class Labels(NamedTuple):
    """Which outputs of a classifier mean entailment and contradiction (None where it knows of none)."""

    entailment: int
    contradiction: int | None


class Probability(NamedTuple):
    """What a classifier says of one pair, each 0 to 1, and whether the pair had to be cut to fit."""

    entailment: float
    contradiction: float
    cut: bool


def measure(
    case: Case,
    candidate: Candidate,
    *,
    model: str,
    revision: str = "",
    granularity: Granularity = "sentence",
    claim: Claims = "sentence",
    use: Use = "difference",
    entailment: int = -1,
    contradiction: int = -1,
    below: float = 0.5,
    max_tokens: int = 0,
    batch: int = 16,
    dtype: str = "float32",
    device: str = "auto",
) -> Measured:
    """Return `nli` and `nli_min`, mean and minimum over the claims, 0 to 1; None where there is no claim.

    A claim's value is the highest entailment over the blocks, or, with `use="difference"` as in the authors'
    program, (1 + highest entailment - highest contradiction) / 2. Claims under `below` become findings.
    """
    loaded = _loaded(model, revision, dtype, device)
    labels = labels_of(loaded.model.config.id2label, use, entailment, contradiction)
    made, against = claims.claims(candidate, claim), claims.blocks(case, granularity)
    room = min(weights.room(loaded), max_tokens or weights.room(loaded))
    pairs = [(block.text, one.text) for one in made for block in against]
    asked = ("nli", model, revision, dtype, device, labels, room)
    found = claims.answers(case, asked, pairs, batch, lambda some: _probabilities(loaded, some, labels, room))
    rows = claims.rows_of(found, len(against)) if against else ()
    judged = [_judged(one, row, against, use) for one, row in zip(made, rows, strict=True)]
    usage = Usage(cut=sum(probability.cut for probability in found))
    return claims.measured("nli", judged, below, usage)


def _judged(claim: Span, row: Sequence[Probability], against: Sequence[Span], use: Use) -> Judged:
    """Return one claim's value, with the block that entails it most."""
    best = max(range(len(row)), key=lambda at: row[at].entailment)
    entailed, denied = row[best].entailment, max(p.contradiction for p in row)
    value = entailed if use == "entailment" else (1 + entailed - denied) / 2
    reason = f"entailed with at most {entailed:.2f}"
    if use == "difference":
        reason += f", contradicted with up to {denied:.2f}"
    return Judged(claim, value, against[best], reason)


def _probabilities(
    loaded: weights.Loaded, pairs: Sequence[tuple[str, str]], labels: Labels, room: int
) -> list[Probability]:
    """Return what the model says of some pairs of block and claim; what is too long loses its end."""
    import torch

    first, second = [list(texts) for texts in zip(*pairs, strict=True)]
    tokenizer, model = loaded
    whole = [len(ids) for ids in tokenizer(first, second)["input_ids"]]
    given = tokenizer(
        first, second, padding=True, truncation="longest_first", max_length=room, return_tensors="pt"
    ).to(model.device)
    with torch.inference_mode():
        shares = torch.softmax(model(**given).logits.float(), dim=-1).tolist()
    return [
        Probability(
            round(row[labels.entailment], DECIMALS),
            0.0 if labels.contradiction is None else round(row[labels.contradiction], DECIMALS),
            length > room,
        )
        for row, length in zip(shares, whole, strict=True)
    ]


def labels_of(id2label: Mapping[int, str], use: Use, entailment: int = -1, contradiction: int = -1) -> Labels:
    """Return the labels that options name, or that the model's configuration names.

    Raises UsageError where they cannot be told apart.
    """
    names = {int(number): str(name) for number, name in id2label.items()}
    shown = ", ".join(f"{number}={name}" for number, name in sorted(names.items()))
    for option, number in (("entailment", entailment), ("contradiction", contradiction)):
        if number >= 0 and number not in names:
            raise UsageError(f"metric nli: {option}={number} is no label of this model; it has {shown}")
    entails = entailment if entailment >= 0 else _named(names, "entail")
    denies = contradiction if contradiction >= 0 else _named(names, "contradict")
    if entails is None or entails == denies:
        raise UsageError(
            f"metric nli: no label of the model means entailment: {shown}; give entailment=NUMBER"
        )
    if denies is None and use == "difference":
        raise UsageError(
            f"metric nli: no label of the model means contradiction: {shown}; "
            "give contradiction=NUMBER, or use=entailment"
        )
    return Labels(entails, denies)


def _named(names: Mapping[int, str], part: str) -> int | None:
    """Return the one label whose name has `part` and is no denial of it ("not_entailment")."""
    found = [
        number
        for number, name in names.items()
        if part in name.lower() and not name.lower().startswith(("not", "non", "no_", "no-", "no "))
    ]
    return found[0] if len(found) == 1 else None


def ready(
    *, model: str, revision: str = "", use: Use = "difference", entailment: int = -1,
    contradiction: int = -1, batch: int = 16, **_others: Any,
) -> None:  # fmt: skip
    """Look at the model's labels and the options. Raises Unavailable for a model that is not there."""
    if batch < 1:
        raise UsageError(f"metric nli: batch is {batch}; it is at least 1")
    config = weights.configuration("nli", model, revision)
    labels_of(config.id2label, use, entailment, contradiction)


def signature(
    *, model: str, revision: str = "", granularity: Granularity = "sentence", claim: Claims = "sentence",
    use: Use = "difference", entailment: int = -1, contradiction: int = -1, below: float = 0.5,
    max_tokens: int = 0, dtype: str = "float32", **_operational: Any,
) -> str:  # fmt: skip
    """Return everything that changes a value: the model by content, its labels, how texts are cut."""
    config = weights.configuration("nli", model, revision)
    labels = labels_of(config.id2label, use, entailment, contradiction)
    return claims.signature(
        "nli",
        {
            "reading": "summac-zs", "model": weights.identity("nli", model, revision), "use": use,
            "entailment": labels.entailment, "contradiction": labels.contradiction,
            "granularity": granularity, "claim": claim, "below": below, "max_tokens": max_tokens,
            "dtype": dtype,
        },
        ("transformers", "torch"),
    )  # fmt: skip


@cache
def _loaded(model: str, revision: str, dtype: str, device: str) -> weights.Loaded:
    """Return the model, loaded once in a process."""

    def kind(config: Any) -> Any:
        import transformers

        return transformers.AutoModelForSequenceClassification

    return weights.load("nli", model, revision, kind, dtype=dtype, device=device)
