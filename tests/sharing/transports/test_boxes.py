"""Boxes in a folder: whatever a carrier or anybody else does to the files, what is whole in them is read."""

import errno
import os
from pathlib import Path

import pytest

from facilitator.conducting.sealing.group_key import LARGEST_FRAME_BYTES
from facilitator.files import durable
from facilitator.sharing.transports import boxes as boxes_module
from facilitator.sharing.transports.boxes import FULL_BOX_BYTES, MOST_AT_ONCE, MOST_FILES, MOST_IN_BOX, Boxes, Whisper
from facilitator.sharing.waiting_frames import MOST_WAITING_FRAMES

A, B = "a" * 16, "b" * 16


@pytest.fixture
def folder(tmp_path) -> Path:
    return tmp_path / "shared"


@pytest.fixture
def writer(folder) -> Boxes:
    return opened(folder, A)


@pytest.fixture
def reader(folder) -> Boxes:
    return opened(folder, B)


def opened(folder: Path, device: str) -> Boxes:
    boxes = Boxes(folder, device)
    boxes.open()
    return boxes


def box(folder: Path) -> Path:
    (path,) = folder.glob("*.box")
    return path


def test_what_one_writes_others_read_once(writer, reader):
    writer.write([b"first", b"second"])
    assert sorted(reader.read()) == [b"first", b"second"]
    writer.write([b"third"])
    assert reader.read() == [b"third"]
    assert reader.read() == []


def test_what_is_in_a_box_isnt_written_again(writer, folder):
    writer.write([b"frame", b"frame"])
    size = box(folder).stat().st_size
    writer.write([b"frame"])
    opened(folder, A).write([b"frame"])
    assert box(folder).stat().st_size == size == 4 + len(b"frame")


def test_a_full_box_is_followed_by_another(writer, reader, folder):
    frames = [bytes([number]) * LARGEST_FRAME_BYTES for number in range(4)]
    for frame in frames:
        writer.write([frame])
    assert [path.name for path in sorted(folder.iterdir())] == [f"{A}.{number}.box" for number in range(1, 5)]
    assert set(reader.read()) == set(frames)


def test_a_long_history_is_written_in_boxes_that_stay_small(writer, reader, folder):
    frames = [os.urandom(1000) for _ in range(1000)]
    writer.write(frames)
    assert set(reader.read()) == set(frames)
    assert all(path.stat().st_size < 2 * FULL_BOX_BYTES for path in folder.iterdir())


def test_after_a_restart_a_new_box_begins(writer, folder, reader):
    writer.write([b"before"])
    opened(folder, A).write([b"after"])
    assert len(list(folder.iterdir())) == 2
    assert sorted(reader.read()) == [b"after", b"before"]


def test_a_device_that_was_restored_from_a_backup_reads_what_it_had_written(writer, folder):
    writer.write([b"of the lost branch"])
    assert opened(folder, A).read() == [b"of the lost branch"]


class TestCarriers:
    """What a carrier does to files."""

    def test_half_a_file_is_read_as_far_as_it_goes_and_later_to_its_end(self, writer, reader, folder):
        writer.write([b"first", b"second"])
        whole = box(folder).read_bytes()
        box(folder).write_bytes(whole[:-3])
        assert reader.read() == [b"first"]
        box(folder).write_bytes(whole)
        assert reader.read() == [b"second"]

    @pytest.mark.parametrize("name", [f"{A}.1.sync-conflict-20261129.box", f"{A}.1.box.1", f"{A}.1 (copy).box"])
    def test_conflict_copies_are_read_too(self, writer, reader, folder, name):
        writer.write([b"frame"])
        box(folder).rename(folder / name)
        assert reader.read() == [b"frame"]

    def test_an_older_version_in_its_place_takes_nothing_away(self, writer, reader, folder):
        writer.write([b"first"])
        older = box(folder).read_bytes()
        writer.write([b"second"])
        assert len(reader.read()) == 2
        box(folder).write_bytes(older)
        assert reader.read() == []

    @pytest.mark.parametrize("harm", [Path.unlink, lambda path: path.write_bytes(b"\0\0\0\1x")])
    def test_what_was_taken_out_is_written_again_when_it_is_sent_again(self, writer, folder, harm):
        writer.write([b"first"])
        harm(box(folder))
        writer.write([b"first"])
        assert b"first" in opened(folder, B).read()

    def test_nothing_is_appended_to_a_box_that_was_changed(self, writer, reader, folder):
        writer.write([b"first"])
        box(folder).write_bytes(b"\0\0\1\0cut")
        writer.write([b"second"])
        assert reader.read() == [b"second"]


