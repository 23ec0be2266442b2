"""A field that is declared is read, and nothing else has to be changed for it; a value of another form is told so."""

from typing import Annotated

import pytest
from msgspec import Meta, Struct

from facilitator.agenda_files.complaints import Complaints, Position
from facilitator.agenda_files.nodes import compose
from facilitator.agenda_files.reader import Reader
from tests.agenda_files.reading import errors_of, with_segment


class Room(Struct, frozen=True, kw_only=True):
    name: str
    seats: Annotated[int, Meta(ge=2, le=12)] = 4
    pause_seconds: int | None = None
    wired: bool = False
    built: Annotated[int, Meta(extra={"in_file": False})] = 0


class House(Struct, frozen=True, kw_only=True):
    rooms: tuple[Room, ...] = ()
    floors: Annotated[dict[int, str], Meta(description="Number to name.")] = {}


def read(text: str) -> tuple[House | None, list[str]]:
    complaints = Complaints("house.yaml")
    root = compose(text, complaints)
    house = Reader(complaints).read(House, root) if root else None
    return house, [str(complaint) for complaint in complaints.in_order()]


def test_a_struct_of_any_shape_is_read():
    house, complaints = read("rooms: [{name: Red, seats: 6, pause: 1h, wired: yes}, {name: Blue}]\nfloors: {1: one}\n")
    assert complaints == []
    assert house == House(
        rooms=(Room(name="Red", seats=6, pause_seconds=3600, wired=True), Room(name="Blue")), floors={1: "one"}
    )


def test_its_keys_and_its_limits_are_in_the_complaints():
    _, complaints = read("rooms: [{name: Red, seats: 40, built: 3}]\nflors: {}\n")
    assert complaints == [
        "house.yaml:1:28: error: found '40', expected a whole number from 2 to 12",
        "house.yaml:1:32: error: a room has no key 'built'; possible here: pause, wired",
        "house.yaml:2:1: error: a house has no key 'flors' (did you mean 'floors'?)",
    ]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("just text", "1:1: error: found 'just text', expected an agenda with keys such as 'title', 'purpose'"),
        ("title: x\n", "1:1: error: 'segments' is missing: an agenda needs it"),
        ("title:\n", "1:7: error: 'title' is empty: an agenda needs it"),
        ("title: x\nsegments: []\n", "2:11: error: 'segments' is empty, expected at least one"),
        ("title: x\nsegments: {a: 1}\n", "2:11: error: found a group of keys, expected a list"),
        ("title: x\nlength: soon\n", "2:9: error: found 'soon', expected a duration: 5m, 1h30m"),
        ("title: x\nlength: 0\n", "2:9: error: found '0', expected a duration above zero"),
        ("title: x\nlength: [5m]\n", "2:9: error: found a list, expected a duration: 5m, 1h30m"),
        (f"title: {'x' * 400}\n", "1:8: error: 400 characters; at most 300 are read here"),
        (with_segment("", "panel: [{id: a b, name: A}]\n"), "found 'a b', expected a short name without spaces"),
        (with_segment("questions: [{ask: {Why: not}}]"), "expected text; text with ': ' in it needs quotes"),
        (with_segment("", "competencies: [{id: a, name: A, anchors: {11: x}}]\n"),
         "2:43: error: found '11', expected a whole number from 1 to 10"),
        (with_segment("", "bell: maybe\n"), "2:7: error: found 'maybe', expected true or false"),
        (with_segment("kind: tlak"), "expected one of: opening, talk, practice"),
        (with_segment("ends: never"), "found 'never', expected one of: auto, manual"),
    ],
)  # fmt: skip
def test_a_value_of_the_wrong_form_is_told_with_the_right_one(text: str, complaint: str):
    assert any(complaint in line for line in errors_of(text)), errors_of(text)


@pytest.mark.parametrize("written", ["true", "yes", "on", "YES"])
def test_there_are_several_words_for_yes(written: str):
    house, complaints = read(f"rooms: [{{name: Red, wired: {written}}}]\n")
    assert complaints == []
    assert house is not None
    assert house.rooms[0].wired


def test_after_reading_one_can_ask_where_a_value_stood_and_what_could_not_be_read():
    complaints = Complaints("house.yaml")
    reader = Reader(complaints)
    root = compose("rooms:\n  - {name: Red, seats: forty}\n", complaints)
    assert root is not None
    reader.read(House, root)
    assert reader.position(("rooms", 0, "seats")) == Position(2, 24)
    assert reader.position(("rooms", 0, "wired")) == reader.position(("rooms", 0)) == Position(2, 5)
    assert reader.position(("floors",)) == Position(1, 1)
    assert reader.failed == {("rooms", 0, "seats")}


def test_a_key_for_another_program_can_be_passed_over():
    complaints = Complaints("house.yaml")
    root = compose("layout: page\nrooms: [{name: Red, colour: red}]\n", complaints)
    assert root is not None
    Reader(complaints, unknown_keys_are_errors=False).read(House, root)
    assert [str(complaint).partition(";")[0] for complaint in complaints.in_order()] == [
        "house.yaml:1:1: warning: a house has no key 'layout'",
        "house.yaml:2:21: error: a room has no key 'colour'",
    ]
