"""Whom the sessions are about is looked up in their journals, however the name was written."""

import pytest

from facilitator.domain.facts.kinds.candidate import CandidateNamed
from facilitator.domain.language.decision import Decision
from facilitator.storage.draft import DraftInFile
from facilitator.storage.forms.framing import framed
from facilitator.workspace.errors import WrongRequest
from facilitator.workspace.people.about import Findings, Passage, about, drafted_agenda_mentions
from facilitator.workspace.retention import place_hold
from facilitator.workspace.running_session import in_hand

ENDED = "00:00 /start\n01:00 /end"


def ids(found: Findings) -> tuple[list[str], list[str], list[str]]:
    same, near, mentioning = ([match.session for match in some] for some in (found.same, found.near, found.mentioning))
    return same, near, mentioning


@pytest.mark.parametrize("candidate", ["Reyes, Bob", "Dr. Robert Reyes (he/him)", "RÓBERT REYES", "Ana Ng & Rob Reyes"])
def test_a_session_is_with_a_person_however_the_name_was_written(workspace, keep, candidate):
    session = keep(ENDED, candidate=candidate)
    keep(ENDED, candidate="Kim Ode", starts="2026-01-06 10:00")
    assert ids(about(workspace, "Robert Reyes")) == ([session], [], [])


@pytest.mark.parametrize("candidate", ["Robert Rayes", "Reyes", "Robert Reyes Ng"])
def test_nearly_the_same_name_is_found_as_such(workspace, keep, candidate):
    session = keep(ENDED, candidate=candidate)
    assert ids(about(workspace, "Robert Reyes")) == ([], [session], [])


@pytest.mark.parametrize(
    ("line", "where"),
    [
        ("00:10 Reyes would know", "a note"),
        ("00:10 + worked for robert reyes", "a note"),
        ("00:10 ? ask Bob Reyes", "a note"),
        ("00:10 /them Is Robert Reyes on the team?", "a question of the candidate's"),
        ("00:10 /arrived Robert Reyes, CFO", "the panel"),
        ("00:10 as Reyes said\n00:20 /strike 1", "a note"),
    ],
)
def test_a_session_that_only_mentions_them_says_where(workspace, keep, line, where):
    session = keep(f"00:00 /start\n{line}\n01:00 /end", candidate="Kim Ode")
    found = about(workspace, "Robert Reyes")
    assert ids(found) == ([], [], [session])
    assert [passage.where for passage in found.mentioning[0].passages] == [where]


def test_a_name_in_a_journal_makes_no_second_line(workspace, keep):
    with in_hand(workspace, keep("00:00 /start", candidate="Robert Reyes")) as running:
        running.conductor.carry_out(Decision((CandidateNamed(name="Rob\nErased: 1."),)))
    assert about(workspace, "Robert Reyes").same[0].candidate == "Robert Reyes / Rob Erased: 1."


def test_the_journal_knows_what_the_library_does_not(workspace, keep):
    session = keep("00:00 /start\n00:10 /with Ana Ng\n01:00 /end", candidate="Robert Reyes")
    workspace.library.reindex([])
    found = about(workspace, "Robert Reyes")
    assert ids(found) == ([session], [], [])
    assert found.same[0].candidate == "Robert Reyes / Ana Ng"


def test_an_unfinished_note_mentions_somebody_too(workspace, keep):
    session = keep(ENDED, candidate="Kim Ode")
    workspace.home.path(session, "draft").write_text("as Reyes sa")
    (match,) = about(workspace, "Robert Reyes").mentioning
    assert match.passages[0].where == "an unfinished note"


def test_the_reason_of_a_hold_mentions_somebody_too(workspace, keep):
    session = keep(ENDED, candidate="Kim Ode")
    place_hold(workspace, session, "As Reyes asked for")
    (match,) = about(workspace, "Robert Reyes").mentioning
    assert match.passages == (Passage("the reason of its hold", "As Reyes asked for"),)


def test_a_damaged_line_that_was_put_aside_mentions_somebody_too(workspace, keep):
    session = keep("00:00 /start\n00:10 as Reyes said\n01:00 /end", candidate="Kim Ode")
    journal = workspace.home.path(session, "journal")
    journal.write_bytes(journal.read_bytes().replace(b"Reyes", b"Reyes\x1b[2J"))
    with in_hand(workspace, session):
        pass
    (match,) = about(workspace, "Robert Reyes").mentioning
    assert [passage.where for passage in match.passages] == ["a damaged line"]
    assert "\x1b" not in match.passages[0].text


def test_what_mentions_somebody_doesnt_act_on_a_terminal_and_is_found_all_the_same(workspace, keep):
    session = keep("00:00 /start\n00:10 as Reyes said\n01:00 /end", candidate="Kim Ode")
    journal = workspace.home.path(session, "journal")
    lines = journal.read_bytes().splitlines()
    said = [line[9:].replace(b"Reyes", rb"\u001b]52;c;aGk=\u0007Re\u202eyes") for line in lines]
    journal.write_bytes(b"".join(map(framed, said)))
    (match,) = about(workspace, "Robert Reyes").mentioning
    assert [passage.text for passage in match.passages] == ["as ]52;c;aGk=Reyes said"]


def test_the_unfinished_answers_about_a_new_agenda_mention_somebody_or_nobody(workspace):
    assert not drafted_agenda_mentions(workspace, "Robert Reyes")
    DraftInFile(workspace.home.agenda_draft).save('{"title": "Final round of Reyes"}')
    assert drafted_agenda_mentions(workspace, "Robert Reyes")
    assert not drafted_agenda_mentions(workspace, "Kim Ode")


def test_a_journal_that_cannot_be_read_is_told(workspace, keep):
    session = keep(ENDED)
    damaged = keep(ENDED, starts="2026-01-07 10:00")
    workspace.home.path(damaged, "journal").write_bytes(b"damage\n")
    assert ids(about(workspace, "Robin Reyes")) == ([session], [], [])
    assert workspace.unreadable == [damaged]


@pytest.mark.parametrize("nobody", ["", " & ", "Somebody Else"])
def test_nobody_is_found(workspace, keep, nobody):
    keep(ENDED)
    with pytest.raises(WrongRequest, match="There is no session with"):
        about(workspace, nobody)
