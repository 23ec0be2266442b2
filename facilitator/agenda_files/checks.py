"""Check that an agenda makes sense as a whole: names exist, ids are unique, minutes fit.

Separate from the reader, which only knows types. The checks look at the agenda as it was read, including the
stand-ins for wrong values, and skip what the reader has already complained about.
"""

from collections.abc import Iterable, Iterator

from msgspec import UnsetType

from facilitator.agenda_files.calendar_times import check_times
from facilitator.agenda_files.complaints import Complaints, listed, nearest, quoted
from facilitator.agenda_files.identities import NUMBER_LIKE, with_identities
from facilitator.agenda_files.reader import Path, Reader
from facilitator.domain.plan.adjusting import adjusted
from facilitator.domain.plan.agenda import Agenda, Question, Segment, SegmentKind
from facilitator.domain.plan.scale import ScaleWords, first_scale, folded_word
from facilitator.domain.text.addresses import is_address
from facilitator.domain.text.durations import length_text
from facilitator.domain.text.plain_text import comparable

RESERVED_FOR_COMMANDS = ("by", "to", "until")
SLACK_SECONDS = 5 * 60
"""What may be left of the slot without a word about it."""

SILENCEABLE = (
    "time/slot",
    "time/hard-stop",
    "time/must-asks-too-long",
    "sides/no-time",
    "structure/unowned-question",
    "structure/idle-panelist",
    "structure/uncovered-competency",
    "structure/shadow-as-backup",
    "structure/owner-as-backup",
)
"""The codes of warnings, by which an agenda silences them."""


def check(agenda: Agenda, reader: Reader, complaints: Complaints) -> Agenda:
    """Complain about what doesn't fit together.

    Return the agenda as it is meant: with all ids, adjusted for the candidate, with dates and times in their written
    form.
    """
    complaints.silence(agenda.silence or ())
    checks = _Checks(agenda, reader, complaints)
    checks.ids()
    checks.panel()
    checks.competencies()
    checks.scales()
    checks.segments()
    checks.questions()
    checks.adjustments()
    checks.slot()
    checks.balance()
    return check_times(checks.meant, reader, complaints)


