"""Who says a line: `cfo> text` is the CFO's, whoever types it.

Separate from the decisions, because it holds for every line: notes, commands, and those of a script.
"""

import re
from difflib import get_close_matches

from msgspec.structs import replace

from facilitator.domain.language.arguments import find_panelist
from facilitator.domain.language.decision import Refusal, Situation
from facilitator.domain.plan.agenda import Panelist
from facilitator.domain.text.plain_text import comparable, excerpt

_SAID = re.compile(r"([^\s#@/,>]+)>(?:\s+(.*))?", re.DOTALL)


def spoken(line: str, here: Situation) -> tuple[str, Situation]:
    """Return what somebody says in a line, and the situation in which they say it.

    A word before `>` that names no panelist, or could name several, is part of a note.
    """
    said = _SAID.fullmatch(line)
    speaker = said and _named(said[1], here)
    if not said or not speaker:
        return line, here
    return said[2] or "", replace(here, author=speaker.id, recorder=here.recorder or here.author, named=True)


def misnamed(line: str, here: Situation) -> list[str]:
    """Return a remark on a line that seems to name its author and doesn't; none if it doesn't seem so."""
    said = _SAID.fullmatch(line)
    if said is None or _named(said[1], here):
        return []
    known = list(here.plan.panelist_by_id)
    word = comparable(said[1])
    meant = [name for name in known if comparable(name).startswith(word)] or get_close_matches(word, known, 1)
    return [f"“{excerpt(said[1])}>” names nobody (did you mean {' or '.join(f'{name}>' for name in meant)}?)"] * bool(
        meant
    )


def _named(word: str, here: Situation) -> Panelist | None:
    try:
        return find_panelist(word, here)
    except Refusal:
        return None
