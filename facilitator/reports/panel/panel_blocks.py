"""How the panel decides, in words: what only one has seen, the cards, the votes, the decision.

Separate from the rest of the panel's document, which is about the interview.
"""

from collections.abc import Iterator, Sequence

from facilitator.documents.document import (
    Block,
    Bullets,
    Cell,
    Column,
    Heading,
    Paragraph,
    Run,
    Style,
    Table,
    paragraph,
)
from facilitator.domain.debrief.debrief import CompetencyRow, Debrief
from facilitator.domain.debrief.panel_rows import ChangeOfMindRow, ScorecardRow
from facilitator.domain.facts.kinds.session import STRICT
from facilitator.domain.facts.signal import Direction
from facilitator.domain.plan.scale import Recommendation
from facilitator.reports import words
from facilitator.reports.panel.parts import Part

ONLY_ONE = "What only one of you saw"


def evidence_blocks(report: Debrief) -> Iterator[Block]:
    """Yield what only one panelist has noted for or against: it is heard first, since what all know comes up anyway."""
    rows = [row for row in report.panel.unshared_evidence if row.direction is not Direction.NEITHER]
    if not rows:
        return
    competencies = {row.id: row.name for row in report.competencies}
    yield Heading(ONLY_ONE)
    items = []
    for row in rows:
        about = ", ".join(filter(None, [_name(report, row.panelist), competencies.get(row.competency or "")]))
        kind = row.signal.word if row.signal else row.direction
        said = words.untagged(row.text, report.agenda)
        items.append((Run(f"{kind}: ", Style.STRONG, kind), Run(said), Run(f" ({about})", Style.QUIET)))
    yield Bullets(tuple(items))


def disagreement_blocks(report: Debrief, competency: str) -> Iterator[Block]:
    """Yield how far apart the ratings of a competency are, if there are two or more."""
    for row in report.panel.disagreements:
        if row.competency == competency and len(row.ratings) > 1:
            yield paragraph(
                f"{len(row.ratings)} ratings, {apart_text(row.spread)}; their mean is {row.mean:.1f}.", Style.QUIET
            )


def apart_text(spread: int) -> str:
    """Return the distance from the lowest rating to the highest in words, such as `2 apart`."""
    return f"{spread} apart" if spread else "all equal"


def evidence_by_number(report: Debrief) -> Iterator[Block]:
    """Yield what only one panelist has noted for or against, by number: the document tells each note elsewhere."""
    labels = {note.id: note.called for note in report.notes}
    competencies = {row.id: row.name for row in report.competencies}
    seen: dict[str, list[str]] = {}
    for row in report.panel.unshared_evidence:
        if row.direction is not Direction.NEITHER:
            about = f"the evidence for the rating of {competencies.get(row.competency or '', row.competency)}"
            named = [labels[note] for note in row.notes if note in labels]
            seen.setdefault(row.panelist, []).extend(named or [about])
    if seen:
        yield Heading(ONLY_ONE)
        yield Bullets(
            tuple((Run(f"{_name(report, who)}: ", Style.STRONG), Run(", ".join(said))) for who, said in seen.items())
        )


def has_judgement(report: Debrief) -> bool:
    """Whether there is a judgement or one is expected; of an interview that was called off none is.

    Whoever only looks on can't tell that there is none.
    """
    panel = report.panel
    given = report.recommendations or panel.votes or panel.scorecards or panel.decision or panel.looks_on
    return report.cancelled is None or bool(given)


def card_blocks(report: Debrief) -> Iterator[Block]:
    """Yield what became of the scorecards, what stands on them, the votes as figures, and who changed their mind."""
    parts = [*_scorecards(report), *_figures(report), *_changes(report)]
    if parts:
        yield Heading(Part.CARDS)
        yield from parts


def _name(report: Debrief, panelist: str) -> str:
    return words.panelist_name(report, panelist)


def _scorecards(report: Debrief) -> Iterator[Block]:
    lines = list(opening_lines(report))
    for card in report.panel.scorecards:
        if card.state == "sealed":
            lines.append((Run(f"{_name(report, card.panelist)}'s scorecard is in, sealed."),))
        if card.removed:
            lines.append((Run(f"{_name(report, card.panelist)} was removed before sealing a scorecard."),))
        lines.extend(card_lines(report, card))
        lines.extend(record_lines(report, card))
    if lines:
        yield Bullets(tuple(lines))


def opening_lines(report: Debrief) -> Iterator[tuple[Run, ...]]:
    """Yield who opened the cards, when, and whether all were in; and who opened somebody's notes, and why."""
    if opening := report.panel.opening:
        left = any(card.removed for card in report.panel.scorecards)
        at_last = "when nobody was waited for any more" if left else "when all were in"
        how = f"before all were in, because: {opening.reason}" if opening.reason else at_last
        at = words.moment_of(opening.at, report.session)
        yield (Run(f"Scorecards opened by {_name(report, opening.by)}, {how} ({at})."),)
    for row in report.panel.notes_opened or ():
        at = words.moment_of(row.at, report.session)
        whose, by = _name(report, row.panelist), _name(report, row.by)
        yield (Run(f"What {whose} had sealed was opened by {by}, because: {row.reason} ({at})."),)
    panel = report.panel
    if panel.card_rules < STRICT and any(card.submitted or card.state == "open" for card in panel.scorecards):
        yield (Run("They follow the rules of an earlier version: nothing proves that a card is what was sealed."),)


