"""Invitations in the forms in which Google, Outlook and applicant tracking systems send them, made up.

What each gives, and what it leaves to be asked, is written out.
"""

import warnings
from pathlib import Path
from typing import NamedTuple

import pytest

from facilitator.domain.plan.agenda import Agenda
from facilitator.preparing.guide_import import import_guide
from facilitator.preparing.imported import Imported
from facilitator.preparing.manuscript.office.from_calendar import invitations
from facilitator.preparing.taking.account import TakenAs
from facilitator.preparing.taking.import_choices import ImportChoices

INVITES = Path(__file__).parent / "invites"
AGENDA = "title: Sales\nsegments:\n  - {title: Talk, length: 60m}\n"
IN_UTC = "the time is in UTC, which may not be the local time there"


class Given(NamedTuple):
    starts: str
    timezone: str | None
    minutes: int
    candidate: str
    panel: tuple[str, ...]
    told: tuple[str, ...] = ()


GIVEN = {
    "google-utc": Given(
        "2026-12-03 14:00", "UTC", 60, "Robin Reyes", ("Marit Lindqvist", "daniel"), (IN_UTC,)
    ),
    "google-zone": Given("2026-12-03 09:00", "America/New_York", 90, "Robin Reyes", ("Marit Lindqvist",)),
    "google-repeats": Given(
        "2026-12-03 09:00", "America/New_York", 30, "Robin Reyes", ("Marit Lindqvist",),
        ("it repeats; only the first time is taken",),
    ),
    "google-cancels": Given(
        "2026-12-03 14:00", "UTC", 60, "Robin Reyes", ("Marit Lindqvist",),
        ("it is a cancellation: this interview won't take place", IN_UTC),
    ),
    "outlook-windows-zone": Given(
        "2026-12-03 15:00", "Europe/Berlin", 90, "Robin Reyes", ("Marit Lindqvist", "Daniel Owusu")
    ),
    "outlook-attachment": Given(
        "2026-12-03 15:00", "Europe/Berlin", 90, "Robin Reyes", ("Marit Lindqvist", "Daniel Owusu")
    ),
    "outlook-customized-zone": Given(
        "2026-12-03 14:00", "UTC", 90, "Robin Reyes", ("Marit Lindqvist", "Daniel Owusu"),
        (f"'Customized Time Zone' isn't a known time zone; {IN_UTC}",),
    ),
    "outlook-long-zone": Given(
        "2026-12-03 14:00", "UTC", 90, "Robin Reyes", ("Marit Lindqvist", "Daniel Owusu"),
        (f"'(UTC+01:00) Amsterdam, Berlin, Bern, Ro…' isn't a known time zone; {IN_UTC}",),
    ),
    "outlook-vcalendar": Given(
        "2026-12-03 14:00", "UTC", 60, "", ("Lead",),
        ("nobody is invited, so it isn't known who the candidate is", IN_UTC),
    ),
    "ats-interviewers-only": Given(
        "2026-12-03 14:00", "UTC", 45, "Robin Reyes", ("Daniel Owusu", "Priya Raghunathan"), (IN_UTC,)
    ),
    "ats-several": Given("2026-12-03 10:00", "Europe/Berlin", 45, "Robin Reyes", ("Lena Ott", "Marit Lindqvist")),
    "ats-floating": Given(
        "2026-12-03 15:00", None, 30, "Robin Reyes", ("Lena Ott", "Robin Ott"),
        ("it names no time zone: the time is that of this machine",),
    ),
    "ats-mozilla-zone": Given("2026-12-03 15:00", "Europe/Berlin", 30, "Robin Reyes", ("Lena Ott",)),
    "clock-change": Given("2026-11-01 00:30", "America/New_York", 180, "Robin Reyes", ("Lena Ott",)),
}  # fmt: skip

ASKED = {
    "google-whole-day": "the event has no time of day; say when the interview starts",
    "ats-offset": "the time zone 'GMT+0100' isn't known; name the one in which it is held",
    "unknown-zone": "the time zone 'Mars/Olympus' isn't known; name the one in which it is held",
}


@pytest.fixture
def agenda(tmp_path: Path) -> Path:
    path = tmp_path / "sales.yaml"
    path.write_text(AGENDA, "utf-8")
    return path


def taken(name: str, agenda: Path, starts: str = "", timezone: str = "") -> Imported:
    part = "1" if name in ("ats-several", "google-repeats") else ""
    choices = ImportChoices(agenda=agenda, part=part, starts=starts, timezone=timezone)
    return import_guide(INVITES / f"{name}.ics", choices)


def agenda_of(imported: Imported) -> Agenda:
    assert imported.loaded.agenda is not None, [str(one) for one in imported.loaded.complaints]
    return imported.loaded.agenda


def test_every_invitation_is_here():
    assert {path.stem for path in INVITES.iterdir()} == {*GIVEN, *ASKED}


