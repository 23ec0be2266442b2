"""A draft becomes the nodes of an agenda file: names become ids."""

from facilitator.agenda_files.nodes import Scalar
from facilitator.preparing.drafting.drafted_nodes import entry, written_length
from facilitator.preparing.manuscript.manuscript import FilePlace
from tests.preparing.made import agenda_in, complaints, imported


def test_owners_are_found_on_the_panel_by_id_name_or_role():
    agenda = agenda_in("## Panel\n- ar: Ana Ruiz, CFO\n## A (5 min, Ana)\n- Why?\n## B (5 min, CFO)\n")
    assert [part.lead for part in agenda.segments] == ["ar", "ar"]


def test_without_a_panel_the_owners_are_one():
    agenda = agenda_in("## A (5 min, Ana)\n- Why?\n## B (5 min, Ben)\n")
    assert [one.name for one in agenda.panel] == ["Ana", "Ben"]


def test_somebody_who_is_not_on_the_panel_is_told():
    assert "'Zoe' isn't on the panel; left out as the owner" in complaints(
        "## Panel\n- Ana\n## A (5 min, Zoe)\n- Why?\n"
    )


def test_what_stands_with_the_name_of_somebody_else_is_kept_whole():
    said = "Zoe “Thank you all for coming in today, I really mean it.”"
    comment = f"guessed: “{said}” isn't on the panel; left out as the owner"
    for part in (f"- Owner: {said}\n- Why?\n", f"| Question | Owner |\n|---|---|\n| Why? | {said} |\n"):
        assert comment in imported(f"## Panel\n- Ana\n## A (5 min)\n{part}").yaml


def test_names_that_are_alike_have_ids_of_their_own():
    agenda = agenda_in("## Panel\n- Ana\n- ANA!\n## A (5 min)\n- Why?\n")
    assert [one.id for one in agenda.panel] == ["ana", "ana-2"]


def test_what_is_in_the_front_matter_and_in_the_guide_is_told():
    assert any(
        "keep one" in one for one in complaints("---\npanel: [{id: x}]\n---\n## Panel\n- Ana\n## A (5 min)\n- Why?\n")
    )


def test_values_are_never_read_as_null_and_negative_lengths_keep_their_sign():
    value = entry("ask", "null", FilePlace(1)).value
    assert isinstance(value, Scalar)
    assert not value.is_null
    assert written_length(-60) == "-1m"
