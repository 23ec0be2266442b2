"""What one does most names this agenda's questions and people, and can be done as it stands there."""

import pytest

from facilitator.domain.language.decision import Refusal
from facilitator.showing.things_to_do import things_to_do
from facilitator.workspace.agendas import bundled_names
from tests.domain.panel.looking_on import onlookers_conductor
from tests.ui.sessions import ENDED, NORMAL, WAITING, bundled, opened, small_agenda

NEVER_ALONE = "/recover"
"""Offers what could follow it, and is nothing without."""


@pytest.mark.parametrize("lines", [("/start",), ("/start", "/them Why?", "/end")], ids=["running", "ended"])
@pytest.mark.parametrize("name", bundled_names())
def test_every_example_can_be_carried_out(name: str, lines: tuple[str, ...]):
    conductor, _ = opened(bundled(name))
    for line in lines:
        conductor.submit(line)
    for thing in things_to_do(conductor.situation()):
        if thing.example and thing.example != NEVER_ALONE:
            try:
                conductor.decide(thing.example)
            except Refusal as refusal:
                pytest.fail(f"{thing.example}: {refusal}")


@pytest.mark.parametrize(
    ("lines", "line"),
    [
        ((), "/start"),
        (("/start",), "/next"),
        (("/start", "/next"), "/end"),
        (("/start", "/end"), "/vote strong_no by bo"),
        (("/start", "/end"), "/quit"),
        (("/start",), "/ask 1"),
        (("/start", "/cover 1"), "/cover 2 by bo"),
        (("/start", "/ask 1"), "/ask 2"),
        (("/start", "/ask 1"), "/cover 1 by ann"),
        (("/start",), "/rate craft 4 by ann"),
    ],
)
def test_it_follows_the_interview(lines: tuple[str, ...], line: str):
    conductor, _ = opened(small_agenda())
    for done in lines:
        conductor.submit(done)
    assert line in [thing.example for thing in things_to_do(conductor.situation())]


def test_there_are_ten_at_most():
    conductor, _ = opened(bundled("vp-sales-final"))
    assert len(things_to_do(conductor.situation())) == 10


def test_without_questions_and_competencies_it_says_what_there_is_instead():
    segments = [{"id": "only", "title": "Only", "length_seconds": 600}]
    conductor, _ = opened(small_agenda(competencies=[], segments=segments))
    examples = [thing.example for thing in things_to_do(conductor.situation())]
    assert "/question What would you do first?" in examples
    assert "/recommend yes by ann" in examples


@pytest.mark.parametrize("until", [WAITING, NORMAL, ENDED])
def test_whoever_looks_on_is_offered_nothing_to_write(until):
    here = onlookers_conductor(until).situation()
    examples = [thing.example for thing in things_to_do(here) if thing.example]
    assert examples == ["/quit"]
