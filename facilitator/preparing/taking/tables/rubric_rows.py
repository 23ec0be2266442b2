"""The rows of a table of criteria: a competency each, or a score of one with what earns it."""

from facilitator.domain.plan.scale import FIVE_POINTS
from facilitator.preparing.drafting.agenda_draft import DraftAgenda, DraftCompetency
from facilitator.preparing.taking.account import TakenAs
from facilitator.preparing.taking.tables.table_row import TableRow
from facilitator.preparing.words.lexicon import Field
from facilitator.preparing.words.names import names_in
from facilitator.preparing.words.scores import says_more, scores_of

A_SCALE = "a scale for all criteria: list its words under a heading such as “Rating scale”"
_TOP = len(FIVE_POINTS.words)
NO_SCORE = "neither a criterion nor a score"


def take_rubric_row(row: TableRow, draft: DraftAgenda) -> tuple[TakenAs, str]:
    """Take a row as a competency or an anchor; return what it was taken for, and why if it was left out."""
    named = Field.COMPETENCY if row.look(Field.COMPETENCY) else Field.TITLE
    name = row.look(named)
    if row.columns.scores:
        if not name:  # a first column called `Score`, for the scores beside it, has the criteria
            named, name = Field.SCORE, row.look(Field.SCORE)
        if not name:
            return TakenAs.LEFT_OUT, NO_SCORE
        draft.competencies.append(DraftCompetency(row.read(named), row.place, anchors=row.read_scores()))
        return TakenAs.COMPETENCY, ""
    if name and Field.SCORE not in row.columns.fields and row.look(Field.LISTEN_FOR):
        return _looked_for(row, row.read(named), draft), ""
    scores = scores_of(row.look(Field.SCORE))
    text = "; ".join(filter(None, (row.look(Field.NOTES), row.look(Field.LISTEN_FOR))))
    last = draft.competencies[-1] if draft.competencies else None
    if scores and text and (name or last):
        if last is None or name not in ("", last.name):
            last = DraftCompetency(name, row.place)
            draft.competencies.append(last)
        last.anchor(scores, text)
        said_only = () if says_more(row.look(Field.SCORE)) else (Field.SCORE,)
        for wanted in (named, *said_only, Field.NOTES, Field.LISTEN_FOR):
            row.read(wanted)
        return TakenAs.ANCHOR, ""
    if name and not scores and not text:
        draft.competencies.append(DraftCompetency(row.read(named), row.place))
        return TakenAs.COMPETENCY, ""
    return TakenAs.LEFT_OUT, A_SCALE if scores and text else NO_SCORE


def _looked_for(row: TableRow, name: str, draft: DraftAgenda) -> TakenAs:
    """Take a row with a criterion and what to look for, which is what earns the highest score."""
    top = len(draft.scale) or _TOP
    competency = DraftCompetency(name, row.place, anchors={top: row.read(Field.LISTEN_FOR)})
    if owner := row.read(Field.OWNER):
        competency.owners = names_in(owner)
    competency.guesses.append(f"what to look for is what earns a {top}")
    draft.competencies.append(competency)
    return TakenAs.COMPETENCY
