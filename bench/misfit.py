"""What is wrong with data that do not fit a record: the field, and the fault, which msgspec tells in one."""

import re
from pathlib import Path
from typing import NamedTuple

import msgspec

from bench.errors import InputError

_PLACE = re.compile(r" - at (?:`key` in )?`\$\.?(.*)`$")
_TYPES = re.compile(r"`([a-z]+(?: \| [a-z]+)*)`")
_CALLED = {
    "str": "text", "int": "a whole number", "float": "a number", "bool": "true or false", "array": "a list",
    "object": "an object",
}  # fmt: skip
"""What types are called by those who write files and no Python."""
_MEMBER = re.compile(r"Object (missing required|contains unknown) field `(.+)`")


class Misfit(NamedTuple):
    """The field that is wrong, as `numbers[0].quote`, "" for the whole, and what is wrong with it."""

    field: str
    problem: str

    def error(self, path: Path | str, line: int | None = None, *, hint: str = "") -> InputError:
        """Return the error that names file, line and field, with `hint` behind the problem."""
        problem = f"{self.problem}; {hint}" if hint else self.problem
        return InputError(problem, path=path, line=line, field=self.field)


def misfit(error: msgspec.ValidationError, within: str = "") -> Misfit:
    """Read what msgspec says of data that stand in the field `within` of their file."""
    text = str(error)
    place = match[1] if (match := _PLACE.search(text)) else ""
    problem = _PLACE.sub("", text)
    name = ""
    if member := _MEMBER.fullmatch(problem):
        name, problem = member[2], "missing" if member[1].startswith("missing") else "unknown field"
    elif problem.startswith("Expected "):
        problem = _TYPES.sub(_called, problem).replace("Expected", "expected", 1)
    field = ".".join(filter(None, (within, place, name))).replace(".[", "[")
    return Misfit(field, problem)


def _called(types: re.Match[str]) -> str:
    return " or ".join(_CALLED.get(name, name) for name in types[1].split(" | "))
