"""The metric judge against a real server on loopback."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bench.chosen import choose_metrics
from bench.compare.comparability import comparability
from bench.errors import Unavailable, Unmeasured, UsageError
from bench.metrics import judge
from bench.metrics.case import Candidate, Case
from bench.records import Article, Item, Measured
from bench.store import Run
from tests.conftest import ROOT, TINY, Command

pytest.importorskip("httpx2", reason="httpx2 is not installed (extra http)")
pytest.importorskip("pytest_httpserver", reason="pytest-httpserver is not installed (extra dev)")

from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

KEY = "sk-loopback-judge-0123456789"
EVIDENCE = "Drivers end strike\n\nAbout 430 {drivers} went back to work on Monday."
CASE = Case(Item(Article("a", "Drivers end strike", EVIDENCE.split("\n\n")[1]), EVIDENCE))
SUMMARY = "About 430 drivers are back. Narvik {article} cheers. It rains."


@pytest.fixture(autouse=True)
def key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.delenv("OPENAI_BASE_URL", raising=False)


def reply(*supported: bool, reason: str = "the article says nothing of it") -> str:
    sentences = [
        {"number": number, "supported": yes, "reason": "" if yes else reason}
        for number, yes in enumerate(supported, 1)
    ]
    return json.dumps({"sentences": sentences})


def serve(server: HTTPServer, answer: Callable[[dict[str, Any]], str]) -> list[dict[str, Any]]:
    """Answer each request with a chat completion; return what is asked."""
    asked: list[dict[str, Any]] = []

    def handle(request: Request) -> Response:
        body = request.get_json()
        asked.append(body | {"authorization": request.headers.get("Authorization")})
        choice = {"message": {"role": "assistant", "content": answer(body)}, "finish_reason": "stop"}
        usage = {"prompt_tokens": 100, "completion_tokens": 10}
        return Response(json.dumps({"choices": [choice], "usage": usage}), mimetype="application/json")

    server.expect_request("/v1/chat/completions", method="POST").respond_with_handler(handle)
    return asked


def measured(server: HTTPServer, summary: str = SUMMARY, **options: Any) -> Measured:
    quick: dict[str, Any] = {
        "model": "m",
        "base_url": server.url_for("/v1"),
        "backoff": 0.001,
        "timeout": 5.0,
    }
    return judge.measure(CASE, Candidate(summary), **quick | options)


def test_the_share_of_supported_sentences_is_the_score_and_the_others_are_findings(
    httpserver: HTTPServer,
) -> None:
    asked = serve(httpserver, lambda body: reply(True, False, True))
    found = measured(httpserver)
    assert found.values == {"judge": pytest.approx(2 / 3), "judge_spread": None}
    [finding] = found.findings
    assert (finding.kind, finding.verdict) == ("sentence", "suspect")
    assert finding.claim == SUMMARY[finding.start : finding.end] == "Narvik {article} cheers."
    assert finding.reason == "judge: the article says nothing of it"
    assert found.usage is not None
    assert (found.usage.requests, found.usage.input_tokens, found.usage.output_tokens) == (1, 100, 10)
    [body] = asked
    assert body["authorization"] == f"Bearer {KEY}"
    assert (body["model"], body["temperature"], body["seed"]) == ("m", 0.0, 0)
    [message] = body["messages"]
    assert f"<article>\n{EVIDENCE}\n</article>" in message["content"]
    assert "2. Narvik {article} cheers.\n3. It rains.\n</summary>" in message["content"]
    assert "for each of the 3 sentences" in message["content"]


def test_repeats_are_asked_with_seeds_of_their_own_and_their_spread_is_told(httpserver: HTTPServer) -> None:
    votes = {7: (True, True, True), 8: (True, False, False), 9: (True, False, True)}
    asked = serve(httpserver, lambda body: reply(*votes[body["seed"]]))
    found = measured(httpserver, repeats=3, seed=7, temperature=0.7, input_price=2.0)
    assert [body["seed"] for body in asked] == [7, 8, 9]
    assert found.values["judge"] == pytest.approx((1 + 1 / 3 + 2 / 3) / 3)
    assert found.values["judge_spread"] == pytest.approx(2 / 3)
    # The third sentence has one vote against it of three.
    assert [f.reason for f in found.findings] == ["judge: 2 of 3 replies: the article says nothing of it"]
    assert found.usage is not None
    assert found.usage.requests == 3
    assert found.usage.cost == pytest.approx(3 * 100 * 2 / 1e6)


@pytest.mark.parametrize(
    "text",
    [
        reply(True, True),
        f"```json\n{reply(True, True)}\n```",
        f"<think>Let me see.</think>\n{reply(True, True)}",
    ],
)
def test_a_fence_and_thoughts_around_a_reply_are_no_fault(text: str, httpserver: HTTPServer) -> None:
    serve(httpserver, lambda body: text)
    assert measured(httpserver, "It rains. It pours.").values["judge"] == 1


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Both are supported.", "malformed"),
        (f"Here you are: {reply(True, True)}", "malformed"),
        (reply(True, True)[:-4], "truncated"),
        (reply(True), "entries for sentences [1], asked for 1 to 2"),
        (reply(True, True, True), "entries for sentences [1, 2, 3], asked for 1 to 2"),
        (reply(True, True).replace('"number": 1', '"number": 2'), "entries for sentences [2, 2]"),
        (reply(True, True).replace("true", '"yes"'), "Expected `bool`, got `str`"),
        (reply(True, True).replace("true", "1"), "Expected `bool`, got `int`"),
        (reply(True, True).replace("supported", "ok"), "unknown field `ok`"),
        (reply(True, True).replace(', "reason": ""', ""), "missing required field `reason`"),
        ('{"sentences": []}', "entries for sentences []"),
        ("[]", "Expected `object`, got `array`"),
    ],
)
def test_a_reply_of_another_form_is_asked_for_twice_more_and_then_said(
    text: str, problem: str, httpserver: HTTPServer
) -> None:
    asked = serve(httpserver, lambda body: text)
    with pytest.raises(Unmeasured) as raised:
        measured(httpserver, "It rains. It pours.")
    said = str(raised.value)
    assert "a reply that is no judgement" in said
    assert problem in said
    assert "\n" not in said
    assert len(asked) == 3
    assert raised.value.usage.requests == 3  # type: ignore[attr-defined]
    assert raised.value.usage.input_tokens == 300  # type: ignore[attr-defined]


def test_a_reply_of_another_form_is_no_dead_server_however_few_retries(httpserver: HTTPServer) -> None:
    serve(httpserver, lambda body: "Yes.")
    with pytest.raises(Unmeasured):
        measured(httpserver, retries=0)


def test_a_second_thought_may_be_of_the_right_form(httpserver: HTTPServer) -> None:
    texts = iter(["Yes.", reply(True, True, False)])
    serve(httpserver, lambda body: next(texts))
    found = measured(httpserver)
    assert found.values["judge"] == pytest.approx(2 / 3)
    assert found.usage is not None
    assert found.usage.requests == 2


def test_a_refused_key_is_the_whole_judges_and_shown_nowhere(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/v1/chat/completions").respond_with_json(
        {"error": {"message": f"wrong key {KEY}"}}, status=401
    )
    with pytest.raises(Unavailable, match=r"^judge: .*HTTP 401") as raised:
        measured(httpserver)
    assert KEY not in str(raised.value)


def test_a_key_that_is_lacking_or_a_prompt_that_will_not_do_is_said_before_anything_starts(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("OPENAI_API_KEY")
    with pytest.raises(Unavailable, match="judge: OPENAI_API_KEY is not set"):
        judge.ready()
    prompt = tmp_path / "prompt.txt"
    prompt.write_text("Is {summary} true?", encoding="utf-8")
    with pytest.raises(UsageError, match=r"prompt .* has no place for \{article\}"):
        judge.ready(prompt=str(prompt), base_url="http://127.0.0.1:1/v1")
    with pytest.raises(UsageError, match="repeats is 0"):
        judge.ready(base_url="http://127.0.0.1:1/v1", repeats=0)
    with pytest.raises(UsageError, match=r"needs a value for model: judge\(model=…\)"):
        choose_metrics("judge")


def test_the_prompt_is_a_file_and_its_digest_is_in_the_signature(
    httpserver: HTTPServer, tmp_path: Path
) -> None:
    usual = ROOT / "bench" / "metrics" / "data" / "judge_prompt.txt"
    plain = judge.signature(model="m")
    assert f'prompt:"sha256:{hashlib.sha256(usual.read_bytes()).hexdigest()[:16]}"' in plain
    prompt = tmp_path / "mine.txt"
    prompt.write_text("Judge.\n{article}\n--\n{summary}", encoding="utf-8")
    assert judge.signature(model="m", prompt=str(prompt)) != plain
    asked = serve(httpserver, lambda body: reply(True))
    measured(httpserver, "It rains.", prompt=str(prompt))
    assert asked[0]["messages"][0]["content"] == f"Judge.\n{EVIDENCE}\n--\n1. It rains."


@pytest.mark.parametrize(
    "options",
    [
        {"model": "gpt-5"},
        {"revision": "2"},
        {"temperature": 0.5},
        {"repeats": 2},
        {"seed": 1},
        {"max_tokens": 9},
        {"base_url": "http://127.0.0.1:8000/v1"},
    ],
)
def test_scores_asked_for_otherwise_are_not_compared(options: dict[str, Any]) -> None:
    def run(**given: Any) -> Run:
        signature = {"judge": judge.signature(**{"model": "gpt-4"} | given)}
        return Run(corpus={"name": "c"}, signature=signature, articles={"a": "1"}, systems={}, options={})

    assert comparability(run(), run(**options)).refused
    assert not comparability(run(), run(timeout=9.0, retries=1, input_price=3.0)).refused


def test_a_run_asks_once_keeps_no_secret_and_goes_on_where_the_server_came_back(
    httpserver: HTTPServer, sumbench: Command, tmp_path: Path
) -> None:
    broken = {"now": True}

    def answer(body: dict[str, Any]) -> str:
        content = body["messages"][0]["content"]
        if broken["now"] and "Solheim" in content:
            return "I would rather not."
        count = content.partition("for each of the ")[2].partition(" ")[0]
        return reply(*[False] * int(count), reason=f"as {KEY} knows")

    asked = serve(httpserver, answer)
    url = httpserver.url_for("/v1").replace("http://", "http://ann:password-1@")
    command = (
        "run", "--corpus", TINY, "--no-baselines", "--system", "lead", "--metrics",
        f'length,judge(model=m, base_url="{url}", backoff=0.001)',
    )  # fmt: skip
    done = sumbench(*command)
    assert done.returncode == 4, done.stderr
    assert "judge without a value for 1 summaries: judge: http://" in done.stderr
    assert "a reply that is no judgement" in done.stderr
    assert {body["model"] for body in asked} == {"m"}
    before = len(asked)
    broken["now"] = False
    again = sumbench(*command)
    assert again.returncode == 0, again.stderr
    assert len(asked) == before + 1
    folder = tmp_path / "results"
    written = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    for secret in (KEY, "password-1"):
        assert secret.encode() not in written
        assert secret not in done.stderr + again.stderr + again.stdout
    rows = (folder / "tiny/scores.csv").read_text(encoding="utf-8")
    assert rows.count(",judge,0\n") == 2
    signature = json.loads((folder / "tiny/run.json").read_text(encoding="utf-8"))["signature"]["judge"]
    assert 'model:"m"' in signature


def test_a_server_that_is_not_there_leaves_the_table_of_the_rest(sumbench: Command, tmp_path: Path) -> None:
    spec = 'judge(model=m, base_url="http://127.0.0.1:1/v1", retries=1, backoff=0.001)'
    done = sumbench("run", "--corpus", TINY, "--metrics", f"facts,{spec}")
    assert done.returncode == 4
    last = done.stderr.strip().splitlines()[-1]
    assert last.startswith("sumbench: incomplete: judge without a value for ")
    assert "cannot be reached" in last
    board = (tmp_path / "results/tiny/leaderboard.csv").read_text(encoding="utf-8").splitlines()
    assert len(board) > 5
    assert "BROKEN TABLE: judge has no value for " in (tmp_path / "results/tiny/leaderboard.md").read_text()


def test_sensitivity_asks_no_server(sumbench: Command) -> None:
    done = sumbench("sensitivity", TINY, "--metrics", "judge(model=m)")
    assert done.returncode == 2
    assert done.stderr.strip() == (
        "sumbench: metric judge asks a server; sensitivity takes only those that do not"
    )
