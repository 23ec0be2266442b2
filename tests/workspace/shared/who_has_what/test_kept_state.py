"""What a device knew of the others stays beside the journal, without anybody waiting for it."""

import os

import pytest

from facilitator.sharing.heads import DeviceHead, Heard
from facilitator.sharing.panel_state import PanelState
from facilitator.sharing.right_now.typing_now import Presence, Seen
from facilitator.workspace.shared.who_has_what import kept_state
from facilitator.workspace.shared.who_has_what.kept_state import KeptState, last_heard
from facilitator.workspace.workspace import Workspace

OWN, OTHER, THIRD = "a" * 16, "b" * 16, "c" * 16
KEEPS = {OWN: DeviceHead(7, bytes(8))}


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for the disk as long as it takes: a busy machine isn't mistaken for one that hangs."""
    monkeypatch.setattr(kept_state, "CLOSING_SECONDS", 60)


@pytest.fixture
def kept(tmp_path) -> KeptState:
    home = Workspace(tmp_path / "data", warn=print).home
    home.sessions.mkdir(parents=True)
    return KeptState(home, "s")


def state(heard_at: int = 5) -> PanelState:
    return PanelState(OWN, keeps=KEEPS, heard={OTHER: Heard(4, heard_at, False, KEEPS)}, trouble="It is down.")


def test_what_the_others_said_and_what_is_down_is_known_later(kept, tmp_path):
    kept.close(state())
    found = KeptState(Workspace(tmp_path / "data", warn=print).home, "s").load()
    assert found is not None
    assert (found.heard, found.trouble) == (state().heard, "It is down.")


def test_who_was_gone_is_known_and_not_who_was_typing(kept):
    seen = {OTHER: Seen(Presence.AWAY, 1, 2), THIRD: Seen(Presence.TYPING, 1, 2)}
    kept.close(PanelState(OWN, seen=seen))
    found = kept.load()
    assert found is not None
    assert list(found.seen) == [OTHER]


def test_what_is_in_the_journal_is_not_kept_twice(kept, tmp_path):
    kept.close(PanelState(OWN, keeps=KEEPS, words={OTHER: "one two three four"}))
    assert b"three" not in (tmp_path / "data/sessions/s.heard").read_bytes()


def test_whoever_isnt_heard_this_time_is_still_known_from_before(kept, tmp_path):
    kept.close(state())
    again = KeptState(Workspace(tmp_path / "data", warn=print).home, "s")
    again.close(PanelState(OWN, heard={THIRD: Heard(9, 9, False, {})}))
    found = again.load()
    assert found is not None
    assert list(found.heard) == [OTHER, THIRD]


def test_of_several_words_of_one_device_the_last_counts():
    early, late = Heard(1, 9, False, {}), Heard(2, 3, True, {})
    assert last_heard({OTHER: early}, {OTHER: late, THIRD: early}) == last_heard(
        {OTHER: late, THIRD: early}, {OTHER: early}
    )
    assert last_heard({OTHER: early}, {OTHER: late}) == {OTHER: late}


def test_the_same_is_written_once(kept, tmp_path):
    kept.close(state())
    (tmp_path / "data/sessions/s.heard").unlink()
    kept.close(state())
    assert kept.load() is None
    kept.close(state(heard_at=6))
    assert kept.load() is not None


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"{", b"[]", b"\xff", b'{"device":"a","heard":{"b":[1]}}'),
        b'{"device":"a","heard":{"b":[4611686018427387904,0,true,{}]}}',
        b'{"device":"a","newer_field":%b%b}' % (b"[" * 5000, b"]" * 5000),
    ],
)
def test_what_cant_be_read_is_as_good_as_not_there(kept, tmp_path, content):
    (tmp_path / "data/sessions/s.heard").write_bytes(content)
    assert kept.load() is None


def test_where_it_cant_be_written_nobody_minds(tmp_path):
    KeptState(Workspace(tmp_path / "nowhere", warn=print).home, "s").close(state())
    assert not os.path.lexists(tmp_path / "nowhere")
