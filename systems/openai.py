"""Any OpenAI-compatible chat server (OpenAI, vLLM, llama.cpp, Ollama); the key comes from OPENAI_API_KEY."""

import os
import re
from pathlib import Path
from typing import Any

from _chat import Failure, Limits, server

from bench.errors import Unavailable
from bench.records import Article, Summary, Usage

REMOTE = True
DETERMINISTIC = False
NEEDS = ("httpx2",)
EXTRA = "http"
SECRETS = ("OPENAI_API_KEY",)
ENVIRONMENT = {"base_url": "OPENAI_BASE_URL"}
FILES = ("prompt",)
OPERATIONAL = ("timeout", "retries", "backoff", "patience", "input_price", "output_price", "key_env")

OPENAI = "https://api.openai.com/v1"
PROMPT = (
    "Summarise the news article below in at most {words} words of plain prose, in the article's language. "
    "Write only the summary. Use only what the article says; keep its figures and names exact.\n\n"
    "{title}\n\n{text}"
)
# Asked again this often where the answer is blank or a refusal: it may be chance, and each try is paid for.
_SECOND_THOUGHTS = 2
_THOUGHTS = re.compile(r"\A\s*<think>.*?</think>", re.DOTALL)


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
    key = os.environ.get(key_env, "").strip()
    if not key and base_url.rstrip("/") == OPENAI:
        raise Unavailable(f"{key_env} is not set; set it, or name another server with base_url")
    messages = [{"role": "user", "content": _filled(_template(prompt), article, words)}]
    if system:
        messages.insert(0, {"role": "system", "content": system})
    body: dict[str, Any] = {"model": model, "messages": messages, "temperature": temperature, "seed": seed}
    if max_tokens:
        body["max_tokens"] = max_tokens
    judge = _Judge(input_price, output_price)
    try:
        exchange = server(base_url, key).ask(body, Limits(timeout, retries, backoff, patience), judge)
    except Exception as error:
        # What came to nothing was paid for all the same.
        error.usage = judge.usage(getattr(error, "requests", 0))  # type: ignore[attr-defined]
        raise
    return Summary(judge.text, judge.usage(exchange.requests))


def _template(prompt: str) -> str:
    """Return the prompt, read from its file where it names one."""
    if prompt and "\n" not in prompt and len(prompt) < 1000 and Path(prompt).is_file():
        return Path(prompt).read_text(encoding="utf-8")
    return prompt or PROMPT


def _filled(template: str, article: Article, words: int) -> str:
    """Return the prompt for one article; braces in the article stay as they are."""
    fields = {"words": str(words), "title": article.title, "text": article.text, "language": article.language}
    return re.sub(r"\{(words|title|text|language)\}", lambda match: fields[match[1]], template)


class _Judge:
    """Takes the text out of an answer, and counts what all answers to one article cost."""

    def __init__(self, input_price: float, output_price: float):
        self.prices = (input_price, output_price)
        self.text = ""
        self.blanks = self.input_tokens = self.output_tokens = self.cut = 0
        self.stated: float | None = None

    def __call__(self, answer: Any) -> None:
        """Keep the text of `answer`. Raises Failure where there is none to keep."""
        if not isinstance(answer, dict):
            raise Failure("the answer is not a JSON object")
        self._count(answer)
        if answer.get("error"):
            raise Failure(f"the answer is an error: {str(answer['error'])[:200]}")
        choices = answer.get("choices")
        if not isinstance(choices, list) or not choices or not isinstance(choices[0], dict):
            raise Failure("the answer has no choices")
        message = choices[0].get("message")
        if not isinstance(message, dict):
            raise Failure("the answer's choice has no message")
        finish = choices[0].get("finish_reason")
        refusal = message.get("refusal")
        if refusal or finish == "content_filter":
            self._again(f"refused: {str(refusal or finish)[:200]}")
        text = _THOUGHTS.sub("", _content(message)).strip()
        if not text and self.blanks < _SECOND_THOUGHTS:
            self._again("the answer is empty")
        self.cut = int(finish == "length")
        self.text = text

    def _again(self, reason: str) -> None:
        self.blanks += 1
        raise Failure(reason, again=self.blanks <= _SECOND_THOUGHTS)

    def _count(self, answer: dict[str, Any]) -> None:
        """Add what one answer says that it took."""
        usage = answer.get("usage")
        if not isinstance(usage, dict):
            return
        self.input_tokens += _number(usage.get("prompt_tokens"))
        self.output_tokens += _number(usage.get("completion_tokens"))
        cost = usage.get("cost")
        if isinstance(cost, (int, float)) and not isinstance(cost, bool):
            self.stated = (self.stated or 0.0) + float(cost)

    def usage(self, requests: int) -> Usage:
        """Return requests, tokens and dollars: as the server states them, else by the price options."""
        cost = self.stated
        if cost is None and any(self.prices):
            cost = (self.input_tokens * self.prices[0] + self.output_tokens * self.prices[1]) / 1e6
        return Usage(
            requests=requests, input_tokens=self.input_tokens, output_tokens=self.output_tokens,
            cost=cost, cut=self.cut,
        )  # fmt: skip


def _content(message: dict[str, Any]) -> str:
    """Return a message's text, which some servers give in parts."""
    content = message.get("content")
    if isinstance(content, list):
        return "".join(str(part.get("text", "")) for part in content if isinstance(part, dict))
    return content if isinstance(content, str) else ""


def _number(value: Any) -> int:
    return value if isinstance(value, int) and value > 0 else 0
