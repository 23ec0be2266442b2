"""What counts on a panel of several devices: events are judged before they are folded, from their set alone.

What is set aside stays in every journal and changes nothing; its author can be told why. In the order of events:

1. The facts about the panel say which devices belong to it and who has the clock. Each stands or falls by itself, as
   erasures of notes do (see `privacy/erasures`).
2. Any other fact needs the right that `rights` names for its kind, at its place in the order. A command stands whole
   or is set aside whole.
3. An id counts once: the first that stands.

A panel begins when the agenda's lead admits the device on which they do so. What was recorded before stands, whoever
its authors are; without such an admission, everything does, except for facts about a panel.

What the packets in which they came say against them stands in `denials`.
"""

from collections.abc import Container, Mapping, Sequence
from itertools import pairwise
from operator import attrgetter

from msgspec import Struct, field

from facilitator.domain.facts.event import Author, Event
from facilitator.domain.facts.kinds.notes import NoteErased
from facilitator.domain.facts.kinds.panel import ClockHandedOver, ClockTaken, DeviceAdmitted, DeviceRemoved, KeyRotated
from facilitator.domain.facts.kinds.session import Revoked, SessionOpened
from facilitator.domain.facts.packet import Packet
from facilitator.domain.session.denials import Denied, deny_removed, said_of_others
from facilitator.domain.session.persistent import PersistentDict
from facilitator.domain.session.rights import MAY, RIGHTS, Place, Reason, Right, Whose, objection

ABOUT_THE_PANEL = frozenset[type]({DeviceAdmitted, DeviceRemoved, KeyRotated, ClockHandedOver, ClockTaken})
BY_ITSELF = ABOUT_THE_PANEL | {NoteErased}
"""Facts that stand or fall each by itself; erasures do, since what they erase mustn't decide on them."""

_id, _fact = attrgetter("id"), attrgetter("fact")


class SetAside(Struct, frozen=True):
    """An event that changes nothing, and why; `owner` had the clock at its place in the order."""

    event: Event
    reason: Reason
    owner: str


class Judgement(Struct, frozen=True):
    """What was found of some events: the place behind the last (None: no panel), and what was set aside, in order.

    `authors` says by event id who recorded it, of all that had the right to; without a panel it doesn't matter who.
    `removed` are the devices some of whose packets don't count.
    """

    place: Place | None = None
    aside: tuple[SetAside, ...] = ()
    authors: PersistentDict[str] = field(default_factory=PersistentDict)
    removed: frozenset[str] = frozenset()


def judge(ordered: Sequence[Event], packets: Sequence[Packet] = ()) -> tuple[Sequence[Event], Judgement]:
    """Return the events that stand, in order, and what else was found.

    `ordered` is in order, each event once; `packets` are those in which some of the events came.
    """
    denied = said_of_others(packets)
    removed = deny_removed(denied, ordered, packets, lambda supposed: _about_the_panel(ordered, supposed))
    if packets and NoteErased in set(map(type, map(_fact, ordered))):
        from facilitator.domain.session.privacy.erasures import deny_others_notes  # not at the top: hardly ever needed

        deny_others_notes(denied, ordered, packets, lambda supposed: _about_the_panel(ordered, supposed))
    places, strays = _places(ordered, denied)
    judging = _Judging(ordered, denied)
    begins = 0
    if places:
        begins, hosted = places[0]
        judging.adopt(ordered[:begins], hosted, {device for _, place in places for device in place.devices})
        for (start, place), (end, _) in pairwise([*places, (len(ordered), hosted)]):
            judging.judge(ordered[start:end], place)
    else:
        judging.authors = dict.fromkeys(map(_id, ordered), "")
    behind = places[-1][1] if places else None
    authors = PersistentDict(judging.authors)
    if not judging.wrong and not strays and len(authors) == len(ordered):
        return ordered, Judgement(behind, (), authors, removed)
    standing, aside = _separated(ordered, judging, strays, begins)
    return standing, Judgement(behind, aside, authors, removed)


