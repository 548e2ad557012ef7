"""Keeping keys and passwords out of whatever is written or shown."""

import os
import re
from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

HIDDEN = "***"

# Variables named so hold secrets; shorter values are more likely words like "none" or "EMPTY".
_SECRET_NAME = re.compile(r"(?:^|_)(?:API_?KEY|KEY|TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIALS?)(?:_|$)", re.I)
_SHORTEST = 8
_SCHEME = r"[a-z][a-z0-9+.-]*://"
# A path stands alone, or behind what separates options; a slash elsewhere belongs to a word or an address.
_PATH = re.compile(r"(?:(?<=[=(,\"'\s])|^)/[^\s,\"')]+")
_WHOLE = re.compile(rf"{_SCHEME}\S+", re.I)
_QUOTED = re.compile(rf"(?<=[\"'])({_SCHEME}[^\"'\s]+)(?=[\"'])", re.I)
_BARE = re.compile(
    rf"\b({_SCHEME})(?:[^\s/?#@\"']*@)?(\[[0-9a-f:.]*\])?([^\s?#\"',)\]}}]*)(?:[?#][^\s\"',)\]}}]*)?", re.I
)


def secrets(environment: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """Return the values of environment variables that are named like secrets, longest first."""
    variables = os.environ if environment is None else environment
    found = {
        value.strip()
        for name, value in variables.items()
        if _SECRET_NAME.search(name) and len(value.strip()) >= _SHORTEST
    }
    return tuple(sorted(found, key=lambda value: (-len(value), value)))


def without_secrets(text: str) -> str:
    """Return `text` with the values of secret environment variables hidden."""
    for value in secrets():
        text = text.replace(value, HIDDEN)
    return text


def plain_urls(text: str) -> str:
    """Return `text` with user, password, query and fragment cut from each URL."""
    if _WHOLE.fullmatch(text.strip()):
        return _plain(text.strip())
    text = _QUOTED.sub(lambda match: _plain(match[1]), text)
    return _BARE.sub(r"\1\2\3", text)


def _plain(url: str) -> str:
    """Return one URL down to scheme, host and path."""
    scheme, _, rest = url.partition("://")
    place = re.split(r"[?#]", rest, maxsplit=1)[0]
    host, slash, path = place.partition("/")
    return f"{scheme}://{host.rpartition('@')[2]}{slash}{path}"


def without_folders(value: Any) -> Any:
    """Return text with each absolute path in it, as in a SPEC, down to its last part."""
    return _PATH.sub(lambda match: PurePath(match[0]).name, value) if isinstance(value, str) else value


def redacted(value: Any) -> Any:
    """Return a value (or a list or mapping of them) fit to be recorded: no secrets, plain URLs."""
    if isinstance(value, str):
        return without_secrets(plain_urls(value))
    if isinstance(value, Mapping):
        return {key: redacted(entry) for key, entry in value.items()}
    if isinstance(value, (list, tuple)):
        return [redacted(entry) for entry in value]
    return value
