"""What a chat server's answer says: its text, and what it took."""

import re
from typing import Any

from bench.chat.server import Failure
from bench.records import Usage

SECOND_THOUGHTS = 2
"""Asked again this often where the answer will not do: it may be chance, and each try is paid for."""

_THOUGHTS = re.compile(r"\A\s*<think>.*?</think>", re.DOTALL)


class Reply:
    """Takes the text out of an answer, and counts what all answers to one question cost."""

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
        if not text and self.blanks < SECOND_THOUGHTS:
            self._again("the answer is empty")
        self.cut = int(finish == "length")
        self.text = text

    def _again(self, reason: str) -> None:
        self.blanks += 1
        raise Failure(reason, again=self.blanks <= SECOND_THOUGHTS)

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
