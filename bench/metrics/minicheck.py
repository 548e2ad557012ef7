"""Support by a sequence-to-sequence checker in the reading of MiniCheck-FlanT5 (Tang et al., EMNLP 2024).

Each sentence of the summary is set against chunks of the article; the model's first word is 1 or 0.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from bench import weights
from bench.errors import UsageError
from bench.metrics import claims
from bench.metrics.case import Candidate, Case
from bench.metrics.claims import DECIMALS, Claims, Judged
from bench.records import Measured, Usage

# Prefix, chunk, end-of-sequence mark, claim: minicheck/inference.py of the authors' program, with its sizes.
_PREFIX = "predict: "
_CHUNK_WORDS = 500
_MAX_TOKENS = 2048


class Answers(NamedTuple):
    """The first tokens of the model's two answers."""

    supported: int
    unsupported: int


class Probability(NamedTuple):
    """How probable it is that one chunk supports a claim, and whether the chunk had to be cut to fit."""

    supported: float
    cut: bool


def measure(
    case: Case,
    candidate: Candidate,
    *,
    model: str,
    revision: str = "",
    chunk: int = _CHUNK_WORDS,
    claim: Claims = "sentence",
    supported: int = -1,
    unsupported: int = -1,
    below: float = 0.5,
    max_tokens: int = _MAX_TOKENS,
    batch: int = 16,
    dtype: str = "float32",
    device: str = "auto",
) -> Measured:
    """Return `minicheck` and `minicheck_min`, mean and minimum over the claims, 0 to 1; None without claims.

    A claim's value is the highest probability over the chunks (of at most `chunk` words) of the answer "1"
    against "0" as the decoder's first token. Claims under `below` become findings.
    """
    loaded = _loaded(model, revision, dtype, device)
    answers = answers_of(loaded.tokenizer, supported, unsupported)
    made, against = claims.claims(candidate, claim), claims.chunks(case, chunk)
    pairs = [(part.text, one.text) for one in made for part in against]
    asked = ("minicheck", model, revision, dtype, device, answers, max_tokens)
    found = claims.answers(
        case, asked, pairs, batch, lambda some: _probabilities(loaded, some, answers, max_tokens)
    )
    judged = []
    rows = claims.rows_of(found, len(against)) if against else ()
    for one, row in zip(made, rows, strict=True):
        best = max(range(len(row)), key=lambda at: row[at].supported)
        reason = f"best supported by part {best + 1} of {len(row)} of the article"
        # A chunk has hundreds of words: no evidence that fits a cell.
        judged.append(Judged(one, row[best].supported, None, reason))
    usage = Usage(cut=sum(probability.cut for probability in found))
    return claims.measured("minicheck", judged, below, usage)


def _probabilities(
    loaded: weights.Loaded, pairs: Sequence[tuple[str, str]], answers: Answers, max_tokens: int
) -> list[Probability]:
    """Return what the model says of some pairs of chunk and claim."""
    import torch

    tokenizer, model = loaded
    fits = [_fitted(tokenizer, part, claim, max_tokens) for part, claim in pairs]
    padded = tokenizer.pad({"input_ids": [ids for ids, _ in fits]}, return_tensors="pt")
    given = {name: padded[name].to(model.device) for name in ("input_ids", "attention_mask")}
    start = model.config.decoder_start_token_id
    given["decoder_input_ids"] = torch.full((len(pairs), 1), start, device=model.device)
    with torch.inference_mode():
        logits = model(**given).logits[:, 0, [answers.supported, answers.unsupported]].float()
        shares = torch.softmax(logits, dim=-1)[:, 0].tolist()
    return [Probability(round(share, DECIMALS), cut) for share, (_, cut) in zip(shares, fits, strict=True)]


def _fitted(tokenizer: Any, part: str, claim: str, max_tokens: int) -> tuple[list[int], bool]:
    """Return a pair's tokens; a chunk that is too long loses its end, the claim nothing."""
    words, cut = part.split(" "), False
    while True:
        text = f"{_PREFIX}{' '.join(words)}{tokenizer.eos_token}{claim}"
        ids = list(tokenizer(text)["input_ids"])
        if len(ids) <= max_tokens or len(words) < 2:
            return ids[:max_tokens], cut or len(ids) > max_tokens
        # A word is one token or more: no more words are dropped than must be, by at most the last round's.
        words, cut = words[: max(1, len(words) - max(1, (len(ids) - max_tokens) // 3))], True


def answers_of(tokenizer: Any, supported: int = -1, unsupported: int = -1) -> Answers:
    """Return the tokens that options name, or the first ones of "1" and "0".

    Raises UsageError where they cannot be told apart.
    """
    first = [list(tokenizer(text, add_special_tokens=False)["input_ids"])[:1] for text in ("1", "0")]
    yes, no = (
        [given] if given >= 0 else known for given, known in zip((supported, unsupported), first, strict=True)
    )
    unknown = [tokenizer.unk_token_id]
    if not yes or not no or yes == no or unknown in (yes, no):
        raise UsageError(
            'metric minicheck: the model\'s tokenizer does not tell "1" from "0" by the first token; '
            "give supported=NUMBER and unsupported=NUMBER"
        )
    return Answers(yes[0], no[0])


def ready(
    *, model: str, revision: str = "", supported: int = -1, unsupported: int = -1, batch: int = 16,
    chunk: int = _CHUNK_WORDS, max_tokens: int = _MAX_TOKENS, dtype: str = "float32", device: str = "auto",
    **_others: Any,
) -> None:  # fmt: skip
    """Load the model and look at its answers. Raises Unavailable for a model that is not there."""
    for name, value in (("batch", batch), ("chunk", chunk), ("max_tokens", max_tokens)):
        if value < 1:
            raise UsageError(f"metric minicheck: {name} is {value}; it is at least 1")
    config = weights.configuration("minicheck", model, revision)
    if not config.is_encoder_decoder:
        raise UsageError(f"metric minicheck: {config.model_type} is no sequence-to-sequence model")
    answers_of(_loaded(model, revision, dtype, device).tokenizer, supported, unsupported)


def signature(
    *, model: str, revision: str = "", chunk: int = _CHUNK_WORDS, claim: Claims = "sentence",
    supported: int = -1, unsupported: int = -1, below: float = 0.5, max_tokens: int = _MAX_TOKENS,
    dtype: str = "float32", **_operational: Any,
) -> str:  # fmt: skip
    """Return everything that changes a value: the model by content, its answers, how texts are cut."""
    return claims.signature(
        "minicheck",
        {
            "reading": "flan-t5", "model": weights.identity("minicheck", model, revision), "chunk": chunk,
            "claim": claim, "supported": supported, "unsupported": unsupported, "below": below,
            "max_tokens": max_tokens, "dtype": dtype,
        },
        ("transformers", "torch"),
    )  # fmt: skip


@cache
def _loaded(model: str, revision: str, dtype: str, device: str) -> weights.Loaded:
    """Return the model, loaded once in a process."""

    def kind(config: Any) -> Any:
        import transformers

        return transformers.AutoModelForSeq2SeqLM

    return weights.load("minicheck", model, revision, kind, dtype=dtype, device=device)
