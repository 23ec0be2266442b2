"""A page has a link that nobody can guess; whoever opens it again gets the same."""

import re

import pytest

from facilitator.page.place import HostAndPort
from facilitator.page.served_page import TOKEN_BYTES
from facilitator.workspace.services.page import PageTrouble
from tests.page.rooms import asked, followed, page_in_a_room


def test_its_link_has_128_bits_that_are_new_each_time():
    assert TOKEN_BYTES * 8 == 128
    links = set()
    for _ in range(3):
        with page_in_a_room() as room:
            assert re.fullmatch(r"http://127\.0\.0\.1:\d+/[a-z2-7]{26}/", room.link)
            links.add(room.path)
    assert len(links) == 3


def test_it_is_opened_once():
    with page_in_a_room() as room:
        assert room.page.open().link == room.link


def test_it_says_who_can_see_it():
    with page_in_a_room() as room:
        assert room.page.open().is_private
    with page_in_a_room(place=HostAndPort("0.0.0.0", 0)) as room:
        served = room.page.open()
        assert not served.is_private
        assert "0.0.0.0" not in served.link
        assert asked(room, room.path)[0] == 200


def test_it_says_how_many_follow_it():
    with page_in_a_room() as room, followed(room) as one, followed(room) as other:
        one.message(), other.message()
        assert room.page.open().watching == 2


def test_a_name_that_was_given_stands_in_the_link_and_lets_them_in():
    with page_in_a_room(place=HostAndPort("localhost", 0)) as room:
        assert room.link.startswith("http://localhost:")
        assert asked(room, room.path, host="localhost")[0] == 200


def test_while_there_is_none_it_can_be_tried_again():
    with page_in_a_room() as taken:
        place = HostAndPort(*taken.address)
        with pytest.raises(PageTrouble, match="is in use"), page_in_a_room(place=place):
            raise AssertionError("it is in use")
        taken.page.close()
        with page_in_a_room(place=place) as room:
            assert asked(room, room.path)[0] == 200


def test_overtime_is_shown_as_on_the_curtain():
    with page_in_a_room(overtime=True) as room, followed(room) as wire:
        room.say("/start")
        assert wire.message()["over"] == ["■", "over"]
