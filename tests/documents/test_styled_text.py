"""Lines of styled text: wrapped into rows that fit, hang, and keep what they are and mean."""

from collections.abc import Iterable
from unicodedata import normalize

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from facilitator.documents.styled_text import Line, Span, line, rows, wrapped

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.just("\n"), max_size=80)


def said(row: Line) -> str:
    return "".join(span.text for span in row.spans)


def letters(texts: Iterable[str]) -> str:
    """What is written without its white space, in the one spelling that texts have from the edge on."""
    return normalize("NFC", "".join("".join(texts).split()))


@given(st.lists(TEXTS, max_size=4), st.integers(-2, 60), st.integers(0, 20))
def test_wrapped_rows_fit_and_lose_no_word(parts, width, hang):
    whole = line(*(Span(part) for part in parts), hang=hang)
    shown = [said(row) for row in wrapped(whole, width)]
    assert all(cell_len(row) <= max(width, 2) for row in shown)
    assert letters(shown) == letters(parts)


def test_rows_hang_beside_what_the_line_begins_with():
    whole = line(Span("• ", "muted"), "Took 1:34:30; 4:30 over.", hang=2)
    assert [said(row) for row in wrapped(whole, 16)] == ["• Took 1:34:30;", "  4:30 over."]


def test_where_it_is_narrow_nothing_hangs():
    whole = line("label       ", "some words", hang=12)
    assert [said(row) for row in wrapped(whole, 18)] == ["label       some", "words"]


def test_every_row_keeps_the_roles_and_what_pointing_at_it_means():
    whole = line(Span("✓ ", "good"), Span("covered by everybody", "strong", target="grid"), target=3, role="cursor")
    first, second = wrapped(whole, 12)
    assert first == line(Span("✓ ", "good"), Span("covered by", "strong", "grid"), target=3, role="cursor")
    assert second == line(Span(""), Span("everybody", "strong", "grid"), target=3, role="cursor")


def test_an_empty_line_is_one_empty_row():
    assert [said(row) for row in rows([line(), line("a"), line()], 10)] == ["", "a", ""]


def test_no_control_character_gets_through():
    assert [said(row) for row in wrapped(line("a\x1b[2J\tb\u202ec"), 20)] == ["a[2J bc"]
