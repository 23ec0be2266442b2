"""A shell learns the completion from one command."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.shell import facilitator, ran


def test_bash_completes_with_what_is_printed(tmp_path: Path):
    bash = shutil.which("bash")
    assert bash
    (tmp_path / "facilitator").write_text(f'#!/bin/sh\nexec {sys.executable} -m facilitator "$@"\n')
    (tmp_path / "facilitator").chmod(0o700)
    script = (
        f'PATH="{tmp_path}:$PATH"; source <("{tmp_path}/facilitator" completion bash) && '
        "COMP_WORDS=(facilitator reh) COMP_CWORD=1 && _facilitator_completion facilitator reh facilitator && "
        'echo "${COMPREPLY[@]}"'
    )
    answer = subprocess.run([bash, "--norc", "-c", script], capture_output=True, text=True, timeout=60, check=True)
    assert answer.stdout.split() == ["rehearse"]


@pytest.mark.parametrize(("shell", "words"), [("zsh", "compdef"), ("fish", "complete --no-files")])
def test_the_others_have_theirs(shell: str, words: str):
    printed = ran("completion", shell)
    assert words in printed
    assert "_FACILITATOR_COMPLETE" in printed


@pytest.mark.skipif(not shutil.which("fish"), reason="fish isn't installed here")
def test_fish_shows_what_a_command_does_beyond_a_comma(tmp_path: Path):
    (tmp_path / "facilitator").write_text(f'#!/bin/sh\nexec {sys.executable} -m facilitator "$@"\n')
    (tmp_path / "facilitator").chmod(0o700)
    script = f'set -x PATH "{tmp_path}" $PATH; facilitator completion fish | source; complete -C "facilitator che"'
    answer = subprocess.run(
        [shutil.which("fish") or "", "--no-config", "-c", script],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert answer.stdout == "check\tCheck an agenda, and get advice on it.\n"


def test_another_shell_is_refused_with_those_that_there_are():
    refused = facilitator("completion", "tcsh")
    assert refused.exit_code == 2
    assert "'bash', 'zsh', 'fish'" in refused.output