class _Checks:
    def __init__(self, agenda: Agenda, reader: Reader, complaints: Complaints) -> None:
        self.agenda = agenda
        self.read = reader
        self.complaints = complaints
        self.meant = adjusted(with_identities(agenda))
        self.shadows = {panelist.id for panelist in agenda.panel if panelist.shadow}

    def ids(self) -> None:
        agenda = self.agenda
        self._unique("panelist", [(("panel", i, "id"), p.id) for i, p in enumerate(agenda.panel)])
        self._unique("competency", [(("competencies", i, "id"), c.id) for i, c in enumerate(agenda.competencies)])
        self._unique("segment", [(("segments", i, "id"), s.id) for i, s in enumerate(agenda.segments)])
        self._unique("question", [((*path, "id"), question.id) for path, _, question in self._questions()])

    def panel(self) -> None:
        leads: list[str] = []
        for index, panelist in enumerate(self.agenda.panel):
            path = ("panel", index, "id")
            if comparable(panelist.id) in RESERVED_FOR_COMMANDS:
                self._error(path, f"{quoted(panelist.id)} is reserved for commands; choose another id")
            if panelist.email and not is_address(panelist.email):
                message = f"found {quoted(panelist.email)}, expected an e-mail address such as ann@example.com"
                self._error((*path[:-1], "email"), message)
            if panelist.lead:
                if leads:
                    self._error((*path[:-1], "lead"), f"a second lead: {quoted(leads[0])} is the lead already")
                leads.append(panelist.id)

    def competencies(self) -> None:
        for index, competency in enumerate(self.agenda.competencies):
            for number, owner in enumerate(competency.owners):
                self._panelist(owner, ("competencies", index, "owners", number), "own a competency")

    def scales(self) -> None:
        """Complain of words of a scale that can't be told apart, and of anchors that aren't on theirs."""
        self._scale(self.agenda.scale, ("scale",))
        for index, competency in enumerate(self.agenda.competencies):
            path: Path = ("competencies", index)
            self._scale(competency.scale, (*path, "scale"))
            if {("scale",), (*path, "scale")} & self.read.failed:
                continue
            scale = first_scale(competency.scale, self.agenda.scale)
            for score in competency.anchors:
                if score not in scale.points:
                    message = f"the anchor {score} isn't on the scale: {scale.in_words}"
                    self._error((*path, "anchors", str(score)), message)

    def _scale(self, words: ScaleWords | UnsetType, path: Path) -> None:
        first: dict[str, int] = {}
        for index, word in enumerate(words or ()):
            folded = folded_word(word)
            if folded.isdecimal():
                self._error((*path, index), f"{quoted(word)} would be taken for a number; choose a word")
            elif (known := first.setdefault(folded, index)) != index:
                self._error((*path, index), f"{quoted(word)} is the word for {known + 1} already")

    def segments(self) -> None:
        for index, segment in enumerate(self.agenda.segments):
            path: Path = ("segments", index)
            self._panelist(segment.lead, (*path, "lead"))
            if NUMBER_LIKE.fullmatch(segment.id):
                self._error((*path, "id"), f"{quoted(segment.id)} would be taken for a number; choose a word")
            shortest = segment.at_least_seconds
            if shortest and segment.length_seconds and shortest > segment.length_seconds:
                longer = length_text(segment.length_seconds)
                self._error((*path, "at_least"), f"'at_least' is longer than the segment's length of {longer}")
            self._must_asks_fit(segment, path)

    def questions(self) -> None:
        competencies = [competency.id for competency in self.agenda.competencies]
        several = sum(not panelist.shadow for panelist in self.agenda.panel) > 1
        for path, _, question in self._questions():
            if NUMBER_LIKE.fullmatch(question.id):
                message = f"{quoted(question.id)} would be taken for a question's number; choose a word"
                self._error((*path, "id"), message)
            self._panelist(question.owner, (*path, "owner"), "own a question")
            self._panelist(question.backup, (*path, "backup"))
            if question.backup in self.shadows:
                message = f"{quoted(question.backup or '')} is a shadow, but would have to ask"
                self._warning((*path, "backup"), message, "structure/shadow-as-backup")
            if question.owner and question.owner == question.backup:
                message = f"{quoted(question.owner)} is both owner and backup of this question"
                self._warning((*path, "backup"), message, "structure/owner-as-backup")
            if self._is_unknown(question.competency, competencies, "competencies"):
                self._unknown("competency", question.competency or "", competencies, (*path, "competency"))
            if question.must and several and not question.owner and not question.each:
                self._warning(path, "this question must be asked, but nobody owns it", "structure/unowned-question")

    def adjustments(self) -> None:
        if not self.agenda.adjustments:
            return
        segments = [segment.id for segment in with_identities(self.agenda).segments]
        for index, adjustment in enumerate(self.agenda.adjustments):
            for number, name in enumerate(adjustment.segments):
                if self._is_unknown(name, segments, "segments"):
                    self._unknown("segment", name, segments, ("adjustments", index, "segments", number))

    def slot(self) -> None:
        agenda = self.agenda
        lengths = [segment.length_seconds for segment in agenda.segments]
        if not agenda.length_seconds or not all(lengths) or ("segments",) in self.read.failed:
            return
        excess = self.meant.planned_seconds - agenda.length_seconds
        if excess > 0 or excess < -SLACK_SECONDS:
            direction = "more" if excess > 0 else "less"
            total, slot = length_text(self.meant.planned_seconds), length_text(agenda.length_seconds)
            what = "the segments with the adjustments" if agenda.adjustments else "the segments"
            message = f"{what} add up to {total}, {length_text(excess)} {direction} than the slot of {slot}"
            self._warning(("length",), message, "time/slot")

    def balance(self) -> None:
        """Warn of what a panel should know beforehand: no time for the other side, a competency or person left out."""
        agenda = self.agenda
        questions = [question for _, _, question in self._questions()]
        kinds = {segment.kind for segment in agenda.segments}
        assesses = agenda.perspective == "panel" and agenda.competencies
        if assesses and SegmentKind.CANDIDATE_QUESTIONS not in kinds and ("segments",) not in self.read.failed:
            message = "no segment of kind candidate_questions: the candidate has no time to ask questions"
            self._warning(("segments",), message, "sides/no-time")
        asked = {question.competency for question in questions}
        for index, competency in enumerate(agenda.competencies):
            if questions and competency.id and competency.id not in asked:
                message = f"no question covers {quoted(competency.id)}"
                self._warning(("competencies", index), message, "structure/uncovered-competency")
        if not any(question.owner for question in questions) or any(question.each for question in questions):
            return
        busy = {name for question in questions for name in (question.owner, question.backup)}
        busy |= {segment.lead for segment in agenda.segments}
        for index, panelist in enumerate(agenda.panel):
            if panelist.id and not panelist.shadow and panelist.id not in busy:
                message = f"{quoted(panelist.id)} rates, but has no question and leads no segment"
                self._warning(("panel", index), message, "structure/idle-panelist")

    def _must_asks_fit(self, segment: Segment, path: Path) -> None:
        needed = sum(question.length_seconds or 0 for question in segment.questions if question.must)
        if segment.length_seconds and needed > segment.length_seconds:
            message = (
                f"the questions that must be asked take {length_text(needed)}, "
                f"{length_text(needed - segment.length_seconds)} more than the segment"
            )
            self._warning((*path, "length"), message, "time/must-asks-too-long")

    def _questions(self) -> Iterator[tuple[Path, Segment, Question]]:
        for index, segment in enumerate(self.agenda.segments):
            for number, question in enumerate(segment.questions):
                yield ("segments", index, "questions", number), segment, question

    def _unique(self, called: str, ids: list[tuple[Path, str]]) -> None:
        first: dict[str, Path] = {}
        for path, name in ids:
            if not name:
                continue
            if (known := first.setdefault(comparable(name), path)) != path:
                line = self.read.position(known).line
                self._error(path, f"a second {called} with the id {quoted(name)}; the first is on line {line}")

    def _panelist(self, name: str | None, path: Path, task: str = "") -> None:
        """Complain if `name` isn't on the panel or, where a `task` is given, is a shadow, who can't do it."""
        panel = [panelist.id for panelist in self.agenda.panel]
        if self._is_unknown(name, panel, "panel"):
            self._unknown("panelist", name or "", panel, path)
        elif task and name in self.shadows:
            self._error(path, f"{quoted(name)} is a shadow, who only watches and can't {task}")

    def _is_unknown(self, name: str | None, known: list[str], group: str) -> bool:
        all_known = (group,) not in self.read.failed and "" not in known  # an unreadable id might be this one
        return bool(name) and all_known and name not in known

    def _unknown(self, called: str, name: str, known: Iterable[str], path: Path) -> None:
        known = tuple(known)
        hint = nearest(name, known)
        group = {"panelist": "panel", "segment": "segments"}.get(called, "competencies")
        there = f"; there are: {listed(known)}" if known else f", as the agenda lists no {group}"
        self._error(path, f"no {called} has the id {quoted(name)}{'' if hint else there}", hint)

    def _error(self, path: Path, message: str, hint: str | None = None) -> None:
        self.complaints.error(self.read.position(path), message, hint)

    def _warning(self, path: Path, message: str, code: str) -> None:
        self.complaints.warning(self.read.position(path), message, code=code)
