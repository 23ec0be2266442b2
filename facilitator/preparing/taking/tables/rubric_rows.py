"""The rows of a table of criteria: a competency each, or a score of one with what earns it."""

from facilitator.preparing.drafting.agenda_draft import DraftAgenda, DraftCompetency
from facilitator.preparing.manuscript.manuscript import FilePlace
from facilitator.preparing.taking.account import TakenAs
from facilitator.preparing.taking.tables.table_columns import Columns, Row
from facilitator.preparing.words.lexicon import Field
from facilitator.preparing.words.scores import scores_of

A_SCALE = "a scale for all criteria; an agenda has that from 1 to 5"
NO_SCORE = "neither a criterion nor a score from 1 to 5"
_TAKEN = (Field.COMPETENCY, Field.TITLE, Field.SCORE, Field.NOTES, Field.LISTEN_FOR)


def take_rubric_row(row: Row, columns: Columns, place: FilePlace, draft: DraftAgenda) -> tuple[TakenAs, str]:
    """Take a row as a competency or an anchor; return what it was taken for, and why if it was left out."""
    name = columns.text(row, Field.COMPETENCY) or columns.text(row, Field.TITLE)
    if columns.scores:
        if not name:
            return TakenAs.LEFT_OUT, NO_SCORE
        described = {score: row[place_].text.strip() for score, place_ in columns.scores.items() if place_ < len(row)}
        anchors = {score: text for score, text in described.items() if text}
        draft.competencies.append(DraftCompetency(name, place, anchors=anchors))
        return TakenAs.COMPETENCY, _unused(row, columns)
    scores = scores_of(columns.text(row, Field.SCORE))
    text = columns.text(row, Field.NOTES) or columns.text(row, Field.LISTEN_FOR)
    last = draft.competencies[-1] if draft.competencies else None
    if scores and text and (name or last):
        if last is None or name not in ("", last.name):
            last = DraftCompetency(name, place)
            draft.competencies.append(last)
        last.anchors |= dict.fromkeys(scores, text)
        return TakenAs.ANCHOR, _unused(row, columns)
    return TakenAs.LEFT_OUT, A_SCALE if scores and text else NO_SCORE


def _unused(row: Row, columns: Columns) -> str:
    beside = columns.beside(row, *_TAKEN)
    return f"left out of it: {', '.join(beside)}" if beside else ""
