"""The lists that the panes of a screen would show, as lines of text on demand."""

from collections.abc import Iterator
from operator import attrgetter

from facilitator.domain.facts.status import Status
from facilitator.domain.language.arguments import find_question
from facilitator.domain.language.commands import by_heading
from facilitator.domain.language.decision import Refusal
from facilitator.domain.language.decisions import foreseen
from facilitator.domain.notes.filing import Filing
from facilitator.domain.notes.search import search_notes
from facilitator.domain.pacing.fitting import Fit, fitting
from facilitator.domain.panel.onlooker import LOOKS_ON, NOT_SHOWN
from facilitator.domain.plan.agenda import Question
from facilitator.domain.questions.coverage import Covered, coverage
from facilitator.domain.questions.participation import (
    tally_by_competency,
    tally_by_panelist,
    unheard_at_half_time,
)
from facilitator.domain.session.state import Note, Session
from facilitator.domain.text.plain_text import one_line
from facilitator.domain.time.as_shown import as_shown
from facilitator.domain.time.time_of_day import day_and_time
from facilitator.domain.time.timing import running_order
from facilitator.plain.desk import OWN_LINES, Desk, OwnLine, shown_by
from facilitator.showing.facts import answer_words, order_detail, question_facts
from facilitator.showing.labels import NOTE_MARKS, labels
from facilitator.showing.looks import SEGMENT_STATE
from facilitator.showing.panel_words import device_lines
from facilitator.showing.things_to_do import things_to_do

LATEST_NOTES = 20
"""How many notes are shown if nobody says which; how many more there are is said."""


@shown_by("order")
def order_lines(desk: Desk, words: str) -> Iterator[str]:
    """Show the running order: every segment, when it was or is expected, and for how long."""
    session, now = desk.conductor.session, desk.conductor.now()
    for item in running_order(*as_shown(session, now)):
        at = item.expected_start_at
        begins = f"{day_and_time(session, at, now)} " if at is not None else ""
        state = SEGMENT_STATE[item.state].word
        details = dict.fromkeys([state, *filter(None, order_detail(item))])
        number = session.plan.segment_numbers[item.segment.id]
        yield f"{number}. {begins}{item.segment.title}: {', '.join(details)}"


@shown_by("questions", "[Q]")
def question_lines(desk: Desk, words: str) -> Iterator[str]:
    """Show the questions by segment and how far they got; with a number, all that helps in asking that one."""
    session = desk.conductor.session
    rows = {row.question.id: row for row in coverage(session)}
    if words:
        yield from _opened(session, find_question(words, desk.conductor.situation()), rows)
        return
    for segment in session.plan.segments:
        if segment.questions:
            yield f"{session.plan.segment_numbers[segment.id]}. {segment.title}"
        yield from (_question_line(session, rows[question.id]) for question in segment.questions)
    if not rows:
        yield "No questions are planned."
    shown = as_shown(session, desk.conductor.now())
    risky = [f"q{item.question.number}" for item in fitting(*shown) if item.fit is Fit.AT_RISK]
    if risky and session.is_running:
        yield f"At risk: {', '.join(risky)}."


def _question_line(session: Session, row: Covered) -> str:
    must = "must, " if row.question.must else ""
    by = [
        f"{session.panelist_name(panelist)} {status.word}"
        for panelist, status in row.by.items()
        if status is not Status.PLANNED
    ]
    said = f"q{row.question.number} {row.question.ask} ({must}{question_facts(session, row)})"
    return f"{said} {', '.join(by)}" if by else said


def _opened(session: Session, question: Question, rows: dict[str, Covered]) -> Iterator[str]:
    yield _question_line(session, rows[question.id])
    yield from (f"Follow up: {probe}" for probe in question.probes)
    yield from (f"Listen for: {heard}" for heard in question.listen_for)
    competency = session.plan.competency_by_id.get(question.competency or "")
    if competency is not None:
        scale = session.plan.scale_of(competency.id)
        yield from (f"{scale.text(score)}: {anchor}" for score, anchor in sorted(competency.anchors.items()))


@shown_by("progress")
def progress_lines(desk: Desk, words: str) -> Iterator[str]:
    """Show how far you are: what is covered of each competency, how it is rated, what is still open."""
    session = desk.conductor.session
    tallies = tally_by_competency(session)
    for competency in session.plan.competencies:
        tally = tallies[competency.id]
        rated = [
            f"{session.panelist_name(rating.panelist)} {session.plan.scale_of(competency.id).text(rating.rating)}"
            for rating in session.ratings.values()
            if rating.competency == competency.id
        ]
        count = f"{tally.covered} of {tally.total} covered" if tally.total else "no question"
        yield f"{competency.name}: {count}" + (f", rated {', '.join(rated)}" if rated else "")
    still_open = [f"q{row.question.number}" for row in coverage(session) if row.is_open]
    yield f"Still open: {', '.join(still_open)}." if still_open else "Everything was covered."


