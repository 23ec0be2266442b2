"""A row of a table as its columns read it. What nobody has read of it is told at the end: no cell gets lost."""

from collections.abc import Callable

from facilitator.domain.text.plain_text import one_line
from facilitator.preparing.manuscript.manuscript import FilePlace
from facilitator.preparing.taking.tables.table_columns import ROW_NUMBER, TIMES, Columns, Row
from facilitator.preparing.words.lexicon import Field
from facilitator.preparing.written_times.clocks import clock_in_cell
from facilitator.preparing.written_times.written_time import written_time

_DASHES = "–—-"
"""A dash alone in a cell says that there is nothing."""

_NOWHERE = -1


class TableRow:
    """A row, and which of its cells were read. `place` is where it stands, `width` how many cells it has."""

    def __init__(self, cells: Row, columns: Columns, place: FilePlace) -> None:
        self.place = place
        self.width = len(cells)
        self.columns = columns
        texts = ((number, cell.text.strip()) for number, cell in enumerate(cells))
        self._texts = {number: text for number, text in texts if text.strip(_DASHES)}
        self._places = [cell.place for cell in cells]
        self._lines = {number: one_line(text) for number, text in self._texts.items()}
        self._unread = set(self._texts)

    @property
    def texts(self) -> list[str]:
        """Return what is in its cells, without the empty ones."""
        return list(self._texts.values())

    @property
    def has_first(self) -> bool:
        """Whether there is something in its first cell."""
        return 0 in self._texts

    @property
    def unread(self) -> set[FilePlace]:
        """Return the places of the cells that nobody has read."""
        return {self._places[number] for number in self._unread}

    def look(self, wanted: Field) -> str:
        """Return what it has in the column of a field, without reading it; empty if there is nothing."""
        if wanted in self.columns.more:
            return one_line(self._in(wanted))
        return self._lines.get(self.columns.fields.get(wanted, _NOWHERE), "")

    def read(self, wanted: Field) -> str:
        """Return the same, and note that it was read."""
        self._unread.difference_update(self.columns.of(wanted))
        return self.look(wanted)

    def read_lines(self, wanted: Field) -> str:
        """Return the same with its lines."""
        self._unread.difference_update(self.columns.of(wanted))
        return self._in(wanted)

    def read_scores(self) -> dict[int, str]:
        """Return what it has in the columns of scores, by score."""
        self._unread.difference_update(self.columns.scores.values())
        found = {score: self._texts.get(place) for score, place in self.columns.scores.items()}
        return {score: text for score, text in found.items() if text}

    def read_where(self, is_known: Callable[[str], object]) -> None:
        """Note that the cells were read of whose texts this holds."""
        self._unread -= {number for number in self._unread if is_known(self._texts[number])}

    def read_under(self, is_head: Callable[[str], object], is_known: Callable[[str], object]) -> list[str]:
        """Return the texts below such heads of which this holds and that nobody has read yet; note that they were."""
        heads = dict(enumerate(self.columns.heads))
        found = sorted(n for n in self._unread if is_head(heads.get(n, "")) and is_known(self._texts[n]))
        self._unread.difference_update(found)
        return [self._texts[number] for number in found]

    def read_times(self) -> None:
        """Note that its times were read, and its number: those that say nothing else."""
        for wanted in (*TIMES, Field.END):
            if self.says_only_when(wanted):
                self.read(wanted)
        if ROW_NUMBER.fullmatch(self.look(Field.NUMBER)):
            self.read(Field.NUMBER)

    def says_only_when(self, wanted: Field) -> bool:
        """Whether there is a time in the column of a field, and nothing else."""
        text = self.look(wanted)
        if not text:
            return False
        found = written_time(text, is_cell=True, unit=self.columns.unit) or written_time(text)
        return bool(clock_in_cell(text)) or (found is not None and not found.more)

    def read_rest(self) -> list[str]:
        """Return what nobody has read yet, each text behind the head of its column."""
        rest, self._unread = sorted(self._unread), set()
        heads = dict(enumerate(self.columns.heads))
        texts = [(heads.get(number), one_line(self._texts[number])) for number in rest]
        return [f"{head}: {text}" if head else text for head, text in texts]

    def _in(self, wanted: Field) -> str:
        if wanted not in self.columns.fields:
            return ""
        if wanted not in self.columns.more:
            return self._texts.get(self.columns.fields[wanted], "")
        return "\n".join(filter(None, map(self._texts.get, self.columns.of(wanted))))
