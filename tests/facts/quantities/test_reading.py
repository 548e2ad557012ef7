"""Reading quantities: every kind, unit and bound, damage, and what is no quantity."""

from decimal import Decimal

import pytest

from bench.facts.quantities.reading import Quantity, quantities
from bench.text.document import Document


def read(text: str) -> list[Quantity]:
    return list(quantities(Document(text)))


def told(text: str) -> list[tuple[str, str, str]]:
    """Return kind, value (or range) and unit of each quantity."""
    return [
        (
            q.kind,
            f"{q.value.normalize():f}" + (f"..{q.high.normalize():f}" if q.high is not None else ""),
            q.unit,
        )
        for q in read(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("70,000 soldiers", [("count", "70000", "")]),
        ("70k followers", [("count", "70000", "")]),
        ("19.90 instead of 17.90 euros", [("money", "19.9", "EUR"), ("money", "17.9", "EUR")]),
        ("30, up from 25 pounds", [("money", "30", "pound"), ("money", "25", "pound")]),
        ("8 rather than 6 hours", [("duration", "8", "hour"), ("duration", "6", "hour")]),
        ("14 against 12 per cent", [("percent", "14", "%"), ("percent", "12", "%")]),
        ("3 against 2", [("count", "3", ""), ("count", "2", "")]),
        (
            "opening hours fall from 48 to 36 a week",
            [("duration", n, "hour") for n in ("48", "36")] + [("duration", "1", "week")],
        ),
        ("emissions in tonnes went from 80 to 60.", [("measure", "80", "tonne"), ("measure", "60", "tonne")]),
        (
            "after two hours it fell from 48 to 36 boats",
            [("duration", "2", "hour"), ("count", "48", ""), ("count", "36", "")],
        ),
        ("there have taken part 340 persons", [("count", "340", "")]),
        ("six hours and half.", [("duration", "6.5", "hour")]),
        ("van costs 240 quid", [("money", "240", "GBP")]),
        ("pick up fri 7.30am", [("weekday", "4", ""), ("time", "450", "")]),
        ("We met on Thurs, then Sat 9pm", [("weekday", "3", ""), ("weekday", "5", ""), ("time", "1260", "")]),
        ("She sat in the sun with Thu and Mon", []),
        ("Holmby 30 21 5 4 68", [("count", n, "") for n in ("30", "21", "5", "4", "68")]),
        ("seventy thousand soldiers", [("count", "70000", "")]),
        ("3m people", [("count", "3000000", "")]),
        ("2.5 billion", [("count", "2500000000", "")]),
        ("half a million voters", [("count", "500000", "")]),
        ("two and a half million voters", [("count", "2500000", "")]),
        ("a million and a half voters", [("count", "1500000", "")]),
        ("a mile and a half away", [("measure", "1.5", "mile")]),
        ("two hours and a half late", [("duration", "2.5", "hour")]),
        ("a quarter of a million voters", [("count", "250000", "")]),
        ("a hundred and one dogs", [("count", "101", "")]),
        ("two dozen eggs", [("count", "24", "")]),
        ("forty two point five million", [("count", "42500000", "")]),
        ("ninety dogs and five cats", [("count", "90", ""), ("count", "5", "")]),
        ("tens of thousands of fans", [("count", "10000..99000", "")]),
        ("several hundred fans", [("count", "200..900", "")]),
    ],
)
def test_counts_are_read_in_digits_words_and_scales(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$2.5bn", [("money", "2500000000", "dollar")]),
        ("US$2.5 billion", [("money", "2500000000", "USD")]),
        ("2.5 billion US dollars", [("money", "2500000000", "USD")]),
        ("250,000 Australian dollars", [("money", "250000", "AUD")]),
        ("£ 3 m", [("money", "3000000", "GBP")]),
        ("EUR 44.1 million", [("money", "44100000", "EUR")]),
        ("Rs 500", [("money", "500", "INR")]),
        ("25p", [("money", "0.25", "GBP")]),
        ("seven cents", [("money", "0.07", "cent")]),
        ("a 50,000 dollar bail", [("money", "50000", "dollar")]),
        ("40,000 pounds", [("money", "40000", "pound")]),
        ("$10-12 million", [("money", "10000000..12000000", "dollar")]),
        ("between £5m and £7m", [("money", "5000000..7000000", "GBP")]),
    ],
)
def test_money_has_its_currency_and_shares_its_scale(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 to 7 per cent", [("percent", "5..7", "%")]),
        ("an hour and three quarters", [("duration", "1.75", "hour")]),
        ("a mile and a quarter", [("measure", "1.25", "mile")]),
        ("two kilos and a half", [("measure", "2.5", "kg")]),
        ("a dollar and a quarter", [("money", "1.25", "dollar")]),
        ("three-quarters of a pound", [("money", "0.75", "pound")]),
        ("three days and a quarter-final", [("duration", "3", "day")]),
        ("a mile and a quarter-final", []),
        ("an hour and ten minutes", [("duration", "70", "minute")]),
        ("most of a day, 19 hours", [("duration", "1", "day"), ("duration", "19", "hour")]),
        ("three euros and forty cents", [("money", "3.4", "EUR")]),
        ("two pounds 50", [("money", "2.5", "pound")]),
        ("two pounds 50 times", [("money", "2", "pound"), ("count", "50", "")]),
        ("90 francs to 14 patients", [("money", "90", "franc"), ("count", "14", "")]),
        ("90 francs to 95", [("money", "90..95", "franc")]),
        ("71 of 250 working days", [("duration", "71", "day"), ("duration", "250", "day")]),
        ("5 of the 12-mile walks", [("count", "5", ""), ("measure", "12", "mile")]),
        ("ten grand for the boat", [("money", "10000", "grand")]),
        ("two grand pianos", [("count", "2", "")]),
        ("a five grand reward", [("money", "5000", "grand")]),
        ("seven pounds fifty and a cake", [("money", "7.5", "pound")]),
        ("nine hundredths of a second", [("duration", "0.09", "second")]),
        ("less than half a second behind", [("duration", "0.5", "second")]),
        ("a man of 61, and a man of 40 winters", [("age", "61", "year"), ("count", "40", "")]),
        ("1 240 m long", [("measure", "1240", "m")]),
        ("a widow, at 91, and another", [("age", "91", "year")]),
        ("an octogenarian in his mid-eighties", [("age", "80..89", "year"), ("age", "80..89", "year")]),
        ("from 5 to 7 per cent", [("percent", "5", "%"), ("percent", "7", "%")]),
        ("5 percentage points", [("percent", "5", "pp")]),
        ("25 basis points", [("percent", "0.25", "pp")]),
        ("-0.3%", [("percent", "-0.3", "%")]),
        ("60 miles per hour", [("measure", "60", "mph")]),
        ("96 km/h", [("measure", "96", "kmh")]),
        ("3 square miles", [("measure", "3", "sqmile")]),
        ("5ft 10in tall", [("measure", "70", "inch")]),
        ("the 100m sprint", [("measure", "100", "m")]),
        ("-5C", [("measure", "-5", "C")]),
        ("25 degrees Celsius", [("measure", "25", "C")]),
        ("half an hour", [("duration", "0.5", "hour")]),
        ("cut by half a percentage point", [("percent", "0.5", "pp")]),
        ("a quarter-point cut", [("count", "0.25", "")]),
        ("five and three quarter percent", [("percent", "5.75", "%")]),
        ("two and a quarter million", [("count", "2250000", "")]),
        ("about a third agreed", [("fraction", "0.333333", "")]),
        ("a third agreed", [("ordinal", "3", "")]),
        ("the one-and-a-half-year trial", [("duration", "1.5", "year")]),
        ("two hours, nine minutes and 47 seconds", [("duration", "7787", "second")]),
        ("half a century", [("duration", "50", "year")]),
        ("a quarter of a kilo of flour", [("measure", "0.25", "kg")]),
        ("a quarter mile", [("measure", "0.25", "mile")]),
        ("three quarters of a litre", [("measure", "0.75", "litre")]),
        ("a fifth of a tonne", [("measure", "0.2", "tonne")]),
        ("£45 and a half plot £28", [("money", "45", "GBP"), ("money", "28", "GBP")]),
        ("two hours and 48 minutes", [("duration", "168", "minute")]),
        ("8 minutes 22.15", [("duration", "502.15", "second")]),
        ("a 10-year-old boy", [("age", "10", "year")]),
        ("six-month-old baby", [("age", "6", "month")]),
        ("aged 23", [("age", "23", "year")]),
        ("Jane Smith, 23, said", [("age", "23", "year")]),
        ("kyle brandeis jr. , 19 , drove", [("age", "19", "year")]),
        ("18 to 24 year olds", [("age", "18..24", "year")]),
        ("she is in her 30s", [("age", "30..39", "year")]),
        ("before her eighteenth birthday", [("age", "18", "year")]),
        ("on its 100th birthday", [("age", "100", "year")]),
        ("he weighed 34st", [("measure", "34", "stone")]),
        ("the 21st of them", [("ordinal", "21", "")]),
    ],
)
def test_percent_measures_durations_and_ages_keep_their_unit(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("on 5 March 2019", (2019, 3, 5)),
        ("on March 5th", (0, 3, 5)),
        ("Sept. 11, 2001", (2001, 9, 11)),
        ("in March 2019", (2019, 3, 0)),
        ("from 5-7 June", (0, 6, 5, 7)),
        ("they met again in may", (0, 5, 0)),
        ("2015-12-05", (2015, 12, 5)),
        ("the 5th of March", (0, 3, 5)),
    ],
)
def test_dates_give_year_month_and_day_as_far_as_stated(text, parts):
    assert [q.parts for q in read(text)] == [parts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in 2014", [("year", "2014", "")]),
        ("2007-2011", [("year", "2007..2011", "")]),
        ("2007 -- 11", [("year", "2007..2011", "")]),
        ("the 2014/15 season", [("year", "2014..2015", "")]),
        ("the summer of '98", [("season", "2", ""), ("year", "1998", "")]),
        ("the mid-1980s", [("decade", "1980..1989", "")]),
        ("in the 1930 's", [("decade", "1930..1939", "")]),
        ("the eighties", [("decade", "80..89", "")]),
        ("in Friday's test", [("weekday", "4", "")]),
        ("10.30 p.m.", [("time", "1350", "")]),
        ("at 10am", [("time", "600", "")]),
        ("at 22:30", [("time", "1350", "")]),
        ("1900 GMT", [("time", "1140", "")]),
        ("at half past six", [("time", "390", "12")]),
        ("rang at half-past eleven", [("time", "690", "12")]),
        ("rang at ten minutes to eleven", [("time", "650", "12")]),
        ("at five minutes past ten", [("time", "605", "12")]),
        ("cut from ten minutes to five", [("duration", "10", "minute"), ("count", "5", "")]),
        ("a quarter to five", [("time", "285", "12")]),
        ("at half-past eleven", [("time", "690", "12")]),
        ("by half-six", [("time", "390", "12")]),
        ("the alarm came at ten minutes to eleven", [("time", "650", "12")]),
        ("before twenty-five to one", [("time", "755", "12")]),
        ("at 20 minutes past two in the afternoon", [("time", "860", "")]),
        ("at twenty past midnight", [("time", "20", "")]),
        ("by a quarter to noon", [("time", "705", "")]),
        ("at twelve minutes past eight", [("time", "492", "12")]),
        ("landed at 0740", [("time", "460", "")]),
        ("at 10 h 40 a lorry", [("time", "640", "12")]),
        ("cut from twenty to ten minutes", [("duration", "20", "minute"), ("duration", "10", "minute")]),
        ("8 o'clock", [("time", "480", "12")]),
    ],
)
def test_years_decades_weekdays_and_times_are_read(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("after an hour and three quarters", [("duration", "1.75", "hour")]),
        ("two hours and a quarter", [("duration", "2.25", "hour")]),
        ("a mile and a quarter", [("measure", "1.25", "mile")]),
        ("for an hour and 20 minutes", [("duration", "80", "minute")]),
        ("a year and two months", [("duration", "14", "month")]),
        ("a day and a quarter of the crew", [("duration", "1", "day"), ("fraction", "0.25", "")]),
        ("whose owner will pay half.", [("fraction", "0.5", "")]),
        ("torn in half.", []),
    ],
)
def test_quarters_and_smaller_units_behind_a_unit_are_read_with_it(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("won 3-1", (3, 1)),
        ("a 2-4 defeat", (2, 4)),
        ("beat them 85 to 80", (85, 80)),
        ("a 4-4-2 line-up", (4, 4, 2)),
        ("two-thirds of them", (2, 3)),
        ("one in five", (1, 5)),
        ("one bed in eight, they say", (1, 8)),
        ("9 out of 10", (9, 10)),
        ("cut by a third to", (1, 3)),
        ("half of the men", (1, 2)),
        ("1/2", (1, 2)),
    ],
)
def test_scores_and_fractions_keep_their_sides(text, parts):
    assert [q.parts for q in read(text)] == [parts]


