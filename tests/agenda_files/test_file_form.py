"""What a file may say follows from the declaration of a struct."""

from enum import StrEnum
from typing import Annotated

import pytest
from msgspec import Meta, Struct

from facilitator.agenda_files.file_form import file_fields


class Colour(StrEnum):
    RED = "red"


class Room(Struct, frozen=True, kw_only=True):
    name: str
    pause_seconds: Annotated[int | None, Meta(description="As a duration.")] = None
    colour: Colour = Colour.RED
    doors: Annotated[tuple[str, ...], Meta(extra={"one_line": True, "expected": "names"})] = ()
    built: Annotated[int, Meta(extra={"in_file": False})] = 0


class Odd(Struct, frozen=True, kw_only=True):
    either: int | str


def test_a_file_has_the_keys_that_are_declared_for_it_in_their_order():
    assert list(file_fields(Room)) == ["name", "pause", "colour", "doors"]


def test_a_field_in_seconds_is_a_duration_under_a_shorter_key():
    pause = file_fields(Room)["pause"]
    assert (pause.name, pause.is_duration, pause.required) == ("pause_seconds", True, False)
    assert pause.value.optional
    assert pause.value.description == "As a duration."
    assert not file_fields(Room)["name"].is_duration


def test_what_has_no_default_is_required():
    assert file_fields(Room)["name"].required
    assert file_fields(Room)["colour"].default is Colour.RED
    assert file_fields(Room)["doors"].default == ()


def test_a_declaration_says_how_its_text_is_read():
    doors = file_fields(Room)["doors"].value
    assert (doors.one_line, doors.expected) == (True, "names")
    name = file_fields(Room)["name"].value
    assert (name.one_line, name.expected) == (False, "")


def test_a_field_of_several_types_has_no_form():
    with pytest.raises(TypeError, match="one type or None"):
        file_fields(Odd)
