"""Tiny random checkers, made on disk: an entailment classifier and a sequence-to-sequence model."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

THREE = {0: "CONTRADICTION", 1: "NEUTRAL", 2: "ENTAILMENT"}


def tokenizer_of(texts: Sequence[str], closing: bool) -> Any:
    """Return a word-level tokenizer; `closing` ends a text as T5 does, else pairs are joined as BERT does."""
    import transformers
    from tokenizers import Tokenizer, models, pre_tokenizers, processors, trainers

    raw = Tokenizer(models.WordLevel(unk_token="<unk>"))
    raw.pre_tokenizer = pre_tokenizers.Whitespace()
    special = ["<pad>", "<s>", "</s>", "<unk>"]
    raw.train_from_iterator([*texts, "0 1 predict :"], trainers.WordLevelTrainer(special_tokens=special))
    single, pair = ("$A </s>", "$A </s> $B </s>") if closing else ("<s> $A </s>", "<s> $A </s> $B:1 </s>:1")
    raw.post_processor = processors.TemplateProcessing(
        single=single, pair=pair, special_tokens=[("<s>", 1), ("</s>", 2)]
    )
    return transformers.PreTrainedTokenizerFast(
        tokenizer_object=raw, cls_token="<s>", eos_token="</s>", sep_token="</s>", pad_token="<pad>",
        unk_token="<unk>",
        model_input_names=["input_ids", "attention_mask", *([] if closing else ["token_type_ids"])],
    )  # fmt: skip


def make_classifier(
    folder: Path, texts: Sequence[str], labels: Mapping[int, str] = THREE, positions: int = 200, seed: int = 0
) -> Path:
    """Write a BERT-like classifier with random weights, large enough that its answers differ."""
    import torch
    import transformers

    torch.manual_seed(seed)
    tokenizer = tokenizer_of(texts, closing=False)
    config = transformers.BertConfig(
        vocab_size=len(tokenizer), hidden_size=16, num_hidden_layers=2, num_attention_heads=2,
        intermediate_size=32, max_position_embeddings=positions, pad_token_id=0, initializer_range=0.6,
        id2label=dict(labels), label2id={name: number for number, name in labels.items()},
    )  # fmt: skip
    transformers.BertForSequenceClassification(config).save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder


def make_checker(folder: Path, texts: Sequence[str]) -> Path:
    """Write a T5 with random weights, large enough that its answers differ."""
    import torch
    import transformers

    torch.manual_seed(0)
    tokenizer = tokenizer_of(texts, closing=True)
    config = transformers.T5Config(
        vocab_size=len(tokenizer), d_model=16, d_kv=8, d_ff=32, num_layers=2, num_decoder_layers=2,
        num_heads=2,
        pad_token_id=0, eos_token_id=2, decoder_start_token_id=0, initializer_factor=4.0,
        tie_word_embeddings=False,
    )  # fmt: skip
    model = transformers.T5ForConditionalGeneration(config)
    # Else every answer is certain, and nothing is seen of which part it came from.
    model.lm_head.weight.data *= 0.03
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder
