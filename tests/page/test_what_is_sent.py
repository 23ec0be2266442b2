"""Of all that is said and done in an interview, nothing is ever sent but what the curtain shows."""

from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.clock import SimulatedClock
from facilitator.conducting.conductor import Conductor
from facilitator.domain.language.decision import Refusal
from facilitator.domain.plan.agenda import Agenda
from facilitator.domain.session.opening import opening
from facilitator.page.message import message
from facilitator.page.response import beginning_of_events, event, no_answer, page
from facilitator.showing.curtain import seen_by_them
from facilitator.storage.journal import MemoryJournal
from tests.page.rooms import Wire, asked, followed, page_in_a_room
from tests.ui.sessions import STARTS, small_agenda

SECRET = "zyzzyva"
"""It stands in everything that isn't for the other side."""


def secretive_agenda() -> Agenda:
    """An agenda in which nothing is for the other side but the titles."""
    question = {
        "ask": f"Why {SECRET}?",
        "owner": "ann",
        "competency": "craft",
        "probes": [f"{SECRET}?"],
        "listen_for": [SECRET],
    }
    in_secret = {"purpose": f"find {SECRET}", "say": f"and now {SECRET}"}
    return small_agenda(
        purpose=f"find {SECRET}",
        prepare=f"bring {SECRET}",
        calendar_id=SECRET,
        adjustments=[{"what": f"more time: {SECRET}", "extra_percent": 25, "break_seconds": 60}],
        scale=[f"{SECRET} {point}" for point in range(1, 6)],
        panel=[
            {"id": "ann", "name": f"Ann {SECRET}", "role": SECRET, "email": f"ann@{SECRET}.example", "lead": True},
            {"id": "bo", "name": f"Bo {SECRET}"},
        ],
        competencies=[{"id": "craft", "name": f"Craft {SECRET}", "anchors": {1: SECRET, 5: SECRET}}],
        segments=[
            {
                "id": "first",
                "title": "First",
                "length_seconds": 600,
                "questions": [{"id": "why", "number": 1, **question}, {"id": "how", "number": 2, **question}],
                **in_secret,
            },
            {"id": "second", "title": "Second", "length_seconds": 300, "kind": "candidate_questions", **in_secret},
        ],
    )


LINES = st.sampled_from(
    (
        *("/start", "/next", "/pause", "/resume", "/end", "/reopen", "/undo", "/redo", "/cancel", "/goto 1"),
        *(f"a note {SECRET}", f"+ {SECRET} #craft", f"- {SECRET} @bo", f"? {SECRET}", f'" {SECRET}', f"bo> {SECRET}"),
        *(f"/them {SECRET}?", "/answered 1", f"/owed 1 bo {SECRET}", f"/question Why {SECRET}?", f"/file n1 {SECRET}"),
        *("/ask 1", "/cover 1", "/cover 2 by bo", "/partly 1", "/drop 2", "/handoff 1 bo", "/floor bo", "/floor them"),
        *("/rate craft 4 n1", "/recommend yes", f"/decide yes {SECRET}", f"/dissent {SECRET}", "/vote no"),
        *(
            "/add 2m",
            "/add -1m",
            "/late 90s",
            "/length 2 4m",
            "/skip 2",
            "/room 10:12",
            "/recover trim",
            "/recover drop",
        ),
        *(f"/with {SECRET}", f"/standin {SECRET} for bo", "/absent bo", "/arrived bo", "/noshow", f"/edit n1 {SECRET}"),
        *("/strike n1", "/as bo", f"/{SECRET}", "/trim 1m", "/recover drop"),
    )
)
HISTORIES = st.lists(st.tuples(LINES, st.integers(0, 400)), max_size=40)
EVER = page() + beginning_of_events() + b"".join(map(no_answer, (400, 404, 405, 414, 431, 503)))


@settings(max_examples=150)
@given(history=HISTORIES, overtime=st.booleans())
def test_no_history_puts_a_word_of_the_panels_on_the_page(history: list[tuple[str, int]], overtime: bool):
    clock = SimulatedClock(STARTS)
    fact = opening(secretive_agenda(), f"Robin {SECRET}", STARTS, "UTC", "10:00", f"{SECRET}.yaml")
    conductor = Conductor.open(MemoryJournal(), SECRET, fact, clock, SECRET)
    sent = [EVER]
    for line, seconds in history:
        with suppress(Refusal):
            conductor.submit(line)
        clock.advance(seconds)
        now = conductor.now()
        sent.append(event(message(seen_by_them(conductor.session, now, overtime), now)))
    assert SECRET not in b"".join(sent).decode().lower()


def test_nor_does_a_whole_interview_over_the_wire():
    with page_in_a_room(secretive_agenda()) as room, followed(room) as wire:
        said = [wire.message()]
        for line in ("/start", f"+ {SECRET} #craft", "/cover 1", f"/them {SECRET}?", "/add 2m", "/next", "/end"):
            room.say(line)
        while said[-1]["words"] != "ended":
            said.append(wire.message())
        others = [asked(room, path) for path in (room.path, f"{room.path}time", f"{room.path}notes", "/")]
    assert SECRET not in str(said + others).lower()


def test_nobody_learns_the_token_but_from_the_link():
    with page_in_a_room() as room, followed(room) as wire:
        token = room.path.strip("/")
        answers = [asked(room, path) for path in (room.path, f"{room.path}time", "/", f"{room.path}x", "/" + "a" * 26)]
        said = str([*answers, wire.message()])
        with Wire(room) as other:
            other.send(b"POST / HTTP/1.1\r\n\r\n")
            said += other.rest().decode()
    assert token not in said
    assert token not in repr(room.page)