def panel_lines(desk: Desk) -> Iterator[str]:
    """Yield the panel: who is who, and how many of their questions each has covered; then its devices."""
    session = desk.conductor.session
    tallies = tally_by_panelist(session)
    for panelist in session.plan.panel:
        parts = [panelist.role, "lead" if panelist == session.lead else "", "shadow" if panelist.shadow else ""]
        parts.append(_absence(session, panelist.id))
        tally = tallies[panelist.id]
        parts.append(f"{tally.covered} of {tally.total} covered" if tally.total else "")
        said = ", ".join(filter(None, parts))
        yield f"{panelist.id}, {session.panelist_name(panelist.id)}" + (f": {said}" if said else "")
    shown = as_shown(session, desk.conductor.now())
    unheard = [session.panelist_name(item.panelist.id) for item in unheard_at_half_time(*shown)]
    if unheard:
        yield f"Not heard yet: {', '.join(unheard)}."
    if desk.shared is not None:
        yield from device_lines(session, desk.shared.state(), desk.conductor.now())


def _absence(session: Session, panelist: str) -> str:
    """Return `absent`, and who sits in for them; empty if they are there."""
    if panelist not in session.plan.absent:
        return ""
    acting = session.plan.acting(panelist)
    return f"absent ({session.panelist_name(acting)} sits in)" if acting else "absent"


@shown_by("theirs")
def their_lines(desk: Desk, words: str) -> Iterator[str]:
    """Show the questions that they asked, and what became of each."""
    session = desk.conductor.session
    if not session.candidate_questions:
        yield labels(session.agenda.perspective, looks_on=session.looks_on).nothing_theirs
    for item in session.candidate_questions:
        yield f"{item.called} {item.text} ({answer_words(session, item)})"


@shown_by("notes", "[all|WORDS]")
def note_lines(desk: Desk, words: str) -> Iterator[str]:
    """Show the latest notes, all of them, or those that contain these words."""
    session, now = desk.conductor.session, desk.conductor.now()
    if session.looks_on:
        yield NOT_SHOWN
        return
    every = words.lower() == "all" or not words
    found = list(session.notes.values() if every else search_notes(session, words))
    shown = found if words else found[-LATEST_NOTES:]
    if not shown and not (every and session.sealed):
        yield "No notes yet." if every else f"No note contains “{words}”."
    if len(shown) < len(found):
        yield f"+{len(found) - len(shown)} earlier: /notes all"
    filing, unkept = Filing(session), desk.conductor.unkept if desk.conductor.trouble else frozenset()
    for note in sorted(shown, key=attrgetter("at")):
        yield _note_line(session, note, filing, now) + (", not kept" if note.id in unkept else "")
    if session.sealed:
        from facilitator.domain.session.privacy.private_facts import kept_in_words  # on a panel only

        yield from (f"{kept[0].upper()}{kept[1:]}." for kept in filter(None, [kept_in_words(session)]))


def _note_line(session: Session, note: Note, filing: Filing, now: int) -> str:
    """Return `10:14 n5 cro, strength: closed three of five (q3)`."""
    text = note.signal.shown(note.text) if note.signal else note.text
    lead = ", ".join(filter(None, [note.author, note.signal.word if note.signal else ""]))
    at_hand = filing.question(note)
    tail = f" (q{session.plan.question_by_id[at_hand].number})" if at_hand else ""
    return f"{day_and_time(session, note.at, now)} {note.called} {lead}: {text}{tail}"


@shown_by("would", "COMMAND")
def foreseen_lines(desk: Desk, words: str) -> Iterator[str]:
    """Say what a command would bring, without doing it: /would undo, /would add 5m."""
    if not words:
        raise Refusal("Which command? /would add 5m says what that would bring, and does nothing.")
    conductor, here = desk.conductor, desk.conductor.situation()
    line = words if words.startswith("/") else f"/{words}"
    decision = conductor.decide(line)
    brings = foreseen(line, here.session, here.now, conductor.writer, here.device)
    if decision.doubt:
        yield f"{line} asks first: {one_line(decision.doubt)}"
    elif brings:
        yield f"{line} {brings}."
    else:
        yield f"{line} does this: {decision.said}"


def help_lines(desk: Desk) -> Iterator[str]:
    """Yield what you do most, with examples from this agenda; then all that can be typed."""
    here = desk.conductor.situation()
    begins = LOOKS_ON if here.session.looks_on else "Anything that isn't a command is a note."
    yield f"{begins} An empty line tells you where you stand."
    things = things_to_do(here)
    yield from (f"{thing.does}: {thing.example}" for thing in things if thing.example)
    yield from (f"{shown}: {does}" for shown, does in NOTE_MARKS)
    for heading, commands in by_heading().items():
        yield f"{heading}:"
        yield from (f"{command.usage}: {command.help}" for command in commands)
    yield "In lines of text:"
    yield from (f"{one.usage}: {one.help}" for one in OWN_LINES.values())


def help_on_own(own: OwnLine) -> OwnLine:
    """Return what `/help` answers about a line that only the line mode knows."""
    return OwnLine("help", "", "", lambda desk, words: (f"{own.usage}: {own.help}",))
