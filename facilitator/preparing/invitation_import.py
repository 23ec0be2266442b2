"""Make an agenda of an invitation: its time and panel, with the parts of an agenda that was chosen.

Which agenda, who of those invited is the candidate, and in which zone it is held is said by the user or a rule, or
follows from the invitation without doubt; else it is asked.
"""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from facilitator import agenda_files
from facilitator.agenda_files import Loaded
from facilitator.agenda_files.complaints import Complaints, Position, quoted
from facilitator.agenda_files.nodes import Mapping, Node, Pair, Scalar, Sequence
from facilitator.domain.plan.agenda import Agenda
from facilitator.domain.text.addresses import is_address
from facilitator.domain.text.dates import cell_text, local, read_moment
from facilitator.domain.text.durations import length_text
from facilitator.domain.text.mentions import mentioned
from facilitator.domain.text.person_name import people
from facilitator.domain.text.plain_text import comparable, first_few, slug
from facilitator.preparing.drafting.as_yaml import as_yaml
from facilitator.preparing.drafting.drafted_nodes import entry
from facilitator.preparing.imported import Imported
from facilitator.preparing.manuscript.manuscript import FilePlace, UnreadableFileError
from facilitator.preparing.manuscript.office.from_calendar import Invitation, invitations
from facilitator.preparing.manuscript.office.invited import DECLINED, Invited
from facilitator.preparing.taking.account import Taken, TakenAs
from facilitator.preparing.taking.import_choices import ImportChoices
from facilitator.preparing.words.lexicon import Field, field_of

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
        listed = ", ".join(f"{number}: {quoted(each, 100)}" for number, each in enumerate(names, 1))
        complaints.error(Position(), f"the calendar has several events; choose one of these parts: {listed}")
        return Imported(Loaded(None, complaints.in_order()), alternatives=names)
    for note in chosen.notes:
        complaints.warning(Position(), note)
    candidate = candidate_of(chosen, choices.candidate)
    _ask_what_is_unsure(chosen, candidate, choices, complaints)
    starts = _starts(chosen, choices, complaints)
    taken = tuple(_taken(chosen, candidate))
    agenda = agenda_for(chosen, choices)
    root = None
    if agenda and not complaints.has_errors:
        root = _root(chosen, candidate, agenda, starts, choices.timezone or chosen.timezone, complaints)
    loaded = agenda_files.read_nodes(root, complaints) if root else Loaded(None, complaints.in_order())
    write = partial(as_yaml, root, {}) if root and loaded.agenda else None
    return Imported(loaded, taken, write, candidate=candidate.name if candidate else "")


def _chosen(found: tuple[Invitation, ...], names: tuple[str, ...], part: str) -> Invitation | None:
    if len(found) == 1:
        return found[0]
    by_number = found[int(part) - 1 : int(part)] if part.isascii() and part.isdigit() and part != "0" else ()
    by_name = [one for one, name in zip(found, names, strict=True) if part and comparable(part) in comparable(name)]
    return next(iter((*by_number, *by_name)), None)


def candidate_of(invitation: Invitation, named: str) -> Invited | None:
    """Return the candidate: whom the user names, else whom the text of the invitation calls so.

    Else it is the only one of those invited whom the title names, if they come from elsewhere than all others: many
    systems name the interviewers in the title, too. None if it isn't sure.
    """
    invited = [one for one in invitation.attendees if one != invitation.organizer and one.why_not in ("", DECLINED)]
    named = named or next(filter(None, map(_stated_candidate, invitation.description.split("\n"))), "")
    if named:
        address = comparable(named)
        found = [one for one in invited if one.is_called(named) or one.address == address]
        return found[0] if found else Invited(named, "")
    in_title = [one for one in invited if any(mentioned(name)(invitation.title) for name in people(one.name))]
    others = {one.domain for one in (*invited, invitation.organizer) if one is not None and one not in in_title}
    return in_title[0] if len(in_title) == 1 and in_title[0].domain not in others else None


def _stated_candidate(line: str) -> str:
    """Return whom a line such as “Candidate: Robin Reyes” names; nobody if it is no such line."""
    label, _, value = line.partition(":")
    return value.strip() if field_of(label) is Field.CANDIDATE and len(people(value)) == 1 else ""


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
    names = first_few([one.name for one in invitation.attendees if one.why_not in ("", DECLINED)])
    if candidate is None and names:
        complaints.error(Position(), f"it isn't clear who the candidate is; those invited are: {names}")
    elif candidate is None:
        complaints.warning(Position(), "nobody is invited, so it isn't known who the candidate is")
    elif candidate.why_not:
        complaints.warning(Position(), f"the candidate, {candidate.name}, {candidate.why_not}")
    if agenda_for(invitation, choices) is None:
        complaints.error(Position(), f"it isn't clear which agenda {quoted(invitation.title)} goes by; name one")


