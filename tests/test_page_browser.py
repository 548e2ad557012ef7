"""The report in a real browser: what a reader does with it, and what it must never do."""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bench.corpus.form import Fields
from bench.report.articles import articles_of
from bench.report.page import report_page
from bench.results import Results
from tests import hostile
from tests.conftest import TINY
from tests.report_results import make_hostile, make_results

sync_api = pytest.importorskip(
    "playwright.sync_api", reason="playwright is not installed: install the extra [dev]"
)
BROWSER = os.environ.get("SUMBENCH_TEST_BROWSER") or next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
pytestmark = [
    pytest.mark.slow,
    pytest.mark.xdist_group("browser"),
    pytest.mark.skipif(
        BROWSER is None,
        reason="no Chromium found: install the package chromium, or name one in SUMBENCH_TEST_BROWSER",
    ),
]
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
PAIR = "#system=scrambled&article=harbour-strike"
Page = Any


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=BROWSER, headless=True, args=list(FLAGS))
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """One page of the tiny corpus, one of hostile names and texts, one of an article without a headline."""
    folder = tmp_path_factory.mktemp("pages")
    untitled = folder / "untitled.jsonl"
    text = "A fire killed 12 people in Tarn on Monday.\\n\\nIt burnt for 3 days."
    untitled.write_text(
        f'{{"id": "fire", "article": "{text}", "references": ["12 died."]}}\n', encoding="utf-8"
    )
    made = {
        "plain": (make_results(TINY, folder), TINY),
        "hostile": make_hostile(folder),
        "untitled": (make_results(untitled, folder), untitled),
    }
    for name, (results, corpus) in made.items():
        found = Results(results)
        page = report_page(found, articles_of(found, str(corpus), Fields()).items)
        (folder / f"{name}.html").write_text(page, encoding="utf-8", newline="")
    return {name: folder / f"{name}.html" for name in made}


class Watched:
    """A page that is opened with its console, errors and requests listened to."""

    def __init__(self, browser: Any, file: Path):
        self.browser, self.file = browser, file
        self.said: list[str] = []
        self.asked: list[str] = []
        self.contexts: list[Any] = []

    def open(self, address: str = "", width: int = 1280, height: int = 900, **options: Any) -> Page:
        context = self.browser.new_context(viewport={"width": width, "height": height}, **options)
        self.contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: self.said.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.said.append(f"error: {error}"))
        page.on("dialog", lambda dialog: self.said.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: self.asked.append(request.url))
        page.goto(self.file.as_uri() + address)
        return page

    def check(self) -> None:
        own = self.file.as_uri()
        assert self.said == []
        assert [url for url in self.asked if url.partition("#")[0] != own and url != "data:,"] == []


@pytest.fixture
def plain(browser: Any, files: dict[str, Path]) -> Iterator[Watched]:
    watched = Watched(browser, files["plain"])
    yield watched
    watched.check()
    for context in watched.contexts:
        context.close()


@pytest.fixture
def attacked(browser: Any, files: dict[str, Path]) -> Iterator[Watched]:
    watched = Watched(browser, files["hostile"])
    yield watched
    watched.check()
    for context in watched.contexts:
        context.close()


def column(page: Page, name: str) -> list[str]:
    """The values of one column of the leaderboard's first group, as they stand."""
    values: list[str] = page.evaluate(
        """name => {
          const heads = [...document.querySelectorAll("#leaderboard thead th")];
          const at = heads.findIndex(head => head.dataset.sort === name);
          const rows = [...document.querySelectorAll('#leaderboard tbody[data-group="ranked"] tr')];
          return rows.map(row => row.cells[at].dataset.value);
        }""",
        name,
    )
    return values


def serious(page: Page) -> list[str]:
    """What axe-core calls serious or critical, with the place."""
    import axe_playwright_python

    source = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
    page.evaluate(source)
    found = page.evaluate("axe.run(document)")
    assert len(found["passes"]) > 20
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary']}"
        for violation in found["violations"]
        if violation["impact"] in ("serious", "critical")
        for node in violation["nodes"]
    ]


