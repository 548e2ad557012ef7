"""A program kept alive across articles: one JSON line in, one JSON line out (docs/command-protocol.md)."""

import json
import os
import queue
import shlex
import shutil
import signal
import subprocess
import threading
from collections import deque
from contextlib import suppress
from multiprocessing.util import Finalize
from pathlib import Path
from typing import Any

from bench.errors import SumbenchError, Unavailable, UsageError

_LAST_LINES = 20
_LONGEST_LINE = 16 * 2**20
_GOODBYE = 2.0


class CommandError(SumbenchError):
    """One article that a program did not answer."""


class Program:
    """One running program. Not for several threads at once."""

    def __init__(self, command: str, log: str):
        """Remember the command; it is started when it is first asked."""
        self.command = command
        self._arguments = shlex.split(command, posix=os.name != "nt")
        self._log = Path(log) if log else None
        self._process: subprocess.Popen[str] | None = None
        self._said: deque[str] = deque(maxlen=_LAST_LINES)
        self._asked = 0
        if not self._arguments:
            raise UsageError('command needs a program: command(run="node summarize.js")')
        # Runs when this process ends, in worker processes too, where atexit does not.
        Finalize(self, self.stop, exitpriority=10)

    def ask(self, question: dict[str, Any], timeout: float) -> dict[str, Any]:
        """Send one line and return the decoded answer.

        A program that ended after an earlier answer is started anew. Raises CommandError for a crash, a
        line that is no answer or none within `timeout` seconds, Unavailable where it cannot be started.
        """
        line = json.dumps(question, ensure_ascii=False) + "\n"
        for last_try in (False, True):
            self._start()
            fresh = self._asked == 0
            self._asked += 1
            answer = self._exchange(line, timeout)
            if answer:
                return self._decoded(answer, question["id"])
            code = self._ended()
            if fresh or last_try:
                raise CommandError(
                    f"the program ended with code {code} before its answer{self._last_words()}"
                )
        raise AssertionError("unreachable")

    def _start(self) -> None:
        """Start the program unless it is running."""
        if self._process is not None and self._process.poll() is None:
            return
        self.stop()
        program = shutil.which(self._arguments[0])
        if program is None:
            raise Unavailable(f"command: no program {self._arguments[0]!r}")
        try:
            self._process = subprocess.Popen(
                [program, *self._arguments[1:]],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                encoding="utf-8", errors="replace", start_new_session=True,
            )  # fmt: skip
        except OSError as error:
            raise Unavailable(f"command: cannot start {self._arguments[0]!r}: {error.strerror}") from None
        self._asked = 0
        self._said.clear()
        self._listener = threading.Thread(target=self._listen, args=(self._process,), daemon=True)
        self._listener.start()

    def _listen(self, process: "subprocess.Popen[str]") -> None:
        """Keep what the program writes to its standard error, so that it never blocks on it."""
        for line in process.stderr or ():
            self._said.append(line.rstrip("\n")[:500])
            if self._log is not None:
                with self._log.open("a", encoding="utf-8") as file:
                    file.write(line)

    def _exchange(self, line: str, timeout: float) -> str:
        """Return the program's next line, "" where it ended instead."""
        answers: queue.SimpleQueue[str] = queue.SimpleQueue()
        process = self._process

        def exchange() -> None:
            got = ""
            with suppress(OSError, ValueError):
                if process is not None and process.stdin is not None and process.stdout is not None:
                    process.stdin.write(line)
                    process.stdin.flush()
                    got = process.stdout.readline(_LONGEST_LINE)
            answers.put(got)

        threading.Thread(target=exchange, daemon=True).start()
        try:
            return answers.get(timeout=timeout)
        except queue.Empty:
            self.stop(kill=True)
            raise CommandError(f"no answer within {timeout:g} s; stopped{self._last_words()}") from None

    def _decoded(self, line: str, article: str) -> dict[str, Any]:
        """Return a decoded answer; after a line that is none the program, maybe out of step, is stopped."""
        try:
            answer = json.loads(line)
        except ValueError:
            answer = None
        if not isinstance(answer, dict):
            problem = f"not a JSON object: {line.strip()[:80]!r}"
        elif answer.get("id", article) != article:
            problem = f"answers {answer['id']!r}, asked was {article!r}"
        elif not isinstance(answer.get("text"), str) and "error" not in answer:
            problem = f"has neither text nor error: {line.strip()[:80]!r}"
        else:
            return answer
        self.stop(kill=True)
        raise CommandError(f"bad answer: {problem}{self._last_words()}")

    def _ended(self) -> int | None:
        """Return the code of a program that closed its output, after waiting a little for its end."""
        if self._process is None:
            return None
        try:
            code = self._process.wait(_GOODBYE)
        except subprocess.TimeoutExpired:
            code = None
        self.stop(kill=True)
        return code

    def _last_words(self) -> str:
        """Return the last lines of standard error, for an error message."""
        self._listener.join(0.5)
        said = " / ".join(line for line in list(self._said)[-5:] if line.strip())
        return f"; it said: {said}" if said else ""

    def stop(self, kill: bool = False) -> None:
        """Close the program's input, which tells it to end; end it with its children where it does not."""
        process, self._process = self._process, None
        if process is None:
            return
        with suppress(OSError):
            if process.stdin is not None and not kill:
                process.stdin.close()
        if not kill:
            with suppress(subprocess.TimeoutExpired):
                process.wait(_GOODBYE)
        with suppress(OSError, ProcessLookupError):
            if hasattr(os, "killpg"):
                os.killpg(process.pid, signal.SIGKILL)
            else:
                process.kill()
        with suppress(subprocess.TimeoutExpired):
            process.wait(_GOODBYE)


_programs: dict[tuple[int, str, str], Program] = {}


def program(command: str, log: str) -> Program:
    """Return this process's own instance of a program; pipes must not be shared over a fork."""
    key = (os.getpid(), command, log)
    if key not in _programs:
        _programs[key] = Program(command, log)
    return _programs[key]
