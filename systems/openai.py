"""Any OpenAI-compatible chat server (OpenAI, vLLM, llama.cpp, Ollama); the key comes from OPENAI_API_KEY."""

import re
from pathlib import Path
from typing import Any

from bench.chat.reply import Reply
from bench.chat.server import Limits, key_for, server
from bench.records import Article, Summary

REMOTE = True
DETERMINISTIC = False
NEEDS = ("httpx2",)
EXTRA = "http"
SECRETS = ("OPENAI_API_KEY",)
ENVIRONMENT = {"base_url": "OPENAI_BASE_URL"}
FILES = ("prompt",)
OPERATIONAL = ("timeout", "retries", "backoff", "patience", "input_price", "output_price", "key_env")

PROMPT = (
    "Summarise the news article below in at most {words} words of plain prose, in the article's language. "
    "Write only the summary. Use only what the article says; keep its figures and names exact.\n\n"
    "{title}\n\n{text}"
)


def summarize(
    article: Article,
    *,
    model: str,
    words: int = 60,
    base_url: str = "https://api.openai.com/v1",
    prompt: str = "",
    system: str = "",
    temperature: float = 0.0,
    seed: int = 0,
    max_tokens: int = 0,
    key_env: str = "OPENAI_API_KEY",
    timeout: float = 60.0,
    retries: int = 8,
    backoff: float = 0.5,
    patience: float = 150.0,
    input_price: float = 0.0,
    output_price: float = 0.0,
) -> Summary:
    """Return the model's summary with what it took.

    `prompt` is a text or a file with {words}, {title}, {text} and {language}; prices are US dollars for a
    million tokens; an article takes at most `patience` seconds and `retries` tries after the first.
    """
    key = key_for(base_url, key_env)
    messages = [{"role": "user", "content": _filled(_template(prompt), article, words)}]
    if system:
        messages.insert(0, {"role": "system", "content": system})
    body: dict[str, Any] = {"model": model, "messages": messages, "temperature": temperature, "seed": seed}
    if max_tokens:
        body["max_tokens"] = max_tokens
    reply = Reply(input_price, output_price)
    try:
        exchange = server(base_url, key).ask(body, Limits(timeout, retries, backoff, patience), reply)
    except Exception as error:
        # What came to nothing was paid for all the same.
        error.usage = reply.usage(getattr(error, "requests", 0))  # type: ignore[attr-defined]
        raise
    return Summary(reply.text, reply.usage(exchange.requests))


def _template(prompt: str) -> str:
    """Return the prompt, read from its file where it names one."""
    if prompt and "\n" not in prompt and len(prompt) < 1000 and Path(prompt).is_file():
        return Path(prompt).read_text(encoding="utf-8")
    return prompt or PROMPT


def _filled(template: str, article: Article, words: int) -> str:
    """Return the prompt for one article; braces in the article stay as they are."""
    fields = {"words": str(words), "title": article.title, "text": article.text, "language": article.language}
    return re.sub(r"\{(words|title|text|language)\}", lambda match: fields[match[1]], template)
