"""A session that this process runs: begun, left, gone on with, and added to and met about when it is over."""

import pytest

from facilitator.domain.debrief.debrief import Debrief, debrief
from facilitator.domain.facts.scorecard import Assessment, Scorecard
from facilitator.domain.language.edited_agenda import Edits
from facilitator.domain.plan.scale import Recommendation
from facilitator.files.lock import SessionHeld
from facilitator.workspace.agendas import load_named
from facilitator.workspace.cards import submit_card
from facilitator.workspace.errors import NextStep, OpeningLost, Step, WrongRequest
from facilitator.workspace.running_session import RunningSession, amend, meeting, resume, start
from tests.ui.sessions import small_agenda

ENDED = "00:00 /start\n01:00 a note\n02:00 /end"
CARD = Scorecard(recommendation=Recommendation.YES, ratings=(Assessment(competency="craft", rating=4),))


def test_what_was_said_is_there_when_it_is_gone_on_with(workspace):
    with start(workspace, small_agenda(), "source", "Robin Reyes", None) as running:
        name = running.conductor.session.id
        running.conductor.submit("/start")
        running.conductor.submit("a note")
    with resume(workspace, name) as running:
        assert [note.text for note in running.conductor.session.notes.values()] == ["a note"]
        assert running.conductor.session.source == "source"


def test_whoever_writes_is_chosen_at_the_start_and_when_it_is_gone_on_with(workspace):
    with start(workspace, small_agenda(), "", "", None, "bo") as running:
        name = running.conductor.session.id
        running.conductor.submit("one")
    with resume(workspace, name) as running:
        running.conductor.submit("two")
    with resume(workspace, name, "b") as running:
        running.conductor.submit("three")
        assert [note.author for note in running.conductor.session.notes.values()] == ["bo", "ann", "bo"]


@pytest.mark.parametrize("writer", ["zed", "3"])
def test_a_writer_whom_nobody_knows_is_refused_before_anything_is_kept(workspace, writer):
    with (
        pytest.raises(WrongRequest, match="There is no panelist"),
        start(workspace, small_agenda(), "", "", None, writer),
    ):
        pass
    assert workspace.home.session_ids() == []


def test_a_writer_who_is_absent_is_refused(workspace):
    with start(workspace, small_agenda(), "", "", None) as running:
        name = running.conductor.session.id
        running.conductor.submit("/absent bo")
    with pytest.raises(WrongRequest, match="Bo Chen is absent"), resume(workspace, name, "bo"):
        pass


def test_nobody_else_can_have_it_meanwhile(workspace):
    with start(workspace, small_agenda(), "", "", None) as running:
        with pytest.raises(SessionHeld), resume(workspace, running.conductor.session.id):
            pass
        name = running.conductor.session.id
    with resume(workspace, name):
        pass


def test_where_the_opening_is_damaged_it_is_not_said_that_nothing_was_kept(workspace, keep):
    session = keep("00:00 /start\n00:10 a note\n01:00 /end")
    journal = workspace.home.path(session, "journal")
    journal.write_bytes(journal.read_bytes().replace(b"SessionOpened", b"SessionClosed"))
    with pytest.raises(OpeningLost, match="how it was opened is lost"), resume(workspace, session):
        pass


def test_the_library_hears_of_its_start_and_its_end_and_not_of_a_note(workspace, library_in_time):
    with start(workspace, small_agenda(), "", "Robin Reyes", None) as running:
        running.conductor.submit("before the start")
        assert not workspace.home.library.exists()
        running.conductor.submit("/start")
    assert [entry.status for entry in workspace.library.entries()] == ["unfinished"]
    with resume(workspace, workspace.latest_unfinished()) as running:
        running.conductor.submit("/end")
    assert [entry.status for entry in workspace.library.entries()] == ["ended"]


def test_the_debrief_is_written_once_however_often_it_is_looked_at(workspace):
    with start(workspace, small_agenda(), "source", "Robin Reyes", None) as running:
        running.conductor.submit("/start")
        running.conductor.submit("/end")
        value, under_way = running.write_debrief()
        said = under_way.answer()
        [written] = workspace.debriefs().iterdir()
        assert said == f"Saved to {written}"
        again, under_way = running.write_debrief()
        assert (again, under_way.answer()) == (value, "")
        running.conductor.submit("a late note")
        assert running.write_debrief()[1].answer().startswith("Saved to ")
        assert list(workspace.debriefs().iterdir()) == [written]


def test_the_unfinished_line_is_kept_beside_it(workspace):
    with start(workspace, small_agenda(), "", "", None) as running:
        name = running.conductor.session.id
        assert running.draft.load() == ""
        running.draft.save("half a no")
    with resume(workspace, name) as running:
        assert running.draft.load() == "half a no"
        running.draft.clear()
        assert running.draft.load() == ""


