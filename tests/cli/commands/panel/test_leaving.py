"""Remove: what people type in the shell to take somebody off a panel, and what they are told."""

from tests.cli.shell import program
from tests.workspace.shared.devices import Devices


def test_somebody_is_removed_after_a_question(tmp_path, monkeypatch):
    with Devices(tmp_path) as devices:
        devices.open(devices.host)
        devices.joined("bo", "bo")
    data = ("--data-dir", devices.host.home.root)
    asked = program(*data, "remove", "bo", devices.session, stdin="n\n")
    assert asked.returncode == 1
    assert "This takes Bo Chen (b) off the panel" in asked.stdout
    assert "Nobody was removed" in asked.stderr
    done = program(*data, "remove", "bo", devices.session, "--yes")
    assert "Bo Chen is off the panel." in done.stdout
    assert "taken off the panel" in program(*data, "panel", devices.session).stdout
    theirs = program("--data-dir", devices.root / "bo", "panel", devices.session)
    assert "b, Bo Chen, this device, taken off the panel." in theirs.stdout


def test_what_cant_be_is_told_in_words(tmp_path):
    with Devices(tmp_path) as devices:
        pass
    refused = program("--data-dir", devices.host.home.root, "remove", "bo", devices.session, "--yes")
    assert refused.returncode == 2
    assert "Bo Chen has no device on the panel." in refused.stderr


def test_an_interview_is_carried_in_a_file(tmp_path):
    with Devices(tmp_path) as devices:
        devices.open(devices.host)
        devices.joined("bo", "bo")
    file = tmp_path / "panel.carry"
    said = program("--data-dir", devices.host.home.root, "carry", file, devices.session).stdout
    assert said.startswith("Taken in: 0 new.")
    assert f"{file} holds " in said
    theirs = program("--data-dir", devices.root / "bo", "carry", file, devices.session).stdout
    assert theirs.startswith("Taken in: ")
    file.write_bytes(b"something else")
    refused = program("--data-dir", devices.host.home.root, "carry", file, devices.session)
    assert refused.returncode == 2
    assert "stays as it is" in refused.stderr


def test_what_the_lead_erases_goes_everywhere_and_the_panel_says_who_has(tmp_path):
    with Devices(tmp_path) as devices:
        devices.open(devices.host)
        devices.joined("bo", "bo")
    ann, bo, session = devices.host.home.root, devices.root / "bo", devices.session
    erased = program("--data-dir", ann, "erase", session, "--yes")
    assert "on every device of its panel" in erased.stdout
    assert "b hasn't answered yet." in program("--data-dir", ann, "panel", session).stdout
    heard = program("--data-dir", bo, "panel", session)
    assert "was erased by its lead, on every device: here as well" in heard.stderr
    told = program("--data-dir", ann, "panel", session).stdout
    assert told.splitlines() == ["a, this device, has erased it.", "b has erased it."]
    assert program("--data-dir", ann, "carry", tmp_path / "x.carry", session).stdout.startswith(
        "The interview was erased"
    )
