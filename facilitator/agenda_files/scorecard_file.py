"""Load a panelist's scorecard from a YAML or JSON file, with the same kind of complaints as for an agenda."""

from pathlib import Path

from facilitator.agenda_files.complaints import Complaints, Position, listed, nearest, quoted
from facilitator.agenda_files.loading import text_of
from facilitator.agenda_files.nodes import compose
from facilitator.agenda_files.reader import Reader
from facilitator.domain.facts.scorecard import Scorecard
from facilitator.domain.plan.agenda import Agenda
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
    card = reader.read(Scorecard, root)
    if card is not None:
        _check_competencies(card, agenda, reader, complaints)
    return (None if complaints.has_errors else card), complaints.in_order()


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