def test_a_share_is_no_rank_in_a_row() -> None:
    assert told("a fifth in a row") == [("ordinal", "5", "")]
    assert told("a fifth of the vote") == [("fraction", "0.2", "")]


@pytest.mark.parametrize(
    ("text", "modifier"),
    [
        ("under the 64-page treaty", ""),
        ("the price goes up to €20", ""),
        ("it seats up to 20 people", "at most"),
        ("over the 40 years", ""),
        ("under 64 pages", "less than"),
        ("do not lift more than 5 kg", "at most"),
        ("they must not exceed 40 hours", "at most"),
        ("it did not cost less than £20", "at least"),
        ("she prevailed over 17 rivals", ""),
        ("more than 14,000", "more than"),
        ("fewer than 14,000", "less than"),
        ("at least 14,000", "at least"),
        ("no fewer than 14,000", "at least"),
        ("no more than 14,000", "at most"),
        ("up to 14,000", "at most"),
        ("nearly 14,000", "nearly"),
        ("just under 14,000", "nearly"),
        ("about 14,000", "about"),
        ("an estimated 14,000", "about"),
        ("14,000 or more", "at least"),
        ("14,000 or so", "about"),
        ("better than 14,000", "more than"),
        ("better than a year before", ""),
        ("thirty-odd men", "at least"),
        ("it took over two years", "more than"),
        ("the dig lasted over two months", "more than"),
        ("four miles, near enough", "about"),
        ("getting on for 14,000", "nearly"),
        ("it went on for 14 days", ""),
        ("nigh on 14,000", "nearly"),
        ("not quite 14,000", "nearly"),
        ("14,000 at least", "at least"),
        ("over two years", ""),
        ("14,000", ""),
    ],
)
def test_bounds_and_hedges_are_read_on_either_side(text, modifier):
    assert [q.modifier for q in read(text)] == [modifier]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the Nord Stream 2 pipeline", "nord stream 2"),
        ("a G7 summit", "g 7"),
        ("an F-16 jet", "f 16"),
        ("Covid-19 cases", "covid 19"),
        ("on the a96 road", "a 96"),
        ("under Article 5", "article 5"),
        ("a Boeing 737", "boeing 737"),
        ("flight 370", "flight 370"),
        ("call 0161 496 0000", "0161 496 0000"),
    ],
)
def test_a_number_inside_a_name_is_part_of_the_name(text, name):
    assert [(q.kind, q.name) for q in read(text)] == [("name", name)]


