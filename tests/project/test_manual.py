"""The manual page says what the program says of itself."""

import re
import shutil
import subprocess

import click
import pytest

from facilitator.cli import cli
from tests.manual import MANUAL, manual


def test_it_is_up_to_date():
    assert MANUAL.read_text(encoding="utf-8") == manual(), "make pictures writes it anew"


def test_every_command_has_a_section_with_its_options():
    text = manual().replace("\\-", "-")
    for name in cli.list_commands(click.Context(cli)):
        assert re.search(rf"^\.SS facilitator {name}( |$)", text, re.MULTILINE)
    assert "\\fB--candidate NAME\\fR" in text


def test_no_line_of_a_text_is_taken_for_a_request():
    requests = {line.split()[0] for line in manual().split("\n") if line.startswith((".", "'"))}
    assert requests <= {'.\\"', ".TH", ".SH", ".SS", ".TP", ".PP", ".B", ".nf", ".fi"}


@pytest.mark.may_skip("whether a machine has groff is its own affair")
@pytest.mark.skipif(not shutil.which("groff"), reason="groff formats it")
def test_it_can_be_formatted_without_a_complaint():
    run = subprocess.run(["groff", "-man", "-ww", "-Tutf8", "-Kutf8"], input=manual().encode(), capture_output=True)
    assert run.returncode == 0
    assert run.stderr == b""
    assert b"facilitator demo" in re.sub(rb".\x08", b"", run.stdout)