def test_a_draft_that_cannot_be_kept_is_an_error_of_the_system(workspace, monkeypatch):
    def fail(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    with start(workspace, small_agenda(), "", "", None) as running:
        monkeypatch.setattr("facilitator.files.durable.sync", fail)
        with pytest.raises(OSError, match="disk is full"):
            running.draft.save("half a no")
        monkeypatch.undo()


def test_a_start_that_is_no_time_is_wrong_and_makes_no_session(workspace):
    with (
        pytest.raises(WrongRequest, match=r"^“soon” is not a time") as wrong,
        start(workspace, small_agenda(), "", "", "soon"),
    ):
        pass
    assert wrong.value.about == "starts"
    assert workspace.home.session_ids() == []


def test_a_late_note_is_added_to_a_session_that_has_ended(workspace, keep):
    session = keep(ENDED)
    amend(workspace, session, "+ sent the plan #craft", "bo")
    late = list(workspace.read(session)[0].notes.values())[-1]
    assert (late.text, late.author) == ("sent the plan #craft", "bo")


@pytest.mark.parametrize(("line", "by", "why"), [("/cover 9", None, "question 9"), ("a note", "nobody", "nobody")])
def test_what_is_refused_is_said(workspace, keep, line, by, why):
    with pytest.raises(WrongRequest, match=why):
        amend(workspace, keep(ENDED), line, by)


def test_a_session_that_has_not_ended_is_gone_on_with_instead(workspace, keep):
    session = keep("00:00 /start")
    with pytest.raises(WrongRequest, match="hasn't ended") as wrong:
        amend(workspace, session, "a note", None)
    assert wrong.value.next_step == NextStep(Step.GO_ON, session)


def debrief_of(workspace, session: str) -> Debrief:
    return debrief(*workspace.read(session))


def test_after_the_end_the_panel_meets_and_votes(workspace, keep):
    session = keep(ENDED)
    with meeting(workspace, debrief_of(workspace, session)) as at_hand:
        assert isinstance(at_hand, RunningSession)
        assert at_hand.conductor.submit("/vote yes by bo").wait().kept
    assert workspace.read(session)[0].votes


def test_while_the_interview_runs_the_panel_comes_back_later(workspace, keep):
    session = keep("00:00 /start")
    with meeting(workspace, debrief_of(workspace, session)) as at_hand:
        assert at_hand == NextStep(Step.MEET, session)


def test_while_cards_are_sealed_they_are_opened_first_and_nothing_is_held(workspace, keep):
    session = keep(ENDED)
    submit_card(workspace, session, "bo", CARD)
    with (
        meeting(workspace, debrief_of(workspace, session)) as at_hand,
        resume(workspace, session),
    ):
        assert at_hand == NextStep(Step.OPEN_CARDS, session)


def test_where_somebody_else_has_the_session_in_hand_the_panel_comes_back_later(workspace, keep):
    session = keep(ENDED)
    value = debrief_of(workspace, session)
    with resume(workspace, session), meeting(workspace, value) as at_hand:
        assert at_hand == NextStep(Step.MEET, session)


def test_afterwards_the_session_is_in_nobodys_hands_even_if_the_meeting_broke_off(workspace, keep):
    session = keep(ENDED)
    with pytest.raises(ZeroDivisionError), meeting(workspace, debrief_of(workspace, session)):
        raise ZeroDivisionError
    with resume(workspace, session):
        pass


def test_an_agenda_file_that_was_edited_since_is_compared(workspace, tmp_path):
    path = tmp_path / "mine.yaml"
    text = "title: Mine\nsegments:\n  - {title: Talk, length: 5m}\n"
    path.write_text(text, encoding="utf-8")
    agenda = load_named(str(path)).agenda
    assert agenda is not None
    with start(workspace, agenda, str(path), "", None) as running:
        assert running.edits().takeable == ()
        path.write_text(text.replace("5m", "9m"), encoding="utf-8")
        assert [edit.words for edit in running.edits().takeable] == ["1. Talk takes 9:00 instead of 5:00"]
        path.write_text("title: Mine\nsegments: none\n", encoding="utf-8")
        assert running.edits() == Edits((), ("line 2: found 'none', expected a list",))
        path.unlink()
        assert running.edits() == Edits((), ())
        path.write_text(text.replace("5m", "9m"), encoding="utf-8")
        running.conductor.submit("/start")
        running.conductor.submit("/end")
        assert running.edits().takeable == ()
    with start(workspace, agenda, "vp-sales-final", "", None) as running:
        assert running.edits() == Edits((), ()), "a bundled agenda is no file of theirs"