class TestStrangers:
    """Nothing in the folder is trusted."""

    @pytest.mark.parametrize(
        "content",
        [
            b"",
            b"\0\0\0",
            b"\0\0\0\0",
            b"\xff\xff\xff\xff" + b"x" * 100,
            (LARGEST_FRAME_BYTES + 1).to_bytes(4, "big") + b"x" * (LARGEST_FRAME_BYTES + 1),
            b"no box at all",
        ],
    )
    def test_what_is_no_box_gives_nothing(self, reader, folder, content):
        (folder / f"{A}.1.box").write_bytes(content)
        assert reader.read() == []

    @pytest.mark.parametrize("name", ["short.1.box", "x" * 16 + ".1.box", f"{A}.1.txt", f"{A}.1.box.writing", ".box"])
    def test_other_files_are_passed_over(self, reader, folder, name):
        (folder / name).write_bytes(b"\0\0\0\1x")
        assert reader.read() == []

    def test_links_pipes_and_folders_are_not_followed(self, reader, folder, tmp_path):
        outside = tmp_path / "outside"
        outside.write_bytes(b"\0\0\0\1x")
        (folder / f"{A}.1.box").symlink_to(outside)
        os.mkfifo(folder / f"{A}.2.box")
        (folder / f"{A}.3.box").mkdir()
        assert reader.read() == []

    def test_a_huge_file_is_not_read(self, reader, folder):
        path = folder / f"{A}.1.box"
        path.write_bytes(b"\0\0\0\1x")
        os.truncate(path, 1 << 40)
        assert reader.read() == []

    def test_a_file_that_cant_be_read_hinders_nobody(self, writer, reader, folder, monkeypatch):
        writer.write([b"frame"])
        (folder / f"{A}.2.box").symlink_to("/nowhere")
        assert reader.read() == [b"frame"]

    def test_very_much_is_read_little_by_little(self, writer, reader, monkeypatch):
        monkeypatch.setattr(boxes_module, "MOST_AT_ONCE_BYTES", FULL_BOX_BYTES)
        frames = {os.urandom(LARGEST_FRAME_BYTES) for _ in range(5)}
        writer.write(frames)
        found: set[bytes] = set()
        calls = 0
        while found != frames:
            calls += 1
            found.update(reader.read())
        assert calls > 1

    @pytest.mark.parametrize("end", ["", ".writing"])
    def test_a_link_in_place_of_a_whisper_is_not_written_through(self, writer, reader, folder, tmp_path, end):
        outside = tmp_path / "outside"
        outside.write_bytes(b"as it was")
        (folder / f"{A}.heads.whisper{end}").symlink_to(outside)
        writer.put("heads", b"data")
        assert outside.read_bytes() == b"as it was"
        assert reader.whispers() == [Whisper(A, "heads", b"data")]

    @pytest.mark.parametrize("end", ["", ".writing"])
    def test_a_pipe_in_place_of_a_whisper_is_not_waited_for(self, writer, reader, folder, end):
        os.mkfifo(folder / f"{A}.heads.whisper{end}")
        writer.put("heads", b"data")
        assert reader.whispers() == [Whisper(A, "heads", b"data")]

    def test_a_folder_in_which_somebody_has_everything_is_no_hindrance(self, writer, reader, folder):
        for number in range(MOST_FILES + 1):
            (folder / f"holiday-{number}.jpeg").touch()
        writer.write([b"frame"])
        writer.put("heads", b"data")
        assert (reader.read(), reader.whispers()) == ([b"frame"], [Whisper(A, "heads", b"data")])

    def test_a_box_of_crumbs_is_read_as_far_as_a_box_goes(self, reader, folder):
        crumbs = b"".join(b"\0\0\0\3" + number.to_bytes(3, "big") for number in range(10_000))
        (folder / f"{A}.1.box").write_bytes(crumbs)
        assert len(reader.read()) == MOST_IN_BOX

    def test_no_more_comes_at_once_than_is_taken_in(self, reader, folder):
        frames = [number.to_bytes(3, "big") for number in range(10_000)]
        for number, at in enumerate(range(0, len(frames), 2000)):
            (folder / f"{A}.{number}.box").write_bytes(
                b"".join(b"\0\0\0\3" + frame for frame in frames[at : at + 2000])
            )
        came = [reader.read() for _ in range(4)]
        assert max(map(len, came)) <= MOST_AT_ONCE == MOST_WAITING_FRAMES
        assert sorted(frame for some in came for frame in some) == frames

    def test_what_is_known_of_others_frames_is_bounded(self, reader, folder, monkeypatch):
        monkeypatch.setattr(boxes_module, "MOST_KNOWN", 100)
        for number in range(300):
            path = folder / f"{number:016x}.1.box"
            path.write_bytes(b"\0\0\0\3%03d" % number)
            assert reader.read() == [b"%03d" % number]
            path.unlink()
        assert len(reader._known) <= 101

    def test_very_many_whispers_are_heard_little_by_little(self, reader, folder):
        for number in range(20):
            (folder / f"{number:016x}.heads.whisper").write_bytes(bytes(LARGEST_FRAME_BYTES))
        heard = [reader.whispers() for _ in range(5)]
        assert max(map(len, heard)) <= 5
        assert len({whisper.device for some in heard for whisper in some}) == 20

    def test_a_whisper_that_nobody_could_open_is_not_read(self, reader, folder):
        (folder / f"{A}.heads.whisper").write_bytes(bytes(LARGEST_FRAME_BYTES + 1))
        assert reader.whispers() == []


