"""What is damaged in a journal is put aside, and only then taken out of it."""

import pytest

from facilitator.storage import journal_line
from facilitator.storage.forms.healing import heal


@pytest.mark.parametrize(("torn_tail", "said"), [(True, "1 line damaged"), (False, "1 line damaged")])
def test_what_is_whole_stays_and_the_rest_is_beside_it(tmp_path, note, torn_tail: bool, said: str):
    path, whole, damaged = tmp_path / "s.journal", journal_line.encode([note(1)]), b"00000000 [damaged]\n"
    path.write_bytes(whole + damaged if torn_tail else damaged + whole)
    healed = heal(path, journal_line.scan(path.read_bytes().splitlines(keepends=True)))
    assert path.read_bytes() == whole
    assert healed.put_aside is not None
    assert healed.put_aside.read_bytes() == damaged
    assert str(healed).startswith(said)
    assert healed.torn_tail is torn_tail
