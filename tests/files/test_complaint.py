"""What is wrong in a file reads as a compiler writes it: file, line, column, and what was probably meant."""

import pytest

from facilitator.files.complaint import Complaint


@pytest.mark.parametrize(
    ("complaint", "said"),
    [
        (Complaint("a.yaml", 3, 5, "no key 'nme'", "name"), "a.yaml:3:5: error: no key 'nme' (did you mean 'name'?)"),
        (Complaint("a.yaml", 1, 1, "the file is empty"), "a.yaml:1:1: error: the file is empty"),
        (Complaint("config.toml", 2, 1, "so what", severity="warning"), "config.toml:2:1: warning: so what"),
    ],
)
def test_it_reads_as_a_compiler_writes_it(complaint, said):
    assert str(complaint) == said
