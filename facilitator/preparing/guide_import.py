"""Read any guide as an agenda: what came of it, what every piece was taken for, and the file to write.

The one way in for whatever isn't an agenda file already.
"""

import re
from functools import partial
from pathlib import Path, PurePath

from facilitator import agenda_files
from facilitator.agenda_files import Loaded
from facilitator.agenda_files.complaints import Complaints, Position, quoted
from facilitator.agenda_files.nodes import Mapping, Pair, Scalar, compose
from facilitator.domain.text.durations import parse_duration
from facilitator.domain.text.plain_text import comparable
from facilitator.preparing.drafting.as_yaml import as_yaml
from facilitator.preparing.drafting.drafted_nodes import drafted_nodes
from facilitator.preparing.drafting.lengths import asks_for_a_length, position_of, set_lengths
from facilitator.preparing.imported import Imported
from facilitator.preparing.invitation_import import import_invitation
from facilitator.preparing.manuscript.manuscript import FilePlace, Manuscript, UnreadableFileError
from facilitator.preparing.manuscript.recognizing import bounded_content, read_manuscript, text_of_bytes
from facilitator.preparing.taking.account import Taken, TakenAs
from facilitator.preparing.taking.import_choices import ImportChoices
from facilitator.preparing.taking.taking import TakenGuide, take

OTHER_TITLE = "the front matter has the title"
DATA_SUFFIXES = (".yaml", ".yml", ".json")


def import_guide(path: Path, choices: ImportChoices | None = None) -> Imported:
    """Read the guide at `path` as an agenda. Everything that is wrong, even a missing file, becomes a complaint."""
    if path.suffix.lower() == ".ics":
        return _as_invitation(path, choices or ImportChoices())
    if path.suffix.lower() in DATA_SUFFIXES and (loaded := _as_agenda_file(path)) is not None:
        return loaded
    complaints = Complaints(str(path))
    try:
        manuscript = read_manuscript(path)
    except UnreadableFileError as error:
        place = position_of(error.place) if error.place else Position()
        complaints.error(place, str(error))
        return Imported(Loaded(None, complaints.in_order()))
    return agenda_of(manuscript, choices or ImportChoices(), complaints)


def _as_invitation(path: Path, choices: ImportChoices) -> Imported:
    """Return what comes of an invitation."""
    try:
        return import_invitation(bounded_content(path), str(path), choices)
    except UnreadableFileError as error:
        complaints = Complaints(str(path))
        complaints.error(Position(), str(error))
        return Imported(Loaded(None, complaints.in_order()))


def _as_agenda_file(path: Path) -> Imported | None:
    """Return what a file of ours comes to, such as one that was imported before; None if it is something else."""
    complaints = Complaints(str(path))
    try:
        root = compose(text_of_bytes(bounded_content(path)), complaints)
    except UnreadableFileError:
        return None
    if not isinstance(root, Mapping) or all(pair.key.text != "segments" for pair in root.entries):
        return None
    loaded = agenda_files.load(path)
    return Imported(loaded, write=partial(as_yaml, root, {}) if loaded.agenda else None)


def agenda_of(manuscript: Manuscript, choices: ImportChoices, complaints: Complaints) -> Imported:
    """Return what comes of a manuscript."""
    for note in manuscript.notes:
        complaints.warning(Position(), note)
    front = _front_matter(manuscript, complaints)
    outcome = take(manuscript, choices)
    draft = outcome.draft
    taken = _but_other_title(outcome.taken, draft.title, front)
    draft.state(_stated(front), FilePlace(line=1))
    draft.title = draft.title or title_of_file(manuscript.name)
    if draft.part and draft.part not in draft.title:
        draft.title = f"{draft.title}: {draft.part}"
    if not outcome.is_chosen:
        complaints.error(Position(), _asks_for_one(outcome, choices))
    elif not draft.segments:
        message = "no parts: a guide has headings with questions below, or lines such as '(10 min) Intro'"
        complaints.error(Position(), message)
    needs_length = asks_for_a_length(draft)
    set_lengths(draft, complaints)
    nodes = None if complaints.has_errors else drafted_nodes(draft, front, complaints)
    loaded = agenda_files.read_nodes(nodes.root, complaints) if nodes else Loaded(None, complaints.in_order())
    return Imported(
        loaded,
        taken,
        partial(as_yaml, nodes.root, nodes.comments) if nodes and loaded.agenda else None,
        outcome.alternatives,
        needs_length,
        draft,
    )


def _but_other_title(taken: tuple[Taken, ...], title: str, front: tuple[Pair, ...]) -> tuple[Taken, ...]:
    """Return the account of a guide; its title is left out if that in its front matter is another one."""
    given = next((pair.value for pair in front if pair.key.text == "title"), None)
    if not isinstance(given, Scalar) or comparable(given.text.strip()) == comparable(title):
        return taken
    why = TakenAs.LEFT_OUT, OTHER_TITLE
    return tuple(Taken(one.piece, *why) if one.role == TakenAs.TITLE else one for one in taken)


def _asks_for_one(outcome: TakenGuide, choices: ImportChoices) -> str:
    names = ", ".join(f"{number}: {quoted(name)}" for number, name in enumerate(outcome.alternatives, 1))
    missing = f"there is no part {quoted(choices.part)}; " if choices.part else ""
    return f"{missing}the file has several, of which one counts; choose a part: {names}"


def _front_matter(manuscript: Manuscript, complaints: Complaints) -> tuple[Pair, ...]:
    """Return the keys of the front matter; complain if it is no group of keys."""
    root = compose(manuscript.front, complaints, first_line=2) if manuscript.front else None
    if isinstance(root, Mapping):
        return root.entries
    if root is not None:
        complaints.error(root.position, "the front matter of a guide is a group of keys such as 'title: …'")
    return ()


def _stated(front: tuple[Pair, ...]) -> int | None:
    """Return the length in seconds that the front matter states; None if it is missing or wrong."""
    given = next((pair.value for pair in front if pair.key.text == "length"), None)
    try:
        return parse_duration(given.text) if isinstance(given, Scalar) else None
    except ValueError:
        return None


def title_of_file(name: str) -> str:
    """Make a title from the name of a file: `05-sales_round.md` gives `Sales round`."""
    words = re.sub(r"[-_\s]+", " ", re.sub(r"^\d{1,9}[-_ ]+", "", PurePath(name).stem)).strip()
    return words[:1].upper() + words[1:] or "Guide"
