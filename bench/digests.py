"""What an output depends on beside its article: an adapter's code, its packages, the files it is given."""

import ast
import hashlib
import shlex
from collections.abc import Iterable
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from bench import __version__
from bench.paths import PACKAGE
from bench.plugins import Found

_WHOLE = 64 * 2**20
"""Files up to this many bytes are read; of larger ones (model weights) size and time of change count."""

# Parts of the harness, named as adapters import them, that change what an adapter writes.
_LENT = (b"bench.text", b"bench.chat", b"bench.weights")


def system_digest(found: Found, files: Iterable[Any] = ()) -> str:
    """Return 16 hexadecimal digits that change whenever an adapter could write something else.

    `files` are the values of options that name files. The harness's own rows change with its version.
    """
    if found.path is None:
        return f"sumbench-{__version__}"
    state = hashlib.sha256()
    for path in _sources(found):
        state.update(path.name.encode() + b"\0" + path.read_bytes())
    # What a server answers does not depend on the client's version; what a library computes does.
    for package in () if found.remote else found.constants.get("NEEDS", ()):
        state.update(f"\0{package} {_version(package)}".encode())
    for name in _LENT:
        if any(name in path.read_bytes() for path in _sources(found)):
            state.update(_lent(name.decode().removeprefix("bench.")))
    for value in files:
        state.update(_content(str(value)))
    return state.hexdigest()[:16]


def _sources(found: Found) -> list[Path]:
    """Return an adapter's file and the files it shares code with, in a fixed order."""
    path = found.path
    if path is None:
        return []
    if found.module:
        package = (path.parent / "__init__.py").is_file()
        return sorted({path, *(path.parent.rglob("*.py") if package else ())})
    return [path, *sorted(_shared(path, set()))]


def _shared(path: Path, seen: set[Path]) -> set[Path]:
    """Return the underscore files beside `path` that it imports, and those that they import."""
    for node in ast.walk(ast.parse(path.read_bytes())):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module]
        for name in names:
            other = path.parent / f"{name.partition('.')[0]}.py"
            if name.startswith("_") and other not in seen and other.is_file():
                seen.add(other)
                _shared(other, seen)
    return seen


@cache
def _lent(name: str) -> bytes:
    """Return a digest of a package or module of the harness that adapters may use."""
    state = hashlib.sha256()
    for path in sorted([*(PACKAGE / name).rglob("*"), *PACKAGE.glob(f"{name}.py")]):
        if path.is_file() and path.suffix != ".pyc":
            state.update(path.name.encode() + b"\0" + path.read_bytes())
    return state.digest()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _content(value: str) -> bytes:
    """Return a digest of the files that an option names: a file, a folder, or the files in a command."""
    state = hashlib.sha256()
    try:
        whole = Path(value).expanduser()
        if whole.is_dir():
            files = sorted(path for path in whole.rglob("*") if path.is_file())
        else:
            files = [
                path for part in [value, *shlex.split(value)] if (path := Path(part).expanduser()).is_file()
            ]
    except (ValueError, OSError):
        files = []
    for file in files:
        state.update(_fingerprint(file))
    return state.digest()


def _fingerprint(file: Path) -> bytes:
    """Return what identifies a file's content."""
    about = file.stat()
    if about.st_size > _WHOLE:
        return f"{file.name} {about.st_size} {about.st_mtime_ns}".encode()
    return file.name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest()
