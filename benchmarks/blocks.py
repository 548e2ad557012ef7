"""Pages whose tables are written by a script: text between two markers."""

import re
from collections.abc import Mapping
from pathlib import Path


def filled(page: Path, blocks: Mapping[str, str]) -> None:
    """Put each block between its markers. Raises SystemExit where the page has no place for one."""
    text = page.read_text(encoding="utf-8")
    for name, block in blocks.items():
        begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
        pattern = re.compile(f"{re.escape(begin)}.*?{re.escape(end)}", re.DOTALL)
        if not pattern.search(text):
            raise SystemExit(f"{page} has no place for {name}: write {begin} and {end} into it")
        replacement = f"{begin}\n{block}\n{end}"
        text = pattern.sub(lambda _, new=replacement: new, text)
    page.write_text(text, encoding="utf-8")
