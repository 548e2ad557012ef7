"""Escapes, tags, links, emphasis and marks of notes: taken away, with the way back."""

import pytest

from bench.text.document import Document
from bench.text.repair import repair

MENDED = {
    "references escaped twice": ("&amp;quot;No&amp;quot;, he &amp;amp; she", '"No", he & she'),
    "escapes of a string": (r"\"It\u2019s \u00a35m\", she said.\nHe left", '"It\'s £5m", she said.\nHe left'),
    "UTF-8 read as Latin-1": ("it\u00e2\u0080\u0099s caf\u00c3\u00a9", "it's caf\u00e9"),
    "mail in seven bits": ("It=E2=80=99s =C2=A35m at the=\n caf=C3=A9=20now", "It's £5m at the café now"),
    "tags": ('<p>Ida <b>Moor</b> and <a href="/7">Holt</a></p><p>sat</p>', "\nIda Moor and Holt\n\nsat\n"),
    "a script and a comment": ("Moor<script>var a = 12;</script> sat<!-- 7 ads --> down", "Moor sat down"),
    "cells": ("<tr><td>Moor</td><td>41</td></tr>", "\nMoor | 41 | \n"),
    "a line's end": ("Moor left.<br/>Holt stayed.", "Moor left.\nHolt stayed."),
    "links": (
        "[Ida Moor](https://example.com/people/12) met ![Holt, 44](/i/3.png)Holt",
        "Ida Moor met Holt",
    ),
    "emphasis": ("He met **Ida Moor** and __Jens Holt__ in May", "He met Ida Moor and Jens Holt in May"),
    "emphasis that opens a sentence": ("**Ida Moor** led it", "Ida Moor led it"),
    "marks of notes": ("Moor[a] sat.[12][citation needed] Holt.\u00b9\u00b2 He", "Moor sat. Holt. He"),
    "a raised mark of a note": ("said Moor<sup>[3]</sup> and the board\u00b3", "said Moor and the board"),
}  # fmt: skip

KEPT = (
    "**Key points**",
    "**Who:** Ida Moor",
    "- **Cost** Some 12 boats",
    "5 < 7 and 9 > 8; <who knows> and a<b",
    "the file C:\\new and 12 m\u00b2 of 4 km\u00b2, CO\u2082",
    "he [Holt] said [3] men sat in [the] boat",
    "2 ** 3 and snake__case__name",
    "a = 5, b=20",
)


@pytest.mark.parametrize(("given_text", "meant"), MENDED.values(), ids=MENDED.keys())
def test_what_programs_wrote_is_taken_away(given_text: str, meant: str) -> None:
    assert repair(given_text).text == meant


@pytest.mark.parametrize("text", KEPT)
def test_what_only_looks_like_it_stays(text: str) -> None:
    assert repair(text).text == text


def test_a_span_around_a_tag_quotes_the_text_as_given() -> None:
    document = Document('Then <a href="/p/7">Ida</a> <b>Moor</b> paid \\u00a35m, \\"she\\" said')
    for words, as_given in (("Ida Moor", "Ida</a> <b>Moor"), ("\u00a35m", "\\u00a35m")):
        start = document.text.index(words)
        assert document.span(start, start + len(words)).text == as_given
