"""Markers as files that players and editors read: Audacity's labels, WebVTT cues, chapters.

Sources: Audacity's manual, “Importing and Exporting Labels”; W3C, “WebVTT: The Web Video Text Tracks Format”; YouTube's
help, “Video chapters”: a time and a title a line, the first at 0:00, none shorter than ten seconds.
"""

from collections.abc import Iterable

from facilitator.reports.markers.markers import Marker, MarkerKind

SHORTEST_CUE_SECONDS = 5
"""How long a cue stands that marks a moment."""

SHORTEST_CHAPTER_SECONDS = 10
BEFORE = "Before the interview"

_CUE_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def audacity_labels(markers: Iterable[Marker]) -> str:
    """Return a label track: start and end in seconds and the label, separated by tabs."""
    return "".join(f"{one.start:.6f}\t{one.end:.6f}\t{one.label}\n" for one in markers)


def webvtt_cues(markers: Iterable[Marker]) -> str:
    """Return WebVTT, a cue per marker, as plain text."""
    return "\n".join(["WEBVTT\n", *map(_cue, markers)])


def chapter_lines(markers: Iterable[Marker]) -> str:
    """Return a line per segment and question; one that follows sooner than a chapter lasts is left out."""
    chapters = [(one.start, one.label) for one in markers if one.kind is not MarkerKind.NOTE]
    if not chapters or chapters[0][0] > 0:
        chapters.insert(0, (0, BEFORE))
    kept = [chapters[0]]
    for start, label in chapters[1:]:
        if start - kept[-1][0] >= SHORTEST_CHAPTER_SECONDS:
            kept.append((start, label))
    return "".join(f"{_stamp(start)} {label}\n" for start, label in kept)


def _cue(marker: Marker) -> str:
    end = max(marker.end, marker.start + SHORTEST_CUE_SECONDS)
    return f"{_stamp(marker.start)}.000 --> {_stamp(end)}.000\n{_cue_text(marker.label)}\n"


def _stamp(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{rest:02}"


def _cue_text(label: str) -> str:
    return label.translate(_CUE_ENTITIES)
