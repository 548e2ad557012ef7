"""Asking an OpenAI-compatible server: with back-off, bounded in time, its key in no message."""

import email.utils
import json
import os
import random
import threading
import time
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit, urlunsplit

from bench.errors import SumbenchError, Unavailable, UsageError

OPENAI = "https://api.openai.com/v1"
"""The one server that is known to ask for a key."""

FIRST_TRIES = 4
"""Tries for a server that no connection has ever reached: it is more likely absent than busy."""

_LONGEST_PAUSE = 30.0
_LARGEST_ANSWER = 8 * 2**20
_KEY_REFUSED = (401, 402, 403)
_ASK_AGAIN = (408, 409, 425, 429)
# Newer models refuse some of what older ones need; the server names the one it will not have.
_MAY_BE_DROPPED = ("temperature", "seed", "max_tokens")


class Limits(NamedTuple):
    """How long to wait and how often to ask: seconds a try, tries after the first, seconds in all."""

    timeout: float
    retries: int
    backoff: float
    patience: float


class Exchange(NamedTuple):
    """A server's answer, decoded, and how many requests it took."""

    answer: dict[str, Any]
    requests: int


class ChatError(SumbenchError):
    """One question that a server did not answer; `requests` were made for it."""


class Failure(Exception):
    """A try that came to nothing; `wait` is what the server asked for, `again` whether to try once more."""

    def __init__(self, reason: str, *, again: bool = True, wait: float = 0.0, reached: bool = True):
        super().__init__(reason)
        self.again, self.wait, self.reached = again, wait, reached


class Server:
    """One server and key, shared by the threads that ask it."""

    def __init__(self, base_url: str, key: str):
        """Take the user and password of `base_url`, if it has them, for HTTP's own authentication."""
        httpx2 = _httpx2()
        parts = urlsplit(base_url)
        host = parts.netloc.rpartition("@")[2]
        if parts.scheme not in ("http", "https") or not host:
            raise UsageError(f"base_url must look like http://host:port/v1, not {host or 'that'}")
        self.shown = urlunsplit((parts.scheme, host, parts.path.rstrip("/"), "", ""))
        path = parts.path.rstrip("/") + "/chat/completions"
        self._url = urlunsplit((parts.scheme, host, path, parts.query, ""))
        self._key, self._query, self._password = key, parts.query, parts.password or ""
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        login = (unquote(parts.username), unquote(self._password)) if parts.username and not key else None
        self._client = httpx2.Client(
            headers=headers, auth=login, limits=httpx2.Limits(max_connections=None),
            trust_env=parts.hostname not in ("localhost", "127.0.0.1", "::1"),
        )  # fmt: skip
        self._turn = threading.Lock()
        self._not_before = 0.0
        self._reached = self._answered = False
        self._dropped: set[str] = set()

    def ask(self, body: Mapping[str, Any], limits: Limits, accept: Callable[[Any], None]) -> Exchange:
        """Post `body` until an answer passes `accept`, which raises Failure for one that it will not have.

        Raises Unavailable where the server cannot be reached at all or refuses the key, ChatError for
        whatever else is left after all tries.
        """
        ends = time.monotonic() + limits.patience
        tries = 0
        while True:
            tries += 1
            self._hold(ends)
            try:
                answer = self._post(body, min(limits.timeout, max(1.0, ends - time.monotonic())))
                accept(answer)
            except Failure as failure:
                pause = max(_pause(limits.backoff, tries), failure.wait)
                most = limits.retries + 1 if self._reached else min(FIRST_TRIES, limits.retries + 1)
                if not failure.again or tries >= most or time.monotonic() + pause > ends:
                    raise self._final(failure, tries) from None
                if failure.wait:
                    self._pause_all(failure.wait)
                time.sleep(pause)
            else:
                self._answered = True
                return Exchange(answer, tries)

    def _final(self, failure: Failure, tries: int) -> Exception:
        """Return the error that ends one question: the whole server's, where nothing was ever answered."""
        tried = f" after {tries} tries" if tries > 1 else ""
        reason = self._clean(f"{self.shown}: {failure}{tried}")
        if isinstance(failure, Refused) or (failure.again and not self._answered):
            made: Exception = Unavailable(reason)
        else:
            made = ChatError(reason)
        made.requests = tries  # type: ignore[attr-defined]
        return made

    def _clean(self, text: str) -> str:
        """Return text without what was sent to prove who we are."""
        for secret in (self._key, self._query, self._password):
            if len(secret) > 3:
                text = text.replace(secret, "***")
        return text

    def _pause_all(self, seconds: float) -> None:
        """Hold the other threads back too: the limit is the server's, not one request's."""
        with self._turn:
            self._not_before = max(self._not_before, time.monotonic() + min(seconds, _LONGEST_PAUSE))

    def _hold(self, ends: float) -> None:
        wait = min(self._not_before, ends) - time.monotonic()
        if wait > 0:
            time.sleep(wait)

    def _post(self, body: Mapping[str, Any], seconds: float) -> Any:
        """Send one request and return the decoded answer; all of it must arrive within `seconds`."""
        httpx2 = _httpx2()
        ends = time.monotonic() + seconds
        sent = {name: value for name, value in body.items() if name not in self._dropped}
        if "max_tokens" in self._dropped and "max_tokens" in body:
            sent["max_completion_tokens"] = body["max_tokens"]
        try:
            with self._client.stream("POST", self._url, json=sent, timeout=_timeouts(httpx2, seconds)) as got:
                self._reached = True
                data = _all_of(got, ends, seconds)
        except (httpx2.ConnectError, httpx2.ConnectTimeout) as error:
            raise Failure(f"cannot be reached ({error or type(error).__name__})", reached=False) from None
        except httpx2.TimeoutException:
            raise Failure(f"no answer within {seconds:g} s") from None
        except httpx2.HTTPError as error:
            self._reached = True
            raise Failure(f"broke off ({type(error).__name__}: {error})") from None
        except httpx2.InvalidURL as error:
            raise Failure(f"is no address ({error})", again=False) from None
        if got.status_code != 200:
            self._judge(got, data, body)
        return _decoded(data)

    def _judge(self, got: Any, data: bytes, body: Mapping[str, Any]) -> None:
        """Raise what an answer other than 200 means."""
        said, code, parameter = _complaint(data)
        status = got.status_code
        reason = f"HTTP {status}" + (f": {said}" if said else "")
        if status in _KEY_REFUSED or code == "insufficient_quota":
            raise Refused(reason)
        if status == 404:
            raise Refused(f"{reason} (is the model's name right, and does base_url end in /v1?)")
        if status == 400 and parameter in _MAY_BE_DROPPED and parameter not in self._dropped:
            self._dropped.add(parameter)
            raise Failure(reason, wait=0.0)
        again = status in _ASK_AGAIN or status >= 500
        raise Failure(reason, again=again, wait=_retry_after(got.headers) if again else 0.0)


