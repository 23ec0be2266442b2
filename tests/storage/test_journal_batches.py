"""A long journal is checked many lines at a time: damage anywhere, also where two such batches meet, costs its line."""

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
