"""Interviews by chance: a session in which anything was typed."""

import random
from functools import cache

from facilitator.agenda_files import parse
from facilitator.clock import SimulatedClock
from facilitator.conducting.conductor import Conductor
from facilitator.conducting.rehearsal import FIXED_INSTANT
from facilitator.domain.language import decisions  # noqa: F401  declares the commands
from facilitator.domain.language.commands import COMMANDS
from facilitator.domain.language.decision import Refusal
from facilitator.domain.plan.agenda import Agenda
from facilitator.domain.session.opening import opening
from facilitator.resources import agendas_dir
from facilitator.storage.journal import MemoryJournal
from tests.fuzz.damage import PIECES, damaged_text

LINES = (
    *("/start", "/next", "/next", "/end", "/undo", "/pause", "/resume", "/back", "/add 2m", "/cover 1", "/cover 2 ceo"),
    *("+ closed three of five #pipeline", "- no plan for the second year @2", "? what of the churn", "a plain note"),
    *(
        "/cancel fire alarm",
        "/vote ceo hire because",
        "/decide hire",
        "/owe the salary by friday",
        "! knows the customers",
    ),
)


@cache
def agendas() -> tuple[Agenda, ...]:
    loaded = [parse(path.read_text("utf-8"), path.name).agenda for path in sorted(agendas_dir().glob("*.yaml"))]
    return tuple(agenda for agenda in loaded if agenda is not None)


def interview(chance: random.Random) -> Conductor:
    """Return an interview in which some lines were done and others refused."""
    agenda = chance.choice(agendas())
    clock = SimulatedClock(FIXED_INSTANT)
    ids = (f"e{number:05}" for number in range(100_000))
    candidate = chance.choice(("", "Robin Reyes", "=cmd|x", "<b>O'Brien</b>", damaged_text(chance, "Ann Lee", 2)))
    opened = opening(agenda, candidate, FIXED_INSTANT, "UTC")
    conductor = Conductor.open(MemoryJournal(), "fuzzed", opened, clock, "device", lambda: next(ids))
    at = FIXED_INSTANT
    for _ in range(chance.randint(2, 14)):
        at += chance.choice((0, 1000, 61_000, 600_000))
        clock.advance_to(at)
        try:
            conductor.advance_due()
            conductor.submit(line(chance), chance.choice((None, None, chance.choice(agenda.panel).id)))
        except Refusal:
            continue
    return conductor


def line(chance: random.Random) -> str:
    match chance.randrange(4):
        case 0:
            return (
                f"/{chance.choice(list(COMMANDS))} {chance.choice(('', '1', 'ceo', '5m', 'x', chance.choice(PIECES)))}"
            )
        case 1:
            return damaged_text(chance, chance.choice(LINES), 3)
        case _:
            return chance.choice(LINES)
