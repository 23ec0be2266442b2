"""Which lines are whole is told by their checksums, however many there are; a little damage is looked at closely."""

from io import BytesIO
from zlib import crc32

import pytest

from facilitator.storage.forms.framing import BODY, MOST_TRIED_BYTES, are_whole, framed, judged, whole_lines

WHOLE = [framed(b"[%d]" % number) for number in range(600)]


def test_a_line_is_the_checksum_of_the_rest_and_the_rest():
    line = framed(b"[1]")
    assert (int(line[: BODY - 1], 16), line[BODY:]) == (crc32(b"[1]"), b"[1]\n")
    assert are_whole([line])


@pytest.mark.parametrize("damaged", [b"", b"\n", b"[1]\n", framed(b"[1]")[:-1], framed(b"[1]").swapcase()])
def test_nothing_else_is_whole(damaged: bytes):
    assert not are_whole([damaged])
    assert not are_whole([framed(b"[2]"), damaged])


@pytest.mark.parametrize("place", [0, 255, 256, 599])
def test_what_is_damaged_is_told_from_what_isnt_wherever_it_stands(place: int):
    lines = [*WHOLE[:place], b"damage\n", *WHOLE[place + 1 :]]
    assert list(whole_lines(lines)) == [*WHOLE[:place], *WHOLE[place + 1 :]]
    assert [some.found for some in judged(lines) if not some.whole] == [[b"damage\n"]]


def test_in_a_file_that_is_damaged_all_over_nobody_looks_for_bits():
    long = framed(b'["%b"]' % (b"x" * (MOST_TRIED_BYTES // 2)))
    several = (long.replace(b'x"]', b'y"]') + framed(b"[1]")) * 3
    assert [line == long for line in whole_lines(BytesIO(several))] == [True, False, False, False]
