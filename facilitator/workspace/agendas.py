"""Agendas by name: those that come with the program, and the user's own files."""

from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from stat import S_IMODE
from typing import TYPE_CHECKING

from facilitator import agenda_files
from facilitator.agenda_files import Complaint, Loaded
from facilitator.agenda_files.nodes import LARGEST_FILE_BYTES
from facilitator.domain.text.plain_text import slug
from facilitator.files.durable import create_with, make_folder
from facilitator.files.patience import do_patiently
from facilitator.resources import agendas_dir
from facilitator.workspace.errors import WrongRequest

if TYPE_CHECKING:
    from facilitator.agenda_files.outline import Outline
    from facilitator.conducting.draft_keeper import Draft
    from facilitator.domain.language.decision import Situation
    from facilitator.domain.language.edited_agenda import Edits
    from facilitator.preparing.drafting.adding import Added
    from facilitator.preparing.drafting.agenda_draft import DraftAgenda
    from facilitator.preparing.imported import Imported
    from facilitator.preparing.taking.import_choices import ImportChoices
    from facilitator.workspace.workspace import Workspace

YAML_SUFFIXES = (".yaml", ".yml")
AGENDA_SUFFIXES = (*YAML_SUFFIXES, ".json")


def find_agenda(name_or_path: str) -> Path | Complaint:
    """Return the file of the agenda called `name_or_path`, or a complaint if there is none."""
    return agenda_files.resolve(name_or_path, agendas_dir())


def load_named(name_or_path: str, choices: "ImportChoices | None" = None) -> Loaded:
    """Load the agenda called `name_or_path`. A missing one is a complaint like any other."""
    path = find_agenda(name_or_path)
    return load_file(path, choices) if isinstance(path, Path) else Loaded(None, (path,))


def load_file(path: Path, choices: "ImportChoices | None" = None) -> Loaded:
    """Load the agenda in a file of any kind: an agenda file as it is, anything else as a guide."""
    if path.suffix.lower() in AGENDA_SUFFIXES or not path.exists():
        return agenda_files.load(path)
    return read_guide(path, choices).loaded


def read_guide(path: Path, choices: "ImportChoices | None" = None) -> "Imported":
    """Read a guide of any format as an agenda, and what was made of each of its lines."""
    from facilitator.preparing.guide_import import import_guide

    return import_guide(path, choices)


def candidate_in(name: str, choices: "ImportChoices | None") -> str:
    """Return the candidate of an invitation (`.ics`); empty if it is none, or if they aren't known."""
    path = Path(name)
    return read_guide(path, choices).candidate if path.suffix.lower() == ".ics" and path.is_file() else ""


def with_agendas(choices: "ImportChoices", workspace: "Workspace", agenda: str) -> "ImportChoices":
    """Return the choices with the agenda called `agenda`, if any, and the rules of the settings about invitations.

    A rule whose agenda isn't there has its name, so that whoever reads the file can say so. Raises WrongRequest if
    `agenda` isn't there.
    """
    from msgspec.structs import replace

    found = find_agenda(agenda) if agenda else None
    if isinstance(found, Complaint):
        raise WrongRequest(str(found))
    rules = [(words, name, find_agenda(name)) for words, name in workspace.config.invitations.items()]
    there = tuple((words, path if isinstance(path, Path) else Path(name)) for words, name, path in rules)
    return replace(choices, agenda=found, rules=there)


def questions_added(path: Path, drafts: "Sequence[DraftAgenda]") -> "Added":
    """Return the agenda file at `path` with the questions of drafts, still unwritten. Raises WrongRequest, OSError."""
    from facilitator.preparing.drafting.adding import Added, CannotAddError, with_questions

    if path.suffix.lower() not in YAML_SUFFIXES or is_bundled(path):
        raise WrongRequest(f"{path} isn't a YAML file of yours, to which questions could be added.")
    try:
        added = Added(path.read_text("utf-8"), 0)
        for draft in drafts:
            more = with_questions(added.text, str(path), draft)
            added = Added(more.text, added.count + more.count, (*added.told, *more.told))
    except CannotAddError as error:
        raise WrongRequest(f"{error}.") from error
    except UnicodeDecodeError as error:
        raise WrongRequest(f"{path} isn't text in UTF-8.") from error
    return added


