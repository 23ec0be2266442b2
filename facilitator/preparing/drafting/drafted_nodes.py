"""A draft as the nodes of an agenda file, so that there is one way to read, check and complain.

Names become ids: whoever is named as an owner is looked up on the panel, and put there if the file has none.
"""

from collections.abc import Iterable
from collections.abc import Sequence as Run
from dataclasses import dataclass, field

from facilitator.agenda_files.complaints import Complaints, quoted
from facilitator.agenda_files.nodes import Hole, Mapping, Node, Pair, Scalar, Sequence
from facilitator.domain.text.durations import length_text
from facilitator.domain.text.plain_text import comparable, one_line, slug
from facilitator.preparing.drafting.agenda_draft import (
    DraftAgenda,
    DraftCompetency,
    DraftPanelist,
    DraftQuestion,
    DraftSegment,
)
from facilitator.preparing.drafting.lengths import position_of
from facilitator.preparing.manuscript.manuscript import FilePlace


@dataclass
class DraftedNodes:
    """The root of an agenda, and the comments on its groups of keys, by the position of the group."""

    root: Mapping
    comments: dict[int, list[str]] = field(default_factory=dict)


def drafted_nodes(draft: DraftAgenda, front: Run[Pair], complaints: Complaints) -> DraftedNodes:
    """Return the nodes of a draft. What the front matter gives counts instead; complain about what is in both."""
    return _Drafting(draft, complaints).nodes(front)


