"""Whoever runs the program has a name for others, whatever the machine knows of them."""

import pytest

from facilitator.storage.places.user import user


def test_a_user_is_called_as_the_machine_calls_them(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("LOGNAME", "robin\x1b[2J")
    assert user() == "robin[2J"


@pytest.mark.parametrize("error", [KeyError("uid"), OSError("no name")])
def test_a_user_without_a_name_is_somebody(monkeypatch: pytest.MonkeyPatch, error: Exception):
    def unknown() -> str:
        raise error

    monkeypatch.setattr("getpass.getuser", unknown)
    assert user() == "somebody"
