"""Letters and digits that a scanner mixed up: what is mended, and the codes and measures that are not."""

import pytest

from bench.text.repair import repair

MENDED = {
    "a letter among thousands": ("some 21,O00 crates", "some 21,000 crates"),
    "a small l that opens a figure": ("up from l8,400", "up from 18,400"),
    "a year": ("in l958 and 2O13", "in 1958 and 2013"),
    "a figure before a half of the day or a unit": ("at 9.l5pm, l2cm deep", "at 9.15pm, 12cm deep"),
    "a letter that ends a figure": ("1O boats on 3O May", "10 boats on 30 May"),
    "a rank": ("the lst, the 2lst and the l1th", "the 1st, the 21st and the 11th"),
    "behind a currency": ("paid £l2 and $l.5m", "paid £12 and $1.5m"),
    "an S and a B inside": ("in 19S8, for 4,B00", "in 1958, for 4,800"),
    "a digit inside a word": ("740 mi1lion, c1osed by p0lice", "740 million, closed by police"),
    "a digit that opens or ends a word": ("the 5torm hit the hospita1", "the storm hit the hospital"),
    "a digit inside a name told again": ("Mr Pallin said. Pa1lin left", "Mr Pallin said. Pallin left"),
    "a small l among capitals": ("JUDGE RlTTER: 3 MlLLl0N", "JUDGE RITTER: 3 MILLION"),
    "a small l that opens a name": ("said lvan Holt", "said Ivan Holt"),
    "a Roman numeral": ("under Frederick Vlll", "under Frederick VIII"),
    "rn for m": ("it took 9 rninutes and a cornmittee", "it took 9 minutes and a committee"),
    "a month": ("on 7 Septernber l889 and 1O rnen", "on 7 September 1889 and 10 men"),
    "a one that ends a figure of a misread page": ("he saved 9l lives in l868 with 1O men",
                                                   "he saved 91 lives in 1868 with 10 men"),
    "m for rn": ("the retum of 1O rnen", "the return of 10 men"),
}  # fmt: skip

KEPT = (
    "O2, I5, S4, B12, CO2, H2O, a 5l jug, 20l of fuel, 1.5l bottles and 3D",
    "mp3, h1n1, covid19, R2D2, b2b, 10am, 5pm, 1st, 100s and the 1980s",
    "NPX0417, WD40, Radio1Newsbeat, A1C and a 4S6 part",
    "Lloyd's lbs, llamas, a pinball, Al Bell, McCall and HCl",
    "the government turned in the morning; a modern barn burned",
    "I said so. O my! Oslo to Ilfracombe",
)


@pytest.mark.parametrize(("given_text", "meant"), MENDED.values(), ids=MENDED.keys())
def test_a_misread_word_or_figure_is_mended(given_text: str, meant: str) -> None:
    assert repair(given_text).text == meant
    assert repair(meant).text == meant


@pytest.mark.parametrize("text", KEPT)
def test_codes_measures_and_names_are_left_alone(text: str) -> None:
    assert repair(text).text == text


def test_a_mended_figure_leads_back_to_what_the_page_has() -> None:
    raw = "sold 21,O00 crates"
    mended = repair(raw)
    start = mended.text.index("21,000")
    first, last = mended.span(start, start + len("21,000"))
    assert raw[first:last] == "21,O00"


@pytest.mark.parametrize(
    ("scanned", "meant"),
    [
        ("They met on Thnrsday, 3 Octobcr, at noon.", "They met on Thursday, 3 October, at noon."),
        ("It sailed in Febrnary and sank on a Tnesday.", "It sailed in February and sank on a Tuesday."),
        ("He worked for lO hours at the mill.", "He worked for 10 hours at the mill."),
        ("On ll October l9 men were hurt.", "On 11 October 19 men were hurt."),
        (
            "The 4O men were injnred by the excnrsion train.",
            "The 40 men were injured by the excursion train.",
        ),
    ],
)
def test_days_figures_and_words_of_old_print_are_read(scanned: str, meant: str) -> None:
    assert repair(scanned).text == meant


@pytest.mark.parametrize(
    "text", ["Mr Munday and Juno Tnes met on Sunday.", "We ll go on 4 May.", "In 1911 they came to Mayen."]
)
def test_names_and_a_lost_apostrophe_are_no_misread_days(text: str) -> None:
    assert repair(text).text == text
