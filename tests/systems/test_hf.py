"""The hf adapter with tiny random models of both kinds, made on disk; no hub, no download."""

from pathlib import Path
from typing import Any

import pytest

from bench.corpus import open_corpus
from bench.generate import generate
from bench.records import Output
from bench.system import System, prepare_system
from tests.conftest import TINY, Command

torch = pytest.importorskip("torch", reason="torch is not installed (extra hf)")
transformers = pytest.importorskip("transformers", reason="transformers is not installed (extra hf)")

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("torch")]


def tokenizer_of(texts: list[str], folder: Path) -> Any:
    """Return a word-level tokenizer trained on the texts."""
    from tokenizers import Tokenizer, models, pre_tokenizers, trainers

    raw = Tokenizer(models.WordLevel(unk_token="<unk>"))
    raw.pre_tokenizer = pre_tokenizers.Whitespace()
    special = ["<pad>", "<s>", "</s>", "<unk>", "<user>", "<model>"]
    raw.train_from_iterator(texts, trainers.WordLevelTrainer(special_tokens=special))
    return transformers.PreTrainedTokenizerFast(
        tokenizer_object=raw, bos_token="<s>", eos_token="</s>", pad_token="<pad>", unk_token="<unk>",
    )  # fmt: skip


@pytest.fixture(scope="session")
def models(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Folders of a sequence-to-sequence, a causal and a chat model with random weights."""
    corpus = open_corpus(str(TINY))
    texts = [item.evidence for item in corpus.items()]
    torch.manual_seed(0)
    made: dict[str, Path] = {}
    for kind in ("seq2seq", "causal", "chat"):
        folder = tmp_path_factory.mktemp(kind)
        tokenizer = tokenizer_of(texts, folder)
        size = len(tokenizer)
        if kind == "seq2seq":
            config = transformers.BartConfig(
                vocab_size=size, d_model=16, encoder_layers=1, decoder_layers=1, encoder_attention_heads=2,
                decoder_attention_heads=2, encoder_ffn_dim=32, decoder_ffn_dim=32,
                max_position_embeddings=300,
                pad_token_id=0, bos_token_id=1, eos_token_id=2, decoder_start_token_id=2,
            )  # fmt: skip
            model = transformers.BartForConditionalGeneration(config)
        else:
            config = transformers.LlamaConfig(
                vocab_size=size, hidden_size=16, intermediate_size=32, num_hidden_layers=1,
                num_attention_heads=2, num_key_value_heads=2, max_position_embeddings=300,
                pad_token_id=None, bos_token_id=1, eos_token_id=2,
            )  # fmt: skip
            model = transformers.LlamaForCausalLM(config)
            if kind == "chat":
                tokenizer.chat_template = (
                    "{% for m in messages %}<user> {{ m.content }} {% endfor %}"
                    "{% if add_generation_prompt %}<model>{% endif %}"
                )
        model.save_pretrained(folder)
        tokenizer.save_pretrained(folder)
        made[kind] = folder
    return made


def system(folder: Path, options: str = "", words: int = 12) -> System:
    spec = f"hf(model='{folder}', device=cpu{', ' if options else ''}{options})"
    return prepare_system(spec, words=words, corpus_words=None, seed=0)


def outputs(one: System) -> list[Output]:
    corpus = open_corpus(str(TINY))
    return sorted(generate([one], corpus, corpus.ids), key=lambda output: output.article)


@pytest.mark.parametrize("kind", ["seq2seq", "causal", "chat"])
def test_a_model_writes_something_and_the_same_thing_again(kind: str, models: dict[str, Path]) -> None:
    first, second = outputs(system(models[kind])), outputs(system(models[kind]))
    assert [output.status for output in first] == ["ok", "ok"], first
    assert [output.text for output in first] == [output.text for output in second]
    for output in first:
        assert output.usage is not None
        assert 0 < output.usage.output_tokens <= 12 * 1.6 + 16
        assert output.usage.input_tokens > 50
        assert output.usage.cut == 0


@pytest.mark.parametrize("kind", ["seq2seq", "causal", "chat"])
def test_articles_in_a_batch_give_what_they_give_alone(kind: str, models: dict[str, Path]) -> None:
    alone, together = outputs(system(models[kind])), outputs(system(models[kind], "batch=2"))
    assert [output.text for output in alone] == [output.text for output in together]


@pytest.mark.parametrize("kind", ["seq2seq", "causal", "chat"])
def test_an_article_that_does_not_fit_loses_its_end_and_is_counted(
    kind: str, models: dict[str, Path], sumbench: Command
) -> None:
    cut = outputs(system(models[kind], "max_input_tokens=60"))
    for output in cut:
        assert output.status == "ok", output.error
        assert output.usage is not None
        assert output.usage.input_tokens <= 60
        assert output.usage.cut == 1
    done = sumbench(
        "run", "--corpus", TINY, "--system", f"hf(model='{models[kind]}', max_input_tokens=60, label=tiny)",
        "--words", 12, "--no-baselines", "--metrics", "length", "--jobs", 2,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "2 cut to fit the model" in done.stderr


def test_a_prompt_is_kept_whole_and_the_chat_template_is_used(models: dict[str, Path]) -> None:
    from bench.plugins import find_system, load_function

    article = open_corpus(str(TINY)).load("harbour-strike").article
    function = load_function(find_system("hf"), "_loaded")
    chat = function(str(models["chat"]), "", "auto", "cpu")
    prompt = chat.prompt(article, "{title} {text} strike", 9)
    ids, cut = chat.fitted(prompt, 40)
    text = chat.tokenizer.decode(ids)
    assert cut
    assert len(ids) <= 40
    assert text.startswith("<user> ")
    assert text.endswith("strike <model>")


def test_beams_are_an_option_that_changes_the_row(models: dict[str, Path]) -> None:
    one = system(models["seq2seq"], "num_beams=3")
    assert outputs(one)[0].status == "ok"
    assert one.label == f"hf(model={models['seq2seq'].name}, num_beams=3)"


def test_other_weights_are_another_system(models: dict[str, Path], tmp_path: Path) -> None:
    assert system(models["seq2seq"]).digest != system(models["causal"]).digest


def test_a_model_that_is_not_there_is_said_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    output = outputs(system(tmp_path))[0]
    assert output.status == "error"
    assert output.error.startswith("hf: cannot load")
