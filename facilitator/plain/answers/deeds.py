"""What keys, the palette and a question at the start do on the screen besides the commands."""

from collections.abc import Iterable, Iterator
from functools import partial

from facilitator.conducting.rescue import save_elsewhere
from facilitator.domain.debrief.debrief import Debrief, debrief
from facilitator.domain.language.decision import Refusal
from facilitator.files.patience import Deed
from facilitator.plain.desk import Desk, shown_by
from facilitator.reports import FORMATS, Extent, Options, export_text
from facilitator.reports.copies import PURPOSES, purposes_of
from facilitator.showing.labels import NOT_ENDED_YET


@shown_by("debrief")
def debrief_lines(desk: Desk, words: str) -> Iterator[str]:
    """Read the debrief, once the interview has ended."""
    if trouble := desk.trouble:
        yield from (*trouble.splitlines(), "")
    yield from export_text(_debrief(desk), "text", Options(extent=Extent.FULL)).splitlines()


@shown_by("save", f"[{'|'.join(FORMATS)}] [{'|'.join(Extent)}]")
def save_lines(desk: Desk, words: str) -> Iterator[Deed[str]]:
    """Write the debrief to a new file, in the format chosen last; “brief” is its first page alone."""
    said = words.lower().split()
    extent = Extent(said.pop()) if said and said[-1] in set(Extent) else None
    name = " ".join(said) or desk.chosen.format_name or desk.saved_as() or next(iter(FORMATS))
    if name not in FORMATS:
        raise Refusal(f"A format is one of {', '.join(FORMATS)}, not “{words}”.")
    if extent is not None and FORMATS[name].extent is None:
        raise Refusal(f"{name} is data, and there is no {extent} form of it.")
    report = _debrief(desk)
    desk.chosen.format_name = name
    yield Deed(partial(desk.save, report, name, extent))


@shown_by("copy", f"[{'|'.join(PURPOSES)}]")
def copy_lines(desk: Desk, words: str) -> Iterator[Deed[str]]:
    """Put the debrief on the clipboard, or the letter, or your card."""
    purpose, report = words.lower() or desk.copied_for(), _debrief(desk)
    names = [one.name for one in purposes_of(report)]
    if purpose and purpose not in names:
        raise Refusal(f"It can be copied for {', '.join(names)}, not for “{words}”.")
    if purpose and (format_name := PURPOSES[purpose].format_name):
        desk.chosen.format_name = format_name
    yield Deed(partial(desk.copy, report, purpose))


@shown_by("takeover", "[yes]")
def takeover_lines(desk: Desk, words: str) -> Iterator[str]:
    """Show how the agenda file was edited since this session was opened; “yes” adopts it as changes of plan."""
    edits = desk.edits()
    if edits.takeable and words.lower() == "yes":
        yield desk.conductor.carry_out(edits.decision).outcome
        return
    yield from (edit.words for edit in edits.takeable)
    if edits.others:
        yield f"Can't be adopted: {', '.join(edits.others)}."
    yield "/takeover yes adopts this." if edits.takeable else "There is nothing to adopt."


@shown_by("elsewhere")
def elsewhere_lines(desk: Desk, words: str) -> Iterator[Deed[str]]:
    """Write the whole session to a new file in your home folder."""
    yield Deed(partial(save_elsewhere, desk.conductor))


@shown_by("qr")
def qr_lines(desk: Desk, words: str) -> Iterator[str]:
    """Draw the QR code of the page's link, for a telephone; on a light screen it may have to be inverted."""
    from facilitator.showing.page_link import qr_rows
    from facilitator.workspace.services.page import PageTrouble, no_page

    try:
        yield from qr_rows((desk.open_page or no_page)().link, light=True)
    except PageTrouble as trouble:
        raise Refusal(str(trouble)) from None


@shown_by("settings")
def settings_lines(desk: Desk, words: str) -> Iterable[str]:
    """Show what is set, such as the bell, and the file in which to change it."""
    return desk.settings()


def _debrief(desk: Desk) -> Debrief:
    """Return the debrief as it is now. Raises Refusal before the end."""
    session = desk.conductor.session
    if session.ended_at is None:
        raise Refusal(NOT_ENDED_YET)
    return debrief(session, desk.conductor.now())
