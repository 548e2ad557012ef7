"""A corpus that the `datasets` library reads: `hf:` and a folder or a name on the hub.

`hf:NAME` or `hf:NAME(split=…, config=…, revision=…)`. What `Dataset.save_to_disk` wrote is opened as it is
and needs no network; a name on the hub is fetched by the library, or taken from its cache.
"""

import re
from pathlib import Path
from typing import Any

from bench.corpus.form import Corpus, Fields, Meta
from bench.corpus.rows import ID, id_of, item_of
from bench.errors import InputError, UsageError
from bench.records import Item
from bench.spec import Spec, parse_spec

PREFIX = "hf:"
_OPTIONS = ("config", "revision", "split")


class HubCorpus(Corpus):
    """The rows of one split by id; the library keeps them on disk, and one is read when it is asked for."""

    def __init__(self, spec: Spec, fields: Fields, rows: Any, places: dict[str, int]):
        """Hold what `hub_corpus` found: `rows` is a datasets.Dataset, `places` the row of each id."""
        options = dict(spec.options)
        self.spec, self.fields = spec, fields
        self.path = Path(spec.name)
        parts = [self.path.name, options.get("config"), options["split"]]
        name = "-".join(re.sub(r"[^\w.-]+", "-", str(part)) for part in parts if part)
        self.meta = Meta(name=name, version=str(options.get("revision") or ""))
        self._rows, self._places = rows, places
        self.ids = tuple(sorted(places))

    def where(self, article_id: str) -> str:
        """Return the data set and the row, counted from 1."""
        return f"{PREFIX}{self.spec}:{self._places[article_id] + 1}"

    def load(self, article_id: str) -> Item:
        """Read one row. Raises InputError naming data set, row and field."""
        place = self._places[article_id]
        return item_of(self._rows[place], article_id, self.fields, f"{PREFIX}{self.spec}", place + 1)


def hub_corpus(name: str, fields: Fields) -> HubCorpus:
    """Open `hf:NAME(…)`; `split` is "test" unless given. Rows without an id field are numbered.

    Raises UsageError for options there are none of or without the extra, InputError for what the library
    cannot open and for an id that two rows have.
    """
    spec = parse_spec(name.removeprefix(PREFIX), "corpus")
    if unknown := sorted({option for option, _ in spec.options} - {*_OPTIONS}):
        raise UsageError(f"corpus {name!r}: no option {unknown[0]!r}; there are {', '.join(_OPTIONS)}")
    spec = Spec(spec.name, tuple(sorted({"split": "test", **dict(spec.options)}.items())))
    rows = _opened(spec)
    return HubCorpus(spec, fields, rows, _places(rows, fields, f"{PREFIX}{spec}"))


def _places(rows: Any, fields: Fields, where: str) -> dict[str, int]:
    """Return the row of each id, reading only the column of ids."""
    column = fields.id or next((name for name in ID if name in rows.column_names), None)
    if column is None:
        width = len(str(len(rows)))
        return {f"row-{number:0{width}}": number - 1 for number in range(1, len(rows) + 1)}
    if column not in rows.column_names:
        raise InputError(f"no such field; there are {', '.join(rows.column_names)}", path=where, field=column)
    places: dict[str, int] = {}
    for place, value in enumerate(rows[column]):
        _, article_id = id_of({column: value}, Fields(id=column))
        if not article_id:
            raise InputError("id is empty", path=where, line=place + 1, field=column)
        if article_id in places:
            first = places[article_id] + 1
            raise InputError(
                f"duplicate id {article_id!r}, first in row {first}", path=where, line=place + 1, field=column
            )
        places[article_id] = place
    if not places:
        raise InputError("the corpus has no article", path=where)
    return places


def _opened(spec: Spec) -> Any:
    """Return one split as a datasets.Dataset."""
    try:
        import datasets
    except ImportError:
        raise UsageError("a corpus from hf: needs: python -m pip install 'sumbench[datasets]'") from None
    options = dict(spec.options)
    split, folder = str(options["split"]), Path(spec.name)
    datasets.disable_progress_bars()
    try:
        if (folder / "dataset_dict.json").is_file() or (folder / "state.json").is_file():
            found = datasets.load_from_disk(str(folder))
            if not isinstance(found, datasets.DatasetDict):
                return found
            if split not in found:
                raise InputError(f"no split {split!r}; there are {', '.join(found)}", path=spec.name)
            return found[split]
        config, revision = options.get("config"), options.get("revision")
        return datasets.load_dataset(
            spec.name, None if config is None else str(config), split=split, revision=revision
        )
    except (OSError, ValueError, RuntimeError) as error:
        # The library has no family of errors of its own: what cannot be found or read is one of these.
        line = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise InputError(f"cannot be opened by datasets: {line}", path=f"{PREFIX}{spec}") from None
