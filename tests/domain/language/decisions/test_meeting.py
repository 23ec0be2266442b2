"""What the commands of the debrief meeting say, and why they refuse."""

import pytest

from facilitator.domain.language.decisions.meeting import OUTCOME
from tests.domain.interviews import Room
from tests.domain.language.answers import PLAN, answer


@pytest.mark.parametrize(
    ("script", "at", "line", "said"),
    [
        ("0:00 /start", "1:00", "/vote yes", "That belongs to the debrief: /end the interview first."),
        ("0:00 /start\n1:00 /end", "2:00", "/vote yes", "Ann Lee votes yes."),
        (
            "0:00 /start\n1:00 /end\n1:30 /recommend no",
            "2:00",
            "/vote strong yes",
            "Ann Lee votes strong yes. It was no.",
        ),
        ("0:00 /start\n1:00 /end\n1:30 /recommend yes", "2:00", "/vote yes", "Ann Lee votes yes."),
        ("0:00 /start\n1:00 /end", "2:00", "/vote yes by cy", "Cy Roy is a shadow, and shadows don't vote."),
        (
            "0:00 /start\n1:00 /end\n1:30 /vote strong_no by bo",
            "2:00",
            "/vote yes bo",
            "Bo Ek votes yes. It was strong no.",
        ),
        ("0:00 /start", "1:00", "/decide yes", "That belongs to the debrief: /end the interview first."),
        ("0:00 /start\n1:00 /end", "2:00", "/decide yes", "Decided: yes."),
        ("0:00 /start\n1:00 /end", "2:00", "/decide undecided we need more", "Left undecided: we need more."),
        ("0:00 /start\n1:00 /end", "2:00", "/decide undecided", "Left undecided."),
        ("0:00 /start\n1:00 /end", "2:00", "/decide yes: an offer", "Decided yes: an offer."),
        ("0:00 /start\n1:00 /end", "2:00", "/decide yes Moved the belt.", "Decided yes: Moved the belt."),
        ("0:00 /start\n1:00 /end", "2:00", "/vote yes: by bo", "Bo Ek votes yes."),
        ("0:00 /start\n1:00 /end", "2:00", "/decide", "A decision is one of yes, no, undecided."),
        ("0:00 /start\n1:00 /end", "2:00", "/decide maybe", "A decision is one of yes, no, undecided, not “maybe”."),
        (
            "0:00 /start\n1:00 /end\n1:30 /vote yes\n1:31 /vote strong yes by bo",
            "2:00",
            "/decide no",
            "The mean of the votes is 4.5 of 5, which leans to yes. To decide otherwise, say why: /decide no REASON",
        ),
        (
            "0:00 /start\n1:00 /end\n1:30 /vote yes\n1:31 /vote strong yes by bo",
            "2:00",
            "/decide no too junior",
            "Decided no: too junior.",
        ),
        ("0:00 /start\n1:00 /end\n1:30 /vote yes\n1:31 /vote no by bo", "2:00", "/decide no", "Decided: no."),
        ("0:00 /start", "1:00", "/dissent I do not agree", "That belongs to the debrief: /end the interview first."),
        ("0:00 /start\n1:00 /end", "2:00", "/dissent I do not agree", "Ann Lee's dissent is recorded."),
        ("0:00 /start\n1:00 /end", "2:00", "/dissent by bo not for me", "Bo Ek's dissent is recorded."),
        (
            "0:00 /start\n1:00 /end",
            "2:00",
            "/dissent",
            "The text is missing: write it after the command.",
        ),
    ],
)
def test_what_is_said_about_the_meeting(script: str, at: str, line: str, said: str):
    assert answer(script, at, line) == said


def test_the_outcomes_are_offered_for_a_decision():
    offered = OUTCOME.choices(Room(PLAN).conductor.situation())
    assert [choice.text for choice in offered] == ["yes", "no", "undecided"]
