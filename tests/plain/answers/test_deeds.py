"""What is done with the debrief in lines of text, and how the session is saved elsewhere."""

from pathlib import Path

import pytest

from facilitator.showing.labels import NOT_ENDED_YET
from tests.plain.talking import Talk, begun
from tests.ui.sessions import ENDED, played


@pytest.fixture
def ended() -> Talk:
    return Talk(
        *played(ENDED),
        save=lambda debrief, name: f"Saved {debrief.session.title} as {name}",
        copy=lambda debrief: f"Copied {debrief.session.title}",
    )


@pytest.mark.parametrize("line", ["/debrief", "/save", "/copy"])
def test_before_the_end_there_is_no_debrief(line: str):
    assert begun().say(line) == [NOT_ENDED_YET]


def test_the_debrief_can_be_read(ended: Talk):
    said = ended.say("/debrief")
    assert said[0].startswith("Debrief: VP Sales, final round")
    assert any("Eszter Halmos" in line for line in said)
    assert max(map(len, said)) <= 76


def test_a_vote_is_in_the_debrief_at_once(ended: Talk):
    ended.say("/vote strong_yes by cfo")
    assert any("strong yes" in line for line in ended.say("/debrief"))


def test_it_is_saved_in_a_format_and_copied(ended: Talk):
    assert ended.say("/save") == ["Saved VP Sales, final round as md"]
    assert ended.say("/save HTML") == ["Saved VP Sales, final round as html"]
    assert ended.say("/copy") == ["Copied VP Sales, final round"]


def test_a_format_that_is_not_there_is_refused_with_those_that_are(ended: Talk):
    [said] = ended.say("/save word")
    assert said.startswith("A format is one of md, html, json")


def test_the_session_is_saved_elsewhere(home: Path):
    [said] = begun().say("/elsewhere")
    [copy] = home.glob("*.journal")
    assert said == f"All of it is in {copy}"
