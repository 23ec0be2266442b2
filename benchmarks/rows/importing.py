"""Guides read as agendas, beside a bare parse of the same file by the library of its format."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from time import process_time

import icalendar
import mammoth
import python_calamine
from markdown_it import MarkdownIt

from benchmarks.measure import Measure, Scale, in_turn, ratio
from facilitator.preparing.guide_import import import_guide
from facilitator.preparing.taking.import_choices import ImportChoices
from facilitator.resources import agendas_dir
from tests.preparing.manuscript.office.calendars import GOOGLE
from tests.preparing.manuscript.office.made_files import word, workbook

PARTS = 40
TIMES = 5
"""How often a file is read at once, so that the clock has something to measure."""


def importing(scale: Scale, folder: Path) -> Iterator[Measure]:
    """From the file to the checked agenda and the account of each line."""
    choices = ImportChoices(candidate="Robin Reyes", agenda=agendas_dir() / "vp-sales-final.yaml")
    for name, (content, bare) in _files().items():
        path = folder / name
        path.write_bytes(content)
        pairs = in_turn(_timed(partial(bare, path)), _timed(partial(import_guide, path, choices)), scale.pairs)
        yield ratio(f"import of a {path.suffix} guide", "a bare parse of it", 3.0, pairs, "ms")


def _files() -> dict[str, tuple[bytes, Callable[[Path], object]]]:
    markdown = "# Final round\n\n" + "".join(map(_part, range(PARTS)))
    paragraphs = [("Heading1", "Final round")]
    for number in range(PARTS):
        paragraphs += [("Heading2", f"Part {number} (5 min)"), ("", "What did you learn? Look for: honesty.")]
    rows: list[list[object]] = [["Topic", "Minutes", "Owner", "Notes"]]
    for number in range(PARTS):
        rows.append([f"Part {number}", "5", "Ana", "What it is for"])
    return {
        "guide.md": (markdown.encode(), lambda path: MarkdownIt("commonmark").enable("table").parse(path.read_text())),
        "guide.docx": (word(paragraphs), lambda path: mammoth.convert_to_html(path.open("rb"))),
        "guide.xlsx": (workbook({"Plan": rows}), _all_rows),
        "invite.ics": (GOOGLE.encode(), lambda path: icalendar.Calendar.from_ical(path.read_bytes())),
    }


def _part(number: int) -> str:
    return f"## Part {number} (5 min)\n\nWhat it is for.\n\n- Why did you do {number}?\n  - And then?\n\n"


def _all_rows(path: Path) -> object:
    book = python_calamine.load_workbook(str(path))
    return [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]


def _timed(action: Callable[[], object]) -> Callable[[], float]:
    """Return what tells the milliseconds of the processor that an action takes."""

    def timed() -> float:
        began = process_time()
        for _ in range(TIMES):
            action()
        return (process_time() - began) * 1000 / TIMES

    return timed
