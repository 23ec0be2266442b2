"""What to say before a line is done, where a person would want to know first.

Separate from the decisions because it refuses nothing: a script or a remote panelist goes on without it,
a screen asks once more.
"""

from facilitator.domain.language.arguments import Words
from facilitator.domain.language.commands import COMMANDS, find_command
from facilitator.domain.language.decision import Refusal, Situation
from facilitator.domain.language.decisions import is_possible
from facilitator.domain.questions.coverage import coverage, covered_by_others
from facilitator.domain.session.state import Session
from facilitator.domain.text.durations import clock_text


def second_thought(line: str, session: Session, now: int, author: str) -> str:
    """What speaks for a second look at `line` before it counts; empty when nothing does."""
    text = line.strip()
    if not text.startswith("/") or text.startswith("//"):
        return ""
    words = Words(text[1:])
    try:
        command = find_command(words.take())
        values = [argument.read(words, Situation(session, now, author, now)) for argument in command.arguments]
    except Refusal:
        return ""
    if command is COMMANDS["end"] and is_possible(command, session, now):
        return still_open(session)
    if command is COMMANDS["cover"]:
        question, by = values
        earlier = covered_by_others(session, question, by.id)
        if earlier and not question.each:
            since = clock_text((earlier.at - (session.started_at or session.opened_at)) / 1000)
            return f"{session.panelist_name(earlier.panelist)} covered q{question.number} at {since}."
    return ""


def still_open(session: Session) -> str:
    """What has not been asked yet, must-asks by name; a line of its own for each kind."""
    rows = [row for row in coverage(session) if row.is_unasked]
    musts = [row for row in rows if row.question.must]
    owed = [item for item in session.candidate_questions if item.status == "asked"]
    lines = []
    if musts:
        named = ", ".join(
            f"q{row.question.number}" + (f" ({session.panelist_name(row.owner)})" if row.owner else "") for row in musts
        )
        lines.append(f"Must-asks not asked: {named}.")
    others = len(rows) - len(musts)
    if others:
        lines.append(f"{others} other question{'s' if others > 1 else ''} not asked.")
    if owed:
        lines.append(f"{len(owed)} of their questions neither answered nor owed.")
    return "\n".join(lines) or "Everything was asked."
