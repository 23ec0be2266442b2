"""Who is meant: whose a line is (`bo> text` is Bo's, whoever types it), and whom a name in a command stands for."""

import pytest

from facilitator.domain.language.decision import Refusal, Situation
from facilitator.domain.language.who_is_meant import ARRIVAL, ASKER, PRESENT, WRITER, find_person, misnamed, spoken
from tests.domain.interviews import Room
from tests.domain.language.answers import PLAN


def here(by: str = "ann") -> Situation:
    return Room(PLAN).conductor.situation(by)


@pytest.mark.parametrize(
    ("line", "author", "said"),
    [
        ("bo> saw it > twice", "bo", "saw it > twice"),
        ("bo> /cover 3", "bo", "/cover 3"),
        ("BO> + said so", "bo", "+ said so"),
        ("b> the only one who begins like that", "bo", "the only one who begins like that"),
        ("cy> a shadow takes notes", "cy", "a shadow takes notes"),
        ("bo>   with room", "bo", "with room"),
        ("bo> over\ntwo rows", "bo", "over\ntwo rows"),
        ("bo> ann> only the first counts", "bo", "ann> only the first counts"),
        ("bo>", "bo", ""),
    ],
)
def test_a_panelist_before_the_sign_says_what_follows(line: str, author: str, said: str):
    text, situation = spoken(line, here())
    assert (text, situation.author, situation.named) == (said, author, True)


@pytest.mark.parametrize(
    "line",
    [
        "zed> nobody",
        "revenue> costs",
        "bo>tight",
        "bo > spaced",
        "a note about bo> text",
        "-> an arrow",
        "> quoted",
        "/b> x",
    ],
)
def test_whatever_else_stands_there_is_part_of_the_note(line: str):
    assert spoken(line, here()) == (line, here())


def test_who_types_it_stays_its_recorder():
    _, situation = spoken("bo> text", here())
    assert (situation.recorder, situation.credited) == ("ann", "bo")
    _, own = spoken("bo> text", here("bo"))
    assert (own.recorder, own.credited) == ("bo", "")


@pytest.mark.parametrize(
    ("line", "remarks"),
    [
        ("zed> nobody", []),
        ("bop> nearly", ["“bop>” names nobody (did you mean bo>?)"]),
        ("ek> by name", ["“ek>” names nobody (did you mean bo>?)"]),
        ("bo> is somebody", []),
        ("no name", []),
    ],
)
def test_what_nearly_names_somebody_is_told(line: str, remarks: list[str]):
    assert misnamed(line, here()) == remarks


def test_a_word_that_could_be_two_names_neither_and_that_is_told():
    both = Room(PLAN, "0:00 /arrived Anton Roth").conductor.situation()
    assert spoken("an> text", both)[1].author == "ann"
    assert misnamed("an> text", both) == ["“an>” names nobody (did you mean ann> or anton>?)"]


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
        ("Prof. Dr. Dana Roth", ("dana", "Prof. Dr. Dana Roth", "", False)),
        ("Dr.", ("guest", "Dr.", "", False)),
        ("By Jove", ("by-jove", "By Jove", "", False)),
        ("Them", ("them-2", "Them", "", False)),
        ("t3", ("guest", "t3", "", False)),
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


@pytest.mark.parametrize("text", ["", " ", ", CFO", "(CFO)", "x" * 81])
def test_no_name_and_one_without_end_are_refused(text: str):
    with pytest.raises(Refusal, match=r"^Who\?|at most 80"):
        found(text)


def test_what_is_offered_is_who_is_there_or_who_isnt():
    here = Room(PLAN, "0:00 /absent bo").conductor.situation()
    assert [choice.text for choice in ASKER.choices(here)] == ["ann"]
    assert [choice.text for choice in PRESENT.choices(here)] == ["ann", "cy"]
    assert [choice.text for choice in WRITER.choices(here)] == ["ann", "cy"]
    assert [choice.text for choice in ARRIVAL.choices(here)] == ["bo"]