@pytest.mark.parametrize(
    "text",
    [
        "one of them", "no one came", "the first lady", "open 24/7", "the 9/11 attacks", "one another",
        "at first glance", "a third party", "She may be right.", "They march on.", "May resigned",
    ],
)  # fmt: skip
def test_idioms_and_ordinary_words_are_no_quantities(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("98. 7 per cent", [("percent", "98.7", "%")]),
        ("30, 000 people", [("count", "30000", "")]),
        ("# 500,000", [("money", "500000", "GBP")]),
        ("1,640ft", [("measure", "1640", "foot")]),
        ("10 000 people", [("count", "10000", "")]),
        ("-lrb- 30,000 -rrb-", [("count", "30000", "")]),
        ("£50million", [("money", "50000000", "GBP")]),
    ],
)
def test_damaged_text_is_read_as_meant(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize("text", ["2. He won.", "1) They lost."])
def test_the_number_of_a_list_item_is_no_quantity(text):
    assert read(text) == []


@pytest.mark.parametrize(
    "text", ["More than 14,000 people died in March 2014.", "He paid $2.5bn for 3% of it on Friday, aged 43."]
)
def test_lower_and_upper_case_read_alike(text):
    assert told(text.lower()) == told(text) == told(text.upper())


def test_places_lead_back_to_the_text_as_given():
    document = Document("He paid -lrb- $2.5bn -rrb- and \u201c30, 000 people\u201d came.")
    spans = [document.span(q.start, q.end).text for q in quantities(document)]
    assert spans == ["$2.5bn", "30, 000"]


def test_values_are_exact_decimals():
    assert [q.value for q in read("0.1 and 2.675 million")] == [Decimal("0.1"), Decimal("2675000")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("42 light-years away", [("measure", "42", "lightyear")]),
        ("290 kelvin (17 C)", [("measure", "290", "kelvin"), ("measure", "17", "C")]),
        ("flat 17 C block", [("count", "17", "")]),
        ("down to minus 4 in places", [("measure", "-4", "degree")]),
        ("128 mg/dL", [("measure", "128", "mg/dl")]),
        ("5 mmol/L", [("measure", "5", "mmol/litre")]),
        ("185 km/h", [("measure", "185", "kmh")]),
        ("140 mmHg", [("measure", "140", "mmhg")]),
        ("a 50MP camera", [("measure", "50", "megapixel")]),
        ("3.2 GHz and 90 dB", [("measure", "3.2", "ghz"), ("measure", "90", "decibel")]),
        ("9 g of fat in 4.1 s", [("measure", "9", "g"), ("duration", "4.1", "second")]),
        ("in the 2017 t20 blast", [("year", "2017", ""), ("name", "20", "")]),
        ("2,200 W at 230 V", [("measure", "2200", "w"), ("measure", "230", "volt")]),
        ("25 m2 or 25 m²", [("measure", "25", "sqm"), ("measure", "25", "sqm")]),
        ("households of 2.5. 31 per cent live alone", [("count", "2.5", ""), ("percent", "31", "%")]),
        ("rose by 26,300 to 412,700", [("count", "26300", ""), ("count", "412700", "")]),
        ("rose by 20 to 30 per cent", [("percent", "20..30", "%")]),
        ("50 g/m2, or 50 g per square metre", [("measure", "50", "g/sqm"), ("measure", "50", "g/sqm")]),
        ("in Season 9 notes are kept. Year 6 goes", [("name", "9", ""), ("name", "6", "")]),
        ("one nursing job in six is vacant", [("fraction", "0.166667", "of")]),
        ("one goal in 12 games", [("count", "1", ""), ("count", "12", "")]),
        ("still there in 42 two years later", [("count", "42", ""), ("duration", "2", "year")]),
        ("than in 2023. 71 per cent were", [("year", "2023", ""), ("percent", "71", "%")]),
        ("from 14.2 to 10.7 billion", [("count", "14200000000", ""), ("count", "10700000000", "")]),
        (
            "19.8 billion (+2.9), 33 billion (-0.4)",
            [("count", f"{n}00000000", "") for n in (198, 29, 330, 4)],
        ),
        ("by almost 3bn to 19.8bn", [("count", "3000000000", ""), ("count", "19800000000", "")]),
        ("half price for under-12s", [("age", "12", "year")]),
        ("6.4 t/ha", [("measure", "6.4", "tonne/hectare")]),
        ("7.7 tonnes a hectare", [("measure", "7.7", "tonne/hectare")]),
        ("7.7 tonnes per hectare", [("measure", "7.7", "tonne/hectare")]),
        ("48 of the 60 thousand", [("count", "48000", ""), ("count", "60000", "")]),
        ("3 of 5 million votes", [("count", "3000000", ""), ("count", "5000000", "")]),
        ("three of the 60 players", [("count", "3", ""), ("count", "60", "")]),
        ("0.45 of a second", [("duration", "0.45", "second")]),
        ("by 0.2 of a mile", [("measure", "0.2", "mile")]),
        ("one minute 53.08 seconds", [("duration", "113.08", "second")]),
        ("Then came Nils Orrin, six, who rode alone.", [("age", "6", "year")]),
        ("They met Orrin, six, who rode alone.", [("count", "6", "")]),
    ],
)
def test_units_of_science_and_shared_scales_are_read(text, expected):
    assert told(text) == expected
