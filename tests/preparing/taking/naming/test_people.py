"""The panel and the competencies that a guide lists."""

from facilitator.preparing.drafting.agenda_draft import DraftAgenda
from facilitator.preparing.taking.ledger import Ledger
from facilitator.preparing.taking.naming.people import add_names, take_competencies, take_panel
from tests.preparing.made import tree


def test_a_panel_is_a_list_of_names_with_roles_and_flags():
    draft = DraftAgenda()
    (branch,) = tree("## Panel\n- ana: Ana Ruiz, CFO (lead)\n- Ben (shadow)\n  - joins late\n")
    assert take_panel(branch, draft, Ledger())
    assert [(one.id, one.name, one.role, one.lead, one.shadow) for one in draft.panel] == [
        ("ana", "Ana Ruiz", "CFO", True, False),
        ("", "Ben", "", False, True),
    ]


def test_names_behind_a_label_are_a_panel_too():
    draft = DraftAgenda()
    (branch,) = tree("Interviewers: Ana, Ben and Cleo\n")
    add_names(branch, "Ana, Ben and Cleo", draft)
    assert [one.name for one in draft.panel] == ["Ana", "Ben", "Cleo"]


def test_competencies_have_anchors_of_scores():
    draft = DraftAgenda()
    (branch,) = tree("## Competencies\n- craft: Craft\n  - 1: none\n  - 5: much\n  - what\n")
    assert take_competencies(branch, draft, Ledger())
    assert [(one.id, one.name, one.anchors) for one in draft.competencies] == [
        ("craft", "Craft", {1: "none", 5: "much"})
    ]


def test_without_a_list_there_is_neither():
    (branch,) = tree("## Panel\nWe will see.\n")
    assert not take_panel(branch, DraftAgenda(), Ledger())
    assert not take_competencies(branch, DraftAgenda(), Ledger())
