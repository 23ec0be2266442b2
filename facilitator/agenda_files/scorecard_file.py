"""Load a panelist's scorecard from a YAML or JSON file, with the same kind of complaints as for an agenda.

A rating may be the number or the word of a point on the competency's scale. The reader knows types and no scales, so
words become numbers before it reads.
"""

from collections.abc import Callable
from pathlib import Path

from facilitator.agenda_files.complaints import Complaints, Position, listed, nearest, quoted
from facilitator.agenda_files.loading import text_of
from facilitator.agenda_files.nodes import Hole, Mapping, Node, Pair, Scalar, Sequence, compose
from facilitator.agenda_files.reader import Reader
from facilitator.domain.facts.scorecard import Scorecard
from facilitator.domain.plan.agenda import Agenda
from facilitator.domain.plan.scale import Scale
from facilitator.files.complaint import Complaint

_CALLED = "a scorecard"


def load_scorecard(path: Path, agenda: Agenda) -> tuple[Scorecard | None, tuple[Complaint, ...]]:
    """Load the scorecard in the file `path`, for an interview with this agenda; None if there are any complaints."""
    complaints = Complaints(str(path))
    text = text_of(path, complaints, _CALLED)
    root = compose(text, complaints) if text is not None else None
    if root is None:
        if not complaints.has_errors:
            complaints.error(Position(), "the file is empty; a scorecard needs at least a recommendation")
        return None, complaints.in_order()
    reader = Reader(complaints)
    card = reader.read(Scorecard, _in_numbers(root, agenda, complaints))
    if card is not None:
        _check_competencies(card, agenda, reader, complaints)
    return (None if complaints.has_errors else card), complaints.in_order()


def _in_numbers(root: Node, agenda: Agenda, complaints: Complaints) -> Node:
    """Return the file with the numbers of its ratings; complain of each that isn't on its scale."""

    def numbered(rating: Node) -> Node:
        named = _text_under(rating, "competency")
        if named not in agenda.competency_by_id:
            return rating
        return _with(rating, "rating", lambda node: _number(node, agenda.scale_of(named), complaints))

    return _with(root, "ratings", lambda node: _mapped(node, numbered))


def _number(node: Node, scale: Scale, complaints: Complaints) -> Node:
    if not isinstance(node, Scalar) or node.is_null:
        return node
    score = scale.score(node.text)
    if score is not None:
        return Scalar(node.position, str(score))
    hint = nearest(node.text, scale.words)
    complaints.error(node.position, f"found {quoted(node.text)}, expected one of: {scale.in_words}", hint)
    return Hole(node.position)


def _text_under(node: Node, key: str) -> str:
    """Return the text under `key` of a mapping; empty if there is none."""
    entries = node.entries if isinstance(node, Mapping) else ()
    return next((e.value.text for e in entries if e.key.text == key and isinstance(e.value, Scalar)), "")


def _with(node: Node, key: str, changed: Callable[[Node], Node]) -> Node:
    """Return the node with what stands under `key` changed, if it is a mapping that has it."""
    if not isinstance(node, Mapping):
        return node
    entries = tuple(Pair(one.key, changed(one.value)) if one.key.text == key else one for one in node.entries)
    return Mapping(node.position, entries)


def _mapped(node: Node, changed: Callable[[Node], Node]) -> Node:
    return Sequence(node.position, tuple(map(changed, node.items))) if isinstance(node, Sequence) else node


def _check_competencies(card: Scorecard, agenda: Agenda, reader: Reader, complaints: Complaints) -> None:
    seen: set[str] = set()
    for index, rating in enumerate(card.ratings):
        path = ("ratings", index, "competency")
        if path in reader.failed:
            continue
        if rating.competency not in agenda.competency_by_id:
            hint = nearest(rating.competency, agenda.competency_by_id)
            there = "" if hint else f"; there are: {listed(agenda.competency_by_id)}"
            message = f"no competency has the id {quoted(rating.competency)}{there}"
            complaints.error(reader.position(path), message, hint)
        elif rating.competency in seen:
            complaints.error(reader.position(path), f"{quoted(rating.competency)} is rated twice")
        seen.add(rating.competency)
