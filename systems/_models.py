"""Loading transformers models and decoding with them: what fits is kept, what does not is counted."""

import copy
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import bench.weights as weights
from bench.records import Article, Summary, Usage

# Tokens for a word of English news with the small vocabularies in use, and some room for a last sentence.
_TOKENS_PER_WORD = 1.6
_ROOM = 16
_CHAT_PROMPT = (
    "Summarise the news article below in at most {words} words of plain prose, in the article's language. "
    "Write only the summary. Use only what the article says; keep its figures and names exact.\n\n"
    "{title}\n\n{text}"
)
_PLAIN_PROMPT = "{title}\n\n{text}\n\nSummary in at most {words} words:"


class Prompt(NamedTuple):
    """A prompt still to be filled with as much of an article as fits."""

    fill: Callable[[str], str]
    text: str


def template(prompt: str, causal: bool) -> str:
    """Return the template that an option names (a text or a file), or the usual one ("" for a chat)."""
    if prompt and "\n" not in prompt and len(prompt) < 1000 and Path(prompt).is_file():
        return Path(prompt).read_text(encoding="utf-8")
    return prompt or ("" if causal else "{text}")


class Model:
    """A loaded model with its tokenizer."""

    def __init__(self, tokenizer: Any, model: Any):
        """Take a tokenizer and a model that is where it will compute."""
        self.tokenizer, self.model = tokenizer, model
        self.causal = not model.config.is_encoder_decoder
        self.chat = self.causal and bool(getattr(tokenizer, "chat_template", None))
        if self.causal:
            # What is generated must follow the text, not its padding.
            tokenizer.padding_side = "left"
        if tokenizer.pad_token_id is None:
            tokenizer.pad_token = tokenizer.eos_token or tokenizer.unk_token

    def prompt(self, article: Article, form: str, words: int) -> Prompt:
        """Return the prompt for one article; braces in the article stay as they are."""
        form = form or (_CHAT_PROMPT if self.chat else _PLAIN_PROMPT)
        fields = {"words": str(words), "title": article.title, "language": article.language}

        def fill(text: str) -> str:
            known = fields | {"text": text}
            filled = re.sub(r"\{(words|title|text|language)\}", lambda match: known[match[1]], form)
            if not self.chat:
                return filled
            turns = [{"role": "user", "content": filled}]
            return str(self.tokenizer.apply_chat_template(turns, add_generation_prompt=True, tokenize=False))

        return Prompt(fill, article.text)

    def tokens_for(self, words: int) -> int:
        """Return how many new tokens a summary of `words` words may take."""
        return round(words * _TOKENS_PER_WORD) + _ROOM

    def room(self, longest: int, asked: int) -> int:
        """Return how many tokens the model can read, when it has `longest` still to write."""
        room = weights.room(weights.Loaded(self.tokenizer, self.model)) - (longest if self.causal else 0)
        return max(1, min(room, asked or room))

    def fitted(self, prompt: Prompt, room: int) -> tuple[list[int], bool]:
        """Return the prompt's tokens with as much of the article as fits, and whether any was lost."""
        text = prompt.text
        tokens = self._tokens(prompt.fill(text))
        body = self.tokenizer(text, add_special_tokens=False)["input_ids"]
        keep = len(body)
        while len(tokens) > room and keep > 0:
            # A few tokens more than needed: cutting may split a token in two.
            keep = max(0, keep - (len(tokens) - room) - (1 if keep < len(body) else 0))
            text = self.tokenizer.decode(body[:keep], skip_special_tokens=True)
            tokens = self._tokens(prompt.fill(text))
        return tokens[:room], keep < len(body) or len(tokens) > room

    def _tokens(self, text: str) -> list[int]:
        """Return token ids; a chat template has its special tokens in the text."""
        return list(self.tokenizer(text, add_special_tokens=not self.chat)["input_ids"])

    def write(self, prompts: Sequence[Prompt], longest: int, beams: int, asked: int) -> list[Summary]:
        """Return what the model writes after each prompt, at most `longest` tokens."""
        import torch

        fits = [self.fitted(prompt, self.room(longest, asked)) for prompt in prompts]
        padded = self.tokenizer.pad({"input_ids": [ids for ids, _ in fits]}, return_tensors="pt")
        given = {name: padded[name].to(self.model.device) for name in ("input_ids", "attention_mask")}
        with torch.inference_mode():
            made = self.model.generate(**given, generation_config=self._decoding(longest, beams))
        # A causal model repeats what it was given, others begin with a token of their own.
        made = made[:, given["input_ids"].shape[1] if self.causal else 1 :]
        texts = self.tokenizer.batch_decode(made, skip_special_tokens=True)
        return [
            Summary(
                text.strip(), Usage(input_tokens=len(ids), output_tokens=self._written(row), cut=int(cut))
            )
            for text, row, (ids, cut) in zip(texts, made.tolist(), fits, strict=True)
        ]

    def _written(self, row: list[int]) -> int:
        """Return how many tokens of a row are not padding."""
        return sum(token != self.tokenizer.pad_token_id for token in row)

    def _decoding(self, longest: int, beams: int) -> Any:
        """Return the model's own decoding settings without chance and within the length."""
        settings = copy.deepcopy(self.model.generation_config)
        settings.do_sample = False
        settings.temperature = settings.top_p = settings.top_k = None
        settings.max_length, settings.max_new_tokens = None, longest
        settings.min_length = min(settings.min_length or 0, longest)
        settings.pad_token_id = self.tokenizer.pad_token_id
        if beams:
            settings.num_beams = beams
        return settings


def load(name: str, revision: str, dtype: str, device: str) -> Model:
    """Load a model from a folder or the hub. Raises Unavailable with the first line of what is wrong."""

    def kind(config: Any) -> Any:
        import transformers

        return (
            transformers.AutoModelForSeq2SeqLM
            if config.is_encoder_decoder
            else transformers.AutoModelForCausalLM
        )

    return Model(*weights.load("hf", name, revision, kind, dtype=dtype, device=device))
