"""What the panel reads: what matters first, evidence before ratings, recommendations last."""

from msgspec.structs import replace

from facilitator.domain.debrief.debrief import debrief
from facilitator.reports import export_text
from tests.domain.interviews import Room, agenda, part


def test_what_is_missing_and_owed_is_on_the_first_page(final_round):
    glance = export_text(final_round, "md").partition("## At a glance")[2].partition("\n## ")[0]
    assert "Must-asks not asked: q9." in glance
    assert "2 answers owed to the candidate." in glance


def test_what_is_known_of_the_clock_ends_with_one_full_stop(final_round):
    session = replace(final_round.session, clock_marks=("The wall clock was set 1h forward.",))
    assert "- About the clock: The wall clock was set 1h forward.\n" in export_text(
        replace(final_round, session=session), "md"
    )


def test_evidence_stands_before_ratings_and_recommendations_last(final_round):
    source = export_text(final_round, "md")
    competency = source.partition("### Forecast and economics")[2].partition("\n### ")[0]
    assert competency.index("concern") < competency.index("What the ratings mean") < competency.index("4 strong")
    assert source.rindex("\n## ") == source.index("\n## Recommendations")


def test_a_note_that_a_rating_names_has_its_number(final_round):
    [first, *others] = final_round.competencies
    [note] = [note for note in final_round.notes if note.id == first.notes[0]]
    named = replace(first, ratings=(replace(first.ratings[0], notes=(note.id,)),))
    source = export_text(replace(final_round, competencies=(named, *others)), "md")
    assert f"**+ strength** · n{note.number}: Partner channel" in source


def test_a_tag_that_the_heading_says_is_left_out_under_it(final_round):
    source = export_text(final_round, "md")
    under, notes = source.partition("### Pipeline building")[2].partition("## Notes")[::2]
    assert "a year after she left\n" in under
    assert "a year after she left #pipeline\n" in notes


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
