"""A transformers model from a folder or the hub, sequence-to-sequence or causal, decoded without chance."""

from functools import cache

from _models import Model, load, template

from bench.records import Article, Summary

HEAVY = True
NEEDS = ("transformers", "torch")
EXTRA = "hf"
FILES = ("model", "prompt")
OPERATIONAL = ("device", "batch")


def summarize(
    article: Article,
    *,
    model: str,
    words: int = 60,
    revision: str = "",
    prompt: str = "",
    num_beams: int = 0,
    max_new_tokens: int = 0,
    max_input_tokens: int = 0,
    dtype: str = "auto",
    device: str = "auto",
    batch: int = 1,
) -> Summary:
    """Return the model's summary; see `summarize_many`."""
    return summarize_many(
        [article], model=model, words=words, revision=revision, prompt=prompt, num_beams=num_beams,
        max_new_tokens=max_new_tokens, max_input_tokens=max_input_tokens, dtype=dtype, device=device,
        batch=batch,
    )[0]  # fmt: skip


def summarize_many(
    articles: list[Article],
    *,
    model: str,
    words: int = 60,
    revision: str = "",
    prompt: str = "",
    num_beams: int = 0,
    max_new_tokens: int = 0,
    max_input_tokens: int = 0,
    dtype: str = "auto",
    device: str = "auto",
    batch: int = 1,
) -> list[Summary]:
    """Return a summary of each article, `batch` of them at once.

    `model` is a folder or a hub id; 0 leaves beams to the model's own settings, the length to `words` and the
    input to what the model can read. An article that is too long for it loses its end, and is counted.
    """
    loaded: Model = _loaded(model, revision, dtype, device)
    asked = [loaded.prompt(article, template(prompt, loaded.causal), words) for article in articles]
    longest = max_new_tokens or loaded.tokens_for(words)
    summaries: list[Summary] = loaded.write(asked, longest, num_beams, max_input_tokens)
    return summaries


@cache
def _loaded(model: str, revision: str, dtype: str, device: str) -> Model:
    """Return a model, loaded once in a process."""
    return load(model, revision, dtype, device)
