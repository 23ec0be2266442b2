"""The rows of a table of criteria: a competency each, or a score of one with what earns it."""

from facilitator.preparing.drafting.agenda_draft import DraftAgenda, DraftCompetency
from facilitator.preparing.taking.account import TakenAs
from facilitator.preparing.taking.tables.table_row import TableRow
from facilitator.preparing.words.lexicon import Field
from facilitator.preparing.words.scores import scores_of

A_SCALE = "a scale for all criteria: list its words under a heading such as “Rating scale”"
NO_SCORE = "neither a criterion nor a score"


def take_rubric_row(row: TableRow, draft: DraftAgenda) -> tuple[TakenAs, str]:
    """Take a row as a competency or an anchor; return what it was taken for, and why if it was left out."""
    named = Field.COMPETENCY if row.look(Field.COMPETENCY) else Field.TITLE
    name = row.look(named)
    if row.columns.scores:
        if not name:
            return TakenAs.LEFT_OUT, NO_SCORE
        draft.competencies.append(DraftCompetency(row.read(named), row.place, anchors=row.read_scores()))
        return TakenAs.COMPETENCY, ""
    scores = scores_of(row.look(Field.SCORE))
    text = "; ".join(filter(None, (row.look(Field.NOTES), row.look(Field.LISTEN_FOR))))
    last = draft.competencies[-1] if draft.competencies else None
    if scores and text and (name or last):
        if last is None or name not in ("", last.name):
            last = DraftCompetency(name, row.place)
            draft.competencies.append(last)
        last.anchor(scores, text)
        for wanted in (named, Field.SCORE, Field.NOTES, Field.LISTEN_FOR):
            row.read(wanted)
        return TakenAs.ANCHOR, ""
    return TakenAs.LEFT_OUT, A_SCALE if scores and text else NO_SCORE
