"""Fill in what an agenda may leave out and the program needs: ids, question numbers, a panel.

Separate from the reader, because nothing can go wrong here.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from facilitator.domain.plan.agenda import Agenda, Panelist, Question
from facilitator.domain.text.plain_text import comparable, slug

NUMBER_LIKE = re.compile(r"q?\d+", re.IGNORECASE)
"""What would be taken for a number in a command, and so is no id."""

LONE_LEAD = Panelist(id="lead", name="Lead", lead=True)


def with_identities(agenda: Agenda) -> Agenda:
    """Return the agenda with all ids filled in, questions numbered from 1, and a lead if the panel is empty.

    A missing id is made from the text. If an explicit id is the same, before or after it, the made one gets a number.
    """
    segment_ids = _filled(
        ((segment.id, segment.title, f"segment-{number}") for number, segment in enumerate(agenda.segments, 1)),
    )
    asked = [question for segment in agenda.segments for question in segment.questions]
    question_ids = _filled((question.id, question.ask, f"q{number}") for number, question in enumerate(asked, 1))
    numbered: Iterator[Question] = (
        replace(question, id=id_, number=number)
        for number, (question, id_) in enumerate(zip(asked, question_ids, strict=True), 1)
    )
    segments = tuple(
        replace(segment, id=id_, questions=tuple(next(numbered) for _ in segment.questions))
        for segment, id_ in zip(agenda.segments, segment_ids, strict=True)
    )
    return replace(agenda, panel=agenda.panel or (LONE_LEAD,), segments=segments)


def _filled(wanted: Iterable[tuple[str, str, str]]) -> list[str]:
    """Return an id for each (explicit id or "", text, fallback); no two are equal, case and accents aside."""
    wanted = list(wanted)
    taken = {comparable(explicit) for explicit, _, _ in wanted if explicit}
    counts: Counter[str] = Counter()
    ids: list[str] = []
    for explicit, text, fallback in wanted:
        made = slug(text)
        if not made or NUMBER_LIKE.fullmatch(made):
            made = fallback
        ids.append(explicit or _free(made, taken, counts))
        taken.add(comparable(ids[-1]))
    return ids


def _free(made: str, taken: set[str], counts: Counter[str]) -> str:
    """Return `made`, or `made-2`, `made-3` … if it is taken. `counts` remembers the last number, to save the search."""
    name = made
    while name in taken:
        counts[made] += 1
        name = f"{made}-{counts[made] + 1}"
    return name
