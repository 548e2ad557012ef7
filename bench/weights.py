"""Transformers models from a folder or the hub: loaded quietly, identified by content, never by place."""

import hashlib
import logging
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from bench.errors import Unavailable

# What a model computes depends on these; a folder's README or training log changes nothing.
_COUNTED = frozenset({".json", ".safetensors", ".bin", ".model", ".txt", ".py"})
_UNLIMITED = 10**9
# Their positions begin behind the padding's number, so that 514 of them hold 512 tokens.
_OFFSET_POSITIONS = ("roberta", "xlm-roberta", "xlm-roberta-xl", "camembert", "longformer", "mpnet")


class Loaded(NamedTuple):
    """A tokenizer and a model that is where it will compute, in evaluation mode."""

    tokenizer: Any
    model: Any


def load(
    user: str, name: str, revision: str, kind: Callable[[Any], Any], *, dtype: str, device: str
) -> Loaded:
    """Load a model from a folder or the hub; `kind` turns its configuration into a transformers class.

    Raises Unavailable with the first line of what is wrong, beginning with `user`, who asked.
    """
    import torch
    import transformers

    config = configuration(user, name, revision)
    place, where = _place(name, revision)
    try:
        tokenizer = transformers.AutoTokenizer.from_pretrained(place, **where)
        model = kind(config).from_pretrained(place, dtype=dtype, **where)
    except (OSError, ValueError) as error:
        raise _absent(user, name, error) from None
    if device == "auto":
        device = (
            "cuda" if torch.cuda.is_available() else "mps" if torch.backends.mps.is_available() else "cpu"
        )
    return Loaded(tokenizer, model.eval().to(device))


def configuration(user: str, name: str, revision: str) -> Any:
    """Return a model's configuration without its weights. Raises Unavailable as `load` does."""
    import transformers

    quiet: Any = transformers.utils.logging
    quiet.set_verbosity_error()
    quiet.disable_progress_bar()
    logging.getLogger("huggingface_hub").setLevel(logging.ERROR)
    place, where = _place(name, revision)
    try:
        return transformers.AutoConfig.from_pretrained(place, **where)
    except (OSError, ValueError) as error:
        raise _absent(user, name, error) from None


def identity(user: str, name: str, revision: str) -> str:
    """Return what names a model wherever it stands: a digest of a folder's files, or hub id and commit.

    Raises Unavailable as `load` does.
    """
    place, _ = _place(name, revision)
    if Path(place).is_dir():
        return f"sha256:{_digest(place)}"
    commit = getattr(configuration(user, name, revision), "_commit_hash", None)
    return f"{name}@{commit or revision or 'main'}"


def room(loaded: Loaded) -> int:
    """Return how many tokens a model can read at once."""
    config = loaded.model.config
    names = ("max_position_embeddings", "n_positions", "max_encoder_position_embeddings")
    known = [getattr(config, name, None) for name in names]
    if known[0] and config.model_type in _OFFSET_POSITIONS:
        known[0] -= (config.pad_token_id or 0) + 1
    limits = [limit for limit in (*known, loaded.tokenizer.model_max_length) if limit and limit < _UNLIMITED]
    return min(limits, default=_UNLIMITED)


def _place(name: str, revision: str) -> tuple[str, dict[str, Any]]:
    """Return where a model is to be found, and the arguments that say how."""
    folder = Path(name).expanduser()
    here = folder.is_dir()
    return str(folder) if here else name, {"revision": revision or None, "local_files_only": here}


def _absent(user: str, name: str, error: Exception) -> Unavailable:
    return Unavailable(f"{user}: cannot load {name!r}: {str(error).strip().splitlines()[0]}")


@cache
def _digest(folder: str) -> str:
    """Return 16 hexadecimal digits over the names and contents of a model's files; read once a process."""
    state = hashlib.sha256()
    for path in sorted(Path(folder).iterdir()):
        if path.is_file() and path.suffix in _COUNTED:
            with path.open("rb") as file:
                state.update(f"{path.name}\0{hashlib.file_digest(file, 'sha256').hexdigest()}\0".encode())
    return state.hexdigest()[:16]
