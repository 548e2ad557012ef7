"""Repair of mangled text: what is mended, what is left alone, and the way back."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.text.repair import repair
from tests.conftest import SHARED

MENDED = {
    "a sentence glued to the next": ("it may ease.Officials agreed", "it may ease. Officials agreed"),
    "a sentence glued behind a quotation": ("harm our agencies.\u201dHe left", 'harm our agencies." He left'),
    "a word glued to an opener": ("Biden sat. BidenOn Tuesday spoke", "Biden sat. Biden On Tuesday spoke"),
    "a name glued to a word": ("Russia sat. risk RussiaCunning foe", "Russia sat. risk Russia Cunning foe"),
    "an office glued to a name": ("the MinisterDejan Holt", "the Minister Dejan Holt"),
    "a body glued to an office": ("the AssociationPresident Holt", "the Association President Holt"),
    "a name with a joint of its own": (
        "Rep. McCallRepublicans said. McCall leads Republicans",
        "Rep. McCall Republicans said. McCall leads Republicans",
    ),
    "a small word glued to an opener": ("and other newsShe said", "and other news She said"),
    "a year glued to an opener": ("back in 2014The war began", "back in 2014 The war began"),
    "names glued by a comma": ("met Putin,Biden there", "met Putin, Biden there"),
    "an honorific glued to its name": ("when Mr.Okafor rose", "when Mr. Okafor rose"),
    "a translated honorific": ("Ms Okafor.\ngentlemen. Okafor sat", "Ms Okafor.\nMr. Okafor sat"),
    "a translated honorific in a quotation": (
        'Ms Okafor. "gentlemen. Okafor sold it," she said',
        'Ms Okafor. "Mr. Okafor sold it," she said',
    ),
    "a name glued to an English word where more is glued": (
        "the MinisterDejan Holt, the PresidentIda Moor; Rep. WinterfeldRepublican said",
        "the Minister Dejan Holt, the President Ida Moor; Rep. Winterfeld Republican said",
    ),
    "a spelled-out honorific": ("so mister. Okafor and Ms Okafor", "so Mr. Okafor and Ms Okafor"),
    "curly quotes and odd spaces": ("\u201cten\u00a0men\u2019s\u201d", '"ten men\'s"'),
    "treebank brackets and quotes": ("-lrb- cnn -RRB- `` hi ''", '( cnn ) "hi"'),
    "a mask token": ("of UNK people and <unk> more", "of _ people and _ more"),
    "thousands torn apart": ("some 40, 000 coins", "some 40,000 coins"),
    "a decimal torn apart": ("fully 98. 7 per cent", "fully 98.7 per cent"),
    "a pound that became a hash": ("paid # 500,000 and #6m", "paid £500,000 and £6m"),
    "a pound read in the wrong encoding": ("paid \u00c2\u00a3200", "paid £200"),
    "a quote read in the wrong encoding": ("it\u00e2\u20ac\u2122s caf\u00c3\u00a9", "it's café"),
    "references of HTML": (
        "&quot;AT&amp;T&nbsp;paid&#160;&pound;5m&#8230;&quot; it&#x2019;s",
        '"AT&T paid \u00a35m\u2026" it\'s',
    ),
    "combining marks": ("Zoe\u0308 Smith", "Zo\u00eb Smith"),
    "invisible characters": ("Da\u00advid\u200b Smi\u2060th", "David Smith"),
    "signs that an encoding lacked": ("?We didn?t,? he said", '"We didn\'t," he said'),
    "signs put for them": ("\ufffdWe left.\ufffd Holt\ufffds men", '"We left." Holt\'s men'),
    "wide spaces": ("Anna  Holt,   41, said\u00a0 no", "Anna Holt, 41, said no"),
    "Windows line ends": ("one\r\ntwo\rthree", "one\ntwo\nthree"),
}  # fmt: skip

KEPT = (
    "McCall, MacArthur, O'Neill, DeGeneres, DiCaprio, LeBron, FitzGerald, VanDyke and LaToya met",
    "YouTube, iPhone, iPad, MacBook, eBay, LinkedIn, easyJet, PayPal, TikTok and JPMorgan rose",
    "You and I watched YouTube in the tube",
    "ExxonMobil and Exxon; ExxonMobil again",
    "write to Jo.Bloggs-news@example.org or DailyMail.com and www.MailOnline.com",
    "as @RollingStones and #MichaelJackson said. Michael Jackson",
    "the U.S. and the U.K. at 5 p.m. in the E.U.",
    "the former first lady. He agreed",
    "Ladies and gentlemen. Okafor rose; Mr Okafor sat",
    "draws of 12, 345, 678 and 13, 912",
    "the No. 7 and # 1 and hashtag #2",
    "3D films, 4K screens, an F-16C and 2Pac",
    "Node.js and a.b.c",
    "Why? so? is it? The best?",
    "AT&T; R&D at M&S; Q&A; &unknown; &#1; a&b;",
)


@pytest.mark.parametrize(("given_text", "meant"), MENDED.values(), ids=MENDED.keys())
def test_mangled_text_is_mended(given_text: str, meant: str) -> None:
    assert repair(given_text).text == meant


@pytest.mark.parametrize("text", KEPT)
def test_clean_text_with_odd_capitals_and_points_is_left_alone(text: str) -> None:
    assert repair(text).text == text


@pytest.mark.parametrize(("given_text", "meant"), MENDED.values(), ids=MENDED.keys())
def test_mending_twice_changes_nothing_more(given_text: str, meant: str) -> None:
    assert repair(repair(given_text).text).text == meant


def test_a_repaired_span_leads_back_to_the_words_as_given() -> None:
    raw = "Caf\u0065\u0301 owner -lrb- right -rrb- met BidenOn Monday; 40, 000 came."
    mended = repair(raw)
    for words, as_given in (
        ("Café", "Caf\u0065\u0301"), ("right", "right"), ("(", "-lrb-"), ("Biden", "Biden"), ("On", "On"),
        ("40,000", "40, 000"), ("came", "came"),
    ):  # fmt: skip
        start = mended.text.index(words)
        first, last = mended.span(start, start + len(words))
        assert raw[first:last] == as_given


PIECES = st.sampled_from(
    [
        *"Biden On The Mc Call said ease Mr. gentlemen. 40 -lrb- `` '' UNK U.S. 1 , . ` # é".split(),
        *(" ", "\n", "\r\n", "\u00a0", ", 000", "98. 7 per cent", "# 500,000", "\u200b", "e\u0301", "\u2028"),
        *("\u00c2\u00a3", "\u00e2\u20ac\u2122", "\u201c", "\ud55c", "\u1112\u1161\u11ab", "\u0130", "\ufb01"),
    ]
)
MANGLED = st.one_of(st.lists(PIECES, max_size=25).map("".join), st.text(max_size=60))


@given(MANGLED)
def test_every_span_leads_into_the_original_in_order(raw: str) -> None:
    mended = repair(raw)
    assert mended.span(0, len(mended.text))[1] <= len(raw)
    previous = 0
    for offset in range(len(mended.text)):
        start, end = mended.span(offset, offset + 1)
        assert 0 <= previous <= start <= end <= len(raw)
        previous = start


@given(MANGLED)
def test_letters_that_were_not_edited_stand_where_the_map_says(raw: str) -> None:
    mended = repair(raw)
    for offset, char in enumerate(mended.text):
        start, end = mended.span(offset, offset + 1)
        if char.isascii() and char.isalpha() and end - start == 1:
            assert raw[start] == char


@given(
    # A word twice without a space between ("TheThe") is parted one place at a time.
    st.lists(PIECES, max_size=25)
    .filter(lambda pieces: all(one != other for one, other in pairwise(pieces)))
    .map("".join)
)
def test_repair_is_idempotent_on_text_of_the_faults_it_knows(raw: str) -> None:
    once = repair(repair(raw).text).text
    assert repair(once).text == once


@given(
    st.text(alphabet=st.characters(max_codepoint=0x7F, categories=["Ll", "Zs"]), max_size=80).filter(
        # What repair reads in lower case: a lost space, shorthand for times, wide spaces.
        lambda text: not any(known in text for known in ("lst", "yr", "wk", "mth", "tmr", "yday", "  "))
    )
)
def test_plain_lower_case_text_passes_unchanged_without_a_map(raw: str) -> None:
    assert repair(raw) == (raw, (), 0)


def test_the_real_mangled_article_reads_as_it_was_meant() -> None:
    path = SHARED / "mangled" / "article.txt"
    if not path.exists():
        pytest.skip(f"no mangled article at {path}")
    raw = path.read_text(encoding="utf-8")
    mended = repair(raw)
    for words in ("Biden On Tuesday", "Russia Cunning", "McCall Republicans", "Russia The Nord Stream 2"):
        assert words in mended.text
    assert mended.text.count("Mr. Biden") > raw.count("Mr. Biden")
    assert "Mr. McCall" in mended.text
    assert "month. Russian" in mended.text
    for name in ("Zelensky", "Glazer", "Blinken" if "Blinken" in raw else "Brinken", "14,000"):
        start = mended.text.index(name)
        first, last = mended.span(start, start + len(name))
        assert raw[first:last] == name


@pytest.mark.parametrize(
    ("given_text", "meant"),
    [
        ("588 last yr, in 3 wks or tmrw", "588 last year, in 3 weeks or tomorrow"),
        ("his advocate madam Vesna Kralj spoke", "his advocate Ms Vesna Kralj spoke"),
        ("the owner gospodin Stevan Ilic sat", "the owner Mr Stevan Ilic sat"),
        ("Mrs. director Jovanka Simich left", "director Jovanka Simich left"),
        ("so said Mr. fire chief Radovan Petkov", "so said fire chief Radovan Petkov"),
        (
            "takings \u00a3 1,318. 40 , less \u00a3 402. 15 .",
            "takings \u00a31,318.40, less \u00a3402.15.",
        ),
    ],
)
def test_what_machines_and_tokenisers_leave_is_read_as_meant(given_text: str, meant: str) -> None:
    assert repair(given_text).text == meant


@pytest.mark.parametrize(
    "text",
    [
        "the first lady and a citizen of Rome; sir, Holt said",
        "Mr Holt met Mrs de la Cruz and Ms van der Meer; Mr and Mrs Holt",
        "In 2023. 40 people left, at \u00a35. 20 people stayed",
    ],
)
def test_honorifics_and_stops_that_are_right_stay(text: str) -> None:
    assert repair(text).text == text
