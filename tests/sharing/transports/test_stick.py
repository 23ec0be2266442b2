"""A file that somebody carries about is read if it is what it should be, and otherwise refused in words."""

import pytest

from facilitator.conducting.sealing.group_key import LARGEST_FRAME_BYTES
from facilitator.sharing.transports import stick
from facilitator.sharing.transports.stick import MAGIC, Carried, NoStick, carried, carried_in, name_on, stick_of
from tests.conducting.packed_panels import PANEL

FRAMES = (b"1 one", b"1 two", b"1" + bytes(700))
WHOLE = stick_of(PANEL, FRAMES)


def test_what_was_written_is_read_again(tmp_path):
    path = tmp_path / name_on(PANEL)
    path.write_bytes(WHOLE)
    assert carried(path, PANEL) == Carried(FRAMES)
    assert carried_in(stick_of(PANEL, ()), PANEL) == Carried(())


@pytest.mark.parametrize("end", range(len(WHOLE) - 1, len(MAGIC) + 16, -37))
def test_of_one_that_is_cut_what_is_whole_is_read(end):
    found = carried_in(WHOLE[:end], PANEL)
    assert found.is_cut
    assert found.frames == FRAMES[: len(found.frames)]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "no panel was carried"),
        (b"my holiday pictures", "no panel was carried"),
        (MAGIC + b"abc", "cut at its beginning"),
        (stick_of("f" * 32, FRAMES), "carries another interview"),
        (WHOLE[: len(MAGIC) + 16] + (LARGEST_FRAME_BYTES + 1).to_bytes(4, "big") + b"1", "damaged, or made by"),
    ],
)
def test_what_is_something_else_is_refused(content, why):
    with pytest.raises(NoStick, match=why):
        carried_in(content, PANEL)


def test_one_that_is_too_large_is_never_read_into_memory(tmp_path, monkeypatch):
    monkeypatch.setattr(stick, "LARGEST_STICK_BYTES", 100)
    path = tmp_path / "huge"
    path.write_bytes(WHOLE)
    with pytest.raises(OSError, match="too large"):
        carried(path, PANEL)


def test_so_many_frames_and_no_more(monkeypatch):
    monkeypatch.setattr(stick, "MOST_FRAMES", 2)
    with pytest.raises(NoStick, match="damaged, or made by"):
        carried_in(WHOLE, PANEL)
