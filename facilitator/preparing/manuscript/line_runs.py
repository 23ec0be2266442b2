"""Where a paragraph that goes on for several lines says something new, although no blank line stands between."""

import re
from collections.abc import Iterator

from facilitator.domain.text.plain_text import one_line
from facilitator.preparing.manuscript.manuscript import split_number
from facilitator.preparing.words.lexicon import LONGEST_LABEL, HeadingRole, field_of, heading_role, is_request, lead_of
from facilitator.preparing.words.scores import scored
from facilitator.preparing.words.sentences import without_count
from facilitator.preparing.written_times.written_time import written_time

_LETTERED = re.compile(r"[a-h][.)]\s")
_LABEL = re.compile(r"[^\W\d][\w' -]{1,30}: ?(?=\S|$)")
BREAK = "\v"
"""Between the lines of a text in which line feeds mean nothing."""
_LONGEST_TIMED_TITLE = 120
_LINE_ENDS = ("?", ":", ".", "!", "？", "：", "。", "！")


def runs_at_breaks(text: str, first: int, last: int) -> Iterator[tuple[str, int, int]]:
    """Yield the runs of lines of a text with a BREAK behind each line, and on which lines of the file each stands.

    The text is on the lines `first` to `last` of it. What is behind a blank line is a run of its own. A text without
    any BREAK is as it is.
    """
    if BREAK not in text:
        yield text, first, last
        return
    runs: list[str] = []
    before = ""
    for line in text.lstrip().split(BREAK):
        said = one_line(line)
        if not runs or not before or not said or ends_run(before, said, stands_alone=False):
            runs.append(line)
        else:
            runs[-1] += f" {line}"
        before = said
    for number, run in enumerate(runs, 1):
        begins = first + run[: len(run) - len(run.lstrip())].count("\n")
        first += run.count("\n")
        if run.strip():
            yield one_line(run), min(begins, last), last if number == len(runs) else min(max(first, begins), last)


def ends_run(line: str, following: str, *, stands_alone: bool) -> bool:
    """Whether the line after this one says something of its own; if each `stands_alone`, also after a sentence."""
    only_counts = len(line) <= LONGEST_LABEL and without_count(f"{line} …")[0] == "…"
    if only_counts:  # `Question 2 (HR)`, and the question on the next line
        return False
    if _begins_anew(following) or _is_timed_title(line) or (_has_label(line) and _has_label(following)):
        return True
    return stands_alone and (line.endswith(_LINE_ENDS) or is_request(following))


def _begins_anew(line: str) -> bool:
    """Whether a line of a paragraph says something of its own: it has a time, a number, or a field or lead."""
    if (
        split_number(line)[0]
        or without_count(line)[0] != line
        or _LETTERED.match(line)
        or written_time(line)
        or scored(line)[1]
    ):
        return True
    label, colon, _ = line[: LONGEST_LABEL + 1].partition(":")
    return bool(colon) and bool(field_of(label) or lead_of(label) or heading_role(label) == HeadingRole.OBSERVE)


def _is_timed_title(line: str) -> bool:
    """Whether a line is a title with its time, with which the line below it doesn't go on."""
    time = written_time(line) if len(line) <= _LONGEST_TIMED_TITLE else None
    return time is not None and not line.endswith((".", ",", "?"))


def _has_label(line: str) -> bool:
    """Whether a line begins with a label of a few words, as lines of a form do."""
    match = _LABEL.match(line)
    return match is not None and len(match[0].split()) <= 4
