"""The audit: what a sound corpus looks like, and that every kind of damage is found where it is."""

import io
import re
import shutil
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from rich.console import Console

from bench.audit import audit, seal
from bench.audit.extraction import Tally, number_tally, people_tally
from bench.audit.figures import agreement, rate
from bench.audit.outcome import Audit, Audited
from bench.audit.references import copied_share, near_duplicates
from bench.audit.stated import same_number
from bench.corpus import open_corpus
from bench.errors import InputError, UsageError
from bench.facts.quantities.reading import quantities
from bench.records import Article, FactSheet, Item, NumberFact, PersonFact
from bench.report.audit import audit_table
from bench.text.document import Document
from tests.conftest import ROOT, TINY, Command

WIRE = ROOT / "references" / "wire"
FEW = ("moirinha-fire", "odra-express-derailment", "us-russia-video-call")

Change = Callable[[str], str]


@pytest.fixture
def wire(tmp_path: Path) -> Path:
    """A copy of three articles of the bundled corpus, to be broken."""
    copy = tmp_path / "wire"
    for name in FEW:
        shutil.copytree(WIRE / name, copy / name)
    toml = (WIRE / "corpus.toml").read_text(encoding="utf-8")
    named = re.sub(r"^mangled = .*$", 'mangled = ["moirinha-fire"]', toml, flags=re.MULTILINE)
    (copy / "corpus.toml").write_text(named, encoding="utf-8")
    return copy


def change(path: Path, edit: Change) -> None:
    path.write_text(edit(path.read_text(encoding="utf-8")), encoding="utf-8")


