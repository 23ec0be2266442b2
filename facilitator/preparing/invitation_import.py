"""Make an agenda of an invitation: its time and panel, with the parts of an agenda that was chosen.

Which agenda, and who of those invited is the candidate, is said by the user or a rule, or follows from the invitation
without doubt; else it is asked.
"""

from collections.abc import Iterator
from pathlib import Path

from facilitator import agenda_files
from facilitator.agenda_files import Loaded
from facilitator.agenda_files.complaints import Complaints, Position, quoted
from facilitator.agenda_files.nodes import Mapping, Pair, Scalar, Sequence
from facilitator.domain.text.durations import length_text
from facilitator.domain.text.plain_text import comparable, first_few, slug
from facilitator.preparing.drafting.as_yaml import as_yaml
from facilitator.preparing.drafting.drafted_nodes import entry
from facilitator.preparing.imported import Imported
from facilitator.preparing.manuscript.manuscript import FilePlace, UnreadableFileError
from facilitator.preparing.manuscript.office.from_calendar import Invitation, Invited, invitations
from facilitator.preparing.taking.account import Taken, TakenAs
from facilitator.preparing.taking.import_choices import ImportChoices

_TOP = FilePlace(line=1)
_ROLES = {
    "SUMMARY": TakenAs.TITLE,
    "DTSTART": TakenAs.START,
    "DTEND": TakenAs.LENGTH,
    "DURATION": TakenAs.LENGTH,
    "ORGANIZER": TakenAs.PANELIST,
    "ATTENDEE": TakenAs.PANELIST,
}


def import_invitation(content: bytes, name: str, choices: ImportChoices) -> Imported:
    """Return the agenda of an invitation, and what was made of each of its properties."""
    complaints = Complaints(name)
    try:
        found = invitations(content)
    except UnreadableFileError as error:
        complaints.error(Position(), str(error))
        return Imported(Loaded(None, complaints.in_order()))
    names = tuple(f"{one.title}, {one.starts}" for one in found)
    chosen = _chosen(found, names, choices.part)
    if chosen is None:
        listed = ", ".join(f"{number}: {quoted(each)}" for number, each in enumerate(names, 1))
        complaints.error(Position(), f"the calendar has several events, of which one counts; choose a part: {listed}")
        return Imported(Loaded(None, complaints.in_order()), alternatives=names)
    for note in chosen.notes:
        complaints.warning(Position(), note)
    candidate = candidate_of(chosen, choices.candidate)
    _ask_what_is_unsure(chosen, candidate, choices, complaints)
    taken = tuple(_taken(chosen, candidate))
    agenda = agenda_for(chosen, choices)
    root = _root(chosen, candidate, agenda, complaints) if agenda and not complaints.has_errors else None
    loaded = agenda_files.read_nodes(root, complaints) if root else Loaded(None, complaints.in_order())
    yaml = as_yaml(root, {}) if root and loaded.agenda else ""
    return Imported(loaded, taken, yaml, candidate=candidate.name if candidate else "")


def _chosen(found: tuple[Invitation, ...], names: tuple[str, ...], part: str) -> Invitation | None:
    if len(found) == 1:
        return found[0]
    by_number = found[int(part) - 1 : int(part)] if part.isascii() and part.isdigit() and part != "0" else ()
    by_name = [one for one, name in zip(found, names, strict=True) if part and comparable(part) in comparable(name)]
    return next(iter((*by_number, *by_name)), None)


def candidate_of(invitation: Invitation, named: str) -> Invited | None:
    """Return the candidate: whom the user names, else the only one of those invited whom the title names."""
    people = [one for one in invitation.attendees if one != invitation.organizer]
    wanted = comparable(named)
    if wanted:
        found = [one for one in people if wanted in (comparable(one.name), one.address)]
        return found[0] if found else Invited(named, "")
    title = comparable(invitation.title)
    in_title = [one for one in people if comparable(one.name) and comparable(one.name) in title]
    return in_title[0] if len(in_title) == 1 else None


