"""Redaction takes the candidate's name and contact data out of everything, and leaves a debrief behind."""

import msgspec
import pytest
from msgspec.structs import replace

from facilitator import reports
from facilitator.domain.debrief.debrief import Debrief
from facilitator.domain.debrief.people_rows import CancelledRow
from facilitator.reports import Audience, Options, export_text
from facilitator.reports.redaction.redaction import redacted
from tests.reports.exported import FOR_EVERYBODY, everything


def said(final_round, text):
    """`text` as it stands in a note after redaction."""
    notes = (replace(final_round.notes[0], text=text),)
    return redacted(
        replace(final_round, notes=notes, session=replace(final_round.session, candidate="Ilse van der Brandt-Ōe"))
    ).notes[0].text  # fmt: skip


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ilse van der Brandt-Ōe asked", "‹candidate› asked"),
        ("ILSE's plan and Brandt's", "‹candidate›'s plan and ‹candidate›'s"),
        ("Oe, or Ōe, or O\u0304e", "‹candidate›, or ‹candidate›, or ‹candidate›"),
        ("else, Brandtner and the van", "else, Brandtner and the van"),
        ("write to ilse.b+x@mail.example.org, soon", "write to ‹e-mail›, soon"),
        ("call +49 (0)170 123 45 67 or 0170/1234567", "call ‹phone› or ‹phone›"),
        ("see https://example.org/in/ilse and www.example.org", "see ‹link› and ‹link›"),
        ("linkedin.com/in/ilse-b", "‹link›"),
        ("instagram: @ilseb, or ilse at mail dot org, ilse(at)mail.org", "‹link› or ‹e-mail›, ‹e-mail›"),
        ("she is @ilse_vdb. Ask @ceo, or @CEO, for @q9", "she is ‹link›. Ask @ceo, or @CEO, for @q9"),
        ("“@ilse_vdb”,@ilse: (@Ilse)", "“‹link›”,‹link›: (‹link›)"),
        ("4 @4.50 each, @10:30", None),
        ("I. van der B. and I.B., as Ilse B. put it", "I. van der B. and ‹candidate›, as ‹candidate› put it"),
        ("1 800 555 0199 and 555-0199", "‹phone› and ‹phone›"),
        ("10.000.000 in 2024, 2025; 1 500 000 since 2025 2026", None),
        ("between 1.8 and 2.6 million, 31% by 2026-12-01, 640 thousand", None),
        ("Took 1:34:30; q9 at 10:35, 14 of 52 deals", None),
    ],
)
def test_what_goes_and_what_stays(final_round, text, left):
    assert said(final_round, text) == (text if left is None else left)


@pytest.mark.parametrize(
    ("format_name", "audience"),
    [
        (name, audience)
        for name in reports.FORMATS
        for audience in Audience
        if name in FOR_EVERYBODY or audience in (Audience.PANEL, Audience.LEAD)
    ],
)
def test_no_format_and_no_audience_has_the_name(final_round, format_name, audience, tmp_path):
    named = replace(
        final_round,
        session=replace(final_round.session, title="Ilse Brandt meets us", id="2026-01-05-ilse-brandt-meets-us"),
        agenda=replace(final_round.agenda, title="Ilse Brandt meets us"),
        notes=tuple(replace(note, text=f"Ilse: {note.text}") for note in final_round.notes),
    )
    text = everything(named, format_name, audience, tmp_path, redact=True).lower()
    assert "ilse" not in text
    assert "brandt" not in text


@pytest.mark.parametrize("format_name", [name for name in reports.FORMATS if name in FOR_EVERYBODY])
def test_no_format_has_a_name_that_they_had_before(final_round, format_name, tmp_path):
    said = "Quentin Oldname said hi"
    renamed = replace(
        final_round,
        other_names=("Quentin Oldname",),
        notes=tuple(replace(note, text=said) for note in final_round.notes),
        cancelled=CancelledRow(at="2026-12-01T10:00:00Z", reason=said, no_show=False),
    )
    text = everything(renamed, format_name, Audience.PANEL, tmp_path, redact=True).lower()
    assert "quentin" not in text
    assert "oldname" not in text


@pytest.mark.parametrize("redact", [False, True])
@pytest.mark.parametrize("audience", Audience)
def test_no_report_says_that_there_were_other_names(final_round, audience, redact):
    renamed = replace(final_round, other_names=("Quentin Oldname",))
    options = Options(audience, redact)
    assert export_text(renamed, "json", options) == export_text(final_round, "json", options)


def test_what_is_left_is_still_a_debrief(final_round):
    text = export_text(final_round, "json", Options(redact=True))
    assert msgspec.json.decode(text, type=Debrief) == redacted(final_round)


def test_the_panel_keeps_its_names_even_where_the_candidate_shares_one(final_round):
    debrief = redacted(replace(final_round, session=replace(final_round.session, candidate="Daniel Brandt")))
    assert [panelist.name for panelist in debrief.agenda.panel][1] == "Daniel Owusu"
