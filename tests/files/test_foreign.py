"""What lies in a file of ours is read as foreign text: cleaned, bounded, and from no link."""

import os
import tracemalloc
from pathlib import Path

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from facilitator.domain.text.plain_text import clean
from facilitator.files import foreign

HOSTILE = ["\x1b]52;c;aGk=\x07", "\x7f", "\x9b31m", "\u202e", "\u2066", "a\rb", "a\tb", "\u2028"]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_acts_on_a_terminal_is_taken_out(text):
    assert foreign.decoded(msgspec.json.encode([text]), list[str]) == [clean(text)]


@given(st.text(st.characters(exclude_categories=["Cs"])))
@example("C:\\users\\0")
def test_text_that_is_passed_over_quickly_has_nothing_in_it_that_acts(text):
    if foreign.is_harmless(msgspec.json.encode(text)):
        assert all(clean(sign) or sign == "" for sign in text)


def test_no_link_is_followed(tmp_path):
    (tmp_path / "there").write_text("secret")
    (tmp_path / "link").symlink_to(tmp_path / "there")
    with pytest.raises(OSError, match="symbolic"):
        foreign.content(tmp_path / "link")


def test_nobody_waits_at_a_pipe(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert foreign.content(tmp_path / "pipe") == b""


def test_no_more_is_read_than_may_be_there(tmp_path):
    (tmp_path / "large").write_bytes(b"x" * 11)
    with pytest.raises(OSError, match="too large"):
        foreign.content(tmp_path / "large", 10)


def test_a_single_text_is_bounded(monkeypatch):
    monkeypatch.setattr(foreign, "LONGEST_TEXT", 10)
    json = msgspec.json.encode({"k" * 11: ["x" * 11, "y" * 10]})
    assert not foreign.is_harmless(json)
    assert foreign.cleaned(msgspec.json.decode(json)) == {"k" * 9 + "…": ["x" * 9 + "…", "y" * 10]}


def test_settings_may_be_a_link_that_their_owner_has_put_there(tmp_path):
    (tmp_path / "there").write_text("theme")
    (tmp_path / "link").symlink_to(tmp_path / "there")
    assert foreign.content(tmp_path / "link", opener=foreign.open_settings) == b"theme"


@pytest.mark.parametrize(
    ("mode", "of_folder", "is_read"), [(0o664, 0o700, True), (0o644, 0o755, True), (0o664, 0o755, False)]
)
def test_settings_that_others_could_have_written_are_not_read(tmp_path, mode, of_folder, is_read):
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "config").write_text("cues")
    (folder / "config").chmod(mode)
    folder.chmod(of_folder)
    if is_read:
        assert foreign.content(folder / "config", opener=foreign.open_settings) == b"cues"
    else:
        with pytest.raises(OSError, match=f"others can write to it.*chmod go-w {folder}"):
            foreign.content(folder / "config", opener=foreign.open_settings)


def test_settings_of_another_user_are_not_read(tmp_path, monkeypatch):
    (tmp_path / "config").write_text("cues")
    monkeypatch.setattr("facilitator.files.foreign.os.getuid", lambda: 4711)
    owner = (tmp_path / "config").stat().st_uid
    if owner == 0:
        os.chown(tmp_path / "config", 4712, -1)
    with pytest.raises(OSError, match="belongs to another user"):
        foreign.content(tmp_path / "config", opener=foreign.open_settings)


def test_settings_are_a_file(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="isn't a file"):
        foreign.content(tmp_path / "pipe", opener=foreign.open_settings)


def test_reading_takes_memory_for_what_is_there_not_for_what_could_be(tmp_path):
    (tmp_path / "small").write_bytes(b"x" * 5000)
    tracemalloc.start()
    try:
        assert len(foreign.content(tmp_path / "small", 1 << 28)) == 5000
        assert tracemalloc.get_traced_memory()[1] < 1 << 22
    finally:
        tracemalloc.stop()


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path):
    with (tmp_path / "large").open("wb") as file:
        file.truncate(1 << 30)
    tracemalloc.start()
    try:
        with pytest.raises(OSError, match="too large"):
            foreign.content(tmp_path / "large", 1 << 28)
        assert tracemalloc.get_traced_memory()[1] < 1 << 22
    finally:
        tracemalloc.stop()


def test_what_doesnt_say_how_long_it_is_is_read_as_far_as_it_may_be():
    with Path("/dev/zero").open("rb") as endless, pytest.raises(OSError, match="too large"):
        foreign.all_within(endless, (1 << 20) + 7)
