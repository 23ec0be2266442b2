"""What `/floor` takes, what it says, and why it refuses."""

import pytest

from facilitator.domain.language.decisions.speaking import HOLDER
from facilitator.domain.plan.agenda import Panelist
from tests.domain.interviews import Room, agenda, part
from tests.domain.language.answers import PLAN, answer


@pytest.mark.parametrize(
    ("script", "at", "line", "said"),
    [
        ("", "1:00", "/floor bo", "The interview hasn't started: /start begins it."),
        ("0:00 /start", "1:00", "/floor bo", "Bo Ek has the floor."),
        ("0:00 /start", "1:00", "/floor them", "The candidate has the floor."),
        ("0:00 /start", "1:00", "/floor Candidate", "The candidate has the floor."),
        ("0:00 /start", "1:00", "/floor off", "It is already off."),
        ("0:00 /start\n0:30 /floor bo", "1:00", "/floor bo", "Bo Ek already has the floor."),
        ("0:00 /start\n0:30 /floor bo", "1:00", "/floor nobody", "Nobody's time is tallied now."),
        ("0:00 /start\n0:30 /floor them", "1:00", "/floor them", "The candidate already has the floor."),
        (
            "0:00 /start\n0:30 /floor bo\n0:40 /end",
            "1:00",
            "/floor bo",
            "The interview has ended. /reopen undoes that.",
        ),
        ("0:00 /start", "1:00", "/floor", "Who has the floor? A panelist, them, or off."),
        ("0:00 /start\n0:10 /with Ilse Brandt", "1:00", "/floor them", "Ilse Brandt has the floor."),
        ("0:00 /start", "1:00", "/floor zed", "There is no panelist “zed”. Choose from ann, bo, cy."),
    ],
)
def test_what_is_said_about_the_floor(script: str, at: str, line: str, said: str):
    assert answer(script, at, line) == said


def test_the_panel_the_candidate_and_nobody_are_offered():
    assert [(choice.text, choice.meaning) for choice in HOLDER.choices(Room(PLAN).conductor.situation())] == [
        ("ann", "Ann Lee"),
        ("bo", "Bo Ek"),
        ("cy", "Cy Roy"),
        ("them", "the candidate"),
        ("off", "nobody is tallied"),
    ]


def test_a_panelist_called_them_goes_first():
    plan = agenda(part("Talk", "20m"), panel=(Panelist(id="them", name="Thembi"),))
    room = Room(plan, "0:00 /start")
    assert room.conductor.submit("/floor them").said == "Thembi has the floor."
    assert room.conductor.submit("/undo").said == "Undone: the floor for Thembi."
