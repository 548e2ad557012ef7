"""A chat model as the judge: any OpenAI-compatible server, each sentence of the summary supported or not.

The prompt is a file whose digest is in the signature; the reply is read strictly or not at all.
"""

import hashlib
import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import fmean
from typing import Any, NamedTuple

import msgspec

from bench.chat.reply import SECOND_THOUGHTS, Reply
from bench.chat.server import OPENAI, ChatError, Failure, Limits, key_for, server
from bench.errors import Unavailable, Unmeasured, UsageError
from bench.metrics import claims
from bench.metrics.case import Candidate, Case
from bench.records import Finding, Measured, Span, Usage
from bench.redaction import plain_urls, without_secrets

PROMPT = Path(__file__).with_name("data") / "judge_prompt.txt"
_FENCE = re.compile(r"\A```(?:json)?\s*\n(.*)\n```\Z", re.DOTALL)
_FIELDS = re.compile(r"\{(article|summary|count)\}")
_LONGEST_REASON = 300


class Sentence(msgspec.Struct, forbid_unknown_fields=True):
    """What one reply says of one sentence."""

    number: int
    supported: bool
    reason: str


class Judgement(msgspec.Struct, forbid_unknown_fields=True):
    """One reply of the judge: an entry for each sentence, in their order."""

    sentences: list[Sentence]


class Asking(NamedTuple):
    """How the judge is asked: what does not depend on the summary."""

    address: str
    key: str
    limits: Limits
    body: dict[str, Any]
    prices: tuple[float, float]


def measure(
    case: Case,
    candidate: Candidate,
    *,
    model: str,
    base_url: str = "",
    revision: str = "",
    prompt: str = "",
    temperature: float = 0.0,
    seed: int = 0,
    repeats: int = 1,
    max_tokens: int = 0,
    key_env: str = "OPENAI_API_KEY",
    timeout: float = 60.0,
    retries: int = 8,
    backoff: float = 0.5,
    patience: float = 150.0,
    input_price: float = 0.0,
    output_price: float = 0.0,
) -> Measured:
    """Return `judge`, the share of sentences called supported, and `judge_spread`, both 0 to 1.

    `judge` is the mean over `repeats` replies, each asked with a seed of its own; `judge_spread` is the
    highest share less the lowest, None for a single reply. A sentence that at least half of the replies call
    unsupported becomes a finding. Raises Unmeasured where the server gives no reply of the form asked for,
    Unavailable where there is no server; `revision` is a note of what stands behind the model's name.
    """
    made = claims.claims(candidate, "sentence")
    if not made:
        return Measured({"judge": None, "judge_spread": None})
    asked = _filled(_template(prompt), case.item.evidence, made)
    body = {"model": model, "messages": [{"role": "user", "content": asked}], "temperature": temperature}
    address = _address(base_url)
    asking = Asking(
        address, key_for(address, key_env), Limits(timeout, retries, backoff, patience),
        body | ({"max_tokens": max_tokens} if max_tokens else {}), (input_price, output_price),
    )  # fmt: skip
    replies, usage = _replies(asking, len(made), range(seed, seed + repeats))
    return Measured(_columns(replies), tuple(_findings(made, replies)), usage)


def _replies(asking: Asking, sentences: int, seeds: Iterable[int]) -> tuple[list[Judgement], Usage]:
    """Return a judgement for each seed, and what they took together. Raises as `measure` does."""
    replies, usage = list[Judgement](), Usage()
    for seed in seeds:
        reply = _Judgements(asking.prices, sentences)
        try:
            exchange = server(asking.address, asking.key).ask(
                asking.body | {"seed": seed}, asking.limits, reply
            )
        except (ChatError, Unavailable) as error:
            # What came to nothing was paid for all the same.
            spent = _sum(usage, reply.usage(getattr(error, "requests", 0)))
            raise _lacking(error, spent, reply.misread) from None
        usage = _sum(usage, reply.usage(exchange.requests))
        replies.append(reply.judgement)
    return replies, usage


def _lacking(error: Exception, spent: Usage, misread: int) -> Exception:
    """Return the error that says why there is no value; a server that was understood badly is there."""
    reason = f"judge: {without_secrets(plain_urls(' '.join(str(error).split())))}"
    if misread or not isinstance(error, Unavailable):
        return Unmeasured(reason, spent)
    made = Unavailable(reason)
    made.usage = spent  # type: ignore[attr-defined]
    return made


def _columns(replies: Sequence[Judgement]) -> dict[str, float | None]:
    """Return the mean and the spread of the replies' shares."""
    shares = [fmean(sentence.supported for sentence in reply.sentences) for reply in replies]
    return {"judge": fmean(shares), "judge_spread": max(shares) - min(shares) if len(shares) > 1 else None}


