"""What is told backstage, and what can be kept of it."""

import pytest

from facilitator.domain.facts.kinds.notes import NoteTaken
from facilitator.domain.language.decision import LONGEST_TOLD, Decision, Refusal, ToTell
from facilitator.domain.language.decisions import decide
from facilitator.domain.language.decisions.effects.whispering import ALONE, NOTHING_HEARD
from tests.conducting.panels import Device, Panel
from tests.domain.interviews import Room, agenda, part


@pytest.fixture
def ann() -> Device:
    panel = Panel(before="/start")
    panel.join("bo")
    panel.join("")
    return panel.host


def said(ann: Device, line: str, heard: str = "") -> Decision:
    return decide(line, ann.session, ann.conductor.now(), "ann", recorder="ann", device=ann.name, heard=heard)


@pytest.mark.parametrize("line", ["/tell cy not in front of Bo", "/tell @Cy hm", "/tell cy: hm", "/tell Cy, hm"])
def test_what_is_for_somebody_who_has_no_device_is_told_to_nobody(ann, line):
    with pytest.raises(Refusal, match="has no device here, so nothing was sent"):
        said(ann, line)


@pytest.mark.parametrize(
    ("line", "to", "text"),
    [
        ("/tell bo 2 min to wrap", "bo", "2 min to wrap"),
        ("/tell @Bo 2 min", "bo", "2 min"),
        ("/tell bo: 2 min", "bo", "2 min"),
        ("/tell Bo, 2 min", "bo", "2 min"),
        ("/tell 2 min to wrap", "", "2 min to wrap"),
        ("/tell ann is late", "", "ann is late"),
        ("/tell bob isn't bo", "", "bob isn't bo"),
        ("/tell  one\n two", "", "one two"),
    ],
)
def test_whoever_is_named_first_and_is_there_is_told_else_all(ann, line, to, text):
    decision = said(ann, line)
    assert (decision.facts, decision.tells) == ((), ToTell(to, text))


@pytest.mark.parametrize("line", ["/tell", "/tell bo"])
def test_there_must_be_something_to_tell(ann, line):
    with pytest.raises(Refusal, match="text is missing"):
        said(ann, line)


def test_it_is_read_in_a_glance_or_refused(ann):
    assert said(ann, f"/tell {'x' * LONGEST_TOLD}").tells is not None
    for length in (LONGEST_TOLD + 1, 60_000):
        with pytest.raises(Refusal, match=f"^{length} characters are too many"):
            said(ann, f"/tell {'x' * length}")


def test_what_could_act_on_a_terminal_is_taken_out(ann):
    assert said(ann, "/tell \x1b[2J[bold]now[/]\u202e").tells == ToTell("", "[2J[bold]now[/]")


def test_without_a_connection_nobody_is_told(ann):
    with pytest.raises(Refusal, match="live connection"):
        ann.type("/tell bo 2 min")


@pytest.mark.parametrize("line", ["/tell hello", "/keep"])
def test_on_one_device_there_is_nobody(line):
    with pytest.raises(Refusal) as refused:
        Room(agenda(part("Talk", "5m")), "").conductor.submit(line)
    assert str(refused.value) == ALONE


def test_what_was_told_last_becomes_a_note_of_ones_own_and_nothing_else(ann):
    with pytest.raises(Refusal, match=NOTHING_HEARD):
        said(ann, "/keep")
    decision = said(ann, "/keep", heard="/end cy> now")
    [note] = decision.facts
    assert isinstance(note, NoteTaken)
    assert (note.text, note.credited) == ("/end cy> now", "")
