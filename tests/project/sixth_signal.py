"""What a program says of a signal that it has one line about. Run by `test_signals` with that line put in."""

from facilitator.conducting.rehearsal import rehearse
from facilitator.documents.terminal import terminal
from facilitator.domain.debrief.debrief import debrief
from facilitator.domain.facts.signal import Direction, Signal
from facilitator.domain.language.reading_notes import typed_line
from facilitator.domain.notes.evidence import unshared_evidence
from facilitator.domain.notes.search import search_notes
from facilitator.domain.plan.agenda import Agenda, Panelist, Segment
from facilitator.reports.exporting import export_text
from facilitator.reports.panel.panel_document import panel_document
from facilitator.showing.labels import NOTE_MARKS
from facilitator.showing.looks import SIGNAL
from facilitator.ui.live.widgets.note_line import PLACEHOLDERS

PLAN = Agenda(
    title="A round",
    panel=(Panelist(id="ann", name="Ann Lee"),),
    segments=(Segment(id="talk", title="Talk", length_seconds=300),),
)

conductor = rehearse(PLAN, "0:00 /start\n0:10 ~ was that so?\n1:00 /end")
session, now = conductor.session, conductor.now()
(doubt,) = (signal for signal in Signal if signal.value == "doubt")

(note,) = search_notes(session, "~")
assert (note.signal, note.text, typed_line(note)) == (doubt, "was that so?", "~ was that so?")
assert [item.direction for item in unshared_evidence(session)] == [Direction.AGAINST]
assert SIGNAL[doubt] == ("≈", "doubt", "warn")
assert "~ doubt" in PLACEHOLDERS[0]
rows = terminal(panel_document(debrief(session, now)).blocks, 80)
assert ("≈ doubt", "warn") in {(span.text.strip(), span.role) for row in rows for span in row.spans}
assert any("~" in signs and "doubt" in meaning for signs, meaning in NOTE_MARKS)
assert '<strong class="warn">doubt</strong>' in export_text(debrief(session, now), "html")
for form in ("md", "html", "text", "slack", "json"):
    assert "doubt" in export_text(debrief(session, now), form)