def _separated(
    ordered: Sequence[Event], judging: "_Judging", strays: "Mapping[int, _Wrong]", begins: int
) -> tuple[tuple[Event, ...], tuple[SetAside, ...]]:
    """Return what stands, each id once, and what is set aside."""
    standing: dict[str, Event] = {}
    aside: list[SetAside] = []
    commands = _Commands()
    for index, event in enumerate(ordered):
        by_itself = type(event.fact) in BY_ITSELF
        if index >= begins:
            commands.come_to(event)
        command = commands.of(event) if index >= begins else _adopted(event)
        wrong = strays.get(index) if by_itself else judging.wrong.get(command)
        if wrong is None:
            standing.setdefault(event.id, event)
        else:
            aside.append(SetAside(event, *wrong))
    return tuple(standing.values()), tuple(aside)


def with_last(judgement: Judgement, event: Event) -> Judgement | None:
    """Return what is found once `event`, the last in the order, stands as well.

    None means that there is more to it, so that everything is to be judged anew.
    """
    kind = type(event.fact)
    author, place = event.stamp.author, judgement.place
    if kind in BY_ITSELF or kind is Revoked or event.id in judgement.authors or author.device in judgement.removed:
        return None
    if place is not None:
        others = judgement.authors.get(event.group, author.panelist) != author.panelist
        if others or any(wrong.event.group == event.group for wrong in judgement.aside):
            return None
        if objection(event.fact, author, place, judgement.authors):
            return None
    authors = judgement.authors.copy()
    authors[event.id] = author.panelist
    return Judgement(place, judgement.aside, authors, judgement.removed)


def whose_act(group: str, ordered: Sequence[Event]) -> Whose:
    """Return who may take back a group: taking back what ran the clock runs it as well."""
    groups, kinds = {group}, set[type]()
    for event in reversed(ordered):
        if event.group not in groups:
            continue
        if isinstance(event.fact, Revoked):
            groups.add(event.fact.group)
        else:
            kinds.add(type(event.fact))
    if kinds.isdisjoint(_RUNS_THE_CLOCK):
        return Whose.AUTHOR
    return Whose.OWNER if kinds <= _FOR_ALL else Whose.BOTH


_Wrong = tuple[Reason, str]
"""Why something doesn't count, and who had the clock there."""


def _about_the_panel(ordered: Sequence[Event], denied: Denied) -> list[Event]:
    """Return the facts about the panel that stand."""
    return [ordered[index] for index, _ in _places(ordered, denied)[0]]


def _places(ordered: Sequence[Event], denied: Denied) -> tuple[list[tuple[int, Place]], dict[int, _Wrong]]:
    """Return the facts about the panel that stand, each by its index with the place behind it, and what others lack."""
    places: list[tuple[int, Place]] = []
    strays: dict[int, _Wrong] = {}
    if BY_ITSELF.isdisjoint(map(type, map(_fact, ordered))):
        return places, strays
    place = Place("", {})
    for index, event in enumerate(ordered):
        kind = type(event.fact)
        if kind not in BY_ITSELF:
            continue
        if denied and event.order in denied:
            strays[index] = denied[event.order], place.owner
            continue
        if kind is NoteErased:
            if places and (reason := objection(event.fact, event.stamp.author, place, {})):
                strays[index] = reason, place.owner
            continue
        if not places:
            lead = _lead(ordered)
            place = Place(lead, {}, lead)
            reason = None if _hosts(event, place.owner) else Reason.NOT_ADMITTED
        else:
            reason = objection(event.fact, event.stamp.author, place, {})
        if reason is None:
            place = place.after(event)
            places.append((index, place))
        else:
            strays[index] = reason, place.owner
    return places, strays


def _lead(ordered: Sequence[Event]) -> str:
    """Return the panelist who leads by the agenda of the session; empty if there is none."""
    opened = next((event.fact for event in ordered if isinstance(event.fact, SessionOpened)), None)
    return opened.agenda.lead.id if opened is not None and opened.agenda.panel else ""


