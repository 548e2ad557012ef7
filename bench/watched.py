"""One adapter in a process of its own, where what it prints, asks of the network and throws can be seen."""

import multiprocessing
import os
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

import msgspec

from bench.errors import Unavailable
from bench.plugins import load_function
from bench.records import Article, Summary
from bench.system import System

_NETWORK = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto")


class Trace(msgspec.Struct, frozen=True):
    """What one call left: a text, or an exception's name and message; and everything else that was seen.

    `text` is None where the adapter returned no text; then `returned` names what it was.
    """

    text: str | None = None
    returned: str = ""
    error: str = ""
    message: str = ""
    stop: bool = False
    seconds: float = 0.0
    printed: str = ""
    noise: str = ""
    network: tuple[str, ...] = ()


class Watched:
    """A process that calls one adapter. A context manager."""

    def __init__(self, system: System, variables: Mapping[str, str], timeout: float):
        """Prepare the process; `variables` are added to its environment."""
        self.system, self.variables, self.timeout = system, dict(variables), timeout
        self._process: Any = None
        self._pipe: Any = None

    def __enter__(self) -> "Watched":
        """Start the process."""
        context = multiprocessing.get_context()
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs, self.system, self.variables), daemon=True)
        self._process.start()
        theirs.close()
        return self

    def __exit__(self, *details: object) -> None:
        """End the process."""
        with suppress(OSError):
            self._pipe.send(None)
        self._process.join(1.0)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()

    def start(self, articles: Sequence[Article], options: Mapping[str, Any]) -> None:
        """Begin a call for each article, all at once in threads where there are several."""
        self._pipe.send((tuple(articles), dict(options)))

    def traces(self) -> list[Trace]:
        """Return what the calls left. A process that hangs or dies is replaced, and the trace says so."""
        problem = ""
        if not self._pipe.poll(self.timeout):
            problem = f"no answer within {self.timeout:g} s"
        else:
            try:
                return list(self._pipe.recv())
            except EOFError:
                self._process.join(1.0)
                problem = f"the process ended with code {self._process.exitcode}"
        self._process.kill()
        self.__exit__()
        self.__enter__()
        return [Trace(error="Timeout" if "within" in problem else "Crash", message=problem)]

    def call(self, article: Article, **options: Any) -> Trace:
        """Call the adapter once; `options` replace those of the system."""
        self.start([article], options)
        return self.traces()[0]


def _work(pipe: Any, system: System, variables: Mapping[str, str]) -> None:
    """Answer calls until None comes."""
    os.environ.update(variables)
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as noise:
        os.dup2(out.fileno(), 1)
        os.dup2(noise.fileno(), 2)
        sys.stdout = open(1, "w", encoding="utf-8", errors="replace", closefd=False)  # noqa: SIM115
        sys.stderr = open(2, "w", encoding="utf-8", errors="replace", closefd=False)  # noqa: SIM115
        seen: list[str] = []
        sys.addaudithook(_hook(seen, allowed=system.remote))
        while (request := pipe.recv()) is not None:
            articles, options = request
            seen.clear()
            traces = _called(system, articles, options)
            printed, said = _new_text(out), _new_text(noise)
            network = tuple(dict.fromkeys(seen))
            pipe.send(
                [msgspec.structs.replace(t, printed=printed, noise=said, network=network) for t in traces]
            )


def _hook(seen: list[str], allowed: bool) -> Any:
    """Return an audit hook that notes connections, and prevents them where they are not declared."""

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event not in _NETWORK:
            return
        address = arguments[1] if event in ("socket.connect", "socket.sendto") else arguments[0]
        if isinstance(address, tuple):
            address = f"{address[0]}:{address[1]}"
        elif event in ("socket.connect", "socket.sendto"):
            return  # a socket of this machine's file system
        seen.append(f"{event.partition('.')[2]} {address}")
        if not allowed:
            raise ConnectionError(f"{address}: the network is not declared (REMOTE = True)")

    return hook


def _called(system: System, articles: Sequence[Article], options: Mapping[str, Any]) -> list[Trace]:
    """Call the adapter for each article, in threads where there are several."""
    if len(articles) == 1:
        return [_traced(system, articles[0], options)]
    traces: dict[int, Trace] = {}

    def one(number: int) -> None:
        traces[number] = _traced(system, articles[number], options)

    threads = [threading.Thread(target=one, args=(number,)) for number in range(len(articles))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [traces[number] for number in sorted(traces)]


def _traced(system: System, article: Article, options: Mapping[str, Any]) -> Trace:
    """Call the adapter once and keep whatever comes, SystemExit included."""
    started = time.perf_counter()
    try:
        written = load_function(system.found)(article, **{**system.options, **options})
    except BaseException as error:
        seconds = time.perf_counter() - started
        stop = isinstance(error, Unavailable)
        return Trace(error=type(error).__name__, message=str(error), stop=stop, seconds=seconds)
    seconds = time.perf_counter() - started
    if isinstance(written, Summary):
        written = written.text
    if not isinstance(written, str):
        return Trace(returned=type(written).__name__, seconds=seconds)
    return Trace(text=written, seconds=seconds)


def _new_text(file: Any) -> str:
    """Return what was written to a standard stream since it was last looked at."""
    sys.stdout.flush()
    sys.stderr.flush()
    file.seek(0)
    data = file.read()
    file.seek(0)
    file.truncate()
    return str(data.decode("utf-8", "replace"))
