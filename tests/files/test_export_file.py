"""Files for exports: plain names, private, and nothing of the program's own choosing replaces anything."""

import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.files.export_file import NO_TRACES, create_file, create_folder, file_name, replace_file, written_before
from tests.reports.hostile import NASTY


@given(
    st.one_of(st.sampled_from(NASTY), st.text(), st.sampled_from(("..", ".", "/etc/passwd", "C:\\x", "\x00", "con")))
)
def test_whatever_a_session_is_called_its_file_is_one_plain_name(name):
    made = file_name(name, name, ".md")
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.")
    assert not made.startswith((".", "-"))
    assert made.count(".") == 1
    assert len(made) < 200


def test_a_name_that_is_taken_gets_the_next_free_number(tmp_path: Path):
    assert [create_file(tmp_path, "a.slack.txt", "x").name for _ in range(3)] == [
        "a.slack.txt",
        "a-2.slack.txt",
        "a-3.slack.txt",
    ]
    assert [create_folder(tmp_path, "a", {"b": "x"}).name for _ in range(2)] == ["a", "a-2"]


def test_a_link_in_the_way_is_not_followed(tmp_path: Path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder/a.md").symlink_to(tmp_path / "elsewhere")
    assert create_file(tmp_path / "folder", "a.md", "x").name == "a-2.md"
    assert not (tmp_path / "elsewhere").exists()


def test_a_file_that_is_replaced_is_private_afterwards_and_leaves_no_other(tmp_path: Path):
    path = tmp_path / "mine.md"
    path.write_text("before")
    path.chmod(0o644)
    replace_file(path, "after")
    assert path.read_text() == "after"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.glob(".*")) == []


def test_when_replacing_fails_the_old_file_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def fail(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "mine.md"
    path.write_text("before")
    monkeypatch.setattr("facilitator.files.durable.sync", fail)
    with pytest.raises(OSError, match="No space left"):
        replace_file(path, "after")
    assert path.read_text() == "before"
    assert list(tmp_path.glob(".*")) == []


def test_what_is_no_file_is_written_to():
    assert replace_file(Path("/dev/null"), "content") == Path("/dev/null")
    assert Path("/dev/null").is_char_device()


def test_where_no_traces_are_kept_nothing_is_known_to_be_ours(tmp_path: Path):
    (tmp_path / "mine.md").write_text("x")
    replace_file(tmp_path / "mine.md", "x")
    assert not NO_TRACES.wrote(tmp_path / "mine.md")


def test_the_file_that_was_written_before_is_found_with_its_number_unless_it_was_changed(tmp_path: Path):
    ours = NO_TRACES._replace(wrote=lambda path: path.name == "debrief-2.md")
    for name in ("debrief.md", "debrief-2.md"):
        (tmp_path / name).touch()
    assert written_before(tmp_path, "debrief.md", ours) == tmp_path / "debrief-2.md"
    assert written_before(tmp_path, "debrief.md", NO_TRACES) is None
