"""Every piece is accounted for, once."""

from facilitator.preparing.taking.account import TakenAs
from facilitator.preparing.taking.ledger import NOT_UNDERSTOOD, Ledger
from tests.preparing.made import manuscript, tree

TEXT = "# A\n\n---\n\ntext\n"


def test_what_is_noted_first_counts_unless_it_is_corrected():
    ledger = Ledger()
    (root,) = tree(TEXT)
    ledger.note(root, TakenAs.TITLE)
    ledger.note(root, TakenAs.PURPOSE)
    assert ledger.account(manuscript(TEXT))[0].role == TakenAs.TITLE
    ledger.correct(root, TakenAs.NOTE, guess="after all")
    assert ledger.account(manuscript(TEXT))[0].role == TakenAs.NOTE


def test_nothing_is_missing_from_the_account():
    account = Ledger().account(manuscript(TEXT))
    assert [(one.role.value, one.why) for one in account] == [
        ("left out", NOT_UNDERSTOOD),
        ("markup", ""),
        ("left out", NOT_UNDERSTOOD),
    ]


def test_a_branch_is_left_out_with_all_below_it():
    ledger = Ledger()
    (root,) = tree(TEXT)
    ledger.leave_out(root, "no use")
    assert [one.why for one in ledger.account(manuscript(TEXT))] == ["no use", "", "no use"]


def test_guesses_come_behind_what_was_noted_whenever_they_were_made():
    (branch,) = tree("Hello\n")
    ledger = Ledger()
    ledger.guess(branch.block.place, "late")
    ledger.note(branch, TakenAs.NOTE, guess="early")
    (taken,) = ledger.account(manuscript("Hello\n"))
    assert taken.guess == "early; late"
