"""Figures that tokenisers and translators tore apart: "30, 000", "1, 340 people", "98. 7 %", "4 . 85 m"."""

import re
from collections.abc import Iterator

from bench.text.offsets import Edit

# "30, 000", "98. 7 per cent", and "# 500,000", which tokenised British news has for a pound sign. Each
# pattern begins with its sign, so that a long text is searched fast.
_TORN = (
    (re.compile(r",\s(?<=\d..)(?:(?=000\b)|(?<=\d\d,\d\d\d..)(?=\d{3}\b))", re.DOTALL), ","),
    (
        re.compile(
            r"\.\s(?<=\d..)(?<!\.\d..)(?<!\.\d\d..)(?<!\d{4}..)"
            r"(?=\d{1,2}\s?(?:%|per\s?cent\b|million\b|billion\b|m\b|bn\b))",
            re.DOTALL,
        ),
        ".",
    ),
    # "\u00a3 1,318. 40 ,": pounds and pence.
    (re.compile(r"\.\s(?<=\d..)(?=\d\d(?:\s?[,;.)]|$))(?<=[\u00a3$\u20ac\d,\s]\d\d..)(?<!\d{4}..)"), "."),
    (
        re.compile(r"#\s?(?=\d{1,3}(?:,\d{3})|\d+(?:\.\d+)?\s?(?:m|bn|k|million|billion)\b|\d{2,3}\.\d\d\b)"),
        "£",
    ),
)
_THOUSANDS = re.compile(r",\s(?<=[\d ]..)(?=\d{3}(?!\d|[.,/-]\d|\s?,\s\d))")
_DECIMALS = re.compile(r"\.\s(?<=[\d ]..)(?=\d{1,2}(?!\d|[.,/:]\d))")
# Up to three digits that no other figure of a list stands before, nor a month.
_HEAD = re.compile(r"(?:^|[^\d.,:/\s-]\s?|[^\d.,:/]\s|\s-)(\d{1,3})(\s?)$")
_MONTH = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2} ?$", re.IGNORECASE
)
_REACH = 18
_COUNTED = re.compile(r"\d+ [a-z]{4,}")
_MEASURED = re.compile(
    r"\d{1,2}[\s-]?(?:%|(?:per\s?cent|percent|percentage|million|billion|trillion|m|bn|euros?|dollars?|pounds?|crowns?|"
    r"[ck]?m|kg|km/h|mph|ha|(?:kilo|centi|milli)?met(?:re|er)s?|kilo(?:gram)?(?:me)?s?|lit(?:re|er)s?|tonn?es?|tons?|"
    r"hectares?|acres?|miles?|feet|inches|degrees?|points?|times)\b|\u00b0)"
)
_LASTED = re.compile(r"\d{1,2}[\s-](?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)\b")
_FEWEST = 2
"""Counts with a space behind the comma from which on a text is one that has its figures torn."""


def torn_numbers(text: str) -> Iterator[Edit]:
    """Yield edits that join figures torn apart, and give the pound its sign.

    A comma or point may as well stand between two statements: it is within one figure where a unit or what
    is counted follows, and others of the text are torn for sure.
    """
    sure = [Edit(m.start(), m.end(), sign) for pattern, sign in _TORN for m in pattern.finditer(text)]
    decimals = list(_DECIMALS.finditer(text))
    measured = [m for m in decimals if _MEASURED.match(text, m.end())]
    sure += [edit for match in measured if (edit := _joined(text, match, "."))]
    yield from sure
    thousands = [edit for m in _THOUSANDS.finditer(text) if (edit := _joined(text, m, ","))]
    counted = sum(1 for edit in thousands if _COUNTED.match(text, edit.end))
    counted += _FEWEST * any(text.startswith("000", edit.end) for edit in thousands)
    if sure or counted >= _FEWEST:
        yield from thousands
    for match in decimals if sure else ():
        if _LASTED.match(text, match.end()) and (edit := _joined(text, match, ".")):
            yield edit


def _joined(text: str, match: re.Match[str], sign: str) -> Edit | None:
    """Return the edit that makes one figure of the digits on both sides of a sign."""
    at = match.start()
    head = _HEAD.search(text, max(0, at - 6), at)
    if head is None or (sign == "," and _MONTH.search(text, max(0, at - _REACH), at)):
        return None
    return Edit(at - len(head.group(2)), match.end(), sign)
