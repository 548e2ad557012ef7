"""Each layer imports only from those above it."""

import ast
import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "bench"

# Top first; a module may import from its own layer and those above.
LAYERS = (
    ("records", "errors", "redaction", "chat", "weights", "whole", "misfit", "json_line", "counted"),
    ("text",),
    ("facts",),
    ("metrics",),
    ("stats",),
    ("paths", "corpus", "output_lines", "store", "results", "pairs", "spec", "plugins", "chosen", "digests",
     "system", "cache", "outputs", "parquet"),
    ("executor", "connections", "cost", "earlier", "plant", "bounds", "generate", "score", "apart", "tally",
     "leaderboard",
     "guards", "compare", "gate", "fairness", "leaveout", "check",
     "calibrate", "sensitivity", "audit", "mangle", "scaffold", "watched", "conformance"),
    ("report",),
    ("plan", "benchmark"),
    ("cli", "__main__"),
)  # fmt: skip
DEPTH = {name: depth for depth, names in enumerate(LAYERS) for name in names}
# Finding and running the harness's own rows goes through the same door as adapters.
ALLOWED = {("plugins", "bounds"), ("system", "bounds")}


def imports(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return {name.split(".")[1] for name in found if name.startswith("bench.")} & DEPTH.keys()


MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.parent != PACKAGE or path.stem != "__init__")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_only_from_its_own_layer_and_those_above(path: Path) -> None:
    name = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    if name in ("systems", "references"):
        return
    assert name in DEPTH, f"{name} belongs to no layer; add it to LAYERS"
    deeper = {other for other in imports(path) if DEPTH[other] > DEPTH[name] and (name, other) not in ALLOWED}
    assert not deeper


def test_contributors_are_told_where_every_module_stands() -> None:
    text = (PACKAGE.parent / "CONTRIBUTING.md").read_text(encoding="utf-8")
    table = text.partition("## Where things are\n")[2].partition("\n## ")[0].partition("\n| --- ")[2]
    named = re.findall(r"`(\w+)`", table)
    assert sorted(set(named) - {"human", "oracle"}) == sorted(DEPTH)


def test_systems_import_no_stage_and_no_reference_reader() -> None:
    for path in sorted((PACKAGE.parent / "systems").glob("*.py")):
        assert imports(path) <= {"records", "errors", "text", "chat", "weights"}, path.name


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_no_pattern_has_a_possessive_group(module: Path) -> None:
    # CPython before 3.11.5, Debian 12's among them, matches them wrongly.
    assert not re.search(r"\)[*+?]\+", module.read_text(encoding="utf-8"))
