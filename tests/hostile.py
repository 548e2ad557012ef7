"""Names and texts that try to leave their place in a page, and results made of them."""

import json
from pathlib import Path

SYSTEMS = (
    "</script><script>window.hacked = 1</script>",
    "\"onmouseover='window.hacked=2' x=\"",
    "<img src=x onerror=window.hacked=3>",
    "نظام-التلخيص",
    "a_very_long_system_name(model=organisation/name-of-a-model-70b-instruct, temperature=0.7)",
    "$x_1$ & 100% #1 {{ 7 * 7 }}",
)
ARTICLES = ("<b>one</b>", "two&amp;\"'", "מאמר שלוש", "four")
BODY = (
    "</script><img src=x onerror=window.hacked=4> said Maria Lopez, the mayor. The fire killed 12 people "
    "🔥🔥 in 2019 and <!-- 40 others --> were hurt. "
    "\u202eElur\u202c {{ 7 * 7 }} \u2028 Ahmed Khan led 300 crews."
)
SUMMARY = (
    "Maria Lopez said 12 people died 🔥 and 41 were hurt. <script>window.hacked = 5</script> 300 crews came."
)


def write_corpus(folder: Path) -> Path:
    """Write a JSONL corpus of hostile articles; return its path."""
    path = folder / "hostile.jsonl"
    rows = (
        {"id": name, "title": f"Fire {name} </title>", "article": BODY, "references": [SUMMARY, BODY[:90]]}
        for name in ARTICLES
    )
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def write_outputs(folder: Path) -> Path:
    """Write outputs of hostile systems; the last one fails with a hostile message."""
    path = folder / "outputs.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for system in SYSTEMS:
            for article in ARTICLES:
                failed = system == SYSTEMS[-1] and article == ARTICLES[0]
                row = {"system": system, "article": article, "text": "" if failed else SUMMARY}
                if failed:
                    row |= {"status": "error", "error": "<script>window.hacked = 6</script>"}
                file.write(json.dumps(row) + "\n")
    return path