def _findings(made: Sequence[Span], replies: Sequence[Judgement]) -> list[Finding]:
    """Return the sentences that at least half of the replies call unsupported, with the first reason."""
    found = []
    for at, claim in enumerate(made):
        against = [reply.sentences[at] for reply in replies if not reply.sentences[at].supported]
        if 2 * len(against) < len(replies):
            continue
        said = next(
            (" ".join(one.reason.split()) for one in against if one.reason.strip()), "no reason given"
        )
        votes = f"{len(against)} of {len(replies)} replies: " if len(replies) > 1 else ""
        reason = f"judge: {votes}{without_secrets(said)[:_LONGEST_REASON]}"
        text = " ".join(claim.text.split())
        found.append(Finding("sentence", text, "suspect", claim.start, claim.end, (), reason))
    return found


class _Judgements(Reply):
    """Takes the judgement out of an answer. Raises Failure for one that is not of the form asked for."""

    def __init__(self, prices: tuple[float, float], sentences: int):
        super().__init__(*prices)
        self._sentences, self.misread = sentences, 0
        self.judgement = Judgement([])

    def __call__(self, answer: Any) -> None:
        """Keep the judgement."""
        super().__call__(answer)
        try:
            self.judgement = judgement_of(self.text, self._sentences)
        except ValueError as error:
            self.misread += 1
            shown = " ".join(self.text[:80].split())
            raise Failure(
                f"a reply that is no judgement ({error}): {shown!r}", again=self.misread <= SECOND_THOUGHTS
            ) from None


def judgement_of(text: str, sentences: int) -> Judgement:
    """Read a reply: one JSON object, with or without a code fence around it, an entry for each sentence.

    Raises ValueError saying what is wrong with any other.
    """
    fenced = _FENCE.match(text.strip())
    try:
        read = msgspec.json.decode(fenced[1] if fenced else text, type=Judgement)
    except msgspec.DecodeError as error:
        raise ValueError(str(error)) from None
    numbers = [sentence.number for sentence in read.sentences]
    if numbers != list(range(1, sentences + 1)):
        raise ValueError(f"entries for sentences {numbers}, asked for 1 to {sentences}")
    return read


def _filled(template: str, article: str, made: Sequence[Span]) -> str:
    """Return the prompt; braces in article and summary stay as they are."""
    numbered = "\n".join(f"{n}. {' '.join(claim.text.split())}" for n, claim in enumerate(made, 1))
    fields = {"article": article, "summary": numbered, "count": str(len(made))}
    return _FIELDS.sub(lambda match: fields[match[1]], template)


def _template(prompt: str) -> str:
    """Return the prompt's text. Raises UsageError where an option names a file that will not do."""
    path = Path(prompt).expanduser() if prompt else PROMPT
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"metric judge: prompt {prompt!r} cannot be read: {error}") from None
    lacking = [name for name in ("article", "summary") if f"{{{name}}}" not in text]
    if lacking:
        raise UsageError(f"metric judge: prompt {prompt!r} has no place for {{{lacking[0]}}}")
    return text


def _address(base_url: str) -> str:
    return base_url or os.environ.get("OPENAI_BASE_URL", "").strip() or OPENAI


def _sum(one: Usage, other: Usage) -> Usage:
    """Return what two exchanges took together; a cost that neither states is unknown."""
    costs = [usage.cost for usage in (one, other) if usage.cost is not None]
    return Usage(
        requests=one.requests + other.requests, input_tokens=one.input_tokens + other.input_tokens,
        output_tokens=one.output_tokens + other.output_tokens, cut=one.cut + other.cut,
        cost=sum(costs) if costs else None,
    )  # fmt: skip


def ready(
    *, prompt: str = "", base_url: str = "", key_env: str = "OPENAI_API_KEY", repeats: int = 1, **_others: Any
) -> None:
    """Look at the prompt and the key; the server is asked nothing yet. Raises UsageError or Unavailable."""
    if repeats < 1:
        raise UsageError(f"metric judge: repeats is {repeats}; it is at least 1")
    _template(prompt)
    try:
        address = _address(base_url)
        server(address, key_for(address, key_env))
    except Unavailable as error:
        raise Unavailable(f"judge: {error}") from None


def signature(
    *, model: str, base_url: str = "", revision: str = "", prompt: str = "", temperature: float = 0.0,
    seed: int = 0, repeats: int = 1, max_tokens: int = 0, **_operational: Any,
) -> str:  # fmt: skip
    """Return everything that changes a value: model and server, the prompt by its digest, how it is asked."""
    digest = hashlib.sha256(_template(prompt).encode()).hexdigest()[:16]
    return claims.signature(
        "judge",
        {
            "reading": "sentences", "model": model, "server": plain_urls(_address(base_url)),
            "revision": revision, "prompt": f"sha256:{digest}", "temperature": temperature, "seed": seed,
            "repeats": repeats, "max_tokens": max_tokens,
        },
    )  # fmt: skip
