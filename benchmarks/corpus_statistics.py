"""Write the figures of the bundled corpus into docs/corpus.md."""

import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from labelled import held_out

from bench.audit import Audit, audit
from bench.audit.figures import extraction
from bench.corpus import open_corpus
from bench.report.audit import audit_markdown
from bench.store import write_text

PAGE = Path(__file__).resolve().parents[1] / "docs" / "corpus.md"
_NAMES = {
    "precision": "precision",
    "recall": "recall",
    "value_recall": "recall of the value, whatever its unit",
}


def held_out_lines(result: Audit) -> Iterator[str]:
    """Yield the extraction's figures on all articles and on those that nothing was tuned on."""
    few = [row for row in result.rows if held_out(row.article)]
    yield f"| extraction against the sheets | all {len(result.rows)} articles | the {len(few)} held out |"
    yield "| --- | --- | --- |"
    for what in ("number", "people"):
        every, some = (
            extraction(getattr(row, f"{what}_tally") for row in rows) for rows in (result.rows, few)
        )
        assert every is not None
        assert some is not None
        for name in ("precision", "recall", *(["value_recall"] if what == "number" else [])):
            head = f"{'numbers' if what == 'number' else what}: {_NAMES[name]}"
            yield f"| {head} | {getattr(every, name)} | {getattr(some, name)} |"


def write(block: str, lines: list[str]) -> None:
    """Put lines between the marks of one block of the page."""
    begin, end = f"<!-- {block}: begin -->\n", f"<!-- {block}: end -->\n"
    before, found, rest = PAGE.read_text(encoding="utf-8").partition(begin)
    assert found, begin
    write_text(PAGE, before + begin + "\n".join(["", *lines, ""]) + "\n" + end + rest.partition(end)[2])


def main() -> None:
    result = audit(open_corpus("wire"))
    write("figures", list(audit_markdown(result)))
    write("extraction", list(held_out_lines(result)))
    print(f"figures of {len(result.rows)} articles written to docs/{PAGE.name}")


if __name__ == "__main__":
    main()