class TestDisks:
    def test_on_a_full_disk_none_is_written_and_it_can_be_tried_again(self, writer, reader, monkeypatch):
        writer.write([b"before"])
        write_all = durable.write_all

        def full(descriptor: int, data: bytes) -> None:
            write_all(descriptor, data[:6])
            raise OSError(errno.ENOSPC, "no space")

        monkeypatch.setattr(durable, "write_all", full)
        with pytest.raises(OSError, match="no space"):
            writer.write([b"while it was full"])
        monkeypatch.undo()
        writer.write([b"while it was full"])
        assert sorted(reader.read()) == [b"before", b"while it was full"]

    def test_two_that_take_each_other_for_themselves_lose_nothing(self, folder, reader):
        """A data folder that was copied to another machine."""
        one, other = opened(folder, A), opened(folder, A)
        one.write([b"one"])
        other.write([b"other"])
        one.write([b"one more"])
        assert sorted(reader.read()) == [b"one", b"one more", b"other"]


class TestWhispers:
    def test_the_last_of_each_kind_is_there_once(self, writer, reader):
        writer.put("heads", b"1")
        writer.put("heads", b"2")
        writer.put("wanted", b"3")
        assert sorted(reader.whispers()) == [Whisper(A, "heads", b"2"), Whisper(A, "wanted", b"3")]
        assert reader.whispers() == []

    def test_nobody_hears_oneself(self, writer):
        writer.put("heads", b"1")
        assert writer.whispers() == []

    def test_the_same_again_is_heard_again(self, writer, reader):
        for _ in range(2):
            writer.put("heads", b"1")
            assert reader.whispers() == [Whisper(A, "heads", b"1")]

    @pytest.mark.parametrize("name", [f"{A}.heads", f"{A}.he4ds.whisper", f"{A}..whisper", "heads.whisper"])
    def test_other_names_are_no_whispers(self, reader, folder, name):
        (folder / name).write_bytes(b"x")
        assert reader.whispers() == []
