"""Write bench/text/data/english_words.txt: the English words that are written without a capital.

What is on no list of words can only be a name. Run with the folder of SCOWL's lists (Debian's package
`scowl`, 2020.12.07, has them in /usr/share/dict/scowl): `python benchmarks/english_words.py FOLDER`.
"""

import re
import sys
from itertools import groupby
from pathlib import Path
from textwrap import fill

TARGET = Path(__file__).resolve().parents[1] / "bench" / "text" / "data" / "english_words.txt"
KINDS = ("english", "american", "british", "british_z")
# Up to 60 nearly all are words that news may use; those of 70 are more often names.
LEVEL = 60
# Written by hand: words newer than the lists, and short forms.
NEWER = frozenset(
    "approx govt dept asap admin celeb vlog vlogger app apps wifi crypto brexit covid fintech chatbot "
    "bandmate showrunner peloton lgbt islamist islamists islamophobia prosecco statin statins zika ebola "
    "alzheimer adhd nerf plushie dashcam jetski telecoms hitman hitmen allrounder bitcoin selfie selfies "
    "podcast hashtag emoji smartphone vape vaping hoverboard livestream deepfake malware spinoff rewilding "
    "byelection foodbank".split()
)
WIDTH = 110
HEAD = """# English words written without a capital, of three and more letters.
# Source: SCOWL 2020.12.07 (Spell Checker Oriented Word Lists), English, American and British words up to
# level 60, and newer ones written by hand; made by benchmarks/english_words.py.
#
# Copyright 2000-2011 by Kevin Atkinson. Permission to use, copy, modify, distribute and sell these word
# lists, the associated scripts, the output created from the scripts, and its documentation for any
# purpose is hereby granted without fee, provided that the above copyright notice appears in all copies
# and that both that copyright notice and this permission notice appear in supporting documentation. Kevin
# Atkinson makes no representations about the suitability of this array for any purpose. It is provided
# "as is" without express or implied warranty.
"""


def words(folder: Path) -> set[str]:
    """Return the lower-case words of SCOWL's lists, inflections and all."""
    found: set[str] = set()
    for kind in KINDS:
        for path in folder.glob(f"{kind}-words.*"):
            if int(path.suffix[1:]) <= LEVEL:
                found |= set(path.read_text(encoding="latin-1").split())
    return NEWER | {word for word in found if re.fullmatch("[a-z]{3,}", word)}


def main() -> None:
    """Write the list, each initial under a heading of its own."""
    by_initial = groupby(sorted(words(Path(sys.argv[1]))), key=lambda word: word[0])
    parts = [f"# {initial}\n{fill(' '.join(some), WIDTH)}\n" for initial, some in by_initial]
    TARGET.write_text("\n".join([HEAD, *parts]), encoding="utf-8")


if __name__ == "__main__":
    main()
