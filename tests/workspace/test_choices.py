"""What there is to choose from: unfinished sessions, agendas run before, the bundled ones; and what is opened then."""

from pathlib import Path

import pytest

from facilitator.workspace.agendas import bundled_names, load_named
from facilitator.workspace.choices import debrief_so_far, opening_of, pickables
from facilitator.workspace.errors import WrongRequest
from facilitator.workspace.people.readiness import say_ready
from facilitator.workspace.pickable import PickableKind, Picked
from facilitator.workspace.running_session import start


def offered(workspace, kind: PickableKind):
    return [pickable for pickable in pickables(workspace) if pickable.kind is kind]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "mine.yaml"
    path.write_text("title: Mine\nsegments:\n  - {title: Talk, length: 5m}\n", encoding="utf-8")
    return path


def run(workspace, path: Path, *lines: str) -> str:
    """Run an agenda of one's own; the id of the session."""
    agenda = load_named(str(path)).agenda
    assert agenda is not None
    with start(workspace, agenda, str(path), "Robin Reyes", None) as running:
        for line in lines:
            running.conductor.submit(line)
        return running.conductor.session.id


def test_the_bundled_agendas_are_always_there(workspace):
    assert [pickable.key for pickable in offered(workspace, PickableKind.BUNDLED)] == bundled_names()


def test_an_agenda_that_was_run_is_offered_again_as_long_as_it_is_there(workspace, own):
    run(workspace, own, "/start", "/end")
    [pickable] = offered(workspace, PickableKind.OWN)
    assert (pickable.key, pickable.title, pickable.length_seconds) == (str(own), "Mine", 300)
    assert pickable.last_used_at is not None
    own.unlink()
    assert offered(workspace, PickableKind.OWN) == []


def test_one_that_is_wrong_by_now_is_offered_with_its_complaints(workspace, own):
    run(workspace, own, "/start", "/end")
    own.write_text("titel: Mine\n", encoding="utf-8")
    [pickable] = offered(workspace, PickableKind.OWN)
    assert pickable.title == "mine.yaml"
    assert "did you mean 'title'?" in pickable.warnings[0]
    assert pickable.preview().agenda is None


def test_a_session_is_offered_until_it_has_ended_with_how_it_stands(workspace, own):
    session = run(workspace, own, "/start", "a note")
    [pickable] = offered(workspace, PickableKind.UNFINISHED)
    assert (pickable.key, pickable.candidate) == (session, "Robin Reyes")
    facts = dict(pickable.preview().facts())
    assert facts | {"Took so far": ""} == {"Running": "Talk", "Took so far": "", "Notes": "1"}
    workspace.home.path(session, "journal").write_bytes(b"damage\n")
    assert "can't be read" in pickable.preview().complaints[0]


HOUR_MS = 3_600_000
STARTED = 1_767_607_200_000
"""2026-01-05 10:00 UTC, when the interviews that `keep` plays begin."""


@pytest.mark.parametrize(
    ("script", "hours_later", "took", "running"),
    [
        ("0:00 /start\n5:00 a note", 0.5, "30:00", "First"),
        ("0:00 /start\n5:00 a note\n6:00 /pause", 0.5, "30:00", "First, paused"),
        ("0:00 /start\n5:00 a note\n6:00 /pause", 72, "6:00", "First, paused"),
        ("0:00 /start\n5:00 a note", 72, "5:00", "First"),
        ("0:00 /start\n6:00 /pause\n24:00:00 /resume", 24.25, "21:00, in 2 sittings", "First"),
        ("0:00 a note", 1, "0:00", "not started"),
    ],
    ids=["running", "paused", "paused for days", "left for days", "the next day", "not started"],
)
def test_what_it_took_so_far_counts_on_but_not_through_hours_away(
    workspace, keep, monkeypatch, script: str, hours_later: float, took: str, running: str
):
    keep(script)
    monkeypatch.setattr(workspace, "now", lambda: STARTED + round(hours_later * HOUR_MS))
    [pickable] = offered(workspace, PickableKind.UNFINISHED)
    facts = dict(pickable.preview().facts())
    assert (facts["Took so far"], facts["Running"]) == (took, running)


def test_of_one_that_is_planned_it_is_told_who_is_ready(workspace, own):
    session = run(workspace, own)
    say_ready(workspace, session, "lead", "")
    assert offered(workspace, PickableKind.UNFINISHED) == []
    [pickable] = offered(workspace, PickableKind.PLANNED)
    assert pickable.planned_at is not None
    assert pickable.preview().facts()[0] == ("Ready", "Lead")


def test_of_an_unfinished_session_there_is_a_debrief_so_far_which_changes_nothing(workspace, keep):
    session = keep("0:00 /start\n5:00 a note")
    before = workspace.home.path(session, "journal").read_bytes()
    value = debrief_so_far(workspace, session)
    assert (value.session.id, value.session.ended) == (session, None)
    assert workspace.home.path(session, "journal").read_bytes() == before


def test_an_unfinished_session_that_is_picked_goes_on(workspace, own):
    session = run(workspace, own, "/start", "a note")
    with opening_of(workspace, Picked(PickableKind.UNFINISHED, session), "nobody", None) as running:
        assert running.conductor.session.id == session
        assert [note.text for note in running.conductor.session.notes.values()] == ["a note"]


def test_a_planned_session_that_is_picked_is_the_one_that_begins(workspace, own):
    session = run(workspace, own)
    say_ready(workspace, session, "lead", "")
    with opening_of(workspace, Picked(PickableKind.PLANNED, session), "nobody", None) as running:
        assert running.conductor.session.id == session


def test_an_agenda_that_is_picked_begins_a_session_that_remembers_it(workspace, own):
    with opening_of(workspace, Picked(PickableKind.OWN, str(own)), "Robin Reyes", None) as running:
        session = running.conductor.session
        assert (session.agenda.title, session.source, session.candidate) == ("Mine", str(own), "Robin Reyes")


def test_one_that_is_wrong_by_now_begins_none_and_says_why(workspace, own):
    own.write_text("titel: Mine\n", encoding="utf-8")
    with pytest.raises(WrongRequest, match="did you mean 'title'"):
        opening_of(workspace, Picked(PickableKind.OWN, str(own)), "", None)
    assert workspace.home.session_ids() == []
