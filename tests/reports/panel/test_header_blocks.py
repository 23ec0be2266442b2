"""The head of the debrief: who was there; and of an interview that wasn't held, that it wasn't, in the first line."""

import pytest

from facilitator.domain.debrief.debrief import Debrief, debrief
from facilitator.domain.facts.kinds.notes import NoteTaken
from facilitator.domain.facts.kinds.panel import DeviceAdmitted, DeviceRemoved
from facilitator.domain.plan.agenda import Competency
from facilitator.domain.session.fold import fold
from facilitator.reports import Audience, Extent, Options, export, export_text
from tests.domain.interviews import Room, agenda, ask, part
from tests.domain.session.panels import PANEL, event

PLAN = agenda(
    part("Talk", "10m", questions=[ask("aims", must=True, owner="bo", each=True)]),
    part("Closing", "5m"),
    purpose="To find out.",
)


def report(script: str) -> Debrief:
    talk = Room(PLAN, script)
    return debrief(talk.session, talk.conductor.now())


def text(script: str, audience: Audience = Audience.PANEL) -> str:
    return export_text(report(script), "md", Options(audience=audience))


def test_the_panel_is_told_as_it_was():
    said = text("0:00 /start\n1:00 /standin Dana Roth for bo\n2:00 /end")
    assert "**Panel:** Ann Lee (lead); Bo Ek (absent); Cy Roy (shadow); Dana Roth (for Bo Ek, joined 10:01)" in said


def test_who_left_is_told_when():
    said = text("0:00 /start\n1:00 bo> hello\n2:00 /absent bo\n3:00 /end")
    assert "Bo Ek (left 10:02)" in said


@pytest.mark.parametrize(
    ("script", "title", "why"),
    [
        ("0:00 /noshow", "Did not take place", "The interview did not take place: the candidate didn't come."),
        ("0:00 /cancel flu", "Did not take place", "The interview did not take place: flu."),
        (
            "0:00 /start\n4:00 /cancel fire alarm",
            "Cut off",
            "The interview was cut off after 4:00: fire alarm.",
        ),
        (
            "0:00 /with Eva Holm\n0:10 /noshow",
            "Did not take place",
            "The interview did not take place: Eva Holm didn't",
        ),
    ],
)
def test_the_first_lines_say_that_it_wasnt_held_and_why(script: str, title: str, why: str):
    first, _, second, *_ = text(script).splitlines()
    assert first == f"# {title}: A round"
    assert second.strip("*").startswith(why)


@pytest.mark.parametrize("audience", [Audience.PANEL, Audience.LEAD])
@pytest.mark.parametrize("script", ["0:00 /noshow", "0:00 /cancel flu", "0:00 /start\n4:00 /cancel flu"])
def test_nothing_is_missed_and_nothing_expected(script: str, audience: Audience):
    said = text(script, audience)
    for pretended in ("Must-ask", "not given", "has not", "Nothing is decided"):
        assert pretended not in said


def test_of_what_never_began_there_are_no_times_and_no_coverage():
    said = text("0:00 she is stuck in the lift\n5:00 /noshow")
    assert "she is stuck in the lift" in said
    for heading in ("Decision", "Evidence", "Coverage", "Time"):
        assert f"## {heading}" not in said


def test_what_was_recommended_before_it_was_cut_off_is_told():
    said = text("0:00 /start\n1:00 /recommend yes\n4:00 /cancel fire alarm")
    assert "| Recommendation | yes |" in said
    assert "not given" not in said


def test_the_next_round_and_the_candidate_are_told_no_more_than_was():
    assert "did not take place" in text("0:00 /noshow", Audience.NEXT_ROUND)
    letter = text("0:00 /cancel flu", Audience.CANDIDATE)
    assert "Our conversation did not take place." in letter
    assert "Thank you" not in letter
    assert "flu" not in letter
    assert "had to end early" in text("0:00 /start\n1:00 /cancel flu", Audience.CANDIDATE)


HELD = "0:00 /with Dana Ng\n0:10 /standin Dana Roth for bo\n1:00 /start\n2:00 dana> hello @dana\n3:00 /cover 1 by dana"


def test_a_stand_in_has_a_column_in_the_sheets_and_their_name_everywhere():
    sheets = export(report(HELD), "csv").content
    assert isinstance(sheets, dict)
    heading, row, *_ = sheets["coverage.csv"].splitlines()
    assert dict(zip(heading.split(","), row.split(","), strict=True))["by dana"] == "covered"
    assert "Dana Roth" in text(HELD, Audience.NEXT_ROUND)


def test_redacted_the_panel_keeps_its_names_those_who_came_as_well():
    said = export_text(report(HELD), "md", Options(redact=True))
    assert "Dana Roth (for Bo Ek)" in said
    assert "Dana Ng" not in said


def test_what_the_lead_misses_is_missed_of_those_who_are_there():
    plan = agenda(part("Talk", "5m"), competencies=(Competency(id="craft", name="Craft", owners=("bo",)),))
    talk = Room(plan, "0:00 /standin Dana Roth for bo\n1:00 /start\n2:00 /recommend yes\n5:00 /end")
    said = export_text(debrief(talk.session, talk.conductor.now()), "md", Options(audience=Audience.LEAD))
    assert "Dana Roth has not rated Craft." in said
    assert "Dana Roth has not given a recommendation." in said
    assert "Bo Ek has not" not in said


MINUTE = 60_000
SECOND_OF_BO = event("j4", 14, DeviceAdmitted(device="bo-2", seat="bo", letter="e"))
SHARED = debrief(
    fold(
        (
            *PANEL,
            SECOND_OF_BO,
            event("n", 41 * MINUTE, NoteTaken(text="the last from this one"), by="bo"),
            event("r", 42 * MINUTE, DeviceRemoved(device="bo-1")),
            event("m", 24 * 60 * MINUTE, NoteTaken(text="a day later"), by="bo", device="bo-2"),
        )
    ),
    0,
)
RECORDED_ON = (
    "4 devices: Ann Lee (a) until 10:42; Bo Ek (b) until 10:41, then taken off the panel; Cy Roy (c), nothing yet; "
    "Bo Ek (e) until 2 December, 10:00"
)


@pytest.mark.parametrize("audience", [Audience.PANEL, Audience.LEAD])
def test_of_a_shared_interview_it_says_whose_devices_it_comes_from_and_up_to_when(audience: Audience):
    assert f"- **Recorded on:** {RECORDED_ON}\n" in export_text(SHARED, "md", Options(audience=audience))


@pytest.mark.parametrize("format_name", ["html", "text", "slack", "vault"])
def test_every_full_form_says_so_redacted_as_well(format_name: str):
    said = export_text(SHARED, format_name, Options(extent=Extent.FULL, redact=True))
    assert RECORDED_ON[:60] in " ".join(said.split())


def test_neither_the_page_to_decide_from_nor_others_are_told_on_what_it_was_recorded():
    assert "Recorded on" not in export_text(SHARED, "md", Options(extent=Extent.BRIEF))
    for audience in (Audience.NEXT_ROUND, Audience.CANDIDATE):
        assert "Recorded on" not in export_text(SHARED, "md", Options(audience=audience))


def test_of_an_interview_on_one_device_it_says_nothing():
    assert "Recorded on" not in text("0:00 /start")
