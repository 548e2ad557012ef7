"""The summary of a job in CI: Markdown added to the file that GITHUB_STEP_SUMMARY names."""

import os
from pathlib import Path


def add_to_summary(markdown: str) -> None:
    """Add a text to the job's summary; asked only where there is one, so that none is made for nothing."""
    place = Path(os.environ["GITHUB_STEP_SUMMARY"])
    place.parent.mkdir(parents=True, exist_ok=True)
    with place.open("a", encoding="utf-8") as file:
        file.write(markdown + "\n")
