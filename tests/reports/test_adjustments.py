"""What is adjusted for a candidate is between them and the panel: no export tells it unless it is asked for."""

from pathlib import Path

import pytest
from hypothesis import given, settings

from facilitator.conducting.conductor import Conductor
from facilitator.conducting.importing import session_in
from facilitator.conducting.rehearsal import rehearse
from facilitator.domain.debrief.debrief import debrief
from facilitator.reports import FORMATS, Audience, ExportError, Options, export
from tests.preparing.briefs.agendas import harbour, secret_words, with_words
from tests.reports.exported import said

SCRIPT = "00:00 /start\n05:00 /next\n30:00 /next\n35:00 /next\n45:00 /end"


def held(word: str) -> Conductor:
    return rehearse(with_words(harbour(), word), SCRIPT, "Robin Reyes")


@pytest.mark.parametrize("audience", list(Audience))
@pytest.mark.parametrize("format_name", FORMATS)
@settings(max_examples=5)
@given(word=secret_words)
def test_no_export_tells_it_not_even_the_journal_in_one(format_name: str, audience: Audience, word: str):
    conductor = held(word)
    value = debrief(conductor.session, conductor.now())
    options = Options(audience, events=conductor.events)
    if FORMATS[format_name].marks_recording and audience not in (Audience.PANEL, Audience.LEAD):
        with pytest.raises(ExportError):
            export(value, format_name, options)
        return
    assert word not in said(export(value, format_name, options).content)


@pytest.mark.parametrize("format_name", ["md", "json"])
def test_a_debrief_tells_the_panel_if_it_is_asked_for(format_name: str):
    conductor = held("Zebra")
    value = debrief(conductor.session, conductor.now(), with_adjustments=True)
    whole = Options(events=conductor.events)
    assert "Zebra reads slowly" in said(export(value, format_name, whole).content)
    assert "Zebra" not in said(export(value, format_name, Options(Audience.CANDIDATE)).content)
    assert "Zebra" not in said(export(value, format_name, Options(Audience.NEXT_ROUND)).content)


def test_the_interview_kept_to_it_and_does_so_when_the_export_is_read_back(tmp_path: Path):
    conductor = held("Zebra")
    assert conductor.session.agenda.segment("chart").length_seconds == 25 * 60
    value = debrief(conductor.session, conductor.now())
    exported = said(export(value, "json", Options(events=conductor.events)).content)
    events = session_in(exported.encode()).events
    again = tmp_path / "again.json"
    again.write_text(exported, "utf-8")
    assert [event.id for event in events] == [event.id for event in conductor.events]
    assert "Zebra" not in str([event.fact for event in events])
