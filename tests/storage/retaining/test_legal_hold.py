"""A legal hold: it stands until it is released, and rather than not where its file is damaged."""

import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.files.durable import StorageError
from facilitator.storage.retaining import legal_hold


@given(st.binary(max_size=60))
def test_a_hold_that_cannot_be_read_still_holds(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("hold") / "s.hold"
    path.write_bytes(content)
    assert legal_hold.find(path) is not None


def test_without_a_hold_there_is_none(tmp_path: Path):
    assert legal_hold.find(tmp_path / "s.hold") is None
    assert not legal_hold.release(tmp_path / "s.hold")


def test_it_stands_with_its_reason_until_it_is_released(tmp_path: Path):
    path = tmp_path / "s.hold"
    legal_hold.place(path, legal_hold.LegalHold("a complaint", "Ann", 1))
    legal_hold.place(path, legal_hold.LegalHold("another", "Bo", 2))
    assert legal_hold.find(path) == legal_hold.LegalHold("another", "Bo", 2)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert legal_hold.release(path)
    assert legal_hold.find(path) is None


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("a complaint", "s was put on hold by Ann: a complaint. It stays as it is."),
        ("", "s was put on hold by Ann. It stays as it is."),
    ],
)
def test_what_it_keeps_from_being_erased_is_said_with_the_reason(reason, said):
    assert str(legal_hold.Held("s", legal_hold.LegalHold(reason, "Ann", 1))) == said


def test_what_cannot_be_read_at_all_is_an_error(tmp_path: Path):
    with pytest.raises(StorageError, match="can't be read"):
        legal_hold.find(tmp_path)


def test_its_words_are_bounded_when_it_is_placed_and_when_it_is_read(tmp_path: Path):
    path = tmp_path / "s.hold"
    with pytest.raises(StorageError, match="at most 5000"):
        legal_hold.place(path, legal_hold.LegalHold("x" * 5001, "Ann", 1))
    path.write_text('{"reason":"%s","who":"Ann","since":1}' % ("x" * 5001))
    assert legal_hold.find(path) == legal_hold.LegalHold("its file is damaged", "somebody", 0)
