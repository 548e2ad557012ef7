"""One error family; each message is one line that says what was wrong, where, and what to do."""

from pathlib import Path


class SumbenchError(Exception):
    """Base of every error that is reported as one line; `exit_code` is what the command ends with."""

    exit_code = 1


class UsageError(SumbenchError):
    """A command line that cannot be carried out: unknown names, options that contradict one another."""

    exit_code = 2


class Incomplete(SumbenchError):
    """A run with more failures than were allowed."""

    exit_code = 4


class Unavailable(Incomplete):
    """What a system or metric needs is not to be had: a dead server, a refused key. The rest is not asked."""


class Unmeasured(Incomplete):
    """One summary for which a metric has no value; others go on. `usage` is what was spent on it."""

    def __init__(self, reason: str, usage: object = None):
        """Say why, in one line."""
        super().__init__(reason)
        self.usage = usage


class InputError(SumbenchError):
    """A corpus, input file or results folder that is not valid."""

    exit_code = 5

    def __init__(
        self, problem: str, *, path: Path | str | None = None, line: int | None = None, field: str = ""
    ):
        """Say `problem` and where it is: `path:line: field: problem`."""
        where = "" if path is None else str(path)
        if line is not None:
            where += f":{line}"
        parts = [part for part in (where, field, problem) if part]
        super().__init__(": ".join(parts))
        self.path, self.line, self.field, self.problem = path, line, field, problem
