"""Add questions to an agenda file as it is written: comments, order and everything else stay."""

from typing import Any

import yaml
from msgspec import Struct

from facilitator import agenda_files
from facilitator.agenda_files.complaints import quoted
from facilitator.agenda_files.nodes import Mapping, Pair, Scalar, Sequence
from facilitator.domain.plan.agenda import Agenda
from facilitator.domain.text.plain_text import comparable, excerpt
from facilitator.preparing.drafting.agenda_draft import DraftAgenda, DraftQuestion
from facilitator.preparing.drafting.as_yaml import items_as_yaml
from facilitator.preparing.drafting.drafted_nodes import entry, written_length
from facilitator.preparing.drafting.lengths import position_of

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the one that agenda files are read with


class CannotAddError(Exception):
    """Nothing can be added to a file; the message says why."""


class Added(Struct, frozen=True):
    """The text of the agenda with the questions, how many were added, and what was told about the others."""

    text: str
    count: int
    told: tuple[str, ...] = ()


def with_questions(text: str, name: str, draft: DraftAgenda) -> Added:
    """Add the questions of a draft to the segments of the same titles in the YAML `text` of the agenda called `name`.

    A question that is there as well is passed over. Raises CannotAddError.
    """
    agenda = agenda_files.parse(text, name).agenda
    if agenda is None:
        raise CannotAddError(f"{name} isn't an agenda without errors")
    root = yaml.compose(text, Loader=_LOADER)
    lines = text.split("\n")
    there = {comparable(question.ask) for question in agenda.questions}
    inserts: list[tuple[int, list[str]]] = []
    told: list[str] = []
    count = 0
    for part in draft.segments:
        new = [question for question in part.questions if comparable(question.ask) not in there]
        told += [f"{_said(q)}: it is there as well" for q in part.questions if comparable(q.ask) in there]
        place = _segment_called(root, part.title) if isinstance(root, yaml.MappingNode) else None
        if place is None:
            told += [f"{_said(question)}: no segment is titled {quoted(part.title)}" for question in new]
        elif new:
            inserts.append(_insert(place, [_node(question, agenda, told) for question in new]))
            count += len(new)
    for line, added in sorted(inserts, reverse=True):
        lines[line:line] = added
    return Added(_checked("\n".join(lines), name, agenda, count), count, tuple(told))


def _checked(text: str, name: str, before: Agenda, count: int) -> str:
    after = agenda_files.parse(text, name).agenda
    if after is None or len(after.questions) != len(before.questions) + count:
        raise CannotAddError(f"{name} is written in a way in which nothing can be added")
    return text


def _segment_called(root: yaml.MappingNode, title: str) -> yaml.MappingNode | None:
    segments = _under(root, "segments")
    for segment in segments.value if segments else ():
        found = _under(segment, "title") if isinstance(segment, yaml.MappingNode) else None
        if found is not None and comparable(found.value) == comparable(title):
            assert isinstance(segment, yaml.MappingNode)
            return segment
    return None


def _under(mapping: yaml.MappingNode, key: str) -> yaml.Node | None:
    return next((value for name, value in mapping.value if name.value == key), None)


def _insert(segment: yaml.MappingNode, nodes: list[Mapping]) -> tuple[int, list[str]]:
    """Return the number of the line before which the questions come, and their lines. Raises CannotAddError."""
    questions = _under(segment, "questions")
    if segment.flow_style or (isinstance(questions, yaml.CollectionNode) and questions.flow_style):
        raise CannotAddError("the segment is written in braces, in which nothing can be added")
    if questions is not None and questions.value:
        return _end(questions), items_as_yaml(nodes, " " * questions.start_mark.column)
    if questions is not None:
        raise CannotAddError("the segment has an empty list of questions; leave it out first")
    indent = " " * segment.start_mark.column
    return _end(segment), [f"{indent}questions:", *items_as_yaml(nodes, f"{indent}  ")]


def _end(node: yaml.Node) -> int:
    """Return the number of the line behind the last value in a node."""
    while isinstance(node, yaml.CollectionNode) and node.value and not node.flow_style:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    mark = node.end_mark
    return int(mark.line) + (1 if mark.column else 0)


def _node(question: DraftQuestion, agenda: Agenda, told: list[str]) -> Mapping:
    """Return a question as it is written; who asks it and what it is about count if the agenda knows them."""
    place = question.place
    entries = [entry("ask", question.ask, place)]
    for key, name, known in (
        ("owner", question.owner, [(one.id, one.name) for one in agenda.panel]),
        ("competency", question.competency, [(one.id, one.name) for one in agenda.competencies]),
    ):
        id_ = next((id_ for id_, called in known if comparable(name) in (comparable(id_), comparable(called))), None)
        if id_:
            entries.append(entry(key, id_, place))
        elif name:
            told.append(f"{_said(question)}: the agenda doesn't know {quoted(name)}; added without")
    if question.seconds:
        entries.append(entry("length", written_length(question.seconds), place))
    for key, texts in (("probes", question.probes), ("listen_for", question.listen_for)):
        if texts:
            items = tuple(Scalar(position_of(place), text, plain=False) for text in texts)
            entries.append(Pair(Scalar(position_of(place), key), Sequence(position_of(place), items)))
    return Mapping(position_of(place), tuple(entries))


def _said(question: DraftQuestion) -> str:
    return quoted(excerpt(question.ask, 60))
