"""The time zone that this device is set to, by the name that calendars know."""

from pathlib import Path

import pytest

from facilitator.workspace.local_zone import local_zone


@pytest.mark.parametrize(
    ("setting", "zone"), [("Europe/Berlin", "Europe/Berlin"), (":Asia/Tokyo", "Asia/Tokyo"), ("EST5EDT,M3.2.0", "UTC")]
)
def test_what_the_environment_says_comes_first(monkeypatch: pytest.MonkeyPatch, setting, zone):
    monkeypatch.setenv("TZ", setting)
    assert local_zone() == zone


def test_else_it_is_what_the_system_links_to(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("TZ")
    monkeypatch.setattr(Path, "readlink", lambda path: Path("/usr/share/zoneinfo/America/Lima"))
    assert local_zone() == "America/Lima"


def test_where_it_cannot_be_told_it_is_utc(monkeypatch: pytest.MonkeyPatch):
    class Unknown:
        name = "local"

    def no_link(path: Path) -> Path:
        raise OSError(22, "Invalid argument")

    monkeypatch.delenv("TZ")
    monkeypatch.setattr(Path, "readlink", no_link)
    monkeypatch.setattr("pendulum.tz.local_timezone", Unknown)
    assert local_zone() == "UTC"
