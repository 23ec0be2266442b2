"""What is still open when the interview is about to end, in words.

Separate from the decision to end, which asks in other words if there is nothing.
"""

from collections.abc import Sequence

from facilitator.domain.questions.coverage import NONE_PLANNED, Covered, coverage
from facilitator.domain.session.state import Session


def still_open(session: Session) -> str:
    """Return what is still open, a line for each kind, or that nothing is."""
    return "\n".join(open_lines(session)) or ("Everything was asked." if coverage(session) else NONE_PLANNED)


def open_lines(session: Session) -> list[str]:
    """Return a line for each kind of what is open; must-asks are named. After the end as many are shown as open."""
    covered = coverage(session)
    rows = [row for row in covered if row.is_unasked]
    begun = [session.plan.called(row.question) for row in covered if row.is_open and not row.is_unasked]
    musts = [row for row in rows if row.question.must]
    owed = [item for item in session.candidate_questions if item.status == "asked"]
    lines = []
    if musts:
        owners = dict.fromkeys(row.owner for row in musts)
        lines.append(f"Must-asks not asked: {'; '.join(_of(owner, musts, session) for owner in owners)}.")
    others = len(rows) - len(musts)
    more = [f"{others} {'other ' if musts else ''}question{'s' if others > 1 else ''} not asked."] if others else []
    more += [f"Asked, but not covered: {', '.join(begun)}."] if begun else []
    if more:
        lines.append(" ".join(more))
    if owed:
        lines.append(f"{len(owed)} of their questions neither answered nor owed.")
    return lines


def _of(owner: str | None, rows: Sequence[Covered], session: Session) -> str:
    """Return the questions of an owner, with their name: `q2, q5 (Bo Ek)`."""
    called = ", ".join(session.plan.called(row.question) for row in rows if row.owner == owner)
    return f"{called} ({session.panelist_name(owner)})" if owner else called
