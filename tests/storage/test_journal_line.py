"""The lines of a journal: damage anywhere, also where two batches meet that are checked at a time, costs its line."""

import json
from zlib import crc32

import msgspec
import pytest
from msgspec.structs import replace

from facilitator.conducting.sealing.signing import Signer
from facilitator.storage import journal_line
from facilitator.storage.forms.framing import framed
from facilitator.storage.forms.header import NewerMajor
from facilitator.storage.journal import Journal, read_events

LINES = 600
EDGES = (0, 1, 254, 255, 256, 257, 511, 512, 513, LINES - 2, LINES - 1)
DAMAGE = {
    "two bits flipped": lambda line: line[:-4] + bytes([line[-4] ^ 3]) + line[-3:],
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
        assert journal.healed.put_aside is not None
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


@pytest.mark.parametrize(
    "body",
    [b'[{"id":"e1","fact":{"type":"NeverHeardOf"}}]', b'["p1","signature",[],{}]', b'{"a":1}', b"null", b"\xff", b""],
)
@pytest.mark.parametrize("place", [0, 1, 300])
def test_what_another_version_wrote_is_no_damage_and_costs_nothing_else(lines, note, body, place):
    found = journal_line.scan([*lines[:place], framed(body), *lines[place:]])
    assert found.events == [note(number) for number in range(LINES)]
    assert (found.damaged, found.newer) == ([], 1)
    assert found.amiss == "1 fact of a newer version: what is known here is shown, all of it is kept."


@pytest.mark.parametrize(
    ("written", "version"),
    [([], (1, 0)), (["1.1"], (1, 1)), (["1.1", "1.3"], (1, 3)), (["1.3", "1.1"], (1, 3))],
)
def test_the_highest_version_of_all_headers_counts(note, written, version):
    headers = [framed(b'{"facilitator":"journal","version":"%b"}' % each.encode()) for each in written]
    found = journal_line.scan([*headers, journal_line.encode([note(1)])])
    assert (found.version, found.events, found.newer) == (version, [note(1)], 0)


@pytest.mark.parametrize("header", [b'"version":"1.2"', b'"version":"1.1","newer":true'])
def test_under_a_newer_header_unknown_fields_are_looked_for_and_carried(note, header):
    body = msgspec.json.encode([note(1), note(2)]).replace(b'"NoteTaken"', b'"NoteTaken","mood":"glad"', 1)
    line = framed(body)
    found = journal_line.scan([framed(b'{"facilitator":"journal",%b}' % header), line])
    assert [event.fact for event in found.events] == [note(1).fact, note(2).fact]
    assert found.newer == 1
    assert journal_line.encode(found.events) == line


def test_a_newer_major_version_is_refused():
    with pytest.raises(NewerMajor, match=r"2\.0"):
        journal_line.scan([framed(b'{"facilitator":"journal","version":"2.0"}')])


def test_what_stands_in_it_of_another_session_is_passed_over_and_told(note):
    """Such as a card that somebody copied over: the header says whose journal it is."""
    of_another = replace(note(2), session="another")
    header = journal_line.encode_header([note(1)])
    lines = [journal_line.encode([event]) for event in (note(1), of_another, note(3))]
    found = journal_line.scan([header, *lines])
    assert (found.events, found.damaged) == ([note(1), note(3)], [])
    assert found.amiss == "1 fact of another session skipped."
    assert journal_line.scan(lines).events == [note(1), of_another, note(3)]


def test_so_it_is_when_the_journal_is_gone_on_with(tmp_path, note):
    path = tmp_path / "s.journal"
    with Journal.create(path) as journal:
        journal.append([note(1)])
    with path.open("ab") as file:
        file.write(journal_line.encode([replace(note(2), session="another")]))
    with Journal.open(path) as journal:
        assert journal.amiss == "1 fact of another session skipped."
        journal.append([note(3)])
    assert read_events(path) == [note(1), note(3)]


def test_a_journal_that_holds_packets_is_of_a_shared_session(note):
    packet = Signer(bytes(32), "0" * 32).packed([note(2)])
    for kept, is_shared in (((note(1), packet), True), ((note(1), note(2)), False)):
        assert journal_line.scan(journal_line.encode_all(kept).splitlines(keepends=True)).is_shared is is_shared
