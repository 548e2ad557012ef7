"""The hf adapter with tiny random models of both kinds, made on disk; no hub, no download."""

from pathlib import Path

import pytest

from bench.corpus import open_corpus
from bench.generate import generate
from bench.records import Output
from bench.system import System, prepare_system
from tests.conftest import TINY, Command
from tests.systems.tiny_models import make_model

torch = pytest.importorskip("torch", reason="torch is not installed (extra hf)")
transformers = pytest.importorskip("transformers", reason="transformers is not installed (extra hf)")

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("torch")]


@pytest.fixture(scope="session")
def models(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Folders of a sequence-to-sequence, a causal and a chat model with random weights."""
    texts = [item.evidence for item in open_corpus(str(TINY)).items()]
    made = {kind: tmp_path_factory.mktemp(kind) for kind in ("seq2seq", "causal", "chat")}
    for kind, folder in made.items():
        make_model(kind, texts, folder)
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
    kind: str, models: dict[str, Path]
) -> None:
    cut = outputs(system(models[kind], "max_input_tokens=60"))
    assert [output.status for output in cut] == ["ok", "ok"], cut
    for output in cut:
        assert output.usage is not None
        assert output.usage.input_tokens <= 60
        assert output.usage.cut == 1


def test_a_run_says_how_many_articles_were_cut(models: dict[str, Path], sumbench: Command) -> None:
    spec = f"hf(model='{models['causal']}', max_input_tokens=60, label=tiny)"
    done = sumbench(
        "run", "--corpus", TINY, "--system", spec,
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
