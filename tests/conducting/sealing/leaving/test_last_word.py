"""A last word is believed of whoever signed it, of that panel, and of nothing else."""

import pytest

from facilitator.conducting.sealing.leaving.last_word import LastWord, panel_hash, spoken_by, who_said
from facilitator.conducting.sealing.signing import Signer
from tests.conducting.packed_panels import PANEL, secret

HASH = panel_hash(PANEL)
SAID = spoken_by(secret("ann"), LastWord.ERASE, HASH)


def test_it_names_the_device_that_said_it():
    assert who_said(LastWord.ERASE, SAID, HASH) == Signer(secret("ann"), PANEL).device


@pytest.mark.parametrize(
    ("word", "said", "panel"),
    [
        (LastWord.ERASED, SAID, HASH),
        (LastWord.ERASE, SAID, panel_hash("f" * 32)),
        (LastWord.ERASE, SAID[:-1], HASH),
        (LastWord.ERASE, SAID + b"x", HASH),
        (LastWord.ERASE, SAID[:40] + bytes(56), HASH),
        (LastWord.ERASE, bytes(96), HASH),
        (LastWord.ERASE, b"", HASH),
    ],
)
def test_another_word_of_another_panel_and_what_is_forged_is_nobodys(word, said, panel):
    assert who_said(word, said, panel) == ""


def test_it_says_nothing_of_the_panel():
    assert PANEL.encode() not in SAID
    assert bytes.fromhex(PANEL) not in SAID
