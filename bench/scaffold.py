"""Starting points that work as they are: an adapter with its test, a corpus, an article."""

import datetime
import re
from pathlib import Path
from typing import NamedTuple

from bench.errors import UsageError
from bench.plugins import find_systems
from bench.whole import write_text

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")

SYSTEM = '''"""{title}: the first words of the article, up to the budget."""

from bench.records import Article


def summarize(article: Article, *, words: int = 60) -> str:
    """Return a summary of `article.text` in at most `words` words; more keyword arguments are options."""
    return " ".join(article.text.split()[:words])
'''

TEST = '''"""{name} keeps what an adapter promises."""

from pathlib import Path

from bench.conformance import broken_promises

ADAPTER = Path(__file__).parents[{up}] / "systems" / "{name}.py"


def test_{identifier}_keeps_every_promise_of_an_adapter() -> None:
    assert broken_promises(str(ADAPTER)) == []
'''

CORPUS = """name = "{name}"
version = "1"
language = "en"
licence = "CC BY 4.0"
words = 40
canary = "sumbench-{name}-canary"
description = "Say here what these articles are."
"""

# A complete article, so that every file's form can be seen; audit passes before a word is changed.
ARTICLE = {
    "article.txt": """Ferry to Orsholm stops for nine days

The ferry between Lindvik and Orsholm will not sail for nine days from Monday, the county said.
A crack was found in the hull of the boat, which carries 340 passengers.
“We would rather be late than sorry,” said Hanna Viklund, who runs the line.
""",
    "source.toml": """date = {date}
domain = "transport"
licence = "CC BY 4.0"
kind = "invented"
tags = []
""",
    "reference.one.txt": "The ferry from Lindvik to Orsholm stops for nine days: its hull has a crack.\n",
    "reference.two.txt": "Hanna Viklund’s ferry to Orsholm will be laid up for nine days, the county says.\n",
    "facts.toml": """[[numbers]]
value = 9
unit = "day"
of = "how long the ferry stops"
quote = "will not sail for nine days"
key = true

[[numbers]]
value = 340
of = "passengers the boat carries"
quote = "carries 340 passengers"

[[numbers]]
value = "Monday"
unit = "weekday"
of = "first day without a ferry"
quote = "from Monday"

[[people]]
name = "Hanna Viklund"
also = ["Viklund"]
role = "runs the line"

[[said]]
who = "Hanna Viklund"
what = "she prefers a delay to an accident"
quote = "We would rather be late than sorry"
""",
}


class Made(NamedTuple):
    """What was written, and the commands to go on with."""

    files: tuple[Path, ...]
    next: tuple[str, ...]


def new_system(name: str, folder: Path) -> Made:
    """Write systems/NAME.py and its test. Raises UsageError for a name that is taken or cannot be one."""
    _check_name(name)
    if any(found.name == name for found in find_systems()):
        raise UsageError(f"there is a system {name} already (`sumbench list systems`); choose another name")
    mirrored = (folder / "tests" / "systems").is_dir()
    test = folder / "tests" / ("systems" if mirrored else "") / f"test_{_identifier(name)}.py"
    title = name.replace("_", " ").replace("-", " ").capitalize()
    files = {
        folder / "systems" / f"{name}.py": SYSTEM.format(title=title),
        test: TEST.format(name=name, identifier=_identifier(name), up=2 if mirrored else 1),
    }
    return Made(_written(files), (f"sumbench test {name}", f"sumbench run --system {name}"))


def new_corpus(name: str, folder: Path) -> Made:
    """Write references/NAME with one example article."""
    _check_name(name)
    place = folder / "references" / name
    files = {place / "corpus.toml": CORPUS.format(name=name), **_article(place / "example")}
    return Made(_written(files), (f"sumbench audit {name}", f"sumbench run --corpus {name}"))


def new_article(name: str, corpus: Path) -> Made:
    """Write a folder NAME with an example article into a corpus."""
    _check_name(name)
    if not (corpus / "corpus.toml").is_file():
        raise UsageError(
            f"{corpus} is no corpus of article folders; make one with `sumbench new corpus NAME`"
        )
    shown = corpus.name if corpus.parent.name == "references" else str(corpus)
    next_commands = (f"sumbench audit {shown}", f"sumbench run --corpus {shown} --article {name}")
    return Made(_written(_article(corpus / name)), next_commands)


def _article(place: Path) -> dict[Path, str]:
    """Return the files of one article folder."""
    today = datetime.date.today().isoformat()
    return {place / name: text.replace("{date}", today) for name, text in ARTICLE.items()}


def _check_name(name: str) -> None:
    if not _NAME.fullmatch(name):
        raise UsageError(f"{name!r} cannot be a name: letters, digits, - and _ only, a letter or digit first")


def _identifier(name: str) -> str:
    return name.replace("-", "_")


def _written(files: dict[Path, str]) -> tuple[Path, ...]:
    """Write files, none of which may exist."""
    for path in files:
        if path.exists():
            raise UsageError(f"{path} exists already; nothing was written")
    for path, text in files.items():
        write_text(path, text)
    return tuple(files)