@dataclass
class _Drafting:
    draft: DraftAgenda
    complaints: Complaints
    comments: dict[int, list[str]] = field(default_factory=dict)

    def nodes(self, front: Run[Pair]) -> DraftedNodes:
        given = {pair.key.text: pair for pair in front}
        if "panel" not in given:
            self._name_the_panel()
        body = [pair for pair in self._entries() if pair.key.text not in given or pair.key.text != "title"]
        for pair in body:
            if pair.key.text in given and pair.key.text not in ("length", "purpose"):
                message = f"{quoted(pair.key.text)} is in the front matter and in the guide; keep one"
                self.complaints.error(given[pair.key.text].key.position, message)
        entries = {pair.key.text: pair for pair in (*body, *front)}
        root = Mapping(position_of(FilePlace(line=1)), tuple(entries.values()))
        self._comment(root, self.draft.guesses)
        return DraftedNodes(root, self.comments)

    def _entries(self) -> Iterable[Pair]:
        draft, top = self.draft, FilePlace(line=1)
        yield entry("title", draft.title or "Interview", top)
        if draft.purpose:
            yield entry("purpose", "\n\n".join(draft.purpose), top)
        if draft.length_seconds:
            yield entry("length", length_text(draft.length_seconds), top)
        if draft.starts:
            yield entry("starts", draft.starts, top)
        if draft.timezone:
            yield entry("timezone", draft.timezone, top)
        if draft.scale:
            yield texts("scale", draft.scale, top)
        if draft.panel:
            yield self._list("panel", [self._panelist(one) for one in draft.panel])
        if draft.competencies:
            yield self._list("competencies", [self._competency(one) for one in draft.competencies])
        yield self._list("segments", [self._segment(one) for one in draft.segments])

    def _list(self, key: str, nodes: list[Mapping]) -> Pair:
        position = nodes[0].position if nodes else position_of(FilePlace(line=1))
        value: Node = Sequence(position, tuple(nodes)) if nodes else Hole(position)
        return Pair(Scalar(position, key), value)

    def _panelist(self, one: DraftPanelist) -> Mapping:
        entries = [entry("id", one.id, one.place), entry("name", one.name, one.place)]
        if one.role:
            entries.append(entry("role", one.role, one.place))
        for flag in ("lead", "shadow"):
            if getattr(one, flag):
                entries.append(entry(flag, "true", one.place))
        return Mapping(position_of(one.place), tuple(entries))

    def _competency(self, one: DraftCompetency) -> Mapping:
        entries = [entry("id", one.id, one.place), entry("name", one.name, one.place)]
        if owners := list(filter(None, (self._id_of(owner, one) for owner in one.owners))):
            entries.append(texts("owners", owners, one.place))
        if len(one.scale) not in (0, len(self.draft.scale)):
            entries.append(texts("scale", one.scale, one.place))
        if one.anchors:
            anchors = tuple(entry(str(score), text, one.place) for score, text in sorted(one.anchors.items()))
            entries.append(Pair(Scalar(position_of(one.place), "anchors"), Mapping(position_of(one.place), anchors)))
        return self._commented(Mapping(position_of(one.place), tuple(entries)), one.guesses)

    def _segment(self, one: DraftSegment) -> Mapping:
        entries = [entry("title", one.title, one.place), entry("kind", one.kind.value, one.place)]
        if one.seconds is not None:
            entries.append(entry("length", written_length(one.seconds), one.place))
        if one.least_seconds and one.seconds and one.least_seconds < one.seconds:
            entries.append(entry("at_least", length_text(one.least_seconds), one.place))
        if one.purpose:
            entries.append(entry("purpose", "\n\n".join(one.purpose), one.place))
        if lead := self._id_of(one.lead, one):
            entries.append(entry("lead", lead, one.place))
        if one.say:
            entries.append(entry("say", "\n\n".join(one.say), one.place))
        if one.optional:
            entries.append(entry("optional", "true", one.place))
        if one.questions:
            entries.append(self._list("questions", [self._question(question) for question in one.questions]))
        return self._commented(Mapping(position_of(one.place), tuple(entries)), one.guesses)

    def _question(self, one: DraftQuestion) -> Mapping:
        entries = [entry("ask", one.ask, one.place)]
        if one.competency:
            entries.append(entry("competency", self._competency_id(one), one.place))
        if owner := self._id_of(one.owner, one):
            entries.append(entry("owner", owner, one.place))
        if backup := self._id_of(one.backup, one):
            entries.append(entry("backup", backup, one.place))
        if one.must:
            entries.append(entry("must", "true", one.place))
        if one.seconds:
            entries.append(entry("length", written_length(one.seconds), one.place))
        for key, said in (("probes", one.probes), ("listen_for", one.listen_for)):
            if said:
                entries.append(texts(key, said, one.place))
        return self._commented(Mapping(position_of(one.place), tuple(entries)), one.guesses)

    def _commented(self, node: Mapping, guesses: list[str]) -> Mapping:
        self._comment(node, guesses)
        return node

    def _comment(self, node: Mapping, guesses: list[str]) -> None:
        if guesses:
            self.comments[id(node)] = list(dict.fromkeys(guesses))

    def _name_the_panel(self) -> None:
        """Give everybody an id, and put those who are named as owners on the panel if the file has none."""
        draft = self.draft
        if not draft.panel or draft.is_panel_open:
            listed = len(draft.panel)
            named = [(name, part.place) for part in draft.segments for name in (part.lead, *part.others)]
            questions = [question for part in draft.segments for question in part.questions]
            named += [(name, question.place) for question in questions for name in (question.owner, question.backup)]
            named += [(name, competency.place) for competency in draft.competencies for name in competency.owners]
            for name, place in named:
                if name and self._panelist_called(name) is None:
                    draft.panel.append(DraftPanelist(name, place))
            if len(draft.panel) > listed:
                draft.guesses.append("the panel is made of those who are named as owners")
        _give_ids(draft.panel)
        for part in draft.segments:
            for question in part.questions:
                if question.competency and self._competency_called(question.competency) is None:
                    draft.competencies.append(DraftCompetency(question.competency, question.place))
        _give_ids(draft.competencies)

    def _panelist_called(self, name: str) -> DraftPanelist | None:
        wanted = comparable(name)
        for called in ("id", "name", "role"):
            for one in self.draft.panel:
                if wanted == comparable(getattr(one, called)):
                    return one
        return next((one for one in self.draft.panel if wanted in _names_in(one.name)), None)

    def _id_of(self, name: str, named_with: DraftSegment | DraftQuestion | DraftCompetency) -> str:
        """Return the id of somebody on the panel; of anybody else nothing, and their name becomes a comment, whole."""
        found = self._panelist_called(name) if name else None
        if name and found is None:
            why = "isn't on the panel; left out as the owner"
            self.complaints.warning(position_of(named_with.place), f"{quoted(name)} {why}")
            named_with.guesses.append(f"“{name}” {why}")
        return found.id if found else ""

    def _competency_called(self, name: str) -> DraftCompetency | None:
        wanted = comparable(name)
        return next((c for c in self.draft.competencies if wanted in (comparable(c.name), comparable(c.id))), None)

    def _competency_id(self, question: DraftQuestion) -> str:
        found = self._competency_called(question.competency)
        return found.id if found else slug(question.competency)


def _names_in(name: str) -> list[str]:
    """Return each of the names of somebody, those in brackets too: `Recruiter (Jess)`."""
    return comparable(name).replace("(", " ").replace(")", " ").split()


def entry(key: str, text: str, place: FilePlace) -> Pair:
    """Return a key with a text as its value, which is never read as null."""
    position = position_of(place)
    return Pair(Scalar(position, key), Scalar(position, text, plain=False))


def texts(key: str, said: Iterable[str], place: FilePlace) -> Pair:
    """Return a key with a list of texts as its value."""
    position = position_of(place)
    return Pair(Scalar(position, key), Sequence(position, tuple(Scalar(position, one, plain=False) for one in said)))


def written_length(seconds: int) -> str:
    """Return a length as a file has it. A negative one keeps its sign, so that the reader complains about it."""
    return f"-{length_text(seconds)}" if seconds < 0 else length_text(seconds)


def _give_ids(named: Run[DraftPanelist | DraftCompetency]) -> None:
    """Give an id to whoever has none: the name as a slug, with a number if somebody has it already."""
    taken = {comparable(one.id) for one in named if one.id}
    for one in named:
        if not one.id:
            base = slug(one_line(one.name)) or "one"
            id_, number = base, 1
            while comparable(id_) in taken:
                number += 1
                id_ = f"{base}-{number}"
            one.id = id_
            taken.add(comparable(id_))