@pytest.mark.parametrize("name", ["facts", "rouge2", "words", "system", "rank_low"])
def test_a_heading_sorts_its_column_and_again_the_other_way(plain: Watched, name: str) -> None:
    page = plain.open()
    head = page.locator(f'#leaderboard th[data-sort="{name}"]')
    head.locator("button").click()
    one, way = column(page, name), head.get_attribute("aria-sort")
    head.locator("button").click()
    other = column(page, name)
    assert way in ("ascending", "descending")
    assert head.get_attribute("aria-sort") != way
    key: Any = str if name == "system" else float
    assert one == sorted(one, key=key, reverse=way == "descending")
    assert other == sorted(one, key=key, reverse=way == "ascending")


def test_a_sorted_table_can_be_sent_on(plain: Watched) -> None:
    page = plain.open()
    page.locator('#leaderboard th[data-sort="rouge2"] button').click()
    again = plain.open("#" + page.url.partition("#")[2])
    assert column(again, "system") == column(page, "system")
    assert again.locator('#leaderboard th[data-sort="rouge2"]').get_attribute("aria-sort") == "descending"


def test_all_columns_are_there_when_asked_for(plain: Watched) -> None:
    page = plain.open()
    heads = page.locator("#leaderboard thead th:visible")
    few = heads.count()
    page.get_by_label("all columns").check()
    assert heads.count() > few + 5


def test_filters_by_system_article_and_verdict_narrow_what_is_shown(plain: Watched) -> None:
    page = plain.open()
    assert page.locator(".map tbody tr").count() == 2
    page.locator("#system").select_option("scrambled")
    assert page.locator(".card").count() == 2
    page.locator("#article").select_option("harbour-strike")
    assert page.locator(".pair").count() == 1
    before = page.locator(".findings .finding").count()
    page.get_by_role("button", name="errors only").click()
    page.wait_for_function("document.querySelectorAll('.chip :checked').length === 2")
    verdicts = set(page.locator(".findings .verdict").all_inner_texts())
    assert {text.split()[-1] for text in verdicts} <= {"unsupported", "misattached"}
    assert 0 < page.locator(".findings .finding").count() < before
    page.locator("#system").select_option("")
    page.locator("#article").select_option("")
    page.locator(".map").wait_for()
    assert "chosen verdicts" in page.locator("#status").inner_text()


def test_a_deep_link_opens_one_finding_with_its_evidence_in_sight(plain: Watched) -> None:
    page = plain.open(PAIR)
    target = page.locator(".findings .finding:has(.v-missing)").first.get_attribute("href")
    assert target
    assert "finding=" in target
    again = plain.open(target)
    lit = again.locator(".evidence .lit").first
    assert lit.is_visible()
    assert again.locator(".findings .finding.lit").count() == 1
    box = lit.bounding_box()
    assert box
    assert 0 <= box["y"] <= 900


@pytest.mark.parametrize(
    "address", ["#system=nobody&article=nothing", "#finding=99&verdict=,x", "#%3Cb%3E=1", "#a=%"]
)
def test_a_broken_link_opens_the_overview(plain: Watched, address: str) -> None:
    assert plain.open(address).locator("#view").inner_text()


def test_hovering_or_focusing_a_mark_lights_its_evidence_and_leaving_puts_it_out(plain: Watched) -> None:
    page = plain.open(PAIR)
    mark = page.locator(".evidence [data-findings]").first
    number = (mark.get_attribute("data-findings") or "").split()[0]
    partner = page.locator(f'.findings [data-findings="{number}"]')
    partner.hover()
    assert "lit" in (mark.get_attribute("class") or "")
    assert "lit" in (partner.get_attribute("class") or "")
    page.mouse.move(2, 2)
    assert page.locator(".lit").count() == 0
    partner.focus()
    assert "lit" in (mark.get_attribute("class") or "")


