"""Where the bundled systems and corpora live, in a clone, an editable install and a wheel alike."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def bundled(name: str) -> Path:
    """Return the folder of bundled `systems` or `references`.

    A wheel carries them inside the package; a clone has them beside it.
    """
    inside = PACKAGE / name
    return inside if inside.is_dir() else PACKAGE.parent / name


def corpus_places() -> tuple[Path, ...]:
    """Return the folders in which a corpus is looked up by name, in order of precedence."""
    here = Path("references")
    places = [here] if here.is_dir() and here.resolve() != bundled("references").resolve() else []
    return (*places, bundled("references"))


def system_places() -> tuple[Path, ...]:
    """Return the folders whose files are adapters, in order of precedence."""
    here = Path("systems")
    places = [here] if here.is_dir() and here.resolve() != bundled("systems").resolve() else []
    return (*places, bundled("systems"))
