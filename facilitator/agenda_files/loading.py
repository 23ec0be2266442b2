"""Load an agenda from a file of any kind. This is the only way in."""

from pathlib import Path

from msgspec import Struct

from facilitator.agenda_files.checks import check
from facilitator.agenda_files.complaints import Complaints, Position
from facilitator.agenda_files.identities import with_identities
from facilitator.agenda_files.nodes import LARGEST_FILE_BYTES, Node, compose, position_in
from facilitator.agenda_files.reader import Path as PathInFile
from facilitator.agenda_files.reader import Reader
from facilitator.domain.plan.agenda import Agenda
from facilitator.files.complaint import Complaint


class Loaded(Struct, frozen=True):
    """The result of loading a file. `agenda` is None if, and only if, one of the complaints is an error.

    `positions` says where in the file each part of the agenda stands, by its keys and indices from the root.
    """

    agenda: Agenda | None
    complaints: tuple[Complaint, ...] = ()
    positions: dict[PathInFile, Position] = {}

    @property
    def errors(self) -> tuple[Complaint, ...]:
        return tuple(complaint for complaint in self.complaints if complaint.severity == "error")

    @property
    def warnings(self) -> tuple[Complaint, ...]:
        return tuple(complaint for complaint in self.complaints if complaint.severity == "warning")


def load(path: Path) -> Loaded:
    """Load the agenda in the file `path`. Everything that is wrong, even a missing file, becomes a complaint."""
    return load_with_nodes(path)[0]


def load_with_nodes(path: Path) -> tuple[Loaded, Node | None]:
    """Load the agenda in the file `path`, and return the nodes of the file too, for what is made of them."""
    complaints = Complaints(str(path))
    text = text_of(path, complaints)
    return (Loaded(None, complaints.in_order()), None) if text is None else _parsed(text, complaints)


def parse(text: str, name: str) -> Loaded:
    """Read the agenda in `text`, from a file called `name`."""
    return _parsed(text, Complaints(name))[0]


def _parsed(text: str, complaints: Complaints) -> tuple[Loaded, Node | None]:
    root = compose(text, complaints)
    if root is None and not complaints.has_errors:
        complaints.error(Position(), "the file is empty; an agenda needs at least a title and segments")
    return _built(root, Reader(complaints), complaints), root


def read_nodes(root: Node, complaints: Complaints) -> Loaded:
    """Read the agenda in nodes that were made of a guide, whose front matter may have keys for other programs."""
    return _built(root, Reader(complaints, unknown_keys_are_errors=False), complaints)


def _built(root: Node | None, reader: Reader, complaints: Complaints) -> Loaded:
    agenda = reader.read(Agenda, root) if root is not None else None
    meant = None if agenda is None else check(agenda, reader, complaints)
    if agenda is not None and meant is not None and not complaints.has_errors:
        return Loaded(meant, complaints.in_order(), _moved(reader.positions, agenda, meant))
    return Loaded(None, complaints.in_order())


def _moved(positions: dict[PathInFile, Position], written: Agenda, meant: Agenda) -> dict[PathInFile, Position]:
    """Return the positions by the indices of the segments as they are meant, among which are added breaks."""
    if len(written.segments) == len(meant.segments):
        return positions
    places = [meant.position_by_segment[segment.id] for segment in with_identities(written).segments]

    def moved(path: PathInFile) -> PathInFile:
        if len(path) < 2 or path[0] != "segments" or not isinstance(path[1], int):
            return path
        return path[0], places[path[1]], *path[2:]

    return {moved(path): position for path, position in positions.items()}


def text_of(path: Path, complaints: Complaints, called: str = "an agenda") -> str | None:
    """Return the text of a file, or complain and return None. `called` is what it should contain, for the message."""
    try:
        if path.is_dir():
            complaints.error(Position(), f"is a folder, expected {called} in a file")
            return None
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE_BYTES + 1)
    except FileNotFoundError:
        complaints.error(Position(), "there is no such file")
        return None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        complaints.error(Position(), f"can't be read: {reason}")
        return None
    if len(content) > LARGEST_FILE_BYTES:
        complaints.error(Position(), f"is larger than 1 MiB; that can't be {called}")
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8-sig", "replace")
        position = position_in(before, len(before))
        found = f"found the byte 0x{content[error.start]:02x}"
        complaints.error(position, f"not UTF-8: {found}; save the file as UTF-8")
        return None
