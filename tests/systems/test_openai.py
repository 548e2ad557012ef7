"""The openai adapter against a real server on loopback that misbehaves in every way servers do."""

import json
import socket
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from bench.records import Article, Item
from bench.system import Attempt, System, prepare_system
from tests.conftest import TINY, Command
from tests.systems.chat_server import WAYS, Chat, answer, chat_server, mixed_failures

pytest.importorskip("httpx2", reason="httpx2 is not installed (extra http)")

KEY = "sk-loopback-0123456789"
ITEM = Item(Article("a", "A title", "Some {braces} and\nall of it"), "A title\n\nSome text")


@pytest.fixture(autouse=True)
def key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.delenv("OPENAI_BASE_URL", raising=False)


def system(url: str, options: str = "", words: int | None = None) -> System:
    quick = "".join(f", {o}" for o in ("backoff=0.001", "timeout=1") if o.partition("=")[0] not in options)
    spec = f'openai(model=m, base_url="{url}"{quick}{", " if options else ""}{options})'
    return prepare_system(spec, words=words, corpus_words=None, seed=7)


def ask(behave: Callable[[Chat, int], None], options: str = "") -> tuple[Attempt, int]:
    with chat_server(behave) as (url, asked):
        return system(url, options).attempt(ITEM), len(asked.bodies)


def then_good(way: Callable[[Chat], None], times: int = 1) -> Callable[[Chat, int], None]:
    return lambda chat, number: way(chat) if number <= times else chat.good()


def test_a_request_carries_model_seed_temperature_budget_and_the_article_as_it_is() -> None:
    with chat_server(lambda chat, number: chat.good()) as (url, asked):
        output = system(url, "max_tokens=99", words=33).produce(ITEM)
    body = asked.bodies[0]
    assert (output.status, output.text) == ("ok", "About all of it")
    assert (body["model"], body["seed"], body["temperature"], body["max_tokens"]) == ("m", 7, 0.0, 99)
    assert "at most 33 words" in body["messages"][0]["content"]
    assert body["messages"][0]["content"].endswith("A title\n\nSome {braces} and\nall of it")
    assert asked.headers[0]["Authorization"] == f"Bearer {KEY}"


def test_a_prompt_may_be_a_file_and_its_text_is_part_of_the_digest(tmp_path: Path) -> None:
    prompt = tmp_path / "short.txt"
    prompt.write_text("In {words} words, {language}:\n{text}", encoding="utf-8")
    with chat_server(lambda chat, number: chat.good()) as (url, asked):
        first = system(url, f'prompt="{prompt}", words=9, system="Be brief."')
        first.produce(ITEM)
        prompt.write_text("Otherwise: {text}", encoding="utf-8")
        assert system(url, f'prompt="{prompt}"').digest != first.digest
    assert asked.bodies[0]["messages"] == [
        {"role": "system", "content": "Be brief."},
        {"role": "user", "content": "In 9 words, en:\nSome {braces} and\nall of it"},
    ]
    assert "prompt=short.txt" in first.label


def test_tokens_and_cost_come_from_the_answer_or_a_price() -> None:
    attempt, _ = ask(lambda chat, number: chat.good(), "input_price=2, output_price=10")
    usage = attempt.output.usage
    assert usage is not None
    assert (usage.requests, usage.input_tokens, usage.output_tokens) == (1, 100, 10)
    assert usage.cost == pytest.approx(0.0003)
    stated = json.loads(answer("x"))
    stated["usage"]["cost"] = 0.5
    attempt, _ = ask(lambda chat, number: chat.send(json.dumps(stated).encode()), "input_price=2")
    assert attempt.output.usage is not None
    assert attempt.output.usage.cost == 0.5


@pytest.mark.parametrize("way", WAYS)
def test_a_passing_failure_is_asked_again(way: Callable[[Chat], None]) -> None:
    attempt, requests = ask(then_good(way))
    assert (attempt.output.status, requests) == ("ok", 2)
    assert attempt.output.usage is not None
    assert attempt.output.usage.requests == 2


def test_an_answer_that_drips_past_its_time_is_given_up_and_asked_again() -> None:
    attempt, requests = ask(then_good(lambda chat: chat.drip(3.0)), "timeout=0.3")
    assert (attempt.output.status, requests) == ("ok", 2)


def test_retry_after_is_honoured(monkeypatch: pytest.MonkeyPatch) -> None:
    attempt, requests = ask(then_good(lambda chat: chat.failure(429, retry_after="0.3")))
    assert (attempt.output.status, requests) == ("ok", 2)
    assert attempt.output.usage is not None
    assert attempt.output.usage.seconds >= 0.3


