"""docs/ledger.md knows every module of the ledger, every data file is read, every test it names is there."""

import re
import tomllib

import pytest

from bench.facts.numbers.derive.evidence import _CUES
from bench.facts.numbers.derive.record import Way
from bench.facts.quantities.units import units
from tests.conftest import ROOT

FACTS = ROOT / "bench" / "facts"
DOCS = (ROOT / "docs" / "ledger.md").read_text(encoding="utf-8")
MODULES = {
    ".".join(path.relative_to(FACTS).with_suffix("").parts)
    for path in FACTS.rglob("*.py")
    if path.stem != "__init__"
}


def test_every_module_stands_once_in_the_table() -> None:
    table = DOCS.partition("## Every module\n")[2]
    named = re.findall(r"`([a-z_.]+)`", table)
    assert sorted(named) == sorted(MODULES)


def test_what_the_prose_names_is_there() -> None:
    prose = DOCS.partition("## Every module\n")[0]
    for name in re.findall(r"`((?:numbers|people|quantities)\.[a-z_.]*[a-z])[`.]", prose):
        module, _, member = name.rpartition(".")
        assert name in MODULES or module in MODULES, name
        if name not in MODULES:
            text = FACTS.joinpath(*module.split(".")).with_suffix(".py").read_text(encoding="utf-8")
            assert member in text, name
    for path in re.findall(r"`((?:tests|bench|benchmarks|text|data)/[\w/.]+\.\w+)`", prose):
        assert any((place / path).is_file() for place in (ROOT, ROOT / "bench", FACTS)), path


@pytest.mark.parametrize("path", sorted((FACTS / "data").iterdir()), ids=lambda path: path.name)
def test_every_data_file_is_read_by_a_module(path) -> None:
    code = "".join(module.read_text(encoding="utf-8") for module in sorted((ROOT / "bench").rglob("*.py")))
    assert re.search(rf'"{re.escape(path.stem)}(\.\w+)?"', code), path.name


def test_a_word_or_a_pair_is_one_unit_only() -> None:
    table = tomllib.loads((FACTS / "data" / "units.toml").read_text(encoding="utf-8"))
    words = [
        word for name in table for unit in table[name].values() if "words" in unit for word in unit["words"]
    ]
    assert len(words) == len(set(words))
    assert set(words) == set(units().words)


def test_every_way_has_its_cues() -> None:
    assert set(_CUES) == set(Way.__args__)