@pytest.mark.parametrize("name", GIVEN)
def test_what_it_gives_and_what_is_told(name: str, agenda: Path):
    given = GIVEN[name]
    with warnings.catch_warnings(action="error"):
        imported = taken(name, agenda)
    made = agenda_of(imported)
    assert (made.starts, made.timezone, made.length_seconds) == (given.starts, given.timezone, given.minutes * 60)
    assert imported.candidate == given.candidate
    assert tuple(one.name for one in made.panel) == given.panel
    about_time = ("the invitation is for", "the segments add up")
    told = [one.message for one in imported.loaded.complaints if not one.message.startswith(about_time)]
    assert sorted(told) == sorted(given.told)


@pytest.mark.parametrize("name", ASKED)
def test_what_it_leaves_open_is_asked_and_nothing_is_made(name: str, agenda: Path):
    imported = taken(name, agenda)
    assert imported.loaded.agenda is None
    assert [one.message for one in imported.loaded.errors] == [ASKED[name]]


@pytest.mark.parametrize("name", [*GIVEN, *ASKED])
def test_every_property_is_accounted_for_and_no_room_is_a_panelist(name: str, agenda: Path):
    imported = taken(name, agenda)
    found = invitations((INVITES / f"{name}.ics").read_bytes())[0]
    assert [one.piece for one in imported.taken] == [one.piece for one in found.properties]
    rooms = [one for one in imported.taken if "Spree, room-" in one.piece.text or "resource" in one.piece.text]
    assert {(one.role, one.why) for one in rooms} <= {(TakenAs.LEFT_OUT, "a room or a device")}


def test_the_answers_to_what_is_asked_make_the_agenda(agenda: Path):
    whole_day = agenda_of(taken("google-whole-day", agenda, starts="10:00", timezone="Europe/Berlin"))
    assert (whole_day.starts, whole_day.timezone) == ("2026-12-03 10:00", "Europe/Berlin")
    unknown = agenda_of(taken("unknown-zone", agenda, timezone="Europe/Berlin"))
    assert (unknown.starts, unknown.timezone) == ("2026-11-01 00:30", "Europe/Berlin")


def test_a_time_in_utc_becomes_that_of_the_place(agenda: Path):
    made = taken("google-utc", agenda, timezone="Europe/Berlin")
    assert (agenda_of(made).starts, agenda_of(made).timezone) == ("2026-12-03 15:00", "Europe/Berlin")
    assert IN_UTC not in [one.message for one in made.loaded.complaints]


def test_an_interviewer_whom_the_title_names_is_not_taken_for_the_candidate(agenda: Path, tmp_path: Path):
    written = (INVITES / "ats-interviewers-only.ics").read_bytes()
    path = tmp_path / "invite.ics"
    path.write_bytes(written.replace(b"Candidate: Robin Reyes\\n", b""))
    imported = import_guide(path, ImportChoices(agenda=agenda))
    assert imported.candidate == ""
    assert [one.message for one in imported.loaded.errors] == [
        "it isn't clear who the candidate is; those invited are: Daniel Owusu, Priya Raghunathan"
    ]


def test_who_is_on_the_panel_already_gets_an_address_and_no_second_entry(tmp_path: Path):
    agenda = tmp_path / "sales.yaml"
    panel = "panel:\n  - {id: ceo, name: Marit Lindqvist}\n  - {id: cro, name: Priya Raghunathan}\n"
    agenda.write_text(panel + AGENDA, "utf-8")
    imported = taken("google-zone", agenda)
    assert [(one.id, one.email or "") for one in agenda_of(imported).panel] == [
        ("ceo", "marit@example.com"),
        ("cro", "priya@example.com"),
    ]
    assert "Priya Raghunathan is on the panel, but has declined" in [one.message for one in imported.loaded.complaints]


def test_whom_nobody_can_write_to_is_on_the_panel_without_an_address(agenda: Path, tmp_path: Path):
    written = (INVITES / "google-zone.ics").read_bytes()
    path = tmp_path / "invite.ics"
    path.write_bytes(written.replace(b"mailto:marit@example.com", b"invalid:nomail"))
    made = agenda_of(import_guide(path, ImportChoices(agenda=agenda)))
    assert [(one.name, one.email or "") for one in made.panel] == [("Marit Lindqvist", "")]


def test_a_name_turned_round_is_put_right():
    found = invitations((INVITES / "google-zone.ics").read_bytes())[0]
    assert found.organizer is not None
    assert found.organizer.name == "Marit Lindqvist"


def test_text_in_quoted_printable_is_read():
    found = invitations((INVITES / "outlook-vcalendar.ics").read_bytes())[0]
    assert found.title == "Gespräch Robin Reyes VP Sales"
    assert found.description == "Hallo\nTermin mit Robiné"
