"""The lines of a journal: damage anywhere, also where two batches meet that are checked at a time, costs its line."""

import json
from zlib import crc32

import msgspec
import pytest

from facilitator.storage import journal_line
from facilitator.storage.journal import Journal, read_events

LINES = 600
EDGES = (0, 1, 254, 255, 256, 257, 511, 512, 513, LINES - 2, LINES - 1)
DAMAGE = {
    "a bit flipped": lambda line: line[:-4] + bytes([line[-4] ^ 1]) + line[-3:],
    "cut in its checksum": lambda line: line[:5] + b"\n",
    "without its checksum": lambda line: line[9:],
    "its checksum in capitals": lambda line: b"ABCDEF01" + line[8:],
    "a Windows line break": lambda line: line[:-1] + b"\r\n",
    "empty": lambda line: b"\n",
    "rubbish, longer than what is read at once": lambda line: b"x" * 200_000 + b"\n",
}


@pytest.fixture(scope="module")
def lines(note):
    return [journal_line.encode([note(number)]) for number in range(LINES)]


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
@pytest.mark.parametrize("edge", EDGES)
def test_damage_costs_its_line_and_no_other(tmp_path, note, lines, edge, damage):
    path = tmp_path / "s.journal"
    damaged = damage(lines[edge])
    path.write_bytes(b"".join([*lines[:edge], damaged, *lines[edge + 1 :]]))
    kept = [note(number) for number in range(LINES) if number != edge]
    assert read_events(path) == kept
    with Journal.open(path) as journal:
        assert list(journal.events) == kept
        assert journal.healed is not None
        assert journal.healed.lines == 1
        assert journal.healed.torn_tail == (edge == LINES - 1)
        assert journal.healed.put_aside.read_bytes() == damaged
    assert path.read_bytes() == b"".join([*lines[:edge], *lines[edge + 1 :]])


def test_a_line_is_a_checksum_and_what_one_command_did(note):
    line = journal_line.encode([note(1), note(2)])
    checksum, _, body = line.partition(b" ")
    assert int(checksum, 16) == crc32(body[:-1])
    assert [event["id"] for event in json.loads(body)] == ["e1", "e2"]
    assert line.count(b"\n") == 1


def test_a_last_line_without_its_break_was_never_kept(note):
    whole, torn = (journal_line.encode([note(number)]) for number in (1, 2))
    scan = journal_line.scan([whole, torn[:-1]])
    assert (scan.events, scan.damaged) == ([note(1)], [torn[:-1]])
    assert (scan.whole_length, scan.only_tail_damaged) == (len(whole), True)


def test_a_whole_line_behind_damage_says_that_no_crash_explains_it(note):
    line = journal_line.encode([note(1)])
    assert not journal_line.scan([b"damage\n", line]).only_tail_damaged


def test_what_another_version_wrote_is_no_damage():
    body = b'[{"id":"e1","fact":{"type":"NeverHeardOf"}}]'
    with pytest.raises(msgspec.DecodeError):
        journal_line.scan([b"%08x %b\n" % (crc32(body), body)])
