"""A flipped bit anywhere in a journal costs nothing; whatever else is damaged is never taken for one."""

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.storage import journal_line
from facilitator.storage.forms.framing import framed, judged, whole_lines
from facilitator.storage.journal import Journal, read_events

LINES = (framed(b'[{"a":"*J"}]'), framed(b'[{"b":"\xc3\xa9 and more of it"}]'), framed(b"[1]"))
TEXT = b"".join(LINES)


def flipped(text: bytes, *bits: int) -> bytes:
    """The text with these of its bits flipped, counted from its beginning."""
    changed = bytearray(text)
    for bit in bits:
        changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def read(text: bytes) -> tuple[bytes, ...]:
    return tuple(whole_lines(BytesIO(text)))


def test_each_bit_of_a_file_can_flip_and_each_line_is_read_as_it_was_written():
    """Also where that makes two lines of one, or one of two, in a checksum, and at the very end."""
    for bit in range(len(TEXT) * 8):
        assert read(flipped(TEXT, bit)) == LINES


def test_what_comes_of_it_has_to_be_json():
    assert read(flipped(framed(b"[1"), 75)) == ()


def test_an_empty_line_beside_it_makes_no_difference():
    """A list of written files has them between its lines."""
    line = framed(b'["a file"]')
    for bit in range((len(line) + 2) * 8):
        assert line in read(flipped(b"\n" + line + b"\n", bit))


@given(st.sets(st.integers(0, len(TEXT) * 8 - 1), min_size=2, max_size=6))
def test_where_more_bits_flip_no_line_is_read_that_was_never_written(bits: set[int]):
    assert set(read(flipped(TEXT, *bits))) <= set(LINES)


@pytest.mark.parametrize("length", range(len(TEXT)))
def test_what_a_kill_has_torn_is_no_flipped_bit(length: int):
    whole = [line for number, line in enumerate(LINES) if len(b"".join(LINES[: number + 1])) <= length]
    assert read(TEXT[:length]) == tuple(whole)


def test_a_flipped_bit_is_found_in_each_of_several_lines():
    bits = [sum(map(len, LINES[:number])) * 8 + 100 for number in range(len(LINES))]
    assert read(flipped(TEXT, *bits)) == LINES
    assert [len(some.found) for some in judged(BytesIO(flipped(TEXT, *bits)))] == [1, 1, 1]


class TestInAJournal:
    def test_all_of_it_is_read_and_that_is_told(self, note):
        lines = [journal_line.encode([note(number)]) for number in range(3)]
        found = journal_line.scan(BytesIO(flipped(b"".join(lines), 400)))
        assert found.events == [note(0), note(1), note(2)]
        assert (found.damaged, found.flipped) == ([], 1)
        assert found.amiss == "1 flipped bit put right."

    def test_on_opening_it_is_put_right_and_nothing_is_put_aside(self, tmp_path: Path, note):
        """It would be a copy of what was said that nobody finds who erases it."""
        path = tmp_path / "s.journal"
        with Journal.create(path) as journal:
            journal.append([note(1)])
            journal.append([note(2)])
        written = path.read_bytes()
        for bit in range(0, len(written) * 8, 7):
            path.write_bytes(flipped(written, bit))
            assert read_events(path) == [note(1), note(2)]
            with Journal.open(path) as journal:
                assert journal.amiss == "1 flipped bit put right."
            assert path.read_bytes() == written
        assert not list(tmp_path.glob("*torn*"))

    def test_beside_other_damage_both_are_told(self, tmp_path: Path, note):
        path = tmp_path / "s.journal"
        lines = [journal_line.encode([note(number)]) for number in range(3)]
        path.write_bytes(flipped(lines[0], 99) + lines[1] + b"half a li")
        with Journal.open(path) as journal:
            assert journal.events == (note(0), note(1))
            assert journal.amiss.startswith("1 line damaged, set aside in ")
            assert journal.amiss.endswith(" 1 flipped bit put right.")
        assert path.read_bytes() == lines[0] + lines[1]
