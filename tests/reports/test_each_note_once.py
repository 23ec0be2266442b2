"""In what people read, each note is told in full at most once, and the first page tells none that the whole doesn't."""

import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from facilitator.domain.debrief.debrief import Debrief
from facilitator.domain.facts.signal import Signal
from facilitator.reports import FORMATS, Audience, Extent, Options, export
from facilitator.reports.copies import rich_copy
from tests.reports.exported import said

READ = [name for name, kept in FORMATS.items() if kept.extent or kept.marks_recording]
"""The formats that people read; in the others, which are data, a follow-up is a row of its own beside its note."""


def marked(played: Debrief, signals: list[Signal | None]) -> Debrief:
    """`played` with these signals, each note with a word that nothing else has."""
    notes = tuple(
        replace(note, text=f"Said zq{number}zq.", signal=signals[number % len(signals)], shared=False)
        for number, note in enumerate(played.notes)
    )
    return replace(played, notes=notes)


def told(content: str) -> list[str]:
    return re.findall(r"zq\d+zq", unescape(content))


@pytest.mark.parametrize("audience", [Audience.PANEL, Audience.LEAD])
@pytest.mark.parametrize("name", READ)
@settings(max_examples=5)
@given(signals=st.lists(st.none() | st.sampled_from(Signal), min_size=1, max_size=9))
def test_no_note_is_told_twice_and_the_page_tells_none_of_its_own(final_round, name, audience, signals):
    value = marked(final_round, signals)
    whole = told(said(export(value, name, Options(audience, extent=Extent.FULL)).content))
    assert len(whole) == len(set(whole))
    if FORMATS[name].extent:
        assert len(whole) == len(value.notes)
        page = told(said(export(value, name, Options(audience, extent=Extent.BRIEF)).content))
        assert len(page) == len(set(page))
        assert set(page) <= set(whole)


def test_nor_is_it_in_what_is_copied_as_rich_text(final_round):
    value = marked(final_round, [*Signal, None])
    whole = told(rich_copy(value, Options(extent=Extent.FULL)))
    assert sorted(whole) == sorted(set(whole))
    assert len(whole) == len(value.notes)
