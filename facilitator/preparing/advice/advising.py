"""Ask every rule for its advice on an agenda."""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from facilitator.agenda_files.checks import SILENCEABLE
from facilitator.agenda_files.complaints import Position, nearest, quoted
from facilitator.agenda_files.reader import Path, position_at
from facilitator.domain.plan.agenda import Agenda
from facilitator.preparing.advice import on_both_sides, on_risk, on_structure, on_time, on_wording
from facilitator.preparing.advice.advice import GROUPS, RULES, Advice, Remark, rule

MODULES_OF_RULES = (on_time, on_both_sides, on_structure, on_wording, on_risk)


def advise(agenda: Agenda, positions: Mapping[Path, Position]) -> tuple[Advice, ...]:
    """Return the advice on an agenda, in the order of GROUPS and of the file, without what the agenda silences.

    `positions` are those of its file (see `agenda_files.Loaded`).
    """
    said = _as_said(agenda, positions)
    found = [
        _located(code, remark, positions)
        for code, function in RULES.items()
        if code not in (agenda.silence or ())
        for remark in function(said)
    ]
    order = list(GROUPS)
    return tuple(sorted(found, key=lambda one: (order.index(one.group), one.line, one.column)))


def _as_said(agenda: Agenda, positions: Mapping[Path, Position]) -> Agenda:
    """Return the agenda without the shortest lengths that its adjustments made: nobody said that these may give."""
    if not agenda.adjustments:
        return agenda
    segments = tuple(
        segment if ("segments", index, "at_least") in positions else replace(segment, at_least_seconds=None)
        for index, segment in enumerate(agenda.segments)
    )
    return replace(agenda, segments=segments)


def _located(code: str, remark: Remark, positions: Mapping[Path, Position]) -> Advice:
    at = position_at(remark.path, positions)
    return Advice(code, at.line, at.column, remark.reason, remark.suggestion)


@rule("silence/unknown-code")
def unknown_code(agenda: Agenda) -> Iterable[Remark]:
    """Advise on silenced codes that neither advice nor a warning has: they silence nothing."""
    known = {*RULES, *SILENCEABLE}
    for index, code in enumerate(agenda.silence or ()):
        if code not in known:
            hint = nearest(code, sorted(known), most=len(known))
            remedy = f"Did you mean {quoted(hint)}?" if hint else "Copy the code from what “check” prints."
            yield Remark(("silence", index), f"No advice has the code {quoted(code)}.", remedy)
