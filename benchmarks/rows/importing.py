"""Guides read as agendas, beside a bare parse: the library of the format, and a look at each text that it found.

An invitation is read together with the agenda that it is for, so the bare program reads both files as well. A sheet is
beside two of them: its library is no Python, and the cells of a guide are nothing to it. What an import makes of them
is an agenda, so the other one parses that as well.
"""

import gc
from collections.abc import Callable, Iterator
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from time import process_time

import icalendar
import mammoth
import python_calamine
import yaml
from markdown_it import MarkdownIt

from benchmarks.measure import Measure, Scale, in_turn, ratio
from facilitator.preparing.guide_import import import_guide
from facilitator.preparing.taking.import_choices import ImportChoices
from facilitator.resources import agendas_dir
from tests.preparing.manuscript.office.calendars import GOOGLE
from tests.preparing.manuscript.office.made_files import word, workbook

PARTS = 40
AGENDA = "vp-sales-final.yaml"
TIMES = 5
"""How often a file is read at once, so that the clock has something to measure."""


def importing(scale: Scale, folder: Path) -> Iterator[Measure]:
    """From the file to the checked agenda and the account of each line.

    What the harness has loaded is kept out of the garbage collector's sight: looking through it would cost whoever
    makes more objects, and no program that reads a guide has it.
    """
    choices = ImportChoices(candidate="Robin Reyes", agenda=agendas_dir() / AGENDA)
    gc.collect()
    gc.freeze()
    try:
        for name, (content, bare) in _files().items():
            path = folder / name
            path.write_bytes(content)
            pairs = in_turn(_timed(partial(bare, path)), _timed(partial(import_guide, path, choices)), scale.pairs)
            yield ratio(f"import of a {path.suffix} guide", "a bare parse of it", 3.0, pairs, "ms")
            if path.suffix == ".xlsx":
                both = partial(_all_cells_and_agenda, path, import_guide(path, choices).yaml)
                pairs = in_turn(_timed(both), _timed(partial(import_guide, path, choices)), scale.pairs)
                against = "a bare parse of it and of the agenda it becomes"
                yield ratio(f"import of a {path.suffix} guide", against, 3.0, pairs, "ms")
    finally:
        gc.unfreeze()


def _files() -> dict[str, tuple[bytes, Callable[[Path], object]]]:
    markdown = "# Final round\n\n" + "".join(map(_part, range(PARTS)))
    paragraphs = [("Heading1", "Final round")]
    for number in range(PARTS):
        paragraphs += [("Heading2", f"Part {number} (5 min)"), ("", "What did you learn? Look for: honesty.")]
    rows: list[list[object]] = [["Topic", "Minutes", "Owner", "Notes"]]
    for number in range(PARTS):
        rows.append([f"Part {number}", "5", "Ana", "What it is for"])
    return {
        "guide.md": (markdown.encode(), _all_inlines),
        "guide.docx": (word(paragraphs), _all_paragraphs),
        "guide.xlsx": (workbook({"Plan": rows}), _all_cells),
        "invite.ics": (GOOGLE.encode(), _all_properties),
    }


def _part(number: int) -> str:
    return f"## Part {number} (5 min)\n\nWhat it is for.\n\n- Why did you do {number}?\n  - And then?\n\n"


def _all_inlines(path: Path) -> object:
    parser = MarkdownIt("commonmark").enable("table")
    return [token.content.strip() for token in parser.parse(path.read_text()) if token.type == "inline"]


def _all_paragraphs(path: Path) -> object:
    with path.open("rb") as file:
        html = mammoth.convert_to_html(file).value
    texts = _Texts()
    texts.feed(html)
    return texts.found


class _Texts(HTMLParser):
    """Collects the texts of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        self.found.append(data.strip())


def _all_cells(path: Path) -> object:
    book = python_calamine.load_workbook(str(path))
    sheets = [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]
    return [str(cell).strip() for rows in sheets for row in rows for cell in row]


def _all_cells_and_agenda(path: Path, agenda: str) -> object:
    return _all_cells(path), yaml.load(agenda, Loader=yaml.CSafeLoader)


def _all_properties(path: Path) -> object:
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    agenda = yaml.load((agendas_dir() / AGENDA).read_bytes(), Loader=yaml.CSafeLoader)
    return agenda, [(name, str(value)) for event in calendar.walk("VEVENT") for name, value in event.items()]


def _timed(action: Callable[[], object]) -> Callable[[], float]:
    """Return what tells the milliseconds of the processor that an action takes."""

    def timed() -> float:
        began = process_time()
        for _ in range(TIMES):
            action()
        return (process_time() - began) * 1000 / TIMES

    return timed