class Refused(Failure):
    """A server that will not serve us at all; asking for the rest is pointless."""

    def __init__(self, reason: str):
        super().__init__(reason, again=False)


def key_for(base_url: str, variable: str) -> str:
    """Return the key that an environment variable holds, "" for a server that may need none.

    Raises Unavailable where the server is known to ask for one.
    """
    key = os.environ.get(variable, "").strip()
    if not key and base_url.rstrip("/") == OPENAI:
        raise Unavailable(f"{variable} is not set; set it, or name another server with base_url")
    return key


@cache
def server(base_url: str, key: str) -> Server:
    """Return the one connection pool of this process to a server."""
    return Server(base_url, key)


def _httpx2() -> Any:
    """Return httpx2, imported when it is first needed. Raises UsageError saying what to install."""
    try:
        import httpx2
    except ImportError:
        raise UsageError("asking a server needs httpx2: pip install 'sumbench[http]'") from None
    return httpx2


def _timeouts(httpx2: Any, seconds: float) -> Any:
    return httpx2.Timeout(seconds, connect=min(10.0, seconds), pool=None)


def _all_of(got: Any, ends: float, seconds: float) -> bytes:
    """Return the whole body. Raises Failure where it drips past its time or never ends."""
    chunks, size = [], 0
    for chunk in got.iter_bytes():
        chunks.append(chunk)
        size += len(chunk)
        if time.monotonic() > ends:
            raise Failure(f"no whole answer within {seconds:g} s ({size} bytes came)")
        if size > _LARGEST_ANSWER:
            raise Failure(f"an answer of more than {_LARGEST_ANSWER} bytes", again=False)
    return b"".join(chunks)


def _decoded(data: bytes) -> Any:
    """Return decoded JSON. Raises Failure for what is broken or cut off."""
    try:
        return json.loads(data)
    except ValueError:
        raise Failure(f"not JSON: {data[:80].decode('utf-8', 'replace')!r}") from None


def _complaint(data: bytes) -> tuple[str, str, str]:
    """Return message, code and parameter of an error body, as far as it has them."""
    try:
        error = json.loads(data).get("error", {})
    except (ValueError, AttributeError):
        return " ".join(data[:200].decode("utf-8", "replace").split()), "", ""
    if not isinstance(error, dict):
        return str(error)[:300], "", ""
    said, code, parameter = (error.get(name) or "" for name in ("message", "code", "param"))
    return str(said)[:300], str(code), str(parameter)


def _retry_after(headers: Mapping[str, str]) -> float:
    """Return how many seconds the server asks us to wait (RFC 9110, 10.2.3: seconds or a date)."""
    given = headers.get("retry-after", "").strip()
    if not given:
        return 0.0
    try:
        return max(0.0, float(given))
    except ValueError:
        pass
    try:
        return max(0.0, email.utils.parsedate_to_datetime(given).timestamp() - time.time())
    except ValueError:
        return 0.0


def _pause(backoff: float, tries: int) -> float:
    """Return seconds before the next try: doubled each time, spread so that threads do not march in step."""
    return float(min(_LONGEST_PAUSE, backoff * 2 ** (tries - 1)) * random.uniform(0.75, 1.25))