def agenda_for(invitation: Invitation, choices: ImportChoices) -> Path | None:
    """Return the agenda that the user names, else that of the only rule whose words are in the title."""
    if choices.agenda is not None:
        return choices.agenda
    title = comparable(invitation.title)
    fitting = {path for words, path in choices.rules if comparable(words) in title}
    return next(iter(fitting)) if len(fitting) == 1 else None


def _ask_what_is_unsure(
    invitation: Invitation, candidate: Invited | None, choices: ImportChoices, complaints: Complaints
) -> None:
    people = first_few([one.name for one in invitation.attendees])
    if not invitation.starts:
        complaints.error(Position(), "the event has no time of day: state when the interview starts in the agenda")
    if candidate is None and invitation.attendees:
        complaints.error(Position(), f"it isn't sure who the candidate is; name one of those invited: {people}")
    if agenda_for(invitation, choices) is None:
        complaints.error(Position(), f"it isn't sure which agenda {quoted(invitation.title)} has; name one")


def _taken(invitation: Invitation, candidate: Invited | None) -> Iterator[Taken]:
    for name, piece in invitation.properties:
        role = _ROLES.get(name)
        if name == "DESCRIPTION":
            yield Taken(piece, TakenAs.LEFT_OUT, "text of the invitation; the agenda has its own")
        elif role is None:
            yield Taken(piece, TakenAs.LEFT_OUT, "says nothing about the agenda")
        elif name == "ATTENDEE" and candidate and candidate.address and candidate.address in comparable(piece.text):
            yield Taken(piece, TakenAs.NOTE, guess="the candidate")
        else:
            yield Taken(piece, role)


def _root(invitation: Invitation, candidate: Invited | None, agenda: Path, complaints: Complaints) -> Mapping | None:
    """Return the nodes of the agenda with the time, zone and panel of the invitation."""
    loaded, root = agenda_files.load_with_nodes(agenda)
    if loaded.agenda is None or not isinstance(root, Mapping):
        complaints.error(Position(), f"the agenda {quoted(str(agenda))} has errors; check it first")
        return None
    planned = loaded.agenda.planned_seconds
    if invitation.length_seconds and invitation.length_seconds != planned:
        lasts = length_text(invitation.length_seconds)
        complaints.warning(Position(), f"the invitation is for {lasts}, the agenda takes {length_text(planned)}")
    entries = {pair.key.text: pair for pair in root.entries}
    entries["starts"] = entry("starts", invitation.starts, _TOP)
    if invitation.timezone:
        entries["timezone"] = entry("timezone", invitation.timezone, _TOP)
    if invitation.length_seconds:
        entries["length"] = entry("length", length_text(invitation.length_seconds), _TOP)
    there = {comparable(one.name) for one in loaded.agenda.panel}
    people = dict.fromkeys(filter(None, (invitation.organizer, *invitation.attendees)))
    new = [one for one in people if one != candidate and comparable(one.name) not in there]
    panel = entries["panel"].value if "panel" in entries else Sequence(root.position, ())
    if new and isinstance(panel, Sequence):
        taken = {one.id for one in loaded.agenda.panel}
        nodes = tuple(_panelist(one, taken) for one in new)
        entries["panel"] = Pair(Scalar(root.position, "panel"), Sequence(panel.position, (*panel.items, *nodes)))
    return Mapping(root.position, tuple(entries.values()))


def _panelist(one: Invited, taken: set[str]) -> Mapping:
    base = slug(one.name) or "one"
    id_ = next(each for each in (base, *(f"{base}-{number}" for number in range(2, 200))) if each not in taken)
    taken.add(id_)
    entries = (entry("id", id_, _TOP), entry("name", one.name, _TOP))
    return Mapping(entries[0].key.position, entries)
