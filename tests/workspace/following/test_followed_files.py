"""What the program wrote by itself follows: a card, a late note, the decision; what somebody edited stays."""

from pathlib import Path

import pytest

from facilitator.domain.facts.scorecard import Assessment, Scorecard
from facilitator.domain.plan.scale import Recommendation
from facilitator.workspace.cards import submit_card
from facilitator.workspace.exports import save_all, write_export
from facilitator.workspace.following.followed_files import followed
from facilitator.workspace.running_session import amend, resume, start
from tests.ui.sessions import small_agenda


@pytest.fixture
def ended(workspace) -> str:
    """A session that has ended, of which a debrief was written by itself in two formats and a folder."""
    workspace.home.root.mkdir(parents=True)
    workspace.home.config.write_text('formats = ["md", "json", "csv"]\n')
    with start(workspace, small_agenda(), "source", "Robin Reyes", None) as running:
        running.conductor.submit("/start")
        running.conductor.submit("+ the first note")
        running.conductor.submit("/end")
        running.write_debrief()[1].answer()
        return running.conductor.session.id


def texts(workspace) -> dict[str, str]:
    return {path.name.removeprefix("20"): path.read_text("utf-8") for path in workspace.debriefs().rglob("*.*")}


def test_a_late_note_is_in_every_file_and_no_file_is_added(workspace, ended):
    before = texts(workspace)
    amend(workspace, ended, "+ sent a plan", None)
    after = texts(workspace)
    assert before.keys() == after.keys()
    named = [text for name, text in after.items() if name.endswith((".md", ".json", "notes.csv"))]
    assert len(named) == 3
    assert all("sent a plan" in text for text in named)
    assert workspace.notices.keys() <= {str(workspace.home.root)}


def test_a_card_and_the_decision_are_in_it_as_well(workspace, ended):
    card = Scorecard(
        recommendation=Recommendation.YES, ratings=(Assessment(competency="craft", rating=4),), strengths="Clear aims."
    )
    for panelist in ("ann", "bo"):
        submit_card(workspace, ended, panelist, card)
    [written] = workspace.debriefs().glob("*.md")
    assert "Clear aims." in written.read_text("utf-8")
    with resume(workspace, ended) as running:
        running.conductor.submit("/decide yes it was clear")
    assert "it was clear" in written.read_text("utf-8")


def test_one_that_was_edited_is_never_touched_and_that_is_told(workspace, ended):
    [mine] = workspace.debriefs().glob("*.md")
    mine.write_text("My own words.")
    amend(workspace, ended, "+ sent a plan", None)
    assert mine.read_text() == "My own words."
    assert f"{mine} was edited, so it stays as it is" in workspace.notices[f"edited {mine}"]
    [other] = workspace.debriefs().glob("*.json")
    assert "sent a plan" in other.read_text("utf-8")


def test_a_sheet_that_was_edited_keeps_its_whole_folder(workspace, ended):
    [sheet] = workspace.debriefs().rglob("notes.csv")
    sheet.write_text("mine")
    before = {path: path.read_bytes() for path in sheet.parent.iterdir()}
    amend(workspace, ended, "+ sent a plan", None)
    assert {path: path.read_bytes() for path in sheet.parent.iterdir()} == before


def test_what_somebody_asked_for_stays_as_it_was(workspace, ended, final_round, tmp_path: Path):
    from facilitator.domain.debrief.debrief import debrief

    value = debrief(*workspace.read(ended))
    save_all(workspace, value, ["md"])
    elsewhere = write_export(value, "md", tmp_path)
    amend(workspace, ended, "+ sent a plan", None)
    assert sorted("sent a plan" in path.read_text("utf-8") for path in workspace.debriefs().glob("*.md")) == [
        False,
        True,
    ]
    assert "sent a plan" not in elsewhere.read_text("utf-8")


def test_one_that_was_thrown_away_does_not_come_back(workspace, ended):
    [thrown] = workspace.debriefs().glob("*.md")
    thrown.unlink()
    amend(workspace, ended, "+ sent a plan", None)
    assert not thrown.exists()
    assert thrown not in followed(workspace, ended)


def test_after_an_edit_the_next_end_makes_a_new_one(workspace, ended):
    [mine] = workspace.debriefs().glob("*.md")
    mine.write_text("My own words.")
    with resume(workspace, ended) as running:
        running.conductor.submit("/reopen")
        running.conductor.submit("/end")
        running.write_debrief()[1].answer()
    assert mine.read_text() == "My own words."
    assert len(list(workspace.debriefs().glob("*.md"))) == 2


def test_where_it_cannot_be_written_the_note_is_kept_and_that_is_told(workspace, ended, full_disk):
    full_disk.fails = lambda path: "debriefs" in str(path) or "unfinished" in str(path)
    assert amend(workspace, ended, "+ sent a plan", None).kept
    assert "don't have the latest" in workspace.notices["following"]
