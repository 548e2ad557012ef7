"""Files written whole or not at all, and never in the place of a device."""

import errno
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """Give a path to write to; it takes the place of `path` at the end, and is removed after an error.

    What is no ordinary file (/dev/null, a pipe, a link) is written to where it stands: to put another file
    in its place would be to destroy it. The name holds the process, so that two of them never share it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if path.is_symlink() or (path.exists() and not path.is_file()):
        with _named(path, path):
            yield path
        return
    partial = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with _named(path, partial):
            yield partial
            os.replace(partial, path)
    finally:
        partial.unlink(missing_ok=True)


@contextmanager
def _named(path: Path, partial: Path) -> Iterator[None]:
    """Have an error name the file that was asked for: ours is gone, and a full disk names none."""
    try:
        yield
    except OSError as error:
        if error.filename == str(partial) or (error.filename is None and error.errno in NO_ROOM):
            error.filename, error.filename2 = str(path), None
        raise


def write_text(path: Path, text: str | Iterable[str]) -> None:
    """Write a text as UTF-8 with its line ends as they are, whole or not at all; it may come in pieces."""
    with whole(path) as place, place.open("w", encoding="utf-8", newline="") as file:
        file.writelines([text] if isinstance(text, str) else text)


@contextmanager
def alone(folder: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold `folder` against other processes: two that write its tables at once would mix them.

    Calls `waiting` before it waits for another one to end. Where files cannot be locked, nothing is held.
    """
    place = folder.parent / ".sumbench" / f"{folder.name}.lock"
    with _named(folder.parent, place.parent):
        place.parent.mkdir(parents=True, exist_ok=True)
    with place.open("a") as file:
        # Record locks, not flock: a process forked from a killed one must not keep the folder for ever.
        with suppress(ImportError):
            import fcntl

            try:
                fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except (BlockingIOError, PermissionError):
                waiting()
                fcntl.lockf(file, fcntl.LOCK_EX)
            except OSError:
                pass
        yield
