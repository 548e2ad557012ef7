"""A chat server on loopback that counts what it is asked and misbehaves as it is told."""

import json
import random
import socket
import struct
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class Asked:
    """What the server was asked: bodies and headers in order, and how often each article."""

    def __init__(self) -> None:
        self.bodies: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.articles: Counter[str] = Counter()
        self.lock = threading.Lock()
        self.most_at_once = self.now = 0


def answer(text: str | None, **more: Any) -> bytes:
    """Return the body of a good answer; `more` replaces fields of the choice."""
    choice: dict[str, Any] = {
        "index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": "stop"
    } | more  # fmt: skip
    usage = {"prompt_tokens": 100, "completion_tokens": 10, "total_tokens": 110}
    return json.dumps({"object": "chat.completion", "choices": [choice], "usage": usage}).encode()


class Chat(BaseHTTPRequestHandler):
    """One connection. `behave` decides what happens to a request: it gets this and the request's number."""

    protocol_version = "HTTP/1.1"
    asked: Asked
    behave: Callable[["Chat", int], None]

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        with self.asked.lock:
            self.asked.bodies.append(body)
            self.asked.headers.append(dict(self.headers))
            number = len(self.asked.bodies)
            self.article = body["messages"][-1]["content"].strip().splitlines()[-1]
            self.asked.articles[self.article] += 1
            self.asked.now += 1
            self.asked.most_at_once = max(self.asked.most_at_once, self.asked.now)
        try:
            type(self).behave(self, number)
        except OSError:
            self.close_connection = True
        finally:
            with self.asked.lock:
                self.asked.now -= 1

    def send(self, body: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def good(self) -> None:
        self.send(answer(f"About {self.article}"))

    def failure(self, status: int, message: str = "not now", **headers: str) -> None:
        self.send(json.dumps({"error": {"message": message}}).encode(), status, **headers)

    def truncated(self) -> None:
        """Promise more than comes, then close."""
        body = answer("cut")
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[:20])
        self.wfile.flush()
        self.close_connection = True

    def drip(self, seconds: float = 5.0) -> None:
        """Send a byte now and then."""
        body = answer("slow")
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        ends = time.monotonic() + seconds
        for byte in body:
            if time.monotonic() > ends:
                break
            self.wfile.write(bytes([byte]))
            self.wfile.flush()
            time.sleep(0.05)
        self.close_connection = True

    def reset(self) -> None:
        """End the connection with a reset instead of an answer."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.shutdown(socket.SHUT_RD)
        self.connection.close()
        self.close_connection = True

    def finish(self) -> None:
        try:
            super().finish()
        except (OSError, ValueError):
            return

    def log_message(self, format: str, *args: Any) -> None:
        return


@contextmanager
def chat_server(behave: Callable[[Chat, int], None]) -> Iterator[tuple[str, Asked]]:
    """Serve on a free port of loopback; yield the base URL and what is asked."""
    asked = Asked()
    handler = type("Handler", (Chat,), {"asked": asked, "behave": staticmethod(behave)})

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        request_queue_size = 64

        def handle_error(self, request: Any, client_address: Any) -> None:
            return

    server = Server(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/v1", asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def mixed_failures(share: float, seed: int) -> Callable[[Chat, int], None]:
    """Fail a share of requests, each way in turn at random."""
    rng = random.Random(seed)
    lock = threading.Lock()

    def behave(chat: Chat, number: int) -> None:
        with lock:
            way = rng.choice(WAYS) if rng.random() < share else None
        if way is None:
            chat.good()
        else:
            way(chat)

    return behave


WAYS: tuple[Callable[[Chat], None], ...] = (
    lambda chat: chat.failure(429, retry_after="0"),
    lambda chat: chat.failure(500),
    lambda chat: chat.send(b"<html>bad gateway</html>", 502),
    lambda chat: chat.send(answer("cut")[:30]),
    lambda chat: chat.truncated(),
    lambda chat: chat.reset(),
    lambda chat: chat.send(b'{"choices": []}'),
    lambda chat: chat.send(answer(None)),
    lambda chat: chat.send(b'{"error": {"message": "overloaded"}}'),
)
