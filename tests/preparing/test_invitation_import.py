"""An invitation becomes an agenda with its time and panel; what is unsure is asked."""

from pathlib import Path

import pytest

from facilitator.preparing.guide_import import import_guide
from facilitator.preparing.invitation_import import agenda_for, candidate_of, import_invitation
from facilitator.preparing.manuscript.office.from_calendar import invitations
from facilitator.preparing.taking.account import TakenAs
from facilitator.preparing.taking.import_choices import ImportChoices
from tests.preparing.manuscript.office.calendars import ATS, GOOGLE, OUTLOOK

AGENDA = """\
title: Sales
panel:
  - {id: ana, name: Ana Ruiz, lead: true}
segments:
  - {title: Talk, length: 60m, lead: ana}
  - {title: Your questions, kind: candidate_questions, length: 15m}
"""


@pytest.fixture
def agenda(tmp_path: Path) -> Path:
    path = tmp_path / "sales.yaml"
    path.write_text(AGENDA, "utf-8")
    return path


def test_time_zone_length_and_panel_are_those_of_the_invitation(agenda: Path):
    found = import_invitation(GOOGLE.encode(), "a.ics", ImportChoices(agenda=agenda))
    made = found.loaded.agenda
    assert made is not None
    assert (made.starts, made.timezone, made.length_seconds) == ("2026-12-01 10:00", "Europe/Berlin", 5400)
    assert [(one.id, one.name, one.lead) for one in made.panel] == [
        ("ana", "Ana Ruiz", True),
        ("ben-okafor", "Ben Okafor", False),
    ]
    assert found.candidate == "Robin Reyes"
    assert "the invitation is for 1h30m, the agenda takes 1h15m" in [one.message for one in found.loaded.complaints]


def test_every_property_is_accounted_for(agenda: Path):
    found = import_invitation(GOOGLE.encode(), "a.ics", ImportChoices(agenda=agenda))
    (invitation,) = invitations(GOOGLE.encode())
    assert [one.piece for one in found.taken] == [one.piece for one in invitation.properties]
    assert all(one.why for one in found.taken if one.role == TakenAs.LEFT_OUT)
    assert [one.piece.text for one in found.taken if one.guess] == ["ATTENDEE: Robin Reyes, robin@example.org"]


def test_who_the_candidate_is_and_which_agenda_is_asked_if_it_is_unsure():
    messages = [one.message for one in import_invitation(OUTLOOK.encode(), "a.ics", ImportChoices()).loaded.complaints]
    assert messages == [
        "it isn't clear who the candidate is; those invited are: Robin Reyes",
        "it isn't clear which agenda 'Interview' goes by; name one",
    ]


@pytest.mark.parametrize("year", ["0206", "9999"])
def test_a_year_that_cannot_be_meant_is_asked_about(agenda: Path, year: str):
    content = GOOGLE.replace("20261201", f"{year}1201").encode()
    found = import_invitation(content, "a.ics", ImportChoices(agenda=agenda))
    assert any("can't be right; say when it starts" in one.message for one in found.loaded.complaints)
    told = import_invitation(content, "a.ics", ImportChoices(agenda=agenda, starts="2026-12-01 10:00")).loaded.agenda
    assert told is not None
    assert told.starts == "2026-12-01 10:00"


def test_the_user_names_the_candidate():
    (invitation,) = invitations(OUTLOOK.encode())
    assert candidate_of(invitation, "") is None
    named = candidate_of(invitation, "robin reyes")
    assert named is not None
    assert named.address == "robin@example.org"


def test_a_rule_chooses_the_agenda_unless_two_disagree(agenda: Path):
    (invitation,) = invitations(GOOGLE.encode())
    assert agenda_for(invitation, ImportChoices(rules=(("vp sales", agenda), ("engineer", Path("b"))))) == agenda
    assert agenda_for(invitation, ImportChoices(rules=(("vp sales", agenda), ("interview", Path("b"))))) is None


def test_of_several_events_one_is_chosen(agenda: Path, tmp_path: Path):
    path = tmp_path / "a.ics"
    path.write_text(ATS, "utf-8")
    assert import_guide(path).alternatives == (
        "Phone screen - Robin Reyes (Engineer), 2026-12-01 09:00",
        "Debrief, 2026-12-01 10:00",
    )
    found = import_guide(path, ImportChoices(part="1", agenda=agenda))
    assert found.candidate == "Robin Reyes"
    assert found.loaded.agenda is not None
    assert found.loaded.agenda.timezone == "UTC"