def test_selecting_a_finding_shows_its_evidence_and_writes_the_address(plain: Watched) -> None:
    page = plain.open(PAIR, width=390, height=500)
    number = page.locator(".evidence [data-findings]").last.get_attribute("data-findings") or ""
    page.locator(f'.findings [data-findings="{number.split()[0]}"]').click()
    assert f"finding={number.split()[0]}" in page.url
    page.wait_for_function(
        """n => { const mark = document.querySelector(`.evidence [data-findings~="${n}"]`);
                  const box = mark.getBoundingClientRect();
                  return box.top >= 0 && box.bottom <= innerHeight; }""",
        arg=number.split()[0],
    )
    page.go_back()
    assert "finding=" not in page.url


def test_everything_can_be_reached_by_keys(plain: Watched) -> None:
    page = plain.open(PAIR)
    page.locator("#reader").focus()
    page.keyboard.press("j")
    first = page.evaluate("document.activeElement.className")
    assert first.startswith("finding")
    page.keyboard.press("j")
    second = page.evaluate("document.activeElement.dataset.findings")
    page.keyboard.press("Enter")
    assert f"finding={second}" in page.url
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.dataset.findings") != second
    page.keyboard.press("]")
    page.wait_for_function("location.hash.includes('twin-verdicts')")
    page.keyboard.press("Escape")
    page.wait_for_function("!location.hash.includes('article')")
    page.keyboard.press("Escape")
    page.locator(".map").wait_for()


def test_the_first_key_stop_leads_past_the_head(plain: Watched) -> None:
    page = plain.open()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"


@pytest.mark.parametrize(
    ("name", "address", "title", "headline"),
    [
        ("plain", PAIR, "Port of Velsund shut as 430 crane drivers walk out", True),
        ("hostile", "#system=نظام-التلخيص&article=four", "Fire four </title>", True),
        ("untitled", "#system=lead&article=fire", "fire", False),
    ],
)
def test_an_article_is_called_by_its_headline_or_else_by_its_id(
    browser: Any, files: dict[str, Path], name: str, address: str, title: str, headline: bool
) -> None:
    watched = Watched(browser, files[name])
    page = watched.open(address.partition("&")[0])
    assert title in page.locator(".card h3").all_inner_texts()
    page = watched.open(address)
    page.locator(".pair").wait_for()
    assert page.locator(".evidence .headline").all_inner_texts() == ([title] if headline else [])
    watched.check()
    for context in watched.contexts:
        context.close()


def test_a_verdict_is_told_by_sign_and_line_not_by_colour_alone(plain: Watched) -> None:
    page = plain.open("#article=harbour-strike")
    looks = page.evaluate(
        """() => [...new Set([...document.querySelectorAll(".mark.first")].map(mark => {
          const style = getComputedStyle(mark);
          const verdict = mark.className.match(/v-(\\w+)/)[1];
          const line = [style.textDecorationStyle, style.textDecorationThickness].join(" ");
          return [verdict, getComputedStyle(mark, "::before").content, line].join("|");
        }))]"""
    )
    signs = {look.split("|")[0]: look.split("|")[1] for look in looks}
    assert len(signs) >= 2
    assert len(set(signs.values())) == len(signs)


def test_every_offset_lands_on_the_words_of_its_evidence(plain: Watched, attacked: Watched) -> None:
    for watched, folder in ((plain, "tiny"), (attacked, "results/hostile")):
        results = Results(watched.file.parent / folder)
        pairs = [key for key, found in results.findings.items() if any(p.finding.evidence for p in found)]
        for system, article in pairs[:8]:
            page = watched.open()
            page.evaluate(
                "([s, a]) => location.hash = new URLSearchParams({system: s, article: a})", [system, article]
            )
            page.locator(".pair").wait_for()
            shown = page.evaluate(
                """() => { const out = {};
                  const marks = ".summary [data-findings], .evidence [data-findings]";
                  for (const mark of document.querySelectorAll(marks)) {
                    const box = mark.closest(".summary") ? "s" : "e";
                    for (const n of mark.dataset.findings.split(" ")) {
                      const key = box + n; (out[key] = out[key] || []).push(mark.lastChild.data);
                    } }
                  return out; }"""
            )
            text = results.outputs[system, article].text
            for index, place in enumerate(results.findings[system, article]):
                one = place.finding
                if one.start is not None:
                    assert "".join(shown[f"s{index}"]) == text[one.start : one.end]
                for span in one.evidence:
                    words = " ".join("".join(shown[f"e{index}"]).split())
                    assert " ".join(span.text.split()) in words


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", ["", "#article=harbour-strike", PAIR + "&finding=0"])
def test_axe_finds_no_serious_fault(plain: Watched, scheme: Any, address: str) -> None:
    page = plain.open(address, color_scheme=scheme)
    page.get_by_label("all columns").check()
    assert serious(page) == []


