"""Where a paragraph that goes on for several lines says something new, although no blank line stands between."""

import re

from facilitator.preparing.manuscript.manuscript import split_number
from facilitator.preparing.words.lexicon import LONGEST_LABEL, field_of, is_request, lead_of
from facilitator.preparing.words.scores import scored
from facilitator.preparing.written_times.written_time import written_time

_LETTERED = re.compile(r"[a-h][.)]\s")
_LABEL = re.compile(r"[^\W\d][\w' -]{1,30}: ?(?=\S|$)")
_LONGEST_TIMED_TITLE = 120
_LINE_ENDS = ("?", ":", ".", "!", "？", "：", "。", "！")


def ends_run(line: str, following: str, *, stands_alone: bool) -> bool:
    """Whether the line after this one says something of its own; if each `stands_alone`, also after a sentence."""
    if _begins_anew(following) or _is_timed_title(line) or (_has_label(line) and _has_label(following)):
        return True
    return stands_alone and (line.endswith(_LINE_ENDS) or is_request(following))


def _begins_anew(line: str) -> bool:
    """Whether a line of a paragraph says something of its own: it has a time, a number, or a field or lead."""
    if split_number(line)[0] or _LETTERED.match(line) or written_time(line) or scored(line)[1]:
        return True
    label, colon, _ = line[: LONGEST_LABEL + 1].partition(":")
    return bool(colon) and bool(field_of(label) or lead_of(label))


def _is_timed_title(line: str) -> bool:
    """Whether a line is a title with its time, with which the line below it doesn't go on."""
    time = written_time(line) if len(line) <= _LONGEST_TIMED_TITLE else None
    return time is not None and not line.endswith((".", ",", "?"))


def _has_label(line: str) -> bool:
    """Whether a line begins with a label of a few words, as lines of a form do."""
    match = _LABEL.match(line)
    return match is not None and len(match[0].split()) <= 4
