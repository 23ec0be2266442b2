"""A script is played through the same language and the same conductor as the room."""

import unicodedata

import pytest

from facilitator.conducting.rehearsal import FIXED_INSTANT, ScriptError, read_script, rehearse
from facilitator.domain.debrief.debrief import debrief
from facilitator.domain.notes.search import search_notes
from facilitator.domain.plan.agenda import Agenda, Panelist, Question, Segment
from tests.agenda_files.reading import agenda_of

AGENDA = Agenda(
    title="Final round",
    panel=(Panelist(id="ceo", name="Ann Lee", lead=True), Panelist(id="cfo", name="Bo Ek")),
    segments=(
        Segment(
            id="one",
            title="One",
            length_seconds=300,
            questions=(Question(id="why", ask="Why us?", must=True, number=1),),
        ),
        Segment(id="two", title="Two", length_seconds=600),
    ),
)


def test_a_script_line_has_a_time_and_what_is_typed():
    lines = read_script("# a remark\n\n00:10 /start\n1:02:03 cfo> + saw it > twice\n")
    assert [(line.number, line.seconds, line.text) for line in lines] == [
        (3, 10, "/start"),
        (4, 3723, "cfo> + saw it > twice"),
    ]


def test_a_remark_belongs_to_the_line_below_it():
    script = "# What this\n\n# is about\n00:10 /start\n00:20 a note\n# The end\n00:30 /end\n# left over"
    assert [line.remark for line in read_script(script)] == ["What this is about", "", "The end"]


def test_minutes_may_go_past_an_hour():
    assert read_script("75:30 /start")[0].seconds == 4530


@pytest.mark.parametrize("line", ["/start", "0:5 /start", "1:60:00 /start", "00:10", "at ten /start"])
def test_a_wrong_line_is_named_by_its_number(line: str):
    with pytest.raises(ScriptError, match=r"^line 2: expected"):
        read_script(f"00:00 /start\n{line}")


def test_time_goes_forward_only():
    with pytest.raises(ScriptError, match=r"^line 2: its time is before that of line 1"):
        read_script("01:00 /start\n00:59 hello")


def test_a_refused_command_is_an_error_with_its_line():
    with pytest.raises(ScriptError, match=r"^line 1: The interview hasn't started"):
        rehearse(AGENDA, "00:00 /next")


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("/as 1", "/ask 1"),
        ("/standin Dana Roth", "/standin Dana Roth for cfo"),
        ("cfo> /absent zed", "There is no panelist “zed”"),
        ("/author 7 cfo", "There are no notes yet"),
    ],
)
def test_a_refusal_about_people_says_what_to_write(line: str, why: str):
    with pytest.raises(ScriptError, match=f"^line 2: .*{why}"):
        rehearse(AGENDA, f"00:00 /start\n00:10 {line}")


def test_a_panelist_without_words_is_an_error_with_its_line():
    with pytest.raises(ScriptError, match=r"^line 1: The note is empty"):
        rehearse(AGENDA, "00:00 cfo>")


def test_what_names_nobody_is_a_note_as_it_is_on_the_screen():
    session = rehearse(AGENDA, "00:00 cto> hello").session
    assert [(note.author, note.text) for note in session.notes.values()] == [("ceo", "cto> hello")]


def test_what_a_panelist_says_is_theirs_and_the_rest_is_the_leads():
    session = rehearse(AGENDA, "00:00 /start\n00:05 cfo> a\n00:06 b\n00:07 cfo> /cover 1").session
    assert [(note.author, note.text) for note in session.notes.values()] == [("cfo", "a"), ("ceo", "b")]
    assert session.marks[0].panelist == "cfo"


def test_a_rehearsal_opens_when_the_agenda_starts_in_its_own_zone():
    from msgspec.structs import replace

    planned = replace(AGENDA, starts="2026-12-01 10:00", timezone="Europe/London")
    session = rehearse(planned, "02:00 /start").session
    assert debrief(session, session.opened_at).session.opened == "2026-12-01T10:00:00.000Z"
    assert debrief(session, session.opened_at).timing.late_start_seconds == 120


def test_without_a_start_it_opens_at_a_fixed_instant():
    assert rehearse(AGENDA, "").session.opened_at == FIXED_INSTANT


def test_the_same_script_gives_the_same_events():
    script = "00:00 /start\n00:10 a note\n05:00 /next\n15:00 /end"
    assert rehearse(AGENDA, script).events == rehearse(AGENDA, script).events


ACCENTS = """\
title: Übergabe
panel: [{id: søs, name: Søs Å}, {id: zoë, name: Zoë Ÿ, lead: true}]
competencies: [{id: führung, name: Führung}]
segments: [{title: Erstes, length: 5m, questions: [{id: wofür, ask: Wofür?, competency: führung}]}]
"""
SPOKEN = "00:00 /start\n00:01 ZOË> + ruhig #führung @zoe\n00:02 /cover wofür by zoë\n00:03 /handoff wofur søs"


@pytest.mark.parametrize("of_file", ["NFC", "NFD"])
@pytest.mark.parametrize("of_script", ["NFC", "NFD"])
def test_names_and_tags_are_found_however_their_accents_are_composed(of_file, of_script):
    plan = agenda_of(unicodedata.normalize(of_file, ACCENTS))
    session = rehearse(plan, unicodedata.normalize(of_script, SPOKEN)).session
    (note,) = session.notes.values()
    assert (note.author, note.competency, note.panelists) == ("zoë", "führung", ("zoë",))
    assert [(mark.question, mark.panelist) for mark in session.marks] == [("wofür", "zoë")]
    assert session.owners == {"wofür": "søs"}
    assert [found.number for found in search_notes(session, unicodedata.normalize(of_script, "Führung ruhig"))] == [1]
