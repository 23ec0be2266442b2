"""Who is meant by a name: somebody on the panel, or somebody new, with an id that nobody else has."""

import pytest

from facilitator.domain.language.decision import Refusal
from facilitator.domain.language.panelist_arguments import ARRIVAL, PRESENT, WRITER, find_person
from tests.domain.interviews import Room
from tests.domain.language.answers import PLAN


def found(text: str, script: str = "") -> tuple[str, str, str, bool]:
    person = find_person(text, Room(PLAN, script).conductor.situation())
    return person.id, person.name, person.role, person.known is not None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dana Roth", ("dana", "Dana Roth", "", False)),
        ("Dana Roth, CFO", ("dana", "Dana Roth", "CFO", False)),
        ("Dana Roth (Head of Sales, EMEA)", ("dana", "Dana Roth", "Head of Sales, EMEA", False)),
        ("  Zoë   Şahin ", ("zoe", "Zoë Şahin", "", False)),
        ("Ольга Петрова", ("ольга", "Ольга Петрова", "", False)),
        ("李明", ("李明", "李明", "", False)),
        ("Ann Moss", ("ann-moss", "Ann Moss", "", False)),
        ("Bo", ("bo", "Bo Ek", "", True)),
        ("@bo", ("bo", "Bo Ek", "", True)),
        ("bo ek", ("bo", "Bo Ek", "", True)),
        ("Q3", ("guest", "Q3", "", False)),
        ("42", ("guest", "42", "", False)),
        ("#@/", ("guest", "#@/", "", False)),
    ],
)
def test_a_name_is_somebody_known_or_somebody_new(text: str, expected: tuple[str, str, str, bool]):
    assert found(text) == expected


def test_somebody_of_the_same_name_has_another_role_and_another_id():
    assert found("Bo Ek, CTO") == ("bo-ek", "Bo Ek", "CTO", False)
    assert found("Bo Ek, CTO", "0:00 /arrived Bo Ek, Legal") == ("bo-2", "Bo Ek", "CTO", False)


def test_of_the_absent_a_beginning_is_enough():
    assert found("b") == ("b", "b", "", False)
    assert found("b", "0:00 /absent bo") == ("bo", "Bo Ek", "", True)


@pytest.mark.parametrize("text", ["", " ", "x" * 81])
def test_no_name_and_one_without_end_are_refused(text: str):
    with pytest.raises(Refusal, match=r"^Who\?|at most 80"):
        found(text)


def test_what_is_offered_is_who_is_there_or_who_isnt():
    here = Room(PLAN, "0:00 /absent bo").conductor.situation()
    assert [choice.text for choice in PRESENT.choices(here)] == ["ann", "cy"]
    assert [choice.text for choice in WRITER.choices(here)] == ["ann", "cy"]
    assert [choice.text for choice in ARRIVAL.choices(here)] == ["bo"]
