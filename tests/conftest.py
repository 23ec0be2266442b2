"""Keeps the developer's machine out of the tests: its home, terminal, clipboard, time zone and language."""

import gc
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from textual.css.model import RuleSet
from textual.css.parse import parse

pytest_plugins = ["tests.disks", "tests.final_round", "tests.skips", "tests.time_limit"]

# A loaded machine is slow, not wrong; so no deadlines. In CI the same examples every time.
settings.register_profile("local", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("local"), derandomize=True, database=None, print_blob=True)
# For `make mutants`: few, nothing to shrink.
settings.register_profile(
    "mutants", settings.get_profile("ci"), max_examples=10, phases=[Phase.explicit, Phase.generate]
)
settings.load_profile("ci" if os.environ.get("CI") else "local")

TERMINAL = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "TZ": "UTC"}

# What would tell the program about the machine it is tested on.
PERSONAL = (
    "BROWSER",
    "COLUMNS",
    "DISPLAY",
    "EDITOR",
    "FACILITATOR_HOME",
    "FORCE_COLOR",
    "LINES",
    "NO_COLOR",
    "SSH_CONNECTION",
    "SSH_TTY",
    "STY",
    "TMUX",
    "VISUAL",
    "WAYLAND_DISPLAY",
)

os.environ.update(TERMINAL)
time.tzset()
# A script ignores Ctrl+C for what it runs in the background, and what that starts would too.
signal.signal(signal.SIGINT, signal.default_int_handler)

FIRST_LOOK_FOR_GARBAGE = 20_000
"""After how many new objects; Python's own 700 have a fifth of a screen's test spent on looking."""


def pytest_collection_finish() -> None:
    """Never search the tests themselves for garbage: they are most of what there is, and stay."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(FIRST_LOOK_FOR_GARBAGE)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a person who has never used the program; `FACILITATOR_HOME` is `library` in it."""
    home = tmp_path / "home"
    home.mkdir()
    for name in PERSONAL:
        monkeypatch.delenv(name, raising=False)
    # But for where the snapshot plugin puts its report.
    for name in [name for name in os.environ if name.startswith("TEXTUAL") and not name.startswith("TEXTUAL_SNAPSHOT")]:
        monkeypatch.delenv(name)
    for name, value in TERMINAL.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("FACILITATOR_HOME", str(home / "library"))
    for kind in ("CACHE", "CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(home / kind.lower()))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(home))
    monkeypatch.delenv("TMPDIR", raising=False)
    monkeypatch.setattr("facilitator.files.elsewhere.LASTING", ())
    monkeypatch.setattr("facilitator.files.elsewhere.FLEETING", ())
    return home


@pytest.fixture(autouse=True)
def patient_with_disks(monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk of a loaded machine is slow, and doesn't hang; a test in which one does says after how long."""
    monkeypatch.setattr("facilitator.files.patience.HANGING_SECONDS", 60.0)


@pytest.fixture(autouse=True)
def still_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """No animations: a picture shows where things end up. (The environment is read before this file is.)"""
    monkeypatch.setattr("textual.constants.TEXTUAL_ANIMATIONS", "none")


@pytest.fixture(scope="session", autouse=True)
def rules_read_once() -> Iterator[None]:
    """Read each style sheet once for all the programs that run within the tests: it is most of a small one's start."""
    known: dict[tuple[Any, ...], list[RuleSet]] = {}

    def parse_once(
        scope: str,
        css: str,
        read_from: tuple[str, str],
        variables: dict[str, str] | None = None,
        variable_tokens: Any = None,
        **how: Any,
    ) -> list[RuleSet]:
        tokens = frozenset((name, *(token.value for token in of)) for name, of in (variable_tokens or {}).items())
        key = (scope, css, read_from, frozenset((variables or {}).items()), tokens, frozenset(how.items()))
        if key not in known:
            known[key] = list(parse(scope, css, read_from, variables, variable_tokens, **how))
        return known[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("textual.css.stylesheet.parse", parse_once)
        yield


@pytest.fixture
def cheap_guesses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passphrases cost what they did in an earlier version, a quarter; what they cost, `test_seals.py` says."""
    monkeypatch.setattr("facilitator.conducting.sealing.seals._COST", "passphrase")


class HostileFolder:
    """The current folder, with programs and modules of somebody else's under the names of those that are needed."""

    MODULES = ("facilitator/__init__", "jinja2", "msgspec", "pyperclip", "sitecustomize", "subprocess", "usercustomize")
    PROGRAMS = ("xclip", "xsel", "wl-copy", "wl-paste", "pbcopy", "pbpaste", "xdg-open", "open")

    def __init__(self, folder: Path) -> None:
        self._marks = folder / "ran"
        self._marks.mkdir()
        for name in self.MODULES:
            module = folder / f"{name}.py"
            module.parent.mkdir(exist_ok=True)
            module.write_text(f"open({str(self._marks / name.replace('/', '.'))!r}, 'w').close()\n")
        for name in self.PROGRAMS:
            program = folder / name
            program.write_text(f"#!/bin/sh\n: > {self._marks / name}\n")
            program.chmod(0o700)

    def ran(self) -> list[str]:
        """What of it has run."""
        return sorted(mark.name for mark in self._marks.iterdir())


@pytest.fixture
def hostile_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> HostileFolder:
    """A current folder that is also where the environment says that modules and programs are."""
    folder = tmp_path / "hostile"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("PYTHONPATH", str(folder))
    monkeypatch.setenv("PATH", os.pathsep.join([".", "", os.environ["PATH"]]))
    return HostileFolder(folder)
