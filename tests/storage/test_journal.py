"""A journal on disk: what is kept stays kept, through crashes, damage and full disks."""

import errno
import os
import resource
import stat
from contextlib import contextmanager

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from facilitator.domain.facts.kinds.newer import NewerFact
from facilitator.domain.facts.kinds.notes import NoteTaken
from facilitator.domain.facts.kinds.running import TimeAdded
from facilitator.files import durable
from facilitator.storage import journal_line
from facilitator.storage.forms.framing import framed
from facilitator.storage.forms.header import OURS
from facilitator.storage.forms.newer import event_in
from facilitator.storage.journal import Journal, JournalError, read_events, scan
from tests.disks import folder_in_memory


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def filled(path, *batches):
    with Journal.create(path) as journal:
        for batch in batches:
            journal.append(batch)
    return path


def asides(path):
    return sorted(path.parent.glob(f"{path.name}.torn-*"))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "sessions" / "s.journal"


@contextmanager
def largest_file(length):
    """A disk that takes no more than `length` bytes of a file."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (length, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


class TestKeeping:
    def test_what_was_appended_is_there_after_reopening(self, path, note):
        filled(path, [note(1)], [note(2), note(3)])
        with Journal.open(path) as journal:
            assert journal.events == (note(1), note(2), note(3))
            assert journal.healed is None

    def test_a_reopened_journal_goes_on(self, path, note):
        filled(path, [note(1)])
        with Journal.open(path) as journal:
            journal.append([note(2)])
        assert read_events(path) == [note(1), note(2)]

    def test_it_is_synced_before_append_returns(self, path, note, monkeypatch):
        synced = []
        monkeypatch.setattr("facilitator.files.durable.sync", lambda fd: synced.append(os.fstat(fd).st_size))
        with Journal.create(path) as journal:
            journal.append([note(1)])
            assert synced == [path.stat().st_size]
            journal.append([note(2)])
        assert synced[1:] == [path.stat().st_size]

    def test_the_events_of_one_command_are_one_line(self, path, note):
        together = replace(note(2), group=note(1).group)
        filled(path, [note(1), together], [note(3)])
        assert len(path.read_bytes().splitlines()) == 1 + 2

    def test_commands_that_are_appended_together_have_a_line_each(self, path, note):
        together = replace(note(2), group=note(1).group)
        filled(path, [note(1), together, note(3), note(4, "to be damaged"), note(5)])
        path.write_bytes(path.read_bytes().replace(b"damaged", b"garbled"))
        assert read_events(path) == [note(1), together, note(3), note(5)]

    @pytest.mark.parametrize("umask", [0o000, 0o022, 0o777])
    def test_it_is_private_whatever_the_umask(self, path, note, umask):
        before = os.umask(umask)
        try:
            filled(path, [note(1)])
        finally:
            os.umask(before)
        assert mode(path) == 0o600
        assert mode(path.parent) == 0o700

    def test_an_existing_journal_is_never_created_anew(self, path, note):
        filled(path, [note(1)])
        with pytest.raises(JournalError, match="already exists"):
            Journal.create(path)
        assert read_events(path) == [note(1)]

    def test_a_missing_journal_is_said_to_be_missing(self, path):
        for opening in (Journal.open, read_events):
            with pytest.raises(JournalError, match="no such file"):
                opening(path)


class TestHealing:
    def test_a_torn_tail_is_put_aside_before_anything_is_appended(self, path, note):
        filled(path, [note(1)])
        torn = journal_line.encode([note(2), note(3)])[:-20]
        with path.open("ab") as file:
            file.write(torn)
        with Journal.open(path) as journal:
            assert journal.events == (note(1),)
            assert journal.healed is not None
            assert journal.healed.torn_tail
            assert journal.healed.lines == 1
            aside = journal.healed.put_aside
            journal.append([note(4)])
        assert aside is not None
        assert aside.name == "s.journal.torn-1"
        assert aside.read_bytes() == torn
        assert mode(aside) == 0o600
        assert read_events(path) == [note(1), note(4)]

    def test_damage_is_said_with_its_place(self, path, note):
        filled(path, [note(1)])
        with path.open("ab") as file:
            file.write(b"damage\nmore")
        assert scan(path).amiss == "2 lines damaged and skipped."
        with Journal.open(path) as journal:
            assert str(journal.healed) == f"2 lines damaged, set aside in {path}.torn-1."
        assert scan(path).amiss == ""

    def test_each_torn_tail_has_a_file_of_its_own(self, path, note):
        filled(path, [note(1)])
        for _ in range(2):
            with path.open("ab") as file:
                file.write(b"half a li")
            Journal.open(path).close()
        assert [aside.name for aside in asides(path)] == ["s.journal.torn-1", "s.journal.torn-2"]

    def test_a_damaged_line_in_the_middle_is_put_aside_and_the_rest_kept(self, path, note):
        filled(path, [note(1)], [note(2, "damaged")], [note(3)])
        path.write_bytes(path.read_bytes().replace(b"damaged", b"domaged"))
        with Journal.open(path) as journal:
            assert journal.events == (note(1), note(3))
            assert journal.healed is not None
            assert not journal.healed.torn_tail
            assert journal.healed.put_aside is not None
            assert b"domaged" in journal.healed.put_aside.read_bytes()
            journal.append([note(4)])
        with Journal.open(path) as journal:
            assert journal.events == (note(1), note(3), note(4))
            assert journal.healed is None

    def test_zeros_left_by_a_power_cut_are_a_torn_tail(self, path, note):
        filled(path, [note(1)])
        with path.open("ab") as file:
            file.write(bytes(4096))
        with Journal.open(path) as journal:
            assert journal.events == (note(1),)
            assert journal.healed is not None
            assert journal.healed.torn_tail

    def test_reading_passes_over_damage_and_changes_nothing(self, path, note):
        filled(path, [note(1)], [note(2)])
        damaged = path.read_bytes()[:-5]
        path.write_bytes(damaged)
        assert read_events(path) == [note(1)]
        assert path.read_bytes() == damaged
        assert asides(path) == []

    def test_facts_of_a_newer_version_are_not_healed_away(self, path, note):
        newer = framed(journal_line.encode([note(1)])[9:-1].replace(b"NoteTaken", b"NoteSung"))
        path.parent.mkdir()
        path.write_bytes(b"damage\n" + newer + b"and a torn tail")
        with Journal.open(path) as journal:
            assert journal.newer == 1
            assert journal.amiss.endswith(
                "torn-1. 1 fact of a newer version: what is known here is shown, all of it is kept."
            )
            journal.append([note(2)])
        assert path.read_bytes() == newer + journal_line.encode([note(2)])

    def test_when_the_damage_cannot_be_put_aside_nothing_is_cut(self, path, note, monkeypatch):
        filled(path, [note(1)])
        with path.open("ab") as file:
            file.write(b"half a line")
        before = path.read_bytes()
        with largest_file(5), pytest.raises(JournalError, match="largest size"):
            Journal.open(path)
        assert path.read_bytes() == before
        assert asides(path) == []


class TestVersions:
    def test_a_new_journal_begins_with_a_header(self, path, note):
        filled(path, [note(1)], [note(2)])
        header, *lines = path.read_bytes().splitlines(keepends=True)
        assert header[9:] == b'{"facilitator":"journal","version":"1.3","session":"s"}\n'
        assert lines == [journal_line.encode([note(1)]), journal_line.encode([note(2)])]
        assert scan(path).version == OURS
        with Journal.open(path) as journal:
            assert journal.version == OURS

    def test_one_without_a_header_gets_none_when_it_is_gone_on_with(self, path, note):
        path.parent.mkdir()
        path.write_bytes(journal_line.encode([note(1)]))
        with Journal.open(path) as journal:
            assert journal.version == (1, 0)
            journal.append([note(2)])
        assert path.read_bytes() == journal_line.encode([note(1)]) + journal_line.encode([note(2)])
        assert scan(path).version == (1, 0)

    def test_one_of_an_older_minor_version_says_ours_before_what_is_added_and_once(self, path, note):
        old = framed(b'{"facilitator":"journal","version":"1.1"}') + journal_line.encode([note(1)])
        path.parent.mkdir()
        path.write_bytes(old)
        with Journal.open(path) as journal:
            assert journal.version == (1, 1)
            journal.append([note(2)])
            journal.append([note(3)])
        added = [journal_line.encode_header([note(2)]), journal_line.encode([note(2)]), journal_line.encode([note(3)])]
        assert path.read_bytes() == old + b"".join(added)
        assert scan(path).version == OURS

    def test_one_in_which_nothing_was_kept_yet_is_not_there(self, path):
        filled(path)
        assert list(path.parent.iterdir()) == []

    def test_one_that_a_killed_process_left_empty_is_new(self, path, note):
        path.parent.mkdir()
        path.touch()
        with Journal.open(path) as journal:
            assert journal.version == OURS
            journal.append([note(1)])
        assert scan(path).version == OURS

    def test_one_of_a_newer_major_version_is_refused_and_left_alone(self, path, note):
        filled(path, [note(1)])
        content = path.read_bytes() + framed(b'{"facilitator":"journal","version":"2.0"}') + b"torn"
        path.write_bytes(content)
        for opening in (Journal.open, read_events):
            with pytest.raises(
                JournalError, match=r"newer version of facilitator, as a journal 2\.0; this one reads 1\.x"
            ):
                opening(path)
        assert path.read_bytes() == content
        assert asides(path) == []

    @pytest.mark.parametrize("change", [(b"NoteTaken", b"NoteSung"), (b'"text"', b'"mood":"glad","text"')])
    def test_what_a_newer_version_wrote_goes_along_into_another_journal(self, path, note, change):
        newer = event_in(msgspec.json.encode(note(2)).replace(*change))
        assert newer is not None
        filled(path, [note(1)], [newer])
        assert read_events(path) == [note(1), newer]
        copy = filled(path.with_name("copy.journal"), read_events(path), [note(3)])
        assert read_events(copy) == [note(1), newer, note(3)]


class TestFailing:
    def test_on_a_full_disk_nothing_is_kept_and_it_can_be_tried_again(self, path, note):
        with Journal.create(path) as journal:
            journal.append([note(1)])
            with largest_file(path.stat().st_size + 40), pytest.raises(JournalError, match=r"Not kept.*largest size"):
                journal.append([note(2)])
            assert journal.events == (note(1),)
            assert read_events(path) == [note(1)]
            journal.append([note(2)])
            journal.append([note(3)])
        with Journal.open(path) as journal:
            assert journal.events == (note(1), note(2), note(3))
            assert journal.healed is None

    @pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC])
    def test_a_failed_sync_is_not_kept_even_if_the_tail_cannot_be_cut_at_once(self, path, note, monkeypatch, code):
        with Journal.create(path) as journal:
            journal.append([note(1)])
            with monkeypatch.context() as broken:
                broken.setattr("facilitator.files.durable.sync", failing(code))
                broken.setattr("os.ftruncate", failing(code))
                with pytest.raises(JournalError, match="disk"):
                    journal.append([note(2)])
            journal.append([note(3)])
            assert journal.events == (note(1), note(3))
        with Journal.open(path) as journal:
            assert journal.events == (note(1), note(3))
            assert journal.healed is None

    def test_a_write_in_pieces_is_kept_whole(self, path, note, monkeypatch):
        write = os.write
        monkeypatch.setattr("os.write", lambda fd, data: write(fd, bytes(data)[:7]))
        filled(path, [note(1)], [note(2)])
        assert read_events(path) == [note(1), note(2)]

    def test_a_journal_whose_file_was_deleted_keeps_nothing(self, path, note):
        with Journal.create(path) as journal:
            journal.append([note(1)])
            path.unlink()
            with pytest.raises(JournalError, match="deleted"):
                journal.append([note(2)])

    def test_a_closed_journal_keeps_nothing(self, path, note):
        journal = Journal.create(path)
        journal.close()
        with pytest.raises(JournalError):
            journal.append([note(1)])


def failing(code):
    def fail(*args):
        raise OSError(code, os.strerror(code))

    return fail


class TestAnyDamage:
    """Whatever happens to the bytes of a journal, the lines that it did not touch are kept."""

    @pytest.fixture(scope="class")
    def batches(self, note):
        return [[note(1)], [note(2), note(3, "a\nb")], [note(4, "é" * 30)], [note(5)]]

    @pytest.fixture(scope="class")
    def folder(self):
        with folder_in_memory() as folder:
            yield folder

    def opens_with(self, folder, data, expected, extra):
        path = folder / "s.journal"
        for leftover in folder.iterdir():
            leftover.unlink()
        path.write_bytes(data)
        assert read_events(path) == expected
        with Journal.open(path) as journal:
            assert list(journal.events) == expected
            journal.append([extra])
        with Journal.open(path) as journal:
            assert list(journal.events) == [*expected, extra]
            assert journal.healed is None

    @settings(deadline=None, max_examples=150)
    @given(data=st.data())
    def test_cut_off_anywhere(self, folder, batches, note, data):
        lines = [journal_line.encode(batch) for batch in batches]
        whole = b"".join(lines)
        length = data.draw(st.integers(0, len(whole)))
        ends = [sum(map(len, lines[: n + 1])) for n in range(len(lines))]
        kept = [event for batch, end in zip(batches, ends, strict=True) if end <= length for event in batch]
        self.opens_with(folder, whole[:length], kept, note(9))

    @settings(deadline=None, max_examples=300)
    @given(data=st.data())
    def test_any_byte_changed(self, folder, batches, note, data):
        lines = [journal_line.encode(batch) for batch in batches]
        whole = bytearray(b"".join(lines))
        position = data.draw(st.integers(0, len(whole) - 1))
        bits = data.draw(st.integers(1, 255))
        whole[position] ^= bits
        starts = [sum(map(len, lines[:n])) for n in range(len(lines))]
        touched = max(n for n, start in enumerate(starts) if start <= position)
        is_line_break = position == starts[touched] + len(lines[touched]) - 1  # without it two lines are one
        lost = {touched, touched + 1} if is_line_break else {touched}
        lost = set[int]() if bits.bit_count() == 1 else lost  # that can be put right
        kept = [event for n, batch in enumerate(batches) if n not in lost for event in batch]
        self.opens_with(folder, bytes(whole), kept, note(9))

    @settings(deadline=None, max_examples=100)
    @given(rubbish=st.binary(max_size=300))
    def test_rubbish_is_an_empty_journal(self, folder, note, rubbish):
        self.opens_with(folder, rubbish, [], note(9))


class TestWhatSomebodyElsePutThere:
    """A journal is a file like any other: who could write to it could write anything."""

    def written(self, path, events):
        path.parent.mkdir(parents=True)
        path.write_bytes(framed(msgspec.json.encode(events)))

    def test_texts_are_cleaned_and_kept_as_they_were_written(self, path, note):
        hostile = replace(note(1), fact=NoteTaken(text="hi \x1b]52;c;aGk=\x07\u202e"))
        self.written(path, [hostile])
        [read] = read_events(path)
        assert read.fact == NoteTaken(text="hi ]52;c;aGk=")
        assert b"\\u001b]52" in journal_line.encode([read])
        assert not scan(path).newer

    @pytest.mark.parametrize("at", [10**30, -1, 10**15])
    def test_an_instant_that_no_date_can_be_made_of_is_none_of_ours(self, path, note, at):
        self.written(path, [replace(note(1), at=at)])
        assert read_events(path) == []

    def test_more_time_than_there_is_changes_nothing(self, path, note):
        self.written(path, [replace(note(1), fact=TimeAdded(segment="talk", seconds=10**15))])
        [read] = read_events(path)
        assert isinstance(read.fact, NewerFact)

    def test_a_link_is_no_journal(self, path, note, tmp_path):
        filled(tmp_path / "elsewhere.journal", [note(1)])
        path.parent.mkdir()
        path.symlink_to(tmp_path / "elsewhere.journal")
        for way in (Journal.open, read_events):
            with pytest.raises(JournalError, match="link"):
                way(path)


def test_a_journal_that_is_too_large_is_not_read_and_none_becomes_so(path, note, monkeypatch):
    filled(path, [note(1)])
    length = path.stat().st_size
    monkeypatch.setattr("facilitator.storage.journal.LARGEST_JOURNAL_BYTES", length)
    with Journal.open(path) as journal:
        with pytest.raises(JournalError, match="largest size"):
            journal.append([note(2)])
        assert read_events(path) == [note(1)]
    monkeypatch.setattr("facilitator.storage.journal.LARGEST_JOURNAL_BYTES", length - 1)
    for read in (read_events, Journal.open):
        with pytest.raises(JournalError, match="largest size"):
            read(path)


def test_a_text_that_is_too_long_is_cut_where_it_is_read_and_stays_as_it_was_written(path, note, monkeypatch):
    long = replace(note(1), fact=NoteTaken(text="x" * 2000))
    filled(path, [long])
    monkeypatch.setattr("facilitator.files.foreign.LONGEST_TEXT", 1000)
    [read] = read_events(path)
    assert read.fact == NoteTaken(text="x" * 999 + "…")
    assert msgspec.json.encode(read.as_written) == msgspec.json.encode(long)


def test_a_new_journal_whose_name_is_not_on_the_disk_is_not_there(tmp_path, note, monkeypatch):
    def fail(folder):
        raise OSError(errno.EIO, "the disk reported an error")

    with Journal.create(tmp_path / "s.journal") as journal:
        monkeypatch.setattr(durable, "sync_folder", fail)
        with pytest.raises(JournalError):
            journal.append([note(1)])
        assert not (tmp_path / "s.journal").exists()
