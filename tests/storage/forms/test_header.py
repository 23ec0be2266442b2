"""The version of a journal: a newer minor one is read, a newer major one is refused and left alone."""

import msgspec
import pytest

from facilitator.storage.forms.header import OURS, JournalHeader, NewerMajor, Version, header_in


def saying(version: str) -> JournalHeader:
    return JournalHeader("journal", version)


def test_a_header_says_the_version():
    assert msgspec.json.encode(saying(str(OURS))) == b'{"facilitator":"journal","version":"1.3"}'
    assert saying("1.3").known_version == OURS


@pytest.mark.parametrize(("written", "version"), [("1.1", (1, 1)), ("1.20", (1, 20)), ("1.3.5-beta", (1, 3))])
def test_a_newer_minor_version_is_known(written, version):
    assert saying(written).known_version == version
    assert str(Version(*version)) == written[: len(str(Version(*version)))]


@pytest.mark.parametrize("written", ["2.0", "10.1", "2", "", "one", "-1.0", "1.1000000000"])
def test_a_newer_major_version_or_none_at_all_is_refused(written):
    with pytest.raises(NewerMajor):
        _ = saying(written).known_version


def test_fields_that_a_newer_version_adds_to_it_are_passed_over():
    found = header_in(b'{"facilitator":"journal","version":"1.2","sealed":true}')
    assert found is not None
    assert found.version == "1.2"


DEEP = b'{"facilitator":"journal","newer":%b%b}' % (b"[" * 5000, b"]" * 5000)


@pytest.mark.parametrize("body", [b"[]", b'{"facilitator":"library"}', b"{}", b"{", b"\xff", b'["p1"]', b"1", DEEP])
def test_other_lines_are_no_headers(body):
    assert header_in(body) is None


def test_the_second_place_of_a_data_folder_says_of_which():
    found = header_in(b'{"facilitator":"journal","version":"1.1","kept_for":"/home/x/data"}')
    assert found == JournalHeader("journal", "1.1", kept_for="/home/x/data")
