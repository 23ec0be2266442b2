"""What is pasted isn't shown, and what is none is told."""

import pytest

from tests.cli.shell import program

AGENDA = "vp-sales-final"


def test_a_pass_is_asked_for_or_in_a_file_and_what_is_none_is_told(tmp_path):
    data = ("--data-dir", tmp_path / "ann")
    (tmp_path / "wrong.pass").write_text("facilitator-router1-abc")
    for arguments, typed in ((("--router", tmp_path / "wrong.pass"), ""), (("--router",), "facilitator-router1-abc\n")):
        answer = program(*data, "host", AGENDA, *arguments, stdin=typed)
        assert answer.returncode == 2
        assert "--router: The router's pass is damaged" in answer.stderr
    assert not (tmp_path / "ann" / "sessions").exists()


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("--router", "/nowhere/at/all.pass"), "/nowhere/at/all.pass can't be read: there is no such file."),
        (("--router", "--listen"), "Either the others connect to this device"),
        (("--router",), "That isn't a router's pass"),
    ],
)
def test_what_cant_be_is_told_in_words(tmp_path, arguments, why):
    answer = program("--data-dir", tmp_path / "ann", "host", AGENDA, *arguments, stdin="no pass\n")
    assert answer.returncode in (1, 2)
    assert why in answer.stderr
