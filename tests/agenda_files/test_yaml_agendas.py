"""What an agenda in YAML or JSON says, and what the program makes of it."""

import json
from pathlib import Path

import pytest

from facilitator.agenda_files import load, parse
from facilitator.domain.plan.agenda import Agenda, SegmentKind
from facilitator.resources import agendas_dir

WHOLE = """\
title: Sales lead, final round
purpose: |
  Find out together.
  Both sides.
length: 50m
timezone: Europe/London
starts: 2026-12-01T10:00
hard_stop: 11:35
panel:
  - {id: ceo, name: 007, role: CEO, lead: yes}
  - {id: no, name: Second Person}
  - {id: hr, name: Third Person, shadow: on}
competencies:
  - id: pipeline
    name: Pipeline building
    owners: [ceo]
    anchors: {1: Waits, 3: Works a list, 5: Builds}
segments:
  - {title: Welcome, kind: opening, length: 5, lead: ceo}
  - title: Workshop
    length: 30m
    at_least: 10:00
    questions:
      - id: map
        ask: How would you split it?
        competency: pipeline
        owner: no
        backup: ceo
        must: true
        length: 8m
        probes: [What would you stop doing?, 2026-01-01]
      - {ask: "Why?", owner: ceo}
  - {title: Your questions, kind: candidate_questions, length: PT15M}
"""


def agenda_of(text: str, name: str = "agenda.yaml") -> Agenda:
    loaded = parse(text, name)
    assert loaded.agenda is not None, [str(complaint) for complaint in loaded.complaints]
    return loaded.agenda


def test_an_interview_can_start_at_a_time_of_any_day_and_end_after_midnight():
    agenda = agenda_of(WHOLE.replace("2026-12-01T10:00", "23:15").replace("11:35", "0:20"))
    assert (agenda.starts, agenda.hard_stop) == ("23:15", "00:20")


def test_every_field_is_read():
    agenda = agenda_of(WHOLE)
    assert agenda.length_seconds == 3000
    assert (agenda.starts, agenda.hard_stop, agenda.timezone) == ("2026-12-01 10:00", "11:35", "Europe/London")
    assert [panelist.id for panelist in agenda.raters] == ["ceo", "no"]
    assert agenda.lead.id == "ceo"
    assert agenda.competencies[0].anchors == {1: "Waits", 3: "Works a list", 5: "Builds"}
    assert [segment.length_seconds for segment in agenda.segments] == [300, 1800, 900]
    assert agenda.segments[1].at_least_seconds == 600
    assert agenda.segments[2].kind is SegmentKind.CANDIDATE_QUESTIONS
    assert parse(WHOLE, "agenda.yaml").complaints == ()


def test_text_stays_the_text_that_was_written():
    agenda = agenda_of(WHOLE)
    assert agenda.panel[0].name == "007"
    assert agenda.question_by_id["map"].owner == "no"
    assert agenda.question_by_id["map"].probes == ("What would you stop doing?", "2026-01-01")
    assert agenda.purpose == "Find out together.\nBoth sides."


def test_json_is_read_too_with_its_escapes():
    text = json.dumps({"title": "Round \U0001f600", "length": None, "segments": [{"title": "One", "length": 5}]})
    assert "\\ud83d" in text
    agenda = agenda_of(text, "agenda.json")
    assert agenda.title == "Round \U0001f600"
    assert agenda.length_seconds is None


def test_a_byte_order_mark_and_windows_line_ends_change_nothing(tmp_path: Path):
    path = tmp_path / "agenda.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + WHOLE.replace("\n", "\r\n").encode())
    assert load(path).agenda == agenda_of(WHOLE)


def test_questions_are_numbered_through_the_whole_agenda():
    agenda = agenda_of(
        "title: x\nsegments:\n"
        "  - {title: A, length: 5, questions: [{ask: One}, {ask: Two}]}\n"
        "  - {title: B, length: 5, questions: [{ask: Three}]}\n"
    )
    assert [(question.number, question.id) for question in agenda.questions] == [(1, "one"), (2, "two"), (3, "three")]


def test_ids_left_out_are_made_of_the_text_and_give_way_to_explicit_ones():
    agenda = agenda_of(
        "title: x\nsegments:\n"
        "  - {title: Talk, length: 5, questions: [{ask: Why us}, {ask: Why us?}, {ask: 为什么}, {ask: Q1}]}\n"
        "  - {title: Talk, length: 5, questions: [{ask: Other, id: Why-Us}]}\n"
        "  - {title: 话, length: 5}\n"
    )
    assert [question.id for question in agenda.questions] == ["why-us-2", "why-us-3", "q3", "q4", "Why-Us"]
    assert [segment.id for segment in agenda.segments] == ["talk", "talk-2", "segment-3"]


def test_without_a_panel_there_is_a_lead():
    agenda = agenda_of("title: x\nsegments: [{title: A, length: 5}]")
    assert [(panelist.id, panelist.lead) for panelist in agenda.panel] == [("lead", True)]


def test_control_and_bidi_characters_do_not_get_in():
    agenda = agenda_of('title: "a\\e[31mb\\u202ec"\nsegments: [{title: "x\\ny", length: 5}]')
    assert agenda.title == "a[31mbc"
    assert agenda.segments[0].title == "x y"


@pytest.mark.parametrize("path", sorted(agendas_dir().glob("*.yaml")), ids=lambda path: path.stem)
def test_every_bundled_agenda_loads_without_a_complaint(path: Path):
    loaded = load(path)
    assert [str(complaint) for complaint in loaded.complaints] == []
    assert loaded.agenda is not None
