"""A field that is declared is read: nothing else has to be changed for it."""

from typing import Annotated

from msgspec import Meta, Struct

from facilitator.agenda_files.complaints import Complaints
from facilitator.agenda_files.file_form import file_fields
from facilitator.agenda_files.nodes import compose
from facilitator.agenda_files.reader import Reader


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
        "house.yaml:1:32: error: a room has no key 'built'; what could stand here: pause, wired",
        "house.yaml:2:1: error: a house has no key 'flors' (did you mean 'floors'?)",
    ]


def test_what_a_file_may_say_follows_from_the_declaration():
    assert list(file_fields(Room)) == ["name", "seats", "pause", "wired"]
    assert file_fields(House)["floors"].value.description == "Number to name."
