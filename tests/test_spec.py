"""A SPEC parses in three forms and prints in one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.errors import UsageError
from bench.spec import Spec, parse_spec


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("lead", "lead"),
        ("lead()", "lead"),
        ("lead(words=40)", "lead(words=40)"),
        ("lead:words=40", "lead(words=40)"),
        ("openai:model=gpt-4o,temperature=0.5", "openai(model=gpt-4o, temperature=0.5)"),
        ('openai(prompt="Sum up, please", model=x)', 'openai(model=x, prompt="Sum up, please")'),
        ("hf(model=./models/tiny, beams=2, fast=true)", "hf(beams=2, fast=true, model=./models/tiny)"),
        ('command(argv=["python3", "sum.py"])', 'command(argv=["python3", "sum.py"])'),
        (
            "openai(base_url=http://127.0.0.1:8000/v1, model=m)",
            "openai(base_url=http://127.0.0.1:8000/v1, model=m)",
        ),
        ("./mine.py(a='true')", './mine.py(a="true")'),
        ("mypackage.summaries:short", "mypackage.summaries:short"),
        ("mypackage.summaries:short(words=3)", "mypackage.summaries:short(words=3)"),
    ],
)
def test_a_spec_is_printed_in_its_canonical_form(text: str, printed: str) -> None:
    spec = parse_spec(text)
    assert str(spec) == printed
    assert parse_spec(printed) == spec


@pytest.mark.parametrize(
    "text", ["", "lead(words=", "lead(words", "lead(=3)", "lead(a=1, a=2)", "(words=3)", "a b"]
)
def test_what_is_no_spec_is_a_usage_error(text: str) -> None:
    with pytest.raises(UsageError):
        parse_spec(text)


VALUES = st.one_of(
    st.integers(-(2**62), 2**62),
    st.booleans(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=20),
)


@given(
    st.dictionaries(st.from_regex(r"[a-z]\w{0,8}", fullmatch=True).filter(str.isascii), VALUES, max_size=4)
)
def test_printing_and_parsing_give_the_same_options_back(options: dict[str, object]) -> None:
    spec = Spec("name", tuple(sorted(options.items())))
    assert parse_spec(str(spec)) == spec