def record_lines(report: Debrief, card: ScorecardRow) -> Iterator[tuple[Run, ...]]:
    """Yield what became of a card: submitted more than once, changed after the opening, what counts for nothing."""
    name = _name(report, card.panelist)
    if len(card.submitted) > 1:
        yield (Run(f"{name}'s scorecard was submitted {_times(len(card.submitted))}, {_at(report, card.submitted)}."),)
    opening = report.panel.opening
    late = [at for at in card.submitted if opening is not None and at > opening.at]
    if late:
        yield (Run(f"{name}'s scorecard was submitted after the opening, {_at(report, late)}."),)
    if card.changed:
        first = not (card.submitted or report.panel.card_rules < STRICT)
        yield (Run(f"{name}'s scorecard was {_written(first)} after the opening, {_at(report, card.changed)}."),)
    if card.original_sealed:
        yield (Run(f"{name}'s scorecard as it was before is still sealed."),)
    if card.original is not None:
        yield from _texts(f"{name}, before the opening, ", card.original.strengths, card.original.concerns)
    if card.refused:
        said = f"Something else was recorded as {name}'s scorecard, {_at(report, card.refused)}: it counts for nothing."
        yield (Run(said),)


def _written(first: bool) -> str:
    return "written" if first else "changed"


def _times(number: int) -> str:
    return "twice" if number == 2 else f"{number} times"


def _at(report: Debrief, instants: Sequence[str]) -> str:
    """Return `at 10:04`, `at 10:04, 10:20 and 11:02`, or `on 2 December, 10:04`."""
    *before, last = (words.moment_of(at, report.session) for at in instants)
    how = "on" if "," in last else "at"
    return f"{how} {', '.join(before)} and {last}" if before else f"{how} {last}"


def card_lines(report: Debrief, card: ScorecardRow) -> Iterator[tuple[Run, ...]]:
    """Yield the strengths and concerns on an open card."""
    yield from _texts(f"{_name(report, card.panelist)}, ", card.strengths, card.concerns)


def _texts(whose: str, strengths: str, concerns: str) -> Iterator[tuple[Run, ...]]:
    for title, said in (("strengths", strengths), ("concerns", concerns)):
        for line in filter(None, said.splitlines()):
            yield Run(f"{whose}{title}: ", Style.STRONG), Run(line)


def vote_blocks(report: Debrief) -> Iterator[Block]:
    """Yield what each recommends, and who has changed their mind."""
    yield from _votes(report)
    yield from _changes(report)


def _votes(report: Debrief) -> Iterator[Block]:
    first, votes = report.recommendations, report.panel.votes
    if not (first or votes):
        yield paragraph("Nobody has given a recommendation.", Style.QUIET)
        return
    awaited = [person.id for person in report.people if person.present and not person.shadow and not report.cancelled]
    ids = dict.fromkeys((*awaited, *first, *votes))
    twice = any(votes[who] != first.get(who) for who in votes)
    columns = [Column("Panelist"), Column("Recommendation"), *([Column("After discussion")] if twice else [])]
    yield Table(
        tuple(columns),
        tuple(
            (Cell(_name(report, who)), _vote(first.get(who)), *([_vote(votes.get(who))] if twice else []))
            for who in ids
        ),
    )
    yield from _figures(report)


def _figures(report: Debrief) -> Iterator[Block]:
    panel = report.panel
    if panel.mean is not None and len(panel.votes) > 1:
        apart = f"{panel.spread} apart at most" if panel.spread else "all equal"
        yield paragraph(
            f"On a scale of 1 (strong no) to 5 (strong yes) their mean is {panel.mean:.1f}, {apart}. "
            "The panel decides, not the mean.",
            Style.QUIET,
        )


def _vote(given: Recommendation | None) -> Cell:
    return Cell("not given", "quiet") if given is None else Cell(words.recommendation_text(given), given.value)


def _changes(report: Debrief) -> Iterator[Block]:
    competencies = {row.id: row for row in report.competencies}
    lines = []
    for row in report.panel.changes_of_mind:
        rated = competencies.get(row.competency or "")
        about = f"{rated.name if rated else 'recommendation'}, from {_before(row, rated)} to {_plain(row.after, rated)}"
        lines.append(f"{words.moment_of(row.at, report.session)} · {_name(report, row.panelist)}: {about}")
    if lines:
        yield Heading("Changes of mind", 3)
        yield Bullets(tuple((Run(line),) for line in lines))


def _before(row: ChangeOfMindRow, rated: CompetencyRow | None) -> str:
    if row.before is None:
        return "what is sealed" if row.sealed else "none"
    return _plain(row.before, rated)


def _plain(given: int | Recommendation, rated: CompetencyRow | None) -> str:
    if isinstance(given, Recommendation):
        return words.recommendation_text(given)
    return rated.told(given) if rated else str(given)


def decision_blocks(report: Debrief) -> Iterator[Block]:
    """Yield what was decided, under its heading; nothing before there is a decision."""
    if report.panel.decision is not None:
        yield Heading(Part.DECISION, 3)
        yield from decided_blocks(report)


def decided_blocks(report: Debrief) -> Iterator[Block]:
    """Yield what was decided, why and by whom, and who disagrees in which words or by which vote."""
    panel, decided = report.panel, report.panel.decision
    if decided is None:
        return
    by = f"{_name(report, decided.by)}, {words.moment_of(decided.at, report.session)}"
    decision = (
        Run(decided.outcome.value.capitalize(), Style.STRONG, decided.outcome.value),
        Run(f": {decided.reason}" if decided.reason else ""),
        Run(f" ({by})", Style.QUIET),
    )
    said = [(row.panelist, row.text) for row in panel.dissents]
    voted = {who: words.recommendation_text(vote) for who, vote in panel.votes.items()}
    said += [(who, voted[who]) for who in panel.dissenters if who not in dict(said)]
    dissents = ((Run(f"Dissent, {_name(report, who)}: ", Style.STRONG), Run(text)) for who, text in said)
    yield Bullets((decision, *dissents)) if said else Paragraph(decision)
