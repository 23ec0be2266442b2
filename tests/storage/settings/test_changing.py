"""One setting is changed in a person's file, and nothing else: not a comment, not an order, not what is unknown."""

import stat
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tomlkit.exceptions import TOMLKitError

from facilitator.files.durable import StorageError
from facilitator.storage.settings.changing import change
from facilitator.storage.settings.config import load_config

MINE = """\
# My settings, since 2024.
theme = "dark"   # the room has no windows
later = 3        # what a newer program knows

[keys]           # as in my editor
next = "f9"

[cues]
end = "none"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "config.toml"
    file.write_text(MINE, "utf-8")
    return file


def test_only_the_value_is_another_afterwards(file: Path):
    change(file, "theme", "light")
    assert file.read_text("utf-8") == MINE.replace('"dark" ', '"light" ')


def test_a_key_is_added_to_its_table_and_taken_out_again(file: Path):
    change(file, "live.curtain", "ctrl+k", "keys")
    assert file.read_text("utf-8") == MINE.replace('"f9"\n', '"f9"\n"live.curtain" = "ctrl+k"\n')
    change(file, "live.curtain", None, "keys")
    assert file.read_text("utf-8") == MINE


def test_without_a_file_one_is_made_for_its_owner_alone(tmp_path: Path):
    file = tmp_path / "data" / "config.toml"
    change(file, "bell", False)
    assert load_config(file).config.bell is False
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_file_that_others_could_read_is_its_owners_afterwards(file: Path):
    file.chmod(0o644)
    change(file, "bell", True)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_file_that_stands_elsewhere_behind_a_link_is_changed_there(file: Path, tmp_path: Path):
    link = tmp_path / "link.toml"
    link.symlink_to(file)
    change(link, "theme", "light")
    assert link.is_symlink()
    assert load_config(file).config.theme == "light"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("bell = true\ntheme = \n", ":2:9: warning: Invalid value"),
        ('keys = "n"', ":1:1: warning: keys: expected a table"),
        ("theme = 'a\xff'", "it is not UTF-8"),
    ],
)
def test_one_that_cannot_be_parsed_is_left_alone_and_said_with_its_place(file: Path, text, place):
    file.write_bytes(text.encode("latin-1"))
    with pytest.raises(StorageError) as told:
        change(file, "next", "f8", "keys")
    assert place in str(told.value)
    assert str(told.value).endswith("Nothing was changed in it: fix that first.")
    assert file.read_bytes() == text.encode("latin-1")


def test_where_nothing_can_be_written_the_reason_is_said(file: Path, monkeypatch: pytest.MonkeyPatch):
    def full(descriptor: int, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("facilitator.files.durable.write_all", full)
    with pytest.raises(StorageError, match="can't be written: the disk is full"):
        change(file, "theme", "light")
    assert file.read_text("utf-8") == MINE


NAMES = st.sampled_from(["theme", "bell", "later", "next", "live.curtain"])
LINES = st.lists(
    st.sampled_from(
        ['theme = "dark"', "bell = true # loud", "[keys]", 'next = "f9"', "keys.x = '1'", "[[odd]]", "# so", ""]
    )
)


@given(LINES, NAMES, st.one_of(st.none(), st.booleans(), st.text(max_size=8)), st.sampled_from(["", "keys", "cues"]))
def test_whatever_stands_in_it_no_other_setting_changes(tmp_path_factory, lines, name, value, table):
    file = tmp_path_factory.mktemp("settings") / "config.toml"
    text = "\n".join(lines)
    file.write_text(text, "utf-8")
    try:
        change(file, name, value, table)
    except StorageError:
        assert file.read_text("utf-8") == text
        return
    before, after = tomllib.loads(text), tomllib.loads(file.read_text("utf-8"))
    inner = after.get(table, {}) if table else after
    assert inner.get(name) == value
    for settings in (before, after):
        (settings.setdefault(table, {}) if table else settings).pop(name, None)
    assert before == after
    assert [line for line in text.splitlines() if line.startswith("#")] == [
        line for line in file.read_text("utf-8").splitlines() if line.startswith("#")
    ]


def test_what_only_the_writer_cannot_read_is_left_alone_and_said(file: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(text: str) -> None:
        raise TOMLKitError("not today")

    file.write_text("bell = true\n")
    monkeypatch.setattr("tomlkit.parse", refuse)
    with pytest.raises(StorageError, match=r"can't be changed\. Nothing was changed in it"):
        change(file, "theme", "light")
    assert file.read_text("utf-8") == "bell = true\n"
