"""An editor has the terminal until it ends; what is wrong then can be put right at once."""

from pathlib import Path

import pytest

from tests.terminal.program import Spawn


def test_what_is_wrong_after_saving_is_said_and_the_file_opens_again(
    spawn: Spawn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    agenda = tmp_path / "mine.yaml"
    agenda.write_text("title: Mine\nsegments:\n  - {title: Talk, length: 5m}\n")
    editor = tmp_path / "editor"
    editor.write_text(
        '#!/bin/sh\nprintf "Replace length by: "\nread word\nsed -i.bak "s/le[a-z]*h[a-z]*:/$word:/" "$1"\n'
    )
    editor.chmod(0o700)
    monkeypatch.setenv("EDITOR", str(editor))
    terminal = spawn("edit", agenda, columns=300)
    terminal.wait_for("Replace length by:")
    terminal.type("lenght\r")
    terminal.wait_for("no key 'lenght'")
    terminal.wait_for("Edit it again")
    terminal.type("\r")
    terminal.wait_for("(?s)Replace length by:.*Replace length by:")
    terminal.type("length\r")
    terminal.wait_for("nothing to complain of")
    assert terminal.wait_for_exit() == 0
