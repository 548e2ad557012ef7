"""Metrics: what is measured of a summary, one module each.

A metric is a module with `measure(case, candidate) -> Measured | mapping`. Its columns stand here, so that
listing metrics imports none of them; strangers' metrics are files or entry points of the same shape.
"""

from typing import Literal

import msgspec

Better = Literal["higher", "lower", ""]


class Column(msgspec.Struct, frozen=True):
    """One column: its range and meaning. `count` columns are summed over articles, others averaged.

    `quality` columns count as 0 for a failed or empty output; the others are blank there.
    """

    name: str
    about: str
    better: Better = "higher"
    decimals: int = 3
    quality: bool = True
    count: bool = False


class Metric(msgspec.Struct, frozen=True):
    """One metric: where its code is, its columns and what it needs of an item.

    `path` is set for strangers' metrics; `extra` and `packages` name what must be installed first, `asks` the
    options that must be given. `heavy` metrics load a large model and are measured in one process, `remote`
    ones wait on a server with the key in `secret` and are measured by threads.
    """

    name: str
    module: str
    about: str
    columns: tuple[Column, ...]
    needs_references: bool = False
    extra: str = ""
    path: str = ""
    packages: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    heavy: bool = False
    remote: bool = False
    secret: str = ""

    @property
    def apart(self) -> bool:
        """Whether its values cost enough to be measured once and kept."""
        return self.heavy or self.remote


def _plain(name: str, about: str, decimals: int = 3) -> Column:
    """Return a descriptive column: neither direction is better."""
    return Column(name, about, better="", decimals=decimals, quality=False)


def _count(name: str, about: str) -> Column:
    """Return a column of counts behind a rate."""
    return Column(name, about, better="", decimals=0, quality=False, count=True)


METRICS: tuple[Metric, ...] = (
    Metric(
        "facts",
        "bench.metrics.facts",
        "Numbers and people: claims the article supports, key facts kept, and the findings behind them.",
        (
            Column("numbers_precision", "share of the summary's distinct numbers that the article supports"),
            Column("numbers_recall", "share of the key numbers that the summary keeps"),
            Column("people_precision", "share of the summary's distinct people that the article supports"),
            Column("people_recall", "share of the key people that the summary keeps"),
            Column("consistent", "1 if no number, person, role or speaker is unsupported or misattached"),
            Column(
                "facts", "K / (K + W + M): K key facts kept, W distinct wrong claims, M key facts missing"
            ),
            _count("numbers_claims", "distinct numbers and dates in the summaries"),
            _count("numbers_keys", "key numbers and dates asked for"),
            _count("people_claims", "distinct people in the summaries"),
            _count("people_keys", "key people asked for"),
            _count("wrong_claims", "distinct unsupported or misattached claims"),
        ),
    ),
    Metric(
        "rouge",
        "bench.metrics.rouge",
        "ROUGE-1, -2, -L and -Lsum F1 with stemming, equal to the rouge-score package float for float.",
        (
            Column("rouge1", "ROUGE-1 F1, mean over references"),
            Column("rouge2", "ROUGE-2 F1, mean over references"),
            Column("rougeL", "ROUGE-L F1, mean over references"),
            Column("rougeLsum", "ROUGE-Lsum F1 over sentences, mean over references"),
        ),
        needs_references=True,
    ),
    Metric(
        "chrf",
        "bench.metrics.chrf",
        "chrF2 by sacreBLEU, 0 to 1.",
        (Column("chrf", "chrF2 (character n-grams to 6, beta 2), mean over references"),),
        needs_references=True,
    ),
    Metric(
        "length",
        "bench.metrics.length",
        "Words of the summary, and article words over summary words.",
        (
            _plain("words", "words of the summary, between spaces", 1),
            _plain("compression", "article words over summary words", 1),
        ),
    ),
    Metric(
        "overlap",
        "bench.metrics.overlap",
        "Coverage and density (Grusky et al. 2018) and novel bigrams against the article.",
        (
            _plain("coverage", "share of summary words inside fragments copied from the article"),
            _plain("density", "mean squared length of copied fragments per summary word", 2),
            _plain("novelty", "share of summary bigrams that are not in the article"),
        ),
    ),
    Metric(
        "nli",
        "bench.metrics.nli",
        "Entailment by a transformers classifier, zero-shot SummaC (Laban et al. 2022).",
        (
            Column("nli", "entailment less contradiction of the summary's sentences, 0 to 1, mean"),
            Column("nli_min", "the same of the sentence that is entailed least"),
        ),
        extra="hf",
        packages=("transformers", "torch"),
        asks=("model",),
        heavy=True,
    ),
    Metric(
        "minicheck",
        "bench.metrics.minicheck",
        "Support by a sequence-to-sequence checker, as MiniCheck-FlanT5 is read (Tang et al. 2024).",
        (
            Column("minicheck", "probability that the article supports the summary's sentences, mean"),
            Column("minicheck_min", "the same of the sentence that is supported least"),
        ),
        extra="hf",
        packages=("transformers", "torch"),
        asks=("model",),
        heavy=True,
    ),
    Metric(
        "judge",
        "bench.metrics.judge",
        "A chat model on an OpenAI-compatible server that calls each sentence supported or not.",
        (
            Column("judge", "share of sentences that the judge calls supported, mean over its replies"),
            _plain("judge_spread", "highest share less lowest over the judge's replies"),
        ),
        extra="http",
        packages=("httpx2",),
        asks=("model",),
        remote=True,
        secret="OPENAI_API_KEY",
    ),
)


BUNDLED_COLUMNS: tuple[Column, ...] = tuple(
    c for metric in METRICS if not metric.extra for c in metric.columns
)
"""The columns of every run, in table order."""
