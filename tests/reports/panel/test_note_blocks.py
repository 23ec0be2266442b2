"""Notes under their competencies: without what the heading says, and with who was there for its owner."""

from msgspec.structs import replace

from facilitator.domain.debrief.debrief import debrief
from facilitator.reports import export_text
from tests.domain.interviews import Room, agenda, part


def test_a_tag_that_the_heading_says_is_left_out_under_it(final_round):
    under = export_text(final_round, "md").partition("### Pipeline building")[2].partition("### ")[0]
    assert "partners feed my successor's\"\n" in under


def test_a_focus_area_says_who_sat_in_for_whom_it_belongs_to():
    owned = agenda(part("Talk", "10m"))
    owned = replace(owned, competencies=(replace(owned.competencies[0], owners=("bo",)), *owned.competencies[1:]))

    def focus(script: str) -> str:
        room = Room(owned, f"{script}\n5:00 /start")
        lines = export_text(debrief(room.session, room.at("6:00")), "md").splitlines()
        return next(line for line in lines if line.startswith("Focus area of "))

    assert focus("1:00 /absent bo") == "Focus area of Bo Ek."
    assert focus("1:00 /standin Dana Roth for bo") == "Focus area of Bo Ek (Dana Roth in their place)."
    assert focus("1:00 /standin Dana Roth for bo\n2:00 /arrived bo") == "Focus area of Bo Ek."
