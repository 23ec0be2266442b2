"""Advice on structure: what the time is for, who does what, and what a rating means.

A must-ask without an owner, a panelist without a question and a competency that no question covers are complaints
already (`agenda_files.checks`), so no rule repeats them.
"""

from collections.abc import Iterator

from facilitator.domain.plan.agenda import Agenda, Competency, SegmentKind
from facilitator.preparing.advice.advice import Remark, rule

LONGEST_WITHOUT_WORK_SECONDS = 30 * 60
"""A shorter talk, such as a first call, has no time for work on something real."""
CROWD = 3
_MOST_NAMED = 5


@rule("structure/no-purpose")
def no_purpose(agenda: Agenda) -> Iterator[Remark]:
    """Advise to say what the interview is for."""
    if not agenda.purpose:
        yield Remark(
            ("title",),
            "Nothing says what the interview is for.",
            "Add a “purpose”: what both sides want to know at the end.",
        )


@rule("structure/no-opening")
def no_opening(agenda: Agenda) -> Iterator[Remark]:
    """Advise to begin with an opening."""
    if all(segment.kind is not SegmentKind.OPENING for segment in agenda.segments):
        yield Remark(
            ("segments", 0),
            "No part opens the interview, so the first question comes before anybody knows what the time is for.",
            "Begin with a few minutes of kind “opening”: who is here, what will happen, what each side wants to know.",
        )


@rule("structure/no-closing")
def no_closing(agenda: Agenda) -> Iterator[Remark]:
    """Advise to end with a closing."""
    if all(segment.kind is not SegmentKind.CLOSING for segment in agenda.segments):
        yield Remark(
            ("segments", len(agenda.segments) - 1),
            "No part closes the interview, so they leave without knowing what happens next.",
            "End with a few minutes of kind “closing”: the next step, its date, and who will call.",
        )


@rule("structure/no-practice")
def no_practice(agenda: Agenda) -> Iterator[Remark]:
    """Advise to put real work on the table."""
    talks_long = agenda.planned_seconds > LONGEST_WITHOUT_WORK_SECONDS
    if talks_long and not any(segment.kind.is_real_work for segment in agenda.segments):
        yield Remark(
            ("segments",),
            "It is all talk: nothing shows how they work.",
            "Put something real on the table, in a segment of kind “practice”, “presentation” or “workshop”.",
        )


@rule("structure/unowned-competency")
def unowned_competency(agenda: Agenda) -> Iterator[Remark]:
    """Advise to give each competency an owner, if there are several raters."""
    unowned = [competency for competency in agenda.competencies if not competency.owners]
    if unowned and len(agenda.raters) > 1:
        yield Remark(
            _path(agenda, unowned[0]),
            f"Nobody on the panel owns {_named(unowned)}.",
            "Name who looks at each most closely, with “owners”.",
        )


@rule("structure/crowded-competency")
def crowded_competency(agenda: Agenda) -> Iterator[Remark]:
    """Advise where everybody of a panel of three or more asks about the same competency."""
    raters = {panelist.id for panelist in agenda.raters}
    for competency in agenda.competencies:
        asking = {question.owner for question in agenda.questions if question.competency == competency.id}
        if len(raters) >= CROWD and raters <= asking:
            yield Remark(
                _path(agenda, competency),
                f"Everybody asks about {_named([competency])}, so less time is left for the rest.",
                "Leave it to one or two, or mark one question with “each” if everybody needs their own answer.",
            )


@rule("structure/no-anchors")
def no_anchors(agenda: Agenda) -> Iterator[Remark]:
    """Advise to describe what earns a rating."""
    bare = [competency for competency in agenda.competencies if not competency.anchors]
    if bare:
        highest = len(agenda.scale_of(bare[0].id).words)
        *first, last = sorted({1, (highest + 1) // 2, highest})
        said = f"{', '.join(map(str, first))} and {last}"
        nothing = f"Nothing says what earns which rating for {_named(bare)}"
        yield Remark(
            _path(agenda, bare[0]),
            f"{nothing}, so a {min(4, highest)} means something different to each of you.",
            f"Describe at least {said} under “anchors”, by what somebody does.",
        )


def _path(agenda: Agenda, competency: Competency) -> tuple[str | int, ...]:
    return ("competencies", agenda.competencies.index(competency))


def _named(competencies: list[Competency]) -> str:
    """Return the ids of competencies as one text, with how many more there are after the first few."""
    names = ", ".join(f"'{competency.id}'" for competency in competencies[:_MOST_NAMED])
    more = len(competencies) - _MOST_NAMED
    return f"{names} and {more} more" if more > 0 else names
