"""Read any guide as an agenda: what came of it, what every piece was taken for, and the file to write.

The one way in for whatever isn't an agenda file already.
"""

import re
from pathlib import Path, PurePath

from msgspec import Struct

from facilitator import agenda_files
from facilitator.agenda_files import Loaded
from facilitator.agenda_files.complaints import Complaints, Position
from facilitator.agenda_files.nodes import Mapping, Pair, Scalar, compose
from facilitator.domain.text.durations import parse_duration
from facilitator.preparing.manuscript.manuscript import Manuscript, UnreadableFileError
from facilitator.preparing.manuscript.recognizing import read_manuscript
from facilitator.preparing.taking.account import Taken
from facilitator.preparing.taking.as_yaml import as_yaml
from facilitator.preparing.taking.drafted_nodes import drafted_nodes
from facilitator.preparing.taking.lengths import position_of, set_lengths
from facilitator.preparing.taking.taking import Choices, take

AGENDA_SUFFIXES = (".yaml", ".yml", ".json")


class Imported(Struct, frozen=True):
    """What came of a guide. `yaml` is the agenda file to write, empty if there is no agenda."""

    loaded: Loaded
    taken: tuple[Taken, ...] = ()
    yaml: str = ""


def load_any(path: Path, choices: Choices | None = None) -> Loaded:
    """Load the agenda in a file of any kind: an agenda file as it is, anything else as a guide."""
    if path.suffix.lower() in AGENDA_SUFFIXES or not path.exists():
        return agenda_files.load(path)
    return import_guide(path, choices).loaded


def import_guide(path: Path, choices: Choices | None = None) -> Imported:
    """Read the guide at `path` as an agenda. Everything that is wrong, even a missing file, becomes a complaint."""
    complaints = Complaints(str(path))
    try:
        manuscript = read_manuscript(path)
    except UnreadableFileError as error:
        place = position_of(error.place) if error.place else Position()
        complaints.error(place, str(error))
        return Imported(Loaded(None, complaints.in_order()))
    return _imported(manuscript, choices or Choices(), complaints)


def _imported(manuscript: Manuscript, choices: Choices, complaints: Complaints) -> Imported:
    for note in manuscript.notes:
        complaints.warning(Position(), note)
    front = _front_matter(manuscript, complaints)
    draft, taken = take(manuscript, choices)
    draft.length_seconds = draft.length_seconds or _stated(front)
    draft.title = draft.title or title_of_file(manuscript.name)
    set_lengths(draft, complaints)
    if not draft.segments:
        message = "no parts: a guide has headings with questions below, or lines such as '(10 min) Intro'"
        complaints.error(Position(), message)
        return Imported(Loaded(None, complaints.in_order()), taken)
    if complaints.has_errors:
        return Imported(Loaded(None, complaints.in_order()), taken)
    nodes = drafted_nodes(draft, front, complaints)
    loaded = agenda_files.read_nodes(nodes.root, complaints)
    return Imported(loaded, taken, as_yaml(nodes.root, nodes.comments) if loaded.agenda else "")


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
