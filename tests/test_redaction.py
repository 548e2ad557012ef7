"""Keys and passwords stay out of whatever is written; ordinary words stay in."""

import pytest

from bench.redaction import plain_urls, redacted, secrets, without_secrets


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("http://ann:pw@host:80/v1?key=s#f", "http://host:80/v1"),
        ("openai(base_url=http://h/v1?a=b, model=m)", "openai(base_url=http://h/v1, model=m)"),
        ('see "https://x@y.org/a" and https://z.org.', 'see "https://y.org/a" and https://z.org.'),
        ("me@example.org at 10:30, 3 > 2?", "me@example.org at 10:30, 3 > 2?"),
        ("http://[::1]:80/v1?q", "http://[::1]:80/v1"),
        ("at http://a@[::1]:80/v1?q then", "at http://[::1]:80/v1 then"),
        ("http://h/v1?key=a,b)c", "http://h/v1"),
        ('x(base_url="http://u:p@h/v1?key=a,b)c", model=m)', 'x(base_url="http://h/v1", model=m)'),
    ],
)
def test_addresses_lose_user_password_query_and_fragment(text: str, plain: str) -> None:
    assert plain_urls(text) == plain


@pytest.mark.parametrize(
    ("name", "secret"),
    [
        ("OPENAI_API_KEY", True),
        ("HF_TOKEN", True),
        ("db_password", True),
        ("AWS_SECRET_ACCESS_KEY", True),
        ("APIKEY", True),
        ("KEYBOARD", False),
        ("TOKENIZERS_PARALLELISM", False),
        ("MONKEY", False),
    ],
)
def test_variables_are_secret_by_their_names(name: str, secret: bool) -> None:
    assert (secrets({name: "long-enough-value"}) == ("long-enough-value",)) is secret


def test_short_values_are_words_and_no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "EMPTY")
    assert without_secrets("EMPTY handed") == "EMPTY handed"


def test_values_are_hidden_wherever_they_stand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MY_TOKEN", "abcdefgh-1234")
    monkeypatch.setenv("MY_OTHER_TOKEN", "abcdefgh-1234-longer")
    given = {"a": ["x abcdefgh-1234-longer y", 3], "b": "abcdefgh-1234"}
    assert redacted(given) == {"a": ["x *** y", 3], "b": "***"}