def write_agenda(path: Path, text: str, *, replaces: bool = False) -> None:
    """Write an agenda to a new file, or over the one that was there. Raises FileExistsError, OSError."""
    from facilitator.files.export_file import replace_file

    if replaces:
        mode = S_IMODE(path.stat().st_mode)
        replace_file(path, text.encode())
        path.chmod(mode)
    else:
        create_with(path, text.encode())


def bundled_names() -> list[str]:
    """Return the names of the agendas that come with the program, sorted."""
    return agenda_files.bundled(agendas_dir())


def own_copy(bundled: Path, folder: Path) -> Path:
    """Copy an agenda that comes with the program into `folder`; return its path. Raises FileExistsError, OSError."""
    path = folder / bundled.name
    create_with(path, bundled.read_bytes())
    return path


def write_outline(outline: "Outline", path: Path | None) -> Path:
    """Write a first agenda to the new file `path`, or to one in the current folder that is called after its title.

    Return its path. Raises FileExistsError, OSError.
    """
    from facilitator.agenda_files.outline import outline_text
    from facilitator.files.export_file import create_file

    text = outline_text(outline)
    if path is None:
        return create_file(Path(), f"{slug(outline.title) or 'agenda'}.yaml", text)
    create_with(path, text.encode())
    return path


def agenda_draft(workspace: "Workspace") -> "Draft":
    """Return the draft of the answers from which a new agenda is to be written."""
    from facilitator.storage.draft import DraftInFile
    from facilitator.workspace.drafts.file_draft import FileDraft

    return FileDraft(DraftInFile(workspace.home.agenda_draft), workspace.home.disk)


def is_bundled(path: Path) -> bool:
    """Whether an agenda comes with the program, and so isn't the user's to change."""
    return path.resolve().parent == agendas_dir().resolve()


def name_schema(workspace: "Workspace", path: Path) -> None:
    """Write the schema to the data folder, and its address into the first line of a YAML file that names none.

    The file keeps its mode. Raises OSError.
    """
    import json

    from facilitator.agenda_files.schema import schema, with_schema_line
    from facilitator.files.export_file import replace_file

    if path.suffix.lower() not in YAML_SUFFIXES:
        return
    with path.open("rb") as file:
        written = file.read(LARGEST_FILE_BYTES + 1)
    if len(written) > LARGEST_FILE_BYTES:
        return  # no agenda, as whoever reads it says
    text = written.decode("utf-8", "surrogateescape")
    described_in = workspace.home.schema
    named = with_schema_line(text, described_in.resolve().as_uri())
    if named == text:
        return
    make_folder(described_in.parent)
    replace_file(described_in, json.dumps(schema(), indent=2, ensure_ascii=False))
    mode = S_IMODE(path.stat().st_mode)
    replace_file(path, named.encode("utf-8", "surrogateescape"))
    path.chmod(mode)


def source_of(name_or_path: str) -> str:
    """Return where a session remembers its agenda to come from: a full path, or the name of a bundled one."""
    path = Path(name_or_path).expanduser()
    return str(path.resolve()) if path.is_file() else name_or_path


def edits_in_file(here: "Situation") -> "Edits":
    """Return how the file that a session was opened from differs from what was planned.

    Nothing does if there is no such file, if its disk gives no answer, or after the end.
    """
    from facilitator.domain.language.edited_agenda import Edits, edits

    source, found = here.session.source, None
    if here.session.ended_at is None:
        with suppress(TimeoutError):
            found = do_patiently(partial(_load_source, Path(source)))
    if found is None:
        return Edits((), ())
    if found.agenda is None:
        wrong = next(complaint for complaint in found.complaints if complaint.severity == "error")
        return Edits((), (f"line {wrong.line}: {wrong.message}",))
    return edits(here, found.agenda)


def _load_source(path: Path) -> Loaded | None:
    """Return what is in the file of an agenda; None if it is gone, or the agenda is a bundled one."""
    return load_file(path) if path.is_absolute() and path.is_file() else None
