"""What is done with the debrief in lines of text, and how the session is saved elsewhere."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from facilitator.domain.language.edited_agenda import edits
from facilitator.showing.labels import NOT_ENDED_YET
from tests.disks import Disk
from tests.domain.panel.looking_on import onlookers_conductor
from tests.plain.talking import Talk, begun
from tests.ui.sessions import ENDED, opened, played, small_agenda


@pytest.fixture
def ended() -> Talk:
    return Talk(
        *played(ENDED),
        save=lambda debrief, name, extent: f"Saved {debrief.session.title} as {name}",
        copy=lambda debrief, purpose: f"Copied {debrief.session.title} for {purpose}",
    )


@pytest.mark.parametrize("line", ["/debrief", "/save", "/copy"])
def test_before_the_end_there_is_no_debrief(line: str):
    assert begun().say(line) == [NOT_ENDED_YET]


def test_the_debrief_can_be_read(ended: Talk):
    said = ended.say("/debrief")
    assert said[0].startswith("Debrief: VP Sales, final round")
    assert any("Eszter Halmos" in line for line in said)
    assert max(map(len, said)) <= 76


def test_as_long_as_something_is_not_kept_the_debrief_says_so_first():
    disk = Disk()
    talk = Talk(*opened(small_agenda(), log=disk))
    for line in ("/start", "/end", ""):
        talk.say(line)
    assert talk.say("/debrief")[0].startswith("Debrief: ")
    disk.is_full = True
    talk.say("/vote yes")
    assert talk.say("/debrief")[0] == "What you type stays in memory. /elsewhere keeps it."


def test_a_vote_is_in_the_debrief_at_once(ended: Talk):
    ended.say("/vote strong_yes by cfo")
    assert any("strong yes" in line for line in ended.say("/debrief"))


def test_it_is_saved_in_a_format_and_copied(ended: Talk):
    assert ended.say("/save") == ["Saved VP Sales, final round as md"]
    assert ended.say("/save HTML") == ["Saved VP Sales, final round as html"]
    assert ended.say("/copy") == ["Copied VP Sales, final round for "]
    assert ended.say("/copy Slack") == ["Copied VP Sales, final round for slack"]


def test_what_it_is_copied_for_is_known_and_is_as_last_time_unless_one_says_otherwise(ended: Talk):
    assert ended.say("/copy teams") == ["It can be copied for slack, rich, plain, letter, card, not for “teams”."]
    onlooker = Talk(onlookers_conductor(), ended.clock)
    assert onlooker.say("/copy card") == ["It can be copied for slack, rich, plain, letter, not for “card”."]
    again = Talk(
        *played(ENDED),
        save=lambda debrief, name, extent: name,
        copy=lambda debrief, purpose: purpose,
        copied_for=lambda: "rich",
        saved_as=lambda: "html",
    )
    assert [again.say("/copy"), again.say("/save")] == [["rich"], ["html"]]


def test_the_format_chosen_last_counts_for_what_is_saved_next(ended: Talk):
    lines = (
        "/save html",
        "/save",
        "/copy plain",
        "/save",
        "/copy letter",
        "/save pdf",
        "/save brief",
        "/save json",
        "/save",
    )
    told = [ended.say(line)[0].rpartition(" ")[2] for line in lines]
    assert told == ["html", "html", "plain", "text", "letter", "“pdf”.", "text", "json", "json"]


def test_a_format_that_is_not_there_is_refused_with_those_that_are(ended: Talk):
    [said] = ended.say("/save pdf")
    assert said.startswith("A format is one of md, html, word, json")


def test_what_was_edited_in_the_agenda_is_named_and_taken_over():
    talk = begun()
    longer = replace(talk.conductor.session.agenda.segments[0], length_seconds=900)
    agenda = replace(talk.conductor.session.agenda, segments=(longer, *talk.conductor.session.agenda.segments[1:]))
    edited = Talk(talk.conductor, talk.clock, edits=lambda: edits(talk.conductor.situation(), agenda))
    assert edited.say("/takeover") == ["1. First takes 15:00 instead of 10:00", "/takeover yes adopts this."]
    assert edited.say("/takeover yes") == ["1 change from the agenda adopted. /undo reverts it."]
    assert talk.conductor.session.plan.segments[0].length_seconds == 900
    assert edited.say("/takeover") == ["There is nothing to adopt."]


def test_the_session_is_saved_elsewhere(home: Path):
    [said] = begun().say("/elsewhere")
    [copy] = home.glob("*.journal")
    assert said == f"Everything is in {copy}"
