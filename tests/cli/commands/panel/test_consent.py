"""Before what can't be taken back the shell says what comes of it, and asks."""

from tests.cli.shell import program
from tests.workspace.shared.devices import Devices


def test_a_note_is_erased_after_a_question(tmp_path):
    with Devices(tmp_path, "of zanzibar\nanother") as devices:
        pass
    data = ("--data-dir", devices.host.home.root)
    asked = program(*data, "erase", devices.session, "--note", "n1", stdin="n\n")
    assert asked.returncode == 1
    assert "This erases note a1, “of zanzibar”, for good, on every device" in asked.stdout
    assert "Nothing was erased." in asked.stderr
    done = program(*data, "erase", devices.session, "--note", "a1", "--yes")
    assert done.stdout.endswith("Note a1 is erased.\n")
    assert not [path for path in devices.root.rglob("*.journal") if b"zanzibar" in path.read_bytes()]


def test_what_cant_be_is_told_in_words(tmp_path):
    with Devices(tmp_path, "a note") as devices:
        pass
    data = ("--data-dir", devices.host.home.root)
    assert "There is no note a7." in program(*data, "erase", devices.session, "--note", "7", "--yes").stderr
    assert "Which session has the note?" in program(*data, "erase", "--candidate", "X", "--note", "7").stderr
    program(*data, "hold", devices.session, "--reason", "a complaint")
    refused = program(*data, "erase", devices.session, "--note", "1", "--yes")
    assert refused.returncode == 2
    assert "a complaint. Nothing of it was erased." in refused.stderr


def test_what_was_undone_is_erased_by_that_word(tmp_path):
    with Devices(tmp_path, "of zanzibar\n/undo\nanother") as devices:
        pass
    data = ("--data-dir", devices.host.home.root)
    done = program(*data, "erase", devices.session, "--note", "undone", "--yes")
    assert "This erases the undone note, “of zanzibar”, for good, on every device" in done.stdout
    assert not [path for path in devices.root.rglob("*.journal") if b"zanzibar" in path.read_bytes()]
