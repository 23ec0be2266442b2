"""What a file says, as an agenda; and a file that can't be read, as a complaint."""

import json
from pathlib import Path

from msgspec import UNSET

from facilitator.agenda_files import load, parse
from facilitator.domain.plan.agenda import SegmentKind
from tests.agenda_files.reading import agenda_of, complaints_of, errors_of, with_segment

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
    assert complaints_of(WHOLE) == []


def test_notes_are_private_on_a_panel_unless_the_file_says_that_they_are_shared():
    assert agenda_of(with_segment("", "")).notes is UNSET
    assert agenda_of(with_segment("", "notes: shared\n")).notes == "shared"
    assert errors_of(with_segment("", "notes: private\n")) == [
        "a.yaml:2:8: error: found 'private', expected one of: shared"
    ]


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


def test_control_and_bidi_characters_do_not_get_in():
    agenda = agenda_of('title: "a\\e[31mb\\u202ec"\nsegments: [{title: "x\\ny", length: 5}]')
    assert agenda.title == "a[31mbc"
    assert agenda.segments[0].title == "x y"


def test_all_complaints_of_a_file_come_at_once_in_order_of_position():
    found = errors_of(
        "titel: x\n"
        "panel:\n"
        "  - {id: ceo, nme: First}\n"
        "segments:\n"
        "  - {title: A, length: 40h, kind: Opening}\n"
        "  - {title: B, length: -5m, questions: [{ask: Why?, must: maybe}]}\n"
        "  - nothing\n"
    )
    assert found == [
        "a.yaml:1:1: error: an agenda has no key 'titel' (did you mean 'title'?)",
        "a.yaml:3:15: error: a panelist has no key 'nme' (did you mean 'name'?)",
        "a.yaml:5:24: error: found '40h', expected a duration of at most 12h (a bare number is minutes)",
        "a.yaml:5:35: error: found 'Opening', expected one of: opening, talk, practice, presentation, workshop, "
        "candidate_questions, break, closing (did you mean 'opening'?)",
        "a.yaml:6:24: error: found '-5m', expected a duration above zero",
        "a.yaml:6:59: error: found 'maybe', expected true or false",
        "a.yaml:7:5: error: found 'nothing', expected a segment with keys such as 'id', 'title', 'kind'",
    ]


def test_errors_and_warnings_are_told_apart():
    loaded = parse(with_segment("lead: ceo", "length: 4m\n"), "a.yaml")
    assert [error.line for error in loaded.errors] == [4]
    assert [warning.line for warning in loaded.warnings] == [2]


def test_an_empty_file_is_told_so():
    empty = ["a.yaml:1:1: error: the file is empty; an agenda needs at least a title and segments"]
    assert errors_of("") == errors_of("# nothing\n") == empty


def test_a_file_that_cannot_be_read_is_a_complaint(tmp_path: Path):
    latin = tmp_path / "latin.yaml"
    latin.write_bytes("title: x\nname: José\n".encode("latin-1"))
    large = tmp_path / "large.yaml"
    large.write_bytes(b"#" * (1024 * 1024 + 1))
    assert str(load(latin).complaints[0]).startswith(f"{latin}:2:10: error: not UTF-8: found the byte 0xe9")
    assert "larger than 1 MiB" in str(load(large).complaints[0])
    assert str(load(tmp_path / "no.yaml").complaints[0]) == f"{tmp_path / 'no.yaml'}:1:1: error: there is no such file"
    assert "is a folder" in str(load(tmp_path).complaints[0])
    assert "can't be read" in str(load(Path("a\0b.yaml")).complaints[0])
