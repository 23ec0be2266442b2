"""Whoever looks at the list of processes learns of nobody: what a child is told goes through a pipe."""

import ast
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from facilitator import child_process
from facilitator.cli import cli
from facilitator.delivery import clipboard
from facilitator.delivery.cues import facts
from facilitator.domain.debrief.debrief import Debrief
from facilitator.domain.time.alerts import Moment
from facilitator.reports import Options, export_text
from facilitator.storage.card_keys import CardKeys
from facilitator.workspace import exports
from tests.domain.interviews import Room, agenda, part

PROJECT = Path(__file__).resolve().parents[2]
CANDIDATE, NOTE, KEY = "Zanzibar Quill", "walked out on a Tuesday", b"lisbon-canary-of-thirty-two-byte"
SAYS_WHAT_IT_SEES = 'for word in "$0" "$@"; do echo "$word"; done >> {told}; export -p >> {told}'
STARTERS = {
    "subprocess": {"Popen", "run", "call", "check_call", "check_output", "getoutput", "getstatusoutput"},
    "os": {"system", "popen", "posix_spawn", "posix_spawnp", "fork", "forkpty", "startfile"},
}
PREFIXES = ("exec", "spawn")


@pytest.fixture
def seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], str]:
    """Returns all that children of ours, and theirs, have on their command lines and in their environments."""
    told = tmp_path / "told"
    folder = tmp_path / "bin"
    folder.mkdir()
    programs = {
        "xclip": 'case "$*" in *-o) cat "$0.board";; *) cat > "$0.board";; esac',
        "xdg-open": "true",
        "open": "true",
        "note-it": f"cat > {tmp_path}/heard",
        "my-editor": "true",
    }
    for name, text in programs.items():
        (folder / name).write_text(f"#!/bin/sh\n{SAYS_WHAT_IT_SEES.format(told=told)}\n{text}\n")
        (folder / name).chmod(0o700)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    monkeypatch.setenv("DISPLAY", ":7")
    monkeypatch.setenv("VISUAL", "my-editor --wait")
    for patient in (
        "delivery.clipboard",
        "reports.template.template",
    ):  # how soon they answer counts elsewhere
        monkeypatch.setattr(f"facilitator.{patient}.LIMIT_SECONDS", 60)
    begun: list[Any] = []
    begin = subprocess.Popen.__init__

    def noted(child: Any, arguments: Any, *more: Any, **named: Any) -> None:
        begun.append((arguments, named.get("env")))
        begin(child, arguments, *more, **named)

    monkeypatch.setattr(subprocess.Popen, "__init__", noted)
    return lambda: repr(begun) + told.read_text()


def test_no_child_has_a_name_a_note_or_a_key_on_its_command_line_or_in_its_environment(
    seen: Callable[[], str], final_round: Debrief, tmp_path: Path
):
    CardKeys(tmp_path / "s.keys").add("k", KEY)
    text = f"{CANDIDATE}: {NOTE} {KEY.decode()}"
    (tmp_path / "mine.md.j2").write_text("{{ session.candidate }}")
    (tmp_path / "mine.yaml").write_text(f"title: Talk\npurpose: {NOTE}\nlength: 5m\nsegments: []\n")

    rendered = export_text(final_round, "md", Options(template=tmp_path / "mine.md.j2"))
    assert clipboard.copy(text, terminal=tmp_path / "none").how is clipboard.How.TOOL
    assert exports.opened(tmp_path / "2026-12-01-vp-sales-3f2a-debrief.html")
    room = Room(agenda(part("Talk", "10m")), "0:00 /start")
    cue = facts(room.session, Moment.OVERTIME, room.at("0:01"))

    child_process.tell("note-it", "word", given=cue + text.encode(), limit_seconds=20)
    CliRunner().invoke(cli, ["edit", str(tmp_path / "mine.yaml")])

    assert rendered == "Ilse Brandt"
    assert NOTE in (tmp_path / "heard").read_text()
    seen_of_all = seen()
    for program in ("template_process", "clipboard_process", "xclip", "note-it", "my-editor", "open"):
        assert program in seen_of_all, "it was started"
    for secret in (CANDIDATE, "Zanzibar", "Ilse", "Brandt", NOTE, "Tuesday", KEY.decode(), KEY.hex()):
        assert secret not in seen_of_all


def test_children_are_started_in_one_place():
    found = {
        path.relative_to(PROJECT).as_posix()
        for path in (PROJECT / "facilitator").rglob("*.py")
        if any(starts_one(node) for node in ast.walk(ast.parse(path.read_text("utf-8"))))
    }
    assert found == {"facilitator/child_process.py"}


def starts_one(node: ast.AST) -> bool:
    """Return whether a process is started there."""
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
        return False
    module, name = ast.unparse(node.func.value), node.func.attr
    return name in STARTERS.get(module, ()) or (module == "os" and name.startswith(PREFIXES))
