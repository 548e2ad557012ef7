"""The summary of a job in CI: Markdown added to the file that GITHUB_STEP_SUMMARY names."""

import os
from pathlib import Path


def add_to_summary(markdown: str) -> None:
    """Add a text to the job's summary, where there is one."""
    named = os.environ.get("GITHUB_STEP_SUMMARY")
    if named:
        Path(named).parent.mkdir(parents=True, exist_ok=True)
        with Path(named).open("a", encoding="utf-8") as file:
            file.write(markdown + "\n")
