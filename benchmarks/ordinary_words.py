"""Write bench/facts/data/ordinary_words.txt: stems that the bundled corpus writes without a capital.

In text without capitals these are taken for words, not for names. Run: `python benchmarks/ordinary_words.py`.
"""

import re
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.text.porter import stem

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "bench" / "facts" / "data" / "ordinary_words.txt"
HEAD = """# Stems of words that are no names: those that the bundled corpus and the word lists of this project
# write mostly without a capital. Written by benchmarks/ordinary_words.py from texts of this project only.
"""
WIDTH = 110


def ordinary() -> list[str]:
    """Return the stems, sorted."""
    texts = [*ROOT.glob("references/*/*/*.txt"), *ROOT.glob("docs/*.md")]
    texts += [TARGET.with_name(f"{name}.txt") for name in ("roles", "offices", "say_verbs", "function_words")]
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for path in texts:
        for word in re.findall(r"[A-Za-z][a-z]+", path.read_text(encoding="utf-8")):
            (capital if word[0].isupper() else small)[stem(word.lower())] += 1
    return sorted(word for word in small if small[word] >= capital[word] and len(word) > 2)


def main() -> None:
    """Write the list."""
    lines, line = [], ""
    for word in ordinary():
        if len(line) + len(word) + 1 > WIDTH:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    TARGET.write_text(HEAD + "\n".join([*lines, line]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
