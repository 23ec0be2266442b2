"""The questions of the running segment: the one at hand opens up, the suggestion says why."""

import pytest

from facilitator.domain.questions.suggestion import next_question
from facilitator.ui.live.widgets.questions import Questions
from tests.ui.hosting import Host
from tests.ui.sessions import opened, small_agenda


@pytest.fixture
def host() -> Host:
    return Host(Questions("Questions"))


@pytest.fixture
def conductor():
    conductor, _ = opened(small_agenda())
    conductor.submit("/start")
    return conductor


def show(host: Host, conductor, open_number: int = 0, cursor: int = 0) -> None:
    session = conductor.session
    host.widget.show(session, open_number, cursor, next_question(session))


async def test_each_stands_with_its_state_who_asks_it_and_what_it_is_about(host, conductor):
    async with host.run() as pilot:
        show(host, conductor)
        await pilot.pause()
        told = "\n".join(host.shown)
        assert "○ q1 must Why?" in told
        assert "open, Ann Lee, Craft" in told
        assert "○ q2 How?" in told


async def test_the_one_at_hand_shows_the_anchors_of_its_competency(host, conductor):
    async with host.run() as pilot:
        show(host, conductor, open_number=1)
        await pilot.pause()
        told = "\n".join(host.shown)
        assert "1 none" in told
        assert "5 a lot" in told


async def test_the_suggestion_stands_at_the_question_at_hand_else_in_the_title(host, conductor):
    async with host.run() as pilot:
        show(host, conductor, open_number=1)
        await pilot.pause()
        assert "» next: a must-ask" in "\n".join(host.shown)
        assert str(host.widget.border_title) == "Questions"
        show(host, conductor, open_number=2)
        await pilot.pause()
        assert str(host.widget.border_title) == "Questions · q1 next: a must-ask"


async def test_a_part_without_questions_shows_those_of_the_next(host):
    first, second = ({"id": name, "title": name, "length_seconds": 60} for name in ("one", "two"))
    asked = {**second, "questions": [{"id": "why", "ask": "Why?", "number": 1}]}
    conductor, _ = opened(small_agenda(segments=[first, asked]))
    conductor.submit("/start")
    async with host.run() as pilot:
        show(host, conductor)
        await pilot.pause()
        assert "q1" in "\n".join(host.shown)


async def test_after_the_end_what_is_open_is_counted(host, conductor):
    conductor.submit("/cover 1")
    conductor.submit("/end")
    async with host.run() as pilot:
        show(host, conductor)
        await pilot.pause()
        assert str(host.widget.border_title) == "Questions · 1 still open"
        assert not any("Why?" in row for row in host.shown)


async def test_a_click_on_a_question_says_which(host, conductor):
    async with host.run() as pilot:
        show(host, conductor)
        await pilot.pause()
        await host.click(pilot, "How?")
    [chosen] = host.heard
    assert chosen.number == 2


async def test_an_added_question_says_so(host, conductor):
    conductor.submit("/question And then? by bo must")
    async with host.run() as pilot:
        show(host, conductor)
        await pilot.pause()
        told = "\n".join(host.shown)
        assert "○ q3 must And then?" in told
        assert "open, added, Bo Chen" in told
