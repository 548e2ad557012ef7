"""Adapters are found by precedence and described without running them."""

from pathlib import Path

import pytest

from bench.errors import UsageError
from bench.plugins import find_system, find_systems, load_module, read_adapter
from bench.records import Article, Item
from bench.system import prepare_system

ITEM = Item(Article("a", "T", "One two three. Four five six. Seven eight."), "T\n\nOne two three.")


def adapter(folder: Path, code: str, name: str = "mine") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.py"
    path.write_text(code, encoding="utf-8")
    return path


def test_listing_runs_no_code(tmp_path: Path) -> None:
    path = adapter(
        tmp_path,
        '"""About it.\n\nMore."""\nraise SystemExit\ndef summarize(article, *, words=9, model): ...\n',
    )
    found = read_adapter(path, "here")
    assert found.about == "About it."
    assert found.options == (("words", "9"), ("model", ""))
    assert not found.broken


@pytest.mark.parametrize(
    ("code", "broken"),
    [
        ("def summarize(:\n", "does not parse on line 1"),
        ("def sumarize(article): ...\n", "has no function `summarize"),
        ("KIND = 'bound'\ndef summarize(article): ...\n", "KIND is 'bound'"),
    ],
)
def test_a_broken_adapter_is_listed_with_its_fault_and_an_error_when_used(
    code: str, broken: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    adapter(tmp_path / "systems", code)
    monkeypatch.chdir(tmp_path)
    listed = next(found for found in find_systems() if found.name == "mine")
    assert broken in listed.broken
    with pytest.raises(UsageError, match="mine"):
        find_system("mine")


def test_an_adapter_in_systems_shadows_a_bundled_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    adapter(tmp_path / "systems", "def summarize(article, *, words=60): return 'mine'\n", "lead")
    monkeypatch.chdir(tmp_path)
    first, second = (found for found in find_systems() if found.name == "lead")
    assert (first.origin, first.shadowed, second.origin, second.shadowed) == (
        "systems",
        False,
        "bundled",
        True,
    )
    assert find_system("lead").path == first.path


def test_an_unknown_system_names_the_nearest() -> None:
    with pytest.raises(UsageError, match="did you mean textrank"):
        find_system("textrunk")


def test_an_adapter_shares_only_underscore_files_with_its_neighbours(tmp_path: Path) -> None:
    adapter(tmp_path, "from _shared import TEXT\nimport random\ndef summarize(article): return TEXT\n")
    adapter(tmp_path, "TEXT = 'shared'\n", "_shared")
    adapter(tmp_path, "raise SystemExit\n", "random")
    assert load_module(tmp_path / "mine.py").summarize(None) == "shared"


def test_the_budget_is_the_specs_else_the_runs_else_the_corpus_else_the_adapters(tmp_path: Path) -> None:
    path = adapter(tmp_path, "def summarize(article, *, words=60): return str(words)\n")

    def written(spec: str, words: int | None, corpus_words: int | None) -> str:
        system = prepare_system(spec, words=words, corpus_words=corpus_words, seed=0)
        return system.produce(ITEM).text

    assert written(f"{path}(words=5)", 6, 7) == "5"
    assert written(str(path), 6, 7) == "6"
    assert written(str(path), None, 7) == "7"
    assert written(str(path), None, None) == "60"


def test_an_option_the_adapter_lacks_is_named_with_those_it_has(tmp_path: Path) -> None:
    path = adapter(tmp_path, "def summarize(article, *, words=60, tone='dry'): return ''\n")
    with pytest.raises(UsageError, match="no option ton; it has words, tone"):
        prepare_system(f"{path}(ton=1)", words=None, corpus_words=None, seed=0)


def test_a_required_option_is_asked_for(tmp_path: Path) -> None:
    path = adapter(tmp_path, "def summarize(article, *, model): return ''\n")
    with pytest.raises(UsageError, match="needs a value for model"):
        prepare_system(str(path), words=None, corpus_words=None, seed=0)


def test_a_label_leaves_out_what_is_default(tmp_path: Path) -> None:
    path = adapter(tmp_path, "def summarize(article, *, words=60, tone='dry'): return ''\n")
    assert (
        prepare_system(f"{path}(tone=dry, words=9)", words=None, corpus_words=None, seed=0).label
        == "mine(words=9)"
    )


@pytest.mark.parametrize(
    ("body", "status", "error"),
    [
        ("raise ValueError('no\\n luck')", "error", "ValueError: no luck"),
        ("return None", "error", "returned NoneType instead of text"),
        ("return b'bytes'", "error", "returned bytes instead of text"),
        ("return '  '", "empty", ""),
        ("return 'fine'", "ok", ""),
        ("return 'half \\ud800'", "ok", ""),
    ],
)
def test_whatever_an_adapter_does_becomes_one_output(
    body: str, status: str, error: str, tmp_path: Path
) -> None:
    path = adapter(tmp_path, f"def summarize(article):\n    {body}\n")
    output = prepare_system(str(path), words=None, corpus_words=None, seed=0).produce(ITEM)
    assert (output.status, output.error) == (status, error)
    output.text.encode("utf-8")


def test_a_function_of_any_module_is_a_system_without_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mymodels").mkdir()
    (tmp_path / "mymodels" / "__init__.py").write_text("", encoding="utf-8")
    (tmp_path / "mymodels" / "short.py").write_text(
        "from functools import wraps\n"
        "def brief(article, *, words=60, tone='dry'):\n    return f'{tone} {words}'\n"
        "class Holder:\n    def write(self, article, *, words=5):\n        return str(words)\n"
        "holder = Holder()\nNOT = 3\n",
        encoding="utf-8",
    )
    monkeypatch.chdir(tmp_path)

    def text(spec: str) -> str:
        return prepare_system(spec, words=7, corpus_words=None, seed=0).produce(ITEM).text

    assert text("mymodels.short:brief") == "dry 7"
    assert text("mymodels.short:brief(tone=warm)") == "warm 7"
    assert text("mymodels.short:brief:tone=cool,words=3") == "cool 3"
    assert text("mymodels.short:holder.write") == "7"
    label = prepare_system("mymodels.short:brief(words=9)", words=None, corpus_words=None, seed=0).label
    assert label == "mymodels.short:brief(words=9)"
    with pytest.raises(UsageError, match="has no callable NOT"):
        find_system("mymodels.short:NOT")
    with pytest.raises(UsageError, match="no module 'mymodel'"):
        find_system("mymodel:x")


def test_a_name_given_by_the_user_labels_the_row_and_leaves_the_cache_s_key(tmp_path: Path) -> None:
    from bench.cache import output_key

    path = adapter(tmp_path, "def summarize(article, *, words=60): return ''\n")
    plain = prepare_system(str(path), words=None, corpus_words=None, seed=0)
    named = prepare_system(f"{path}(label=ours)", words=None, corpus_words=None, seed=0)
    assert (plain.label, named.label) == ("mine", "ours")
    assert output_key(plain, ITEM) == output_key(named, ITEM)
    with pytest.raises(UsageError, match="a row of the harness's own"):
        prepare_system(f"{path}(label=oracle)", words=None, corpus_words=None, seed=0)


@pytest.mark.parametrize(
    ("code", "broken"),
    [
        ("def summarize(article, words=60): ...\n", r"must follow a \*: summarize\(article, \*, words=…\)"),
        ("async def summarize(article): ...\n", "summarize is async"),
        ("def summarize(): ...\n", "takes no article"),
    ],
)
def test_a_signature_that_could_not_be_called_is_a_fault_that_says_how_to_mend_it(
    code: str, broken: str, tmp_path: Path
) -> None:
    with pytest.raises(UsageError, match=broken):
        find_system(str(adapter(tmp_path, code)))