@pytest.mark.parametrize("when", ["3600", "Wed, 21 Oct 2099 07:28:00 GMT"])
def test_a_server_that_asks_for_more_patience_than_there_is_is_not_waited_for(when: str) -> None:
    attempt, requests = ask(lambda chat, number: chat.failure(429, "come back later", retry_after=when))
    assert (attempt.output.status, requests) == ("error", 1)
    assert "come back later" in attempt.output.error


@pytest.mark.parametrize(
    ("status", "stop"), [(400, False), (401, True), (403, True), (404, True), (422, False)]
)
def test_what_asking_again_cannot_mend_is_asked_once(status: int, stop: bool) -> None:
    attempt, requests = ask(lambda chat, number: chat.failure(status, "bad request"))
    assert (attempt.output.status, attempt.stop, requests) == ("error", stop, 1)
    assert f"HTTP {status}: bad request" in attempt.output.error


def test_tries_end_at_their_bound() -> None:
    attempt, requests = ask(lambda chat, number: chat.failure(500), "retries=3")
    assert (attempt.output.status, requests, attempt.stop) == ("error", 4, True)
    assert "HTTP 500: not now after 4 tries" in attempt.output.error


def test_time_ends_the_tries_too() -> None:
    attempt, requests = ask(lambda chat, number: chat.failure(500), "retries=99, backoff=0.2, patience=0.5")
    assert attempt.output.status == "error"
    assert requests < 5


def test_a_refusal_or_an_empty_answer_is_asked_twice_more_and_then_said() -> None:
    refuse = answer(None, message={"role": "assistant", "content": None, "refusal": "I cannot"})
    attempt, requests = ask(lambda chat, number: chat.send(refuse))
    assert (attempt.output.status, requests, attempt.stop) == ("error", 3, False)
    assert "refused: I cannot" in attempt.output.error
    assert attempt.output.usage is not None
    assert attempt.output.usage.input_tokens == 300
    attempt, requests = ask(lambda chat, number: chat.send(answer("", finish_reason="content_filter")))
    assert (attempt.output.status, requests) == ("error", 3)
    attempt, requests = ask(lambda chat, number: chat.send(answer(" \n")))
    assert (attempt.output.status, requests) == ("empty", 3)


def test_an_answer_at_the_token_limit_is_counted_as_cut() -> None:
    attempt, _ = ask(lambda chat, number: chat.send(answer("half a", finish_reason="length")))
    assert attempt.output.usage is not None
    assert (attempt.output.status, attempt.output.usage.cut) == ("ok", 1)


def test_thoughts_before_an_answer_and_content_in_parts_are_read() -> None:
    attempt, _ = ask(lambda chat, number: chat.send(answer("<think>hm\nhm</think>\nThe answer.")))
    assert attempt.output.text == "The answer."
    parts = {
        "role": "assistant",
        "content": [{"type": "text", "text": "One "}, {"type": "text", "text": "two."}],
    }
    attempt, _ = ask(lambda chat, number: chat.send(answer(None, message=parts)))
    assert attempt.output.text == "One two."


def test_a_parameter_that_a_model_will_not_have_is_left_out() -> None:
    def behave(chat: Chat, number: int) -> None:
        body = chat.asked.bodies[-1]
        for name in ("temperature", "max_tokens"):
            if name in body:
                error = {"message": "unsupported", "param": name, "code": "unsupported_parameter"}
                return chat.send(json.dumps({"error": error}).encode(), 400)
        return chat.good()

    with chat_server(behave) as (url, asked):
        output = system(url, "max_tokens=50").produce(ITEM)
    assert output.status == "ok"
    assert asked.bodies[-1]["max_completion_tokens"] == 50


@pytest.mark.parametrize("body", [b"[]", b"3", b'{"choices": [3]}', b'{"choices": [{"message": null}]}', b""])
def test_json_of_another_shape_is_a_failure_with_a_reason(body: bytes) -> None:
    attempt, requests = ask(lambda chat, number: chat.send(body), "retries=1")
    assert (attempt.output.status, requests) == ("error", 2)
    assert "answer" in attempt.output.error or "not JSON" in attempt.output.error


def unused_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_a_server_that_is_not_there_gets_four_tries_and_stops_the_rest() -> None:
    attempt = system(f"http://127.0.0.1:{unused_port()}/v1").attempt(ITEM)
    assert attempt.stop
    assert "cannot be reached" in attempt.output.error
    assert attempt.output.usage is not None
    assert attempt.output.usage.requests == 4


