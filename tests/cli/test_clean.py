"""Nothing that a report holds may steer the terminal."""

from hypothesis import given
from hypothesis import strategies as st

from tocsin.cli.clean import one_line, shortened

ANY = st.text(st.characters(exclude_categories=()))


@given(ANY)
def test_one_line_is_one_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1


@given(ANY, st.integers(min_value=1, max_value=80))
def test_shortened_is_never_longer_than_asked(text: str, width: int) -> None:
    found = shortened(text, width)
    assert len(found) <= width
    assert found == one_line(text) or found.endswith("…")


def test_separators_of_lines_and_hidden_tags_are_gone() -> None:
    assert one_line("Talks\u2028failed\U000e0041\U000e0042 today") == "Talks failed today"
