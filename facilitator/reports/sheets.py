"""CSV: a report as a folder of sheets (RFC 4180), for spreadsheets and programs.

A spreadsheet evaluates a cell that begins like a formula, so a quote mark is put before it. What begins a cell depends
on the separator that the spreadsheet goes by: to one that goes by semicolons, the quotes around our cells are text, and
each semicolon, line break and quote in them counts. The sheets begin with a byte order mark, without which Excel
misreads every letter beyond ASCII.
"""

import csv
import io
import re
from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any

import msgspec

from facilitator.domain.debrief.candidate_rows import CandidateQuestionRow
from facilitator.domain.debrief.change_rows import ChangeRow
from facilitator.domain.debrief.debrief import Debrief, NoteRow
from facilitator.domain.debrief.follow_ups import FollowUp
from facilitator.reports.lead import LeadReport
from facilitator.reports.panel.parts import cited, looked_on, sealed_in_words

_SIGNS = "=+\\-@%⁺⁼₊₌⩵⩶﬩﹢﹣﹦﹪﹫％＋－＝＠"
"""What begins a formula, in every width."""

_BLANK = " \u00a0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff"
_BEGINNING = re.compile(
    rf"(?:\A|[;|\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029])[{_BLANK}]*+(?=[\"{_BLANK}]*+([{_SIGNS}])(\w?))"
)
"""Where a cell with a formula begins, to a program that separates by commas, semicolons, tabs or pipes.

Commas within a text separate nothing: to a program that goes by them, the quotes are quotes. Blanks and quotes before
the sign may fall away. Within a text, a mention that calls nothing (`; @cfo said`) begins no formula.
"""

SheetRow = Mapping[str, Any]


def report_sheets(report: msgspec.Struct) -> dict[str, str]:
    """Return the sheets of a report by file name: eight for a debrief, else one for each of its lists."""
    if isinstance(report, LeadReport):
        report = report.debrief
    return _debrief_sheets(report) if isinstance(report, Debrief) else _list_sheets(report)


def _list_sheets(report: msgspec.Struct) -> dict[str, str]:
    """Return a report's lists as sheets named after them: a column per field, or `text` for a list of texts."""
    sheets = {}
    for name in report.__struct_fields__:
        rows = getattr(report, name)
        if isinstance(rows, tuple):
            of_structs = [row for row in rows if isinstance(row, msgspec.Struct)]
            columns = list(of_structs[0].__struct_fields__) if of_structs else ["text"]
            sheets[f"{name}.csv"] = sheet(
                columns, map(_fields, of_structs) if of_structs else ({"text": row} for row in rows)
            )
    return sheets


def _debrief_sheets(report: Debrief) -> dict[str, str]:
    """Return notes, coverage, timeline, changes of plan, ratings, and what is decided and to be done, by file name."""
    return {
        "notes.csv": sheet(list(NoteRow.__struct_fields__), map(_fields, report.notes)),
        "coverage.csv": _coverage(report),
        "timeline.csv": _timeline(report),
        "changes.csv": sheet(list(ChangeRow.__struct_fields__), map(_fields, report.changes)),
        "ratings.csv": _ratings(report),
        "decision.csv": _decision(report),
        "follow_ups.csv": sheet(list(FollowUp.__struct_fields__), map(_fields, report.follow_ups)),
        "candidate_questions.csv": sheet(
            list(CandidateQuestionRow.__struct_fields__), map(_fields, report.candidate_questions)
        ),
    }


def sheet(columns: list[str], rows: Iterable[SheetRow]) -> str:
    """Return a sheet with `columns` as its first line; what a row doesn't have is an empty cell."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(map(cell, columns))
    writer.writerows([cell(row.get(column)) for column in columns] for row in rows)
    return "\ufeff" + text.getvalue()


def cell(value: object) -> str:
    """Return a value as a cell of which no spreadsheet evaluates any part."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, tuple | list):
        return cell(" ".join(map(str, value)))
    text = str(value)
    last_call = max(map(text.rfind, "(|"))

    def marked(found: re.Match[str]) -> str:
        is_mention = found.start() and found[1] == "@" and found[2] and last_call < found.end()
        return found[0] if is_mention else f"{found[0]}'"

    return _BEGINNING.sub(marked, text)


def _fields(row: msgspec.Struct) -> SheetRow:
    return {name: getattr(row, name) for name in row.__struct_fields__}


def _coverage(report: Debrief) -> str:
    panel = [person.id for person in report.people]
    known = ["number", "question", "ask", "segment", "competency", "owner", "must", "status", "reason"]
    rows = ({**{f"by {who}": status for who, status in row.by.items()}, **_fields(row)} for row in report.coverage)
    return sheet([*known, *(f"by {who}" for who in panel)], rows)


def _timeline(report: Debrief) -> str:
    known = ["number", "segment", "kind", "place", "planned_seconds", "added_seconds", "actual_seconds"]
    rows = (
        {
            **_fields(row),
            "over_seconds": row.actual_seconds - row.planned_seconds if row.visits else None,
            "began": row.visits[0].start if row.visits else None,
            "ended": row.visits[-1].end if row.visits else None,
            "visits": len(row.visits),
        }
        for row in report.timeline
    )
    return sheet([*known, "over_seconds", "began", "ended", "visits"], rows)


def _ratings(report: Debrief) -> str:
    rated = [
        {"competency": row.id, "name": row.name, **_fields(rating), "evidence": cited(report, rating)}
        for row in report.competencies
        for rating in row.ratings
    ]
    first, now = report.recommendations, report.panel.votes
    recommended = [{"panelist": who, "recommendation": first.get(who), "vote": now.get(who)} for who in first | now]
    columns = ["competency", "name", "panelist", "rating", "word", "anchor", "evidence", "no_evidence"]
    columns += ["recommendation", "vote"]
    return sheet(columns, [*rated, *recommended])


def _decision(report: Debrief) -> str:
    """Return the decision, who dissents from it, and what is in no sheet: sealed, erased or not shown; a row each."""
    panel = report.panel
    decided = [] if panel.decision is None else [{"kind": "decision", **_fields(panel.decision)}]
    dissents = [{"kind": "dissent", "at": each.at, "by": each.panelist, "reason": each.text} for each in panel.dissents]
    silent = set(panel.dissenters) - {each.panelist for each in panel.dissents}
    others = [{"kind": "dissent", "by": who} for who in panel.dissenters if who in silent]
    kept = (panel.kept_sealed or {}).items()
    sealed = [{"kind": "sealed", "by": who, "reason": sealed_in_words(count)} for who, count in kept]
    opened = [
        {"kind": "opened", **_fields(row), "outcome": f"notes of {row.panelist}"} for row in panel.notes_opened or ()
    ]
    erased = [{"kind": "erased", "at": row.at, "by": row.by, "outcome": row.what} for row in panel.notes_erased or ()]
    not_shown = [{"kind": "not shown", "reason": looked_on(report.agenda.other_side)}] if panel.looks_on else []
    rows = [*decided, *dissents, *others, *sealed, *opened, *erased, *not_shown]
    return sheet(["kind", "at", "by", "outcome", "reason"], rows)