def test_a_server_that_takes_a_request_and_never_answers_costs_no_more_than_the_patience() -> None:
    hold = threading.Event()
    try:
        attempt, _ = ask(lambda chat, number: hold.wait(20) and None, "timeout=0.2, patience=0.8, retries=99")
    finally:
        hold.set()
    assert attempt.stop
    assert "no answer within" in attempt.output.error
    assert attempt.output.usage is not None
    assert attempt.output.usage.seconds < 3


def test_openai_itself_is_not_asked_without_a_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY")
    attempt = prepare_system("openai(model=m)", words=None, corpus_words=None, seed=0).attempt(ITEM)
    assert attempt.stop
    assert attempt.output.error.startswith("OPENAI_API_KEY is not set")


def test_a_missing_package_is_one_line_that_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    from bench.errors import UsageError

    monkeypatch.setattr("importlib.util.find_spec", lambda name, package=None: None)
    with pytest.raises(UsageError, match=r"openai needs httpx2: pip install 'sumbench\[http\]'"):
        system("http://127.0.0.1:1/v1")


@pytest.mark.parametrize(
    "echo",
    [
        lambda chat: chat.failure(400, f"bad key {KEY} and pa55word-long and tok=very-secret-query"),
        lambda chat: chat.send(f"key {KEY}".encode(), 500),
        lambda chat: chat.send(answer(f"Your key is {KEY}")),
        lambda chat: chat.send(answer("fine")),
    ],
)
def test_keys_and_passwords_reach_no_file_no_log_no_error_and_no_cache(
    echo: Callable[[Chat], None], sumbench: Command, tmp_path: Path
) -> None:
    with chat_server(lambda chat, number: echo(chat)) as (url, asked):
        secret = url.replace("127.0.0.1", "ann:pa55word-long@127.0.0.1") + "?tok=very-secret-query"
        spec = f'openai(model=m, base_url="{secret}", retries=1, backoff=0.001)'
        done = sumbench(
            "run", "--corpus", TINY, "--system", spec, "--no-baselines", "--metrics", "length",
            OPENAI_API_KEY=KEY,
        )  # fmt: skip
    assert asked.bodies
    assert url.rpartition(":")[0] in (tmp_path / "results/tiny/outputs.jsonl").read_text(encoding="utf-8")
    written = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    for said in (*written, done.stdout.encode(), done.stderr.encode()):
        for hidden in (KEY, "pa55word-long", "very-secret-query"):
            assert hidden.encode() not in said


def test_the_address_may_come_from_the_environment_and_is_part_of_what_an_output_depends_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from bench.cache import output_key

    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    first = prepare_system("openai(model=m)", words=None, corpus_words=None, seed=0)
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:8/v1")
    second = prepare_system("openai(model=m)", words=None, corpus_words=None, seed=0)
    patient = prepare_system("openai(model=m, retries=3)", words=None, corpus_words=None, seed=0)
    assert first.options["base_url"] == "http://127.0.0.1:9/v1"
    assert output_key(first, ITEM) != output_key(second, ITEM) == output_key(patient, ITEM)
    assert second.label == patient.label == "openai(model=m)"


def test_no_more_requests_are_under_way_than_connections_are_allowed(
    sumbench: Command, articles: Path
) -> None:
    barrier = threading.Event()

    def behave(chat: Chat, number: int) -> None:
        barrier.wait(0.01)
        chat.good()

    with chat_server(behave) as (url, asked):
        done = sumbench(
            "run", "--corpus", articles, "--system", f'openai(model=m, base_url="{url}")',
            "--max-connections", 3, "--no-baselines", "--metrics", "length",
        )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert asked.most_at_once == 3
    assert set(asked.articles.values()) == {1}


def test_a_server_that_fails_a_third_of_requests_in_mixed_ways_ends_complete(
    sumbench: Command, articles: Path, tmp_path: Path
) -> None:
    with chat_server(mixed_failures(0.3, seed=5)) as (url, asked):
        done = sumbench(
            "run", "--corpus", articles, "--no-baselines", "--metrics", "length",
            "--system", f'openai(model=m, base_url="{url}", backoff=0.002, input_price=1)',
        )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert len(asked.articles) == 200
    assert len(asked.bodies) > 250
    run = json.loads((tmp_path / "results/articles/run.json").read_text(encoding="utf-8"))
    asked_for = run["cost"]["total"]
    assert (asked_for["outputs"], asked_for["requests"]) == (200, len(asked.bodies))
    assert asked_for["cost"] >= 200 * 100 / 1e6
    assert "took: openai(" in done.stderr