def swap(old: str, new: str) -> Change:
    def edit(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return edit


def faults(path: Path) -> list[str]:
    return [str(problem) for problem in audit(open_corpus(str(path))).problems if problem.grave]


def sealed(path: Path) -> Path:
    seal(open_corpus(str(path)))
    return path


def test_a_sealed_corpus_is_sound_until_a_word_changes(wire: Path) -> None:
    assert faults(sealed(wire)) == []
    change(wire / "us-russia-video-call" / "reference.ash.txt", swap("Biden", "Joe Biden"))
    [fault] = faults(wire)
    assert re.search(
        r"us-russia-video-call/reference.ash.txt:1: differs from version 1.0; raise version", fault
    )


@pytest.mark.parametrize("name", ["article.txt", "facts.toml", "source.toml", "reference.cedar.txt"])
def test_a_sealed_corpus_misses_no_changed_file(name: str, wire: Path) -> None:
    path = sealed(wire) / "odra-express-derailment" / name
    path.write_bytes(path.read_bytes().rstrip() + b"\n\n")
    assert any(f"{name}:1: differs from version" in fault for fault in faults(wire))
    path.unlink()
    assert any(f"{name}: is gone since version" in fault for fault in faults(wire))


def test_another_version_needs_another_seal_and_the_same_one_is_refused(wire: Path) -> None:
    change(sealed(wire) / "moirinha-fire" / "source.toml", swap("kind =", "kind  ="))
    with pytest.raises(UsageError, match=r"version 1.0 is sealed with other texts; raise version"):
        seal(open_corpus(str(wire)))
    change(wire / "corpus.toml", swap('version = "1.0"', 'version = "1.1"'))
    assert "digests.toml:1: seals version 1.0, corpus.toml has 1.1" in faults(wire)[0]
    assert faults(sealed(wire)) == []


def test_a_file_that_is_new_is_no_part_of_the_sealed_version(wire: Path) -> None:
    (sealed(wire) / "moirinha-fire" / "reference.dill.txt").write_text("One more. " * 30, encoding="utf-8")
    assert any("reference.dill.txt:1: is new since version 1.0" in fault for fault in faults(wire))


def test_a_broken_seal_is_a_fault_with_its_line(wire: Path) -> None:
    change(sealed(wire) / "digests.toml", swap("[files]", "[files"))
    assert any(re.search(r"digests.toml:3: broken TOML", fault) for fault in faults(wire))


def test_the_bundled_corpus_is_sound() -> None:
    assert faults(WIRE) == []


def test_three_of_its_articles_are_sound(wire: Path) -> None:
    assert faults(wire) == []


def test_a_sound_corpus_ends_with_0_and_prints_its_tables(wire: Path, sumbench: Command) -> None:
    done = sumbench("audit", wire)
    assert done.returncode == 0, done.stdout
    for part in ("moirinha-fire", "agreement of the references (alpha)", "numbers read: precision"):
        assert part in done.stdout
    assert "3 of 3 articles read, 0 faults" in done.stderr


def test_markdown_has_a_row_per_article_and_keeps_remarks_off_it(wire: Path, sumbench: Command) -> None:
    done = sumbench("audit", wire, "--format", "markdown", "--verbose")
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert all(line.startswith("|") or not line for line in lines)
    assert sum(line.startswith(("| moirinha", "| odra", "| us-russia")) for line in lines) == 3
    assert "~ moirinha-fire:" in done.stderr


@pytest.mark.parametrize("name", ["article.txt", "facts.toml", "source.toml", "reference.birch.txt"])
@pytest.mark.parametrize("damage", ["emptied", "removed", "not UTF-8"])
def test_any_file_damaged_is_named_and_ends_with_5(
    name: str, damage: str, wire: Path, sumbench: Command
) -> None:
    path = wire / "moirinha-fire" / name
    if damage == "removed":
        path.unlink()
    else:
        path.write_bytes(b"" if damage == "emptied" else b"Some text\n\nmore \xff text\n")
    done = sumbench("audit", wire)
    assert done.returncode == 5
    # A reference that is gone leaves no file to name: the article lacks it.
    named = "article.txt" if (name, damage) == ("reference.birch.txt", "removed") else name
    where = r"" if damage == "removed" and named == name else r":\d+"
    assert re.search(rf"moirinha-fire/{re.escape(named)}{where}: ", done.stdout), done.stdout


BREAKAGES = [
    ("article.txt", swap("now puts it at 6,350 hectares", "now puts it at 6,450 hectares"),
     r"facts.toml:\d+: quote: 'now puts it at 6,350 hectares.*' is not word for word in the article"),
    ("article.txt", swap("\n\n", "\n"), r"article.txt:1: line 1 must be the headline and line 2 blank"),
    ("article.txt", lambda text: text + ("word " * 700), r"article.txt:1: has 13\d\d words; 350 to 1200"),
    ("reference.ash.txt", swap("4,800", "5,912"), r"reference.ash.txt:1: '5,912.*' is unsupported"),
    ("reference.ash.txt", swap("Rui Falcato", "Wiktor Zawadzki"), r"reference.ash.txt:1: .* is unsupported"),
    ("reference.ash.txt", lambda text: text + "and more " * 60,
     r"reference.ash.txt:1: has 17\d words; 38 to 115"),
    ("reference.ash.txt", lambda text: text[:150], r"reference.ash.txt:1: has \d+ words"),
    ("facts.toml", swap('quote = "Rui Falcato, 34, was', 'quote = "Rui Falcato, 35, was'),
     r"facts.toml:\d+: quote: 'Rui Falcato, 35, was"),
    ("facts.toml", swap('name = "Anselmo Quintas"', 'name = "Anselmo Quintos"'),
     r"facts.toml:\d+: name: 'Anselmo Quintos' is not in the article"),
    ("facts.toml", swap('who = "Leonor Brás"', 'who = "Lenora Brás"'),
     r"facts.toml:\d+: who: 'Lenora Brás' is none of the sheet's people"),
    ("facts.toml", lambda text: text.replace("key = true\n", ""), r"facts.toml:1: no number is key"),
    ("facts.toml", lambda text: text[: text.index("[[people]]")], r"facts.toml:1: 0 people; at least 4"),
    ("facts.toml", swap("value = 6350", "valeu = 6350"), r"facts.toml:\d+: numbers\[\d+\]\.valeu: unknown"),
    ("facts.toml", swap("value = 6350", "value = = 6350"), r"facts.toml:\d+: broken TOML"),
    ("facts.toml", swap("value = 6350\n", ""), r"facts.toml:\d+: value: a number needs value, low or high"),
    ("source.toml", swap('"figure-counts-two-things"', '"figure-counts-three-things"'),
     r"source.toml:\d+: tags: 'figure-counts-three-things' is not a tag of corpus.toml"),
    ("source.toml", swap('kind = "invented"', 'kind = "half true"'),
     r"source.toml:\d+: kind: 'half true' is neither"),
    ("source.toml", swap("date =", "day ="), r"source.toml:1: date: a date is missing"),
    ("../corpus.toml", swap('mangled = ["moirinha', 'mangled = ["no-moirinha'),
     r"corpus.toml:\d+: mangled: no article"),
    ("../corpus.toml", swap("canary =", "canary = '' #"), r"corpus.toml:1: canary: is missing"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "edit", "said"), BREAKAGES, ids=lambda value: value if isinstance(value, str) else ""
)
def test_damage_is_said_with_file_and_line(name: str, edit: Change, said: str, wire: Path) -> None:
    change(wire / "moirinha-fire" / name, edit)
    found = faults(wire)
    assert any(re.search(said, fault) for fault in found), found


def test_a_broken_corpus_toml_cannot_be_opened(wire: Path) -> None:
    change(wire / "corpus.toml", swap("[bands]", "[bands"))
    with pytest.raises(InputError, match=r"corpus.toml:\d+: broken TOML"):
        open_corpus(str(wire))


def test_a_reference_made_of_the_article_is_a_copy(wire: Path) -> None:
    article = (wire / "moirinha-fire" / "article.txt").read_text(encoding="utf-8")
    words = article.split("\n\n", 2)[2].split()[:60]
    (wire / "moirinha-fire" / "reference.ash.txt").write_text(" ".join(words) + ".\n", encoding="utf-8")
    assert any(
        "ash.txt:1: 100% of its bigrams are the article's; at most 40%" in fault for fault in faults(wire)
    )


def test_texts_that_share_much_are_near_duplicates(wire: Path) -> None:
    shutil.copytree(wire / "moirinha-fire", wire / "moirinha-fire-again")
    found = faults(wire)
    assert any(
        re.search(r"moirinha-fire-again/article.txt:1: shares 100% of its word 5-grams", f) for f in found
    )
    assert any(re.search(r"moirinha-fire-again/reference.ash.txt:1: shares 100%", f) for f in found)


def test_near_duplicates_count_the_shorter_texts_grams() -> None:
    text = "one two three four five six seven"
    longer = "zero " + text + " eight nine ten eleven twelve thirteen"
    [problem] = near_duplicates([("a", longer), ("b", text), ("c", "quite another text than these two")], 0.9)
    assert (problem.where, problem.message[:11]) == ("b", "shares 100%")


@pytest.mark.parametrize(
    ("reference", "share"), [("a b c", 1.0), ("a b x", 0.5), ("x y z", 0.0), ("a", 0.0), ("", 0.0)]
)
def test_the_copied_share_is_of_the_references_bigrams(reference: str, share: float) -> None:
    assert copied_share("a b c d".split(), reference.split()) == share


def test_a_claim_the_check_doubts_is_a_remark_and_no_fault(tmp_path: Path) -> None:
    copy = Path(shutil.copytree(TINY, tmp_path / "tiny"))
    change(copy / "harbour-strike" / "reference.ash.txt", swap("Tuesday", "Sunday"))
    result = audit(open_corpus(str(copy)))
    assert result.valid
    assert any("'sunday'" in str(problem).lower() for problem in result.problems)


@pytest.mark.parametrize(
    "text",
    ['{"id": "1", "article": "Ann Smith sold 12 boats.", "references": ["Ann Smith sold 12 boats."]}\n',
     '{"id": "1", "article": "Nothing at all."}\n'],
)  # fmt: skip
def test_a_corpus_without_sheets_has_its_table(text: str, tmp_path: Path, sumbench: Command) -> None:
    (tmp_path / "lines.jsonl").write_text(text, encoding="utf-8")
    done = sumbench("audit", "lines.jsonl")
    assert done.returncode == 0, done.stderr
    assert "words of an article" in done.stdout


def test_a_fault_of_a_jsonl_corpus_has_its_line(tmp_path: Path) -> None:
    sheet = '{"numbers": [{"of": "boats", "quote": "13 boats", "value": 13}]}'
    lines = f'\n{{"id": "1", "article": "Ann sold 12 boats.", "facts": {sheet}}}\n'
    (tmp_path / "lines.jsonl").write_text(lines, encoding="utf-8")
    [fault] = faults(tmp_path / "lines.jsonl")
    assert fault.endswith("lines.jsonl:2: quote: '13 boats' is not word for word in the article")


STATED = [
    ("70,000 soldiers", NumberFact("", "", 70000), True),
    ("$2.5 billion", NumberFact("", "", 2500000000, unit="USD"), True),
    ("$2.5 billion", NumberFact("", "", 2500000000, unit="CAD"), True),
    ("2.5 billion euros", NumberFact("", "", 2500000000, unit="USD"), False),
    ("at 14:05", NumberFact("", "", "14:05", unit="time"), True),
    ("on 16 June", NumberFact("", "", "06-16", unit="date"), True),
    ("on 16 June", NumberFact("", "", "06-17", unit="date"), False),
    ("on 23 July 2019", NumberFact("", "", "2019-07-23", unit="date"), True),
    ("in April 2016", NumberFact("", "", "2016-04", unit="month"), True),
    ("on Tuesday", NumberFact("", "", "Tuesday", unit="weekday"), True),
    ("on Tuesday", NumberFact("", "", "Wednesday", unit="weekday"), False),
    ("half an hour", NumberFact("", "", 30, unit="minute"), True),
    ("7 per cent", NumberFact("", "", 7, unit="percentage points"), False),
    ("about a third of it", NumberFact("", "", "1/3", unit="fraction"), True),
    ("10 to 12 million people", NumberFact("", "", low=10000000, high=12000000), True),
]


@pytest.mark.parametrize(("text", "fact", "same"), STATED, ids=lambda value: str(value)[:30])
def test_a_number_read_is_the_sheets_by_value_and_unit(text: str, fact: NumberFact, same: bool) -> None:
    assert any(same_number(quantity, fact) for quantity in quantities(Document(text))) is same


def item_of(text: str, sheet: FactSheet) -> Item:
    return Item(Article("a", "", text), text, (), sheet)


def test_the_tally_counts_what_is_read_and_what_is_listed() -> None:
    numbers = (NumberFact("boats", "sold 12 boats", 12), NumberFact("sales", "a dozen and more", 12))
    tally = number_tally(item_of("Ann Smith sold 12 boats and 30 oars, and more.", FactSheet(numbers)))
    assert tally[:5] == (2, 1, 2, 1, 1)
    assert any("read but not on the sheet: count '30'" in note for note in tally.notes)
    assert any("on the sheet but not read so: 12 in 'a dozen and more'" in note for note in tally.notes)


def test_a_person_is_found_under_any_form_and_without_accents() -> None:
    sheet = FactSheet(people=(PersonFact("Željko Perić", ("Mr Perić",)), PersonFact("Nobody Here")))
    tally = people_tally(item_of("Mr Zeljko Peric said so. Mr Perić said it again.", sheet))
    assert (tally.right, tally.listed, tally.found) == (tally.read, 2, 1)


def test_a_rate_without_a_whole_is_undefined_and_one_with_it_has_an_interval() -> None:
    assert str(rate([], [])).startswith("nan")
    found = rate([9, 8, 10, 9], [10, 10, 10, 10])
    assert (found.value, found.part, found.whole) == (0.9, 36, 40)
    assert found.low <= found.value <= found.high


def test_agreement_is_krippendorffs_alpha_of_the_mentions() -> None:
    # Two coders, eight units, one disagreement: alpha by hand is 1 - 15 * 2 / (2 * 9 * 7) = 0.7619.
    told = (*((cell, cell) for cell in (1, 1, 1, 0, 0, 0, 0)), (1, 0))
    row = Audited("a", 1, {}, (), {}, 0, 0, 0, Tally(0, 0, 0, 0, 0), None, told)
    found = agreement(Audit((row,), (), ("ash", "birch")))
    assert found is not None
    assert found.alpha == pytest.approx(float(1 - Decimal(15) * 2 / (2 * 9 * 7)))
    assert found.low <= found.alpha <= found.high


@pytest.mark.parametrize("width", [60, 72, 80, 120])
def test_a_narrow_terminal_cuts_no_figure(width: int) -> None:
    console = Console(width=width, force_terminal=True, no_color=True, record=True, file=io.StringIO())
    console.print(audit_table(audit(open_corpus(str(WIRE))), width))
    shown = console.export_text()
    assert max(map(len, shown.splitlines())) <= width
    row = next(line for line in shown.splitlines() if "52, 100" in line)
    assert re.search(r"\b\d{3}\b +\d+, \d+ +\d+% +\d+ +\d+ +\d+ +\d+", row)
