"""Whose a line is: `bo> text` is Bo's, whoever types it; what names nobody is a note as it stands."""

import pytest

from facilitator.domain.language.decision import Situation
from facilitator.domain.language.speaker import misnamed, spoken
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