def test_axe_finds_no_serious_fault_on_a_phone_with_hostile_names(attacked: Watched) -> None:
    assert serious(attacked.open(width=390, height=844)) == []


def test_the_theme_follows_the_system_until_somebody_chooses(plain: Watched) -> None:
    page = plain.open(color_scheme="dark")

    def settles(theme: str) -> None:
        page.wait_for_function("theme => document.documentElement.dataset.theme === theme", arg=theme)

    settles("dark")
    page.emulate_media(color_scheme="light")
    settles("light")
    page.get_by_role("button", name="Theme").click()
    settles("dark")
    page.reload()
    settles("dark")
    page.emulate_media(color_scheme="light")
    settles("dark")


LONG = hostile.SYSTEMS[-2]
HOSTILE = (f"#system={LONG}", f"#system={LONG}&article=four", "#article=<b>one</b>")


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
@pytest.mark.parametrize("address", ["", "#system=lead", PAIR])
def test_the_page_is_never_wider_than_the_screen(plain: Watched, width: int, address: str) -> None:
    page = plain.open(address, width=width, height=800)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [320, 390])
@pytest.mark.parametrize("address", ["", *HOSTILE])
def test_no_name_however_long_makes_the_page_wider_than_a_phone(
    attacked: Watched, width: int, address: str
) -> None:
    page = attacked.open(address, width=width, height=800)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_printed_pages_are_light_and_without_controls(plain: Watched) -> None:
    page = plain.open(PAIR, color_scheme="dark")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert not page.locator(".filters").is_visible()
    assert page.locator(".evidence").is_visible()


@pytest.mark.parametrize("width", [390, 1280])
def test_no_name_in_the_picture_covers_another(attacked: Watched, width: int) -> None:
    page = attacked.open(width=width)
    boxes = page.evaluate(
        """() => {
          const drawn = [...document.querySelectorAll("svg.scatter")];
          const shown = drawn.find(one => one.getClientRects().length);
          return [...shown.querySelectorAll("text.name")].map(text => {
            const box = text.getBoundingClientRect();
            return [box.left, box.top, box.right, box.bottom, text.textContent];
          });
        }"""
    )
    assert len(boxes) >= len(hostile.SYSTEMS)
    for index, (left, top, right, bottom, name) in enumerate(boxes):
        for other in boxes[:index]:
            apart = left >= other[2] or other[0] >= right or top >= other[3] or other[1] >= bottom
            assert apart, (name, other[4])


@pytest.mark.parametrize("view", ["map", "card", "pair"])
def test_hostile_names_and_texts_run_nothing(attacked: Watched, view: str) -> None:
    page = attacked.open()
    if view != "map":
        page.locator("#article").select_option(hostile.ARTICLES[0])
    if view == "pair":
        page.locator("#system").select_option(hostile.SYSTEMS[0])
    page.locator(f".{view}").first.wait_for()
    for mark in page.locator("#view [data-findings]").all()[:5]:
        mark.hover()
    assert page.evaluate("window.hacked === undefined")
    assert page.locator("#view img, #view script, #view b:not(.values b, .references b)").count() == 0
    if view == "pair":
        assert "<script>window.hacked = 5</script>" in page.locator(".summary").inner_text()
        assert re.search(r"onerror=window\.hacked=4", page.locator(".evidence").inner_text())


def test_a_failed_output_is_shown_with_its_reason(attacked: Watched) -> None:
    page = attacked.open()
    page.locator("#system").select_option(hostile.SYSTEMS[-1])
    page.locator("#article").select_option(hostile.ARTICLES[0])
    page.locator(".pair").wait_for()
    assert "error: <script>window.hacked = 6</script>" in page.locator(".pane .alarm").inner_text()
