"""What `/rate` and `/recommend` say, and why they refuse."""

import pytest

from facilitator.domain.language.decisions import foreseen
from tests.domain.interviews import Room
from tests.domain.language.answers import PLAN, answer


@pytest.mark.parametrize(
    ("script", "at", "line", "said"),
    [
        ("", "1:00", "/rate craft 4", "Craft: 4 strong."),
        ("", "1:00", "/rate cr 1 by bo", "Craft: 1 poor."),
        ("", "1:00", "/rate craft 5 by cy", "Cy Roy is a shadow, and shadows don't rate."),
        ("0:30 a note", "1:00", "/rate craft 3 as n1 says", "Craft: 3 solid."),
        (
            "0:30 a note",
            "1:00",
            "/rate craft 3 as n2 says, and N9",
            "Craft: 3 solid. There is no note 2. There is no note 9.",
        ),
        ("0:30 a note\n0:40 /erase 1", "1:00", "/rate craft 4 n1", "Craft: 4 strong. Note 1 was erased."),
        ("", "1:00", "/recommend yes", "Ann Lee recommends yes."),
        ("", "1:00", "/recommend yes by cy", "Cy Roy is a shadow, and shadows don't rate."),
    ],
)
def test_what_is_said_about_a_rating_or_a_recommendation(script: str, at: str, line: str, said: str):
    assert answer(script, at, line) == said


DREW = "0:00 /start\n0:30 drew it #craft"


@pytest.mark.parametrize(
    ("script", "line", "said"),
    [
        (DREW, "/rate craft 4", "Craft: 4 strong, with note n1."),
        (DREW, "/rate people 4", "People: 4 strong."),
        (DREW, "/rate craft 4 saw it drawn", "Craft: 4 strong."),
        (DREW, "/rate craft 4 by bo", "Craft: 4 strong."),
        ("0:00 /start\n0:30 drew it", "/rate craft 4", "Craft: 4 strong, with note n1."),
        ("0:00 /start\n0:20 first\n0:30 drew it", "/rate people 4", "People: 4 strong, with note n2."),
        ("0:00 /start\n0:20 /ask 2\n0:30 drew it", "/rate craft 4", "Craft: 4 strong, with note n1."),
        ("0:00 /start\n0:20 /ask 2\n0:30 drew it", "/rate people 4", "People: 4 strong."),
        ("0:00 /start\n0:30 bo> drew it", "/rate craft 4 by bo", "Craft: 4 strong, with note n1."),
        ("0:00 /start\n0:30 bo> drew it", "/rate craft 4", "Craft: 4 strong."),
        # Only what was written since the last command.
        (f"{DREW}\n0:40 /cover 1", "/rate craft 4", "Craft: 4 strong."),
        (f"{DREW}\n0:40 /rate craft 3", "/rate craft 4", "Craft: 4 strong."),
        (f"{DREW}\n0:40 again\n0:45 /undo", "/rate craft 4", "Craft: 4 strong."),
    ],
)
def test_the_note_just_written_is_the_evidence_of_a_rating_that_names_none(script: str, line: str, said: str):
    assert answer(script, "1:00", line) == said


def test_it_is_kept_as_if_it_was_named_and_goes_with_the_rating_when_that_is_undone():
    silent, named = Room(PLAN, DREW), Room(PLAN, DREW)
    silent.conductor.submit("/rate craft 4")
    named.conductor.submit("/rate craft 4 n1")
    assert silent.session.ratings == named.session.ratings
    assert [rating.notes for rating in silent.session.ratings.values()] == [tuple(silent.session.notes)]
    silent.conductor.submit("/undo")
    assert not silent.session.ratings


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("/rate craft 4", "rates Craft 4 strong, with note n1: drew it #craft"),
        ("/rate craft 4 saw it", ""),
        ("/rate people 4", ""),
        ("/rate craft 4 by cy", ""),
    ],
)
def test_which_note_it_would_rest_on_is_said_while_it_is_typed(line: str, said: str):
    room = Room(PLAN, DREW)
    assert foreseen(line, room.session, room.at("1:00"), "ann") == said
