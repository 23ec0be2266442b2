"""What became of the plan while the interview ran, as sentences and a list.

Separate from `timing_blocks`, because a change is about more than time: questions, people, the room.
"""

from collections.abc import Iterator

from facilitator.documents.document import Block, Bullets, Heading, Run, Style
from facilitator.domain.debrief.debrief import Debrief
from facilitator.domain.facts.status import Status
from facilitator.domain.time.timing import SegmentState
from facilitator.reports import words


def plan_sentences(report: Debrief) -> Iterator[str]:
    """Yield how many questions and segments were planned, added and left out, if that changed."""
    planned = report.agenda.question_by_id
    added = sum(row.question not in planned for row in report.coverage)
    dropped = sum(row.status is Status.DROPPED for row in report.coverage)
    yield from _counted("Questions", len(planned), added, f"dropped {dropped}" if dropped else "")
    segments = report.agenda.segments
    skipped = sum(row.place is SegmentState.SKIPPED for row in report.timeline)
    left_out = f"skipped {skipped}" if skipped else ""
    yield from _counted("Segments", len(segments), len(report.timeline) - len(segments), left_out)


def _counted(of: str, planned: int, added: int, left_out: str) -> Iterator[str]:
    if added or left_out:
        yield f"{of}: {', '.join(filter(None, [f'planned {planned}', f'added {added}' if added else '', left_out]))}."


def change_blocks(report: Debrief) -> Iterator[Block]:
    """Yield what became of the plan while the interview ran: when, what and by whom; nothing if it stayed as it was."""
    if report.changes:
        yield Heading("Changes of plan", 3)
        yield Bullets(
            tuple(
                (
                    Run(f"{words.moment_of(row.at, report.session)} · ", Style.QUIET),
                    Run(row.text),
                    Run(f" ({words.panelist_name(report, row.by)})", Style.QUIET),
                )
                for row in report.changes
            )
        )
