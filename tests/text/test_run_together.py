"""Words without the space between them: parted in a text that has more of such, left alone in others."""

import pytest

from bench.text.repair import repair

GLUED = " It wassaid thatthe vote hadbeen held,but nobody ofthe club came."
SPACED = " It was said that the vote had been held, but nobody of the club came."
MENDED = {
    "common words": ("He hadbeen ill and wouldnot go", "He had been ill and would not go"),
    "a common word and another": ("the panel saidon Monday thatno runner mustreturn",
                                  "the panel said on Monday that no runner must return"),
    "an article": ("she gave astatement behind thefirst door", "she gave a statement behind the first door"),
    "a role and a name": ("said prosecutorClara Vaz and her sonKorbinian",
                          "said prosecutor Clara Vaz and her son Korbinian"),
    "several words before a name": ("YourhostessElfriede cooks", "Your hostess Elfriede cooks"),
    "three words": ("he was outofthe race", "he was out of the race"),
    "a sentence in small letters": ("they came home.the rest stayed", "they came home. the rest stayed"),
}  # fmt: skip
ALWAYS = {
    "a figure behind a common word": ("64 of210 houses burnt in2021", "64 of 210 houses burnt in 2021"),
    "a currency behind a word": ("a double€112 room", "a double €112 room"),
    "a scale and a unit": ("worth 740millioneuros", "worth 740million euros"),
    "a clause behind its comma": ("ten people died,the mayor said", "ten people died, the mayor said"),
    "a title": ("says MrsAuer, and MrHolt", "says Mrs Auer, and Mr Holt"),
    "a sentence in capitals": ("AT CHOWK.COMMISSIONER DESH,HER SON", "AT CHOWK. COMMISSIONER DESH, HER SON"),
}  # fmt: skip

KEPT = (
    "easyJet and flyDubai flew; easyJet led",
    "eBay, iPhone and PlayStation users; the G20, a V8, mid2019",
    "Herman Hilton of Anderton; hadfield, norman and hardcastle",
    "a healthcare worker, a midfielder, an onlooker and an upmarket eatery",
    "see example.com/in2021 or write to the.mayor@town.example",
)


@pytest.mark.parametrize(("given_text", "meant"), MENDED.values(), ids=MENDED.keys())
def test_in_a_text_with_many_lost_spaces_words_are_parted(given_text: str, meant: str) -> None:
    assert repair(given_text + "." + GLUED).text == meant + "." + SPACED


@pytest.mark.parametrize(("given_text", "meant"), ALWAYS.values(), ids=ALWAYS.keys())
def test_what_can_only_be_a_lost_space_is_mended_anywhere(given_text: str, meant: str) -> None:
    assert repair(given_text).text == meant


@pytest.mark.parametrize("text", KEPT)
def test_brands_names_and_compounds_are_left_alone(text: str) -> None:
    assert repair(text).text == text


def test_without_capitals_no_name_is_parted() -> None:
    text = "norman hadfield saidthat he hadbeen with hilton inthe hall"
    assert repair(text).text == "norman hadfield said that he had been with hilton in the hall"


@pytest.mark.parametrize(
    ("glued", "parted"),
    [
        (
            "The choir ofthe town sang forthe king andthe queen for sixweeks.",
            "The choir of the town sang for the king and the queen for six weeks.",
        ),
        (
            "Wehave been inthe hall withthe band, said DrAmina Sesay.",
            "We have been in the hall with the band, said Dr Amina Sesay.",
        ),
        (
            "Sixty men stood inthe rain, among them19 whohad come onthe bus.",
            "Sixty men stood in the rain, among them 19 who had come on the bus.",
        ),
        (
            "Thirtytwo men came tothe fair forthe first time inthe tendays.",
            "Thirty-two men came to the fair for the first time in the ten days.",
        ),
        (
            "The head ofthe school, BeverleyHoad, saidthat the boys hadbeen ill.",
            "The head of the school, Beverley Hoad, said that the boys had been ill.",
        ),
    ],
)
def test_figures_names_and_short_openers_are_parted_in_such_a_text(glued: str, parted: str) -> None:
    assert repair(glued).text == parted


@pytest.mark.parametrize(
    ("glued", "parted"),
    [
        ("The 16hours went by, 21,while he sat.", "The 16 hours went by, 21, while he sat."),
        ('"We won,"she said.', '"We won," she said.'),
        (
            "Ernie Walstow,88,saw it.A child sat:Holt left.",
            "Ernie Walstow, 88, saw it. A child sat: Holt left.",
        ),
        (
            "It rose by 5%.Holt left for good in week 9.Then",
            "It rose by 5%. Holt left for good in week 9. Then",
        ),
        (
            "theboard sat in 2011and 2012; it cost14 pounds inJune",
            "the board sat in 2011 and 2012; it cost 14 pounds in June",
        ),
        (
            "thirtypeople sat sincejanuary, threeweeks, theworst",
            "thirty people sat since january, three weeks, the worst",
        ),
        ("the cat wentand thehounds had theirfood", "the cat went and the hounds had their food"),
    ],
)
def test_signs_figures_and_times_that_touch_words_are_parted(glued: str, parted: str) -> None:
    assert repair(glued).text == parted
