"""The questions of the running segment: the one at hand opens up, the suggestion says why."""

import re

import pytest

from facilitator.domain.questions.suggestion import next_question
from facilitator.ui.live.widgets.questions import Questions
from tests.ui.hosting import Host
from tests.ui.sessions import opened, small_agenda


@pytest.fixture
def host() -> Host:
    return Host(Questions("Questions"))


OWN = [{"id": "craft", "name": "Craft", "anchors": {1: "none", 3: "a lot"}}]


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


async def test_anchors_on_a_scale_of_ones_own_have_its_words(host):
    conductor, _ = opened(small_agenda(scale=["never", "at times", "always"], competencies=OWN))
    conductor.submit("/start")
    async with host.run() as pilot:
        show(host, conductor, open_number=1)
        await pilot.pause()
        assert "3 always: a lot" in "\n".join(host.shown)


async def test_the_suggestion_stands_at_the_question_at_hand_else_in_the_title(host, conductor):
    async with host.run() as pilot:
        show(host, conductor, open_number=1)
        await pilot.pause()
        assert "» next: a must-ask" in "\n".join(host.shown)
        assert str(host.widget.border_title) == "Questions"
        show(host, conductor, open_number=2)
        await pilot.pause()
        assert str(host.widget.border_title) == "Questions · q1 next: a must-ask"


REVERSE = {"perspective": "candidate", "panel": [{"id": "me", "name": "Me"}]}


@pytest.mark.parametrize("lines", [(), ("/ask 1",), ("/partly 1", "/cover 2"), ("/drop 1", "/ask 2")])
async def test_in_a_reverse_interview_as_many_are_open_as_were_warned_of(host, lines):
    segment = {"id": "theirs", "title": "Mine", "length_seconds": 60, "kind": "talk"}
    asked = {**segment, "questions": [{"id": f"q-{n}", "ask": f"Why {n}?", "number": n} for n in (1, 2)]}
    conductor, _ = opened(small_agenda(segments=[asked], competencies=[], **REVERSE))
    for line in ("/start", *lines):
        conductor.submit(line)
    words = re.findall(r"\w+", conductor.decide("/end").doubt)
    warned = sum(int(word) if word.isdecimal() else word in ("q1", "q2") for word in words)
    conductor.submit("/end")
    async with host.run() as pilot:
        show(host, conductor)
        await pilot.pause()
        assert str(host.widget.border_title) == f"Questions · {warned} still open"


async def test_where_there_was_nothing_to_ask_neither_says_that_it_was_asked(host):
    segment = {"id": "theirs", "title": "Theirs", "length_seconds": 60, "kind": "candidate_questions"}
    conductor, _ = opened(small_agenda(segments=[segment]))
    conductor.submit("/start")
    assert conductor.decide("/end").doubt == "No questions were planned."
    conductor.submit("/end")
    async with host.run() as pilot:
        show(host, conductor)
        await pilot.pause()
        assert "No questions were planned." in "\n".join(host.shown)


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
