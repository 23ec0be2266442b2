"""What replicas ask for, a part at a time, and how much goes into one answer."""

import pytest
from msgspec import msgpack

from facilitator.conducting.sealing.group_key import FILLED_BYTES
from facilitator.sharing.asks import ASKED_AT_ONCE, LARGEST_ANSWER_BYTES, WANTED, answer_of, frames_in, wanted_in, wants
from tests.conducting.packed_panels import KEY

A, B = "a" * 16, "b" * 16


def test_much_is_asked_for_in_parts():
    lacking = {A: [number.to_bytes(8, "big") for number in range(ASKED_AT_ONCE + 5)], B: [bytes(8)]}
    asked = [wanted_in(KEY.whispered(WANTED, ask)) for ask in wants(KEY, A, B, lacking)]
    assert [sum(map(len, part.values())) for _, part in asked] == [ASKED_AT_ONCE, 6]
    assert {whom for whom, _ in asked} == {B}
    assert [mark for _, part in asked for mark in part.get(A, [])] == lacking[A]


def test_an_answer_holds_as_much_as_it_may_and_one_at_least():
    frame = bytes(LARGEST_ANSWER_BYTES // 2)
    assert frames_in(answer_of([frame] * 3)) == [frame] * 2
    assert frames_in(answer_of([frame * 3])) == [frame * 3]
    assert frames_in(answer_of([])) == []


def test_what_is_asked_for_at_once_goes_into_one_answer():
    frames = [bytes(3 * FILLED_BYTES + 25)] * ASKED_AT_ONCE  # a note of a few lines, sealed twice
    assert frames_in(answer_of(frames)) == frames


@pytest.mark.parametrize("answer", [b"", b"noise", msgpack.encode([1]), msgpack.encode({"a": b""})])
def test_an_answer_that_makes_no_sense_has_none(answer):
    assert frames_in(answer) == []
