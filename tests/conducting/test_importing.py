"""A session comes back from its JSON export as it was, and from nothing else."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.conducting.importing import NoSession, session_in
from facilitator.conducting.rehearsal import rehearse
from facilitator.domain.debrief.debrief import debrief
from facilitator.domain.facts.scorecard import Assessment, Scorecard
from facilitator.domain.language.decision import Refusal
from facilitator.domain.language.decisions.scorecards import OpenedCard, open_cards, submit_sealed
from facilitator.domain.plan.agenda import Agenda, Competency, Panelist, Segment
from facilitator.domain.plan.scale import Recommendation
from facilitator.domain.session.fold import fold
from facilitator.reports.json_text import json_text, with_journal
from facilitator.storage import journal_line
from facilitator.storage.forms.framing import BODY, framed
from tests.domain.cards import SALT, sealed
from tests.domain.command_lines import LINES, PLAN, RUNNING

AGENDA = Agenda(
    title="Final round",
    panel=(Panelist(id="ceo", name="Ann Lee"),),
    competencies=(Competency(id="pipeline", name="Pipeline", anchors={1: "Waits for leads", 5: "Builds a source"}),),
    segments=(Segment(id="one", title="One", length_seconds=60),),
)
AFTERWARDS = (
    *("/edit 1 better words #craft", "/strike 1", "/file 1 q2", "/rate craft 4 n1", "/rate craft 2 by bo"),
    *("/recommend yes", "/vote no by bo", "/decide no because", "/dissent by bo I would", "/undo", "+ late #share"),
)
REPORT = '{"session": {"id": "x"}, "mean": 1.50}'


@given(st.lists(st.text(max_size=60), max_size=5))
def test_the_same_session_comes_back(notes):
    conductor = rehearse(AGENDA, "00:00 /start")
    for note in notes:
        try:
            conductor.submit("+" + note)
        except Refusal:
            continue
    text = with_journal(REPORT, conductor.events)
    assert session_in(text.encode()).events == conductor.events
    assert fold(session_in(text.encode()).events) == conductor.session


@given(st.lists(LINES | st.sampled_from([*RUNNING, *AFTERWARDS]), max_size=30), st.booleans())
def test_whatever_happened_comes_back(lines, is_opened):
    conductor = rehearse(PLAN, "00:00 /start")
    for line in [*lines, "/end", *lines, "/undo"]:
        with suppress(Refusal):
            conductor.submit(line)
    card = Scorecard(recommendation=Recommendation.YES, ratings=(Assessment(competency="craft", rating=4),))
    with suppress(Refusal):
        conductor.carry_out(submit_sealed(conductor.situation("bo"), sealed("bo", card, session=conductor.session.id)))
        if is_opened:
            conductor.carry_out(open_cards(conductor.situation(), {"bo": OpenedCard(card, SALT)}, "the lead wants to"))
    report = debrief(conductor.session, conductor.now())
    text = with_journal(json_text(report), conductor.events)
    taken_in = session_in(text.encode()).events
    assert taken_in == conductor.events
    assert debrief(fold(taken_in), conductor.now()) == report


def test_the_report_stays_as_it_was():
    text = with_journal(REPORT, rehearse(AGENDA, "00:00 /start").events)
    assert '"mean": 1.50' in text
    assert list(json.loads(text)) == ["session", "mean", "journal"]


def test_what_comes_from_other_hands_is_cleaned():
    events = rehearse(AGENDA, "00:00 harmless").events
    hostile = with_journal(REPORT, events).replace("harmless", "a\\u001b]52;c;x\\u0007\\u202eb")
    (note,) = fold(session_in(hostile.encode()).events).notes.values()
    assert note.text == "a]52;c;xb"


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"[]",
        b"{}",
        b'{"journal": []}',
        b'{"journal": [{}]}',
        b'{"journal": 1}',
        b"\xff",
        b"[" * 100_000,
        b'{"journal":' + b"[" * 100_000,
    ],
)
def test_anything_else_is_refused(text):
    with pytest.raises(NoSession):
        session_in(text)


def test_events_of_two_sessions_are_refused():
    events = rehearse(AGENDA, "00:00 /start\n00:01 a").events
    text = with_journal(REPORT, events)
    mixed = text.replace(f'"session":"{events[0].session}"', '"session":"another"', 1)
    assert mixed != text
    with pytest.raises(NoSession, match="more than one session"):
        session_in(mixed.encode())


def test_an_agenda_without_a_panel_is_refused():
    text = with_journal(REPORT, rehearse(AGENDA, "00:00 /start").events)
    data = json.loads(text)
    data["journal"][0]["fact"]["agenda"]["panel"] = []
    with pytest.raises(NoSession):
        session_in(json.dumps(data).encode())


@pytest.mark.parametrize("name", ["", "..", "../../elsewhere", "/tmp/x", "a/b", ".hidden", "x" * 400])
def test_a_session_with_an_id_that_leads_elsewhere_is_refused(name):
    events = rehearse(AGENDA, "00:00 /start").events
    text = with_journal(REPORT, events).replace(f'"session":"{events[0].session}"', f'"session":"{name}"')
    with pytest.raises(NoSession, match="id that isn't allowed here"):
        session_in(text.encode())


EVENTS = rehearse(AGENDA, "00:00 /start\n00:01 a note\n00:02 /end").events
HEADER = journal_line.encode_header(EVENTS)


def of_version(version: bytes) -> bytes:
    return framed(HEADER[BODY:-1].replace(b"1.3", version))


def with_changed_bodies(journal: bytes, old: bytes, new: bytes) -> bytes:
    """The journal with other words, and the right checksums."""
    return b"".join(framed(line[BODY:].replace(old, new)) for line in journal.splitlines())


def as_journal(events=EVENTS, header: bytes = HEADER) -> bytes:
    return header + journal_line.encode_all(events)


@pytest.mark.parametrize("header", [HEADER, b"", journal_line.encode_header(EVENTS, "/of/this/data/folder")])
def test_a_journal_comes_in_as_an_export_does(header):
    assert session_in(as_journal(header=header)) == (EVENTS, "")


def test_of_a_damaged_journal_the_rest_comes_in_and_that_is_told():
    events, amiss = session_in(as_journal().replace(b"a note", b"a mess") + b"half a li")
    assert len(events) == len(EVENTS) - 1
    assert amiss == "2 lines damaged and skipped."


def test_what_is_in_a_journal_from_other_hands_is_cleaned_too():
    events, _ = session_in(with_changed_bodies(as_journal(), b"a note", rb"a\u001b]52;c;x\u0007b"))
    (note,) = fold(events).notes.values()
    assert note.text == "a]52;c;xb"


def test_a_journal_of_a_newer_major_version_is_refused_and_that_is_said():
    with pytest.raises(NoSession, match=r"written by a newer version of facilitator \(journal 2\.0\)"):
        session_in(as_journal(header=of_version(b"2.0")))


MALFORMED = [(b'"text":"a note"', b'"text":5'), (b'"text":"a note"', b'"mood":1'), (b'"at":', b'"when":')]


@pytest.mark.parametrize("change", MALFORMED)
def test_a_known_fact_that_no_version_has_written_is_refused_with_its_line(change):
    in_export = with_journal(REPORT, EVENTS).encode()
    number, line = next(found for found in enumerate(in_export.splitlines(), 1) if b'"a note"' in found[1])
    with pytest.raises(NoSession, match=f"Line {number}: "):
        session_in(in_export.replace(line, line.replace(*change)))
    with pytest.raises(NoSession, match=r"Line \d+: "):
        session_in(with_changed_bodies(as_journal(), *change))


@pytest.mark.parametrize("change", MALFORMED[:2])
def test_in_the_journal_of_a_newer_version_it_may_be_right(change):
    events, amiss = session_in(of_version(b"1.9") + with_changed_bodies(as_journal(header=b""), *change))
    assert len(events) == len(EVENTS)
    assert amiss.startswith("1 fact of a newer version")


def test_what_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr("facilitator.conducting.importing.LARGEST_BYTES", 10)
    with pytest.raises(NoSession, match="too large"):
        session_in(b"x" * 11)


@pytest.mark.parametrize(
    "journal",
    [
        framed(b'{"facilitator":"journal","version":"9\\n1.1","session":"s"}'),
        b'{"journal":[{"fact":{"type":"Session\\nOpened"}}]}',
    ],
)
def test_a_refusal_is_one_line_whatever_is_refused(journal: bytes):
    with pytest.raises(NoSession) as refused:
        session_in(journal)
    assert str(refused.value).isprintable()
