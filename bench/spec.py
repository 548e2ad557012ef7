"""SPEC: a system and its options as one word of a command line, printed and parsed back."""

import re
import tomllib
from typing import Any

import msgspec

from bench.errors import UsageError

_NAME = re.compile(r"[\w./\\~-]+(?::[A-Za-z_][\w.]*)?(?=$|\(|:)")
_OPTION = re.compile(r"\s*([A-Za-z_]\w*)\s*=\s*")
_PLAIN = re.compile(r"[^,()\[\]{}\"'\s=][^,()\[\]{}\"']*")


class Spec(msgspec.Struct, frozen=True):
    """A system's name and the options given to it; `str()` is the canonical form."""

    name: str
    options: tuple[tuple[str, Any], ...] = ()

    def __str__(self) -> str:
        """Return `name(option=value, …)`, options in alphabetical order."""
        if not self.options:
            return self.name
        inner = ", ".join(f"{name}={_printed(value)}" for name, value in sorted(self.options))
        return f"{self.name}({inner})"


def parse_spec(text: str, what: str = "system") -> Spec:
    """Parse `name`, `name(option=value, …)` or `name:option=value,…`.

    Values are TOML literals or plain words. `what` is what a message calls the thing named. Raises UsageError
    saying where parsing stopped.
    """
    text = text.strip()
    whole = f"{what} {text!r}"
    match = _NAME.match(text)
    # "lead:words=40": what follows the colon is an option, not a callable.
    if match and ":" in match.group() and text[match.end() :].startswith("="):
        match = re.match(r"[^:]+", text)
    elif not match:
        match = re.match(r"[^:(]+(?=:[A-Za-z_]\w*=)", text)
    if not match:
        raise UsageError(f"{whole}: expected name, name(option=value, …) or name:option=value,…")
    name, rest = match.group(), text[match.end() :]
    if not rest:
        return Spec(name)
    if rest.startswith("(") and rest.endswith(")"):
        rest = rest[1:-1]
    elif rest.startswith(":"):
        rest = rest[1:]
    else:
        raise UsageError(f"{whole}: cannot read {rest!r} after the name {name!r}")
    return Spec(name, tuple(sorted(_options(rest, whole).items())))


def _options(rest: str, whole: str) -> dict[str, Any]:
    """Parse `option=value, option=value`."""
    options: dict[str, Any] = {}
    position = 0
    while rest[position:].strip():
        match = _OPTION.match(rest, position)
        if not match:
            raise UsageError(f"{whole}: expected option=value at {rest[position:].strip()!r}")
        if match.group(1) in options:
            raise UsageError(f"{whole}: option {match.group(1)} is given twice")
        options[match.group(1)], position = _value(rest, match.end(), whole)
    return options


def _value(rest: str, start: int, whole: str) -> tuple[Any, int]:
    """Parse one value: the shortest text up to a comma that is a TOML literal, else a plain word."""
    ends = [match.start() for match in re.finditer(",", rest[start:])] + [len(rest) - start]
    for end in ends:
        literal = rest[start : start + end].strip()
        try:
            return tomllib.loads(f"value = {literal}\n")["value"], start + end + 1
        except tomllib.TOMLDecodeError:
            continue
    if plain := _PLAIN.match(rest, start):
        return plain.group().strip(), plain.end() + 1
    raise UsageError(f"{whole}: cannot read the value at {rest[start:]!r}")


def _printed(value: Any) -> str:
    """Return `value` as a TOML literal, or bare where a plain word parses back to the same text."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, list):
        return "[" + ", ".join(_quoted(v) if isinstance(v, str) else _printed(v) for v in value) + "]"
    text = str(value)
    plain = _PLAIN.fullmatch(text)
    if plain and text == text.strip() and not _is_toml(text):
        return text
    return _quoted(text)


def _quoted(text: str) -> str:
    """Return `text` as a TOML basic string (JSON's escapes are TOML's)."""
    return msgspec.json.encode(text).decode()


def _is_toml(text: str) -> bool:
    """Whether `text` would parse as something else than itself."""
    try:
        return bool(tomllib.loads(f"value = {text}\n")["value"] != text)
    except tomllib.TOMLDecodeError:
        return False