def _hosts(event: Event, lead: str) -> bool:
    fact, author = event.fact, event.stamp.author
    if not isinstance(fact, DeviceAdmitted) or author.panelist != lead:
        return False
    return (fact.device, fact.seat) == (author.device, author.panelist)


_Command = tuple[str, Author, int]
"""A command: its group, who gave it, and how often one with that group had been given before."""


class _Commands:
    """Tells the commands apart, told of one event after the other.

    The group isn't enough: a segment that ended by itself has the same one wherever and whenever that was noticed.
    """

    def __init__(self) -> None:
        self._begun: set[str] = set()
        self._again: dict[tuple[str, Author], int] = {}

    def come_to(self, event: Event) -> None:
        group = event.group
        if event.id == group:
            if group in self._begun:
                command = group, event.stamp.author
                self._again[command] = self._again.get(command, 0) + 1
            self._begun.add(group)

    def of(self, event: Event) -> _Command:
        command = event.group, event.stamp.author
        return (*command, self._again.get(command, 0))


def _adopted(event: Event) -> _Command:
    """Return a command that was given before there was a panel: what is recorded later doesn't belong to it."""
    return event.group, event.stamp.author, -1


def _kinds(*rights: Right) -> frozenset[type]:
    return frozenset(kind for kind, right in RIGHTS.items() if right in rights) - BY_ITSELF


_RUNS_THE_CLOCK = _kinds(Right.CLOCK)
_FOR_ALL = _kinds(Right.CLOCK, Right.PANELIST, Right.OPENING)
_FREE = {role: may & _kinds(Right.DEVICE, Right.NOTE, Right.PANELIST) for role, may in MAY.items()}
"""What people at such a device may do wherever they are in the order."""


class _Judging:
    """What comes to light while events are judged one after the other."""

    def __init__(self, ordered: Sequence[Event], denied: Denied) -> None:
        self._denied = denied
        self.authors: dict[str, str] = {}
        self.wrong: dict[_Command, _Wrong] = {}
        self._ordered = ordered
        self._commands = _Commands()
        self._clock_acts: set[str] = set()

    def adopt(self, events: Sequence[Event], hosted: Place, devices: Container[str]) -> None:
        """Take over what was recorded before there was a panel. A device that joined later can't have been there."""
        for event in events:
            author = event.stamp.author
            joined_later = author.device in devices and author.device not in hosted.devices
            if joined_later or self._denied.get(event.order) is Reason.REMOVED:
                self.wrong.setdefault(_adopted(event), (Reason.NOT_ADMITTED, hosted.owner))
            else:
                self._accept(event, author.panelist)

    def judge(self, events: Sequence[Event], place: Place) -> None:
        """Judge events at a place of the panel."""
        free = {name: (device.seat, _FREE[device.role]) for name, device in place.devices.items()}
        authors = self.authors
        for event in events:
            author, kind = event.stamp.author, type(event.fact)
            self._commands.come_to(event)
            seat, kinds = free.get(author.device, (None, ()))
            reason = None if kind in kinds and seat == author.panelist else self._objection(event, place)
            if self._denied:
                reason = self._denied.get(event.order, reason)
            if reason is None and event.id != event.group and event.id not in authors:
                begun_by = authors.get(event.group, author.panelist)
                reason = None if begun_by == author.panelist else Reason.ANOTHERS_ACT
            if reason is None:
                self._accept(event, author.panelist)
            else:
                self.wrong.setdefault(self._commands.of(event), (reason, place.owner))

    def _objection(self, event: Event, place: Place) -> Reason | None:
        if type(event.fact) in BY_ITSELF:
            return None
        return objection(event.fact, event.stamp.author, place, self.authors, self._whose)

    def _accept(self, event: Event, panelist: str) -> None:
        self.authors.setdefault(event.id, panelist)
        fact = event.fact
        if type(fact) in _RUNS_THE_CLOCK or (type(fact) is Revoked and fact.group in self._clock_acts):
            self._clock_acts.add(event.group)

    def _whose(self, group: str) -> Whose:
        return whose_act(group, self._ordered) if group in self._clock_acts else Whose.AUTHOR