def _starts(invitation: Invitation, choices: ImportChoices, complaints: Complaints) -> str:
    """Return when the interview starts where it is held, and ask what isn't known of it."""
    zone, named = invitation.timezone, invitation.zone_named
    has_time = ":" in invitation.starts
    if "-" in choices.starts:
        return choices.starts
    try:
        begins = read_moment(invitation.starts)
    except ValueError:
        complaints.error(Position(), f"the year in {quoted(invitation.starts)} can't be right; say when it starts")
        return ""
    if choices.starts:
        return f"{invitation.starts[:10]} {choices.starts}"
    if not has_time:
        complaints.error(Position(), "the event has no time of day; say when the interview starts")
    elif zone and choices.timezone:
        instant = begins.replace(tzinfo=local(0, zone).tzinfo).timestamp()
        return cell_text(local(round(instant * 1000), choices.timezone).replace(tzinfo=None))
    elif choices.timezone:
        return invitation.starts
    elif named and not zone:
        complaints.error(Position(), f"the time zone {quoted(named)} isn't known; name the one in which it is held")
    elif not zone:
        complaints.warning(Position(), "it names no time zone: the time is that of this machine")
    elif zone == "UTC":
        what = f"{quoted(named)} isn't a known time zone; " if named else ""
        complaints.warning(Position(), f"{what}the time is in UTC, which may not be the local time there")
    return invitation.starts


def _taken(invitation: Invitation, candidate: Invited | None) -> Iterator[Taken]:
    for name, piece, person in invitation.properties:
        role = _ROLES.get(name)
        if name == "DESCRIPTION" and candidate and _stated_candidate(piece.text) == candidate.name:
            yield Taken(piece, TakenAs.NOTE, guess="the candidate")
        elif name == "DESCRIPTION":
            yield Taken(piece, TakenAs.LEFT_OUT, "text of the invitation; the agenda has its own")
        elif role is None:
            yield Taken(piece, TakenAs.LEFT_OUT, "says nothing about the agenda")
        elif person is not None and person == candidate:
            yield Taken(piece, TakenAs.NOTE, guess="the candidate")
        elif person is not None and person.why_not:
            yield Taken(piece, TakenAs.LEFT_OUT, person.why_not)
        else:
            yield Taken(piece, role)


def _root(
    invitation: Invitation,
    candidate: Invited | None,
    agenda: Path,
    starts: str,
    timezone: str,
    complaints: Complaints,
) -> Mapping | None:
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
    entries["starts"] = entry("starts", starts, _TOP)
    if timezone:
        entries["timezone"] = entry("timezone", timezone, _TOP)
    if invitation.length_seconds:
        entries["length"] = entry("length", length_text(invitation.length_seconds), _TOP)
    panel = entries["panel"].value if "panel" in entries else Sequence(root.position, ())
    if isinstance(panel, Sequence):
        invited = [one for one in _people(invitation) if one != candidate]
        items = _panel(panel, loaded.agenda, invited, complaints)
        entries["panel"] = Pair(Scalar(root.position, "panel"), Sequence(panel.position, items))
    return Mapping(root.position, tuple(entries.values()))


def _people(invitation: Invitation) -> list[Invited]:
    """Return who is invited, once each, and whoever invites."""
    everybody = (invitation.organizer, *invitation.attendees)
    return list({one.address: one for one in everybody if one is not None}.values())


def _panel(panel: Sequence, agenda: Agenda, invited: list[Invited], complaints: Complaints) -> tuple[Node, ...]:
    """Return the panel of an agenda with the addresses of those who are invited, and with who isn't on it yet."""
    items: list[Node] = []
    for panelist, item in zip(agenda.panel, panel.items, strict=False):  # without a panel, an agenda has a stand-in
        address = comparable(panelist.email or "")
        found = [one for one in invited if one.is_called(panelist.name) or one.address == address]
        if any(one.why_not == DECLINED for one in found):
            complaints.warning(Position(), f"{panelist.name} is on the panel, but has declined")
        lacks_address = bool(found) and is_address(found[0].address) and not panelist.email
        items.append(_with_address(item, found[0]) if lacks_address and isinstance(item, Mapping) else item)
        invited = [one for one in invited if one not in found]
    taken = {one.id for one in agenda.panel}
    return (*items, *(_panelist(one, taken) for one in invited if not one.why_not))


def _with_address(item: Mapping, one: Invited) -> Mapping:
    return Mapping(item.position, (*item.entries, entry("email", one.address, _TOP)))


def _panelist(one: Invited, taken: set[str]) -> Mapping:
    base = slug(one.name) or "one"
    id_ = next(each for each in (base, *(f"{base}-{number}" for number in range(2, 200))) if each not in taken)
    taken.add(id_)
    entries = (entry("id", id_, _TOP), entry("name", one.name, _TOP))
    made = Mapping(entries[0].key.position, entries)
    return _with_address(made, one) if is_address(one.address) else made
