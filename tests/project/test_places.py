"""Tests stand where the code stands: `tests/files/test_lock.py` is about `facilitator/files/lock.py`."""

import ast
from pathlib import Path, PurePath

PROJECT = Path(__file__).resolve().parents[2]
PACKAGE = PROJECT / "facilitator"

TESTED_ELSEWHERE = {
    "delivery/clipboard_process.py": "the child process of clipboard.py, whose test runs it",
    "documents/document.py": "declares what a document is made of; every renderer's test builds on it",
    "domain/facts/fact.py": "declares the base of all facts, whose form test_values.py checks",
    "domain/facts/kinds/": "declares facts: session/apply tests what each does, test_values.py and the corpus its form",
    "domain/facts/scorecard.py": "declares a scorecard: its form is tested with scorecard_file.py and test_values.py",
    "domain/language/decision.py": "declares what every decision takes and returns; their tests build on it",
    "domain/session/card_record.py": "declares what the state holds of cards, which apply/ratings.py makes",
    "domain/session/meeting_record.py": "declares what the state holds of the meeting, which apply/meeting.py makes",
    "domain/session/apply/registry.py": "holds the appliers; the tests of each and of fold.py run it",
    "preparing/drafting/agenda_draft.py": "declares what an agenda is drafted of; the tests of taking build on it",
    "preparing/taking/account.py": "declares what a piece can be taken for; the tests of the ledger and taking use it",
    "preparing/imported.py": "declares what comes of an import; the tests of guide_import.py build on it",
    "preparing/taking/import_choices.py": "declares what the user may choose; the tests of each choice use it",
    "reports/template/template_process.py": "the child process of template.py, whose test runs it",
    "workspace/errors.py": "declares errors, and the steps that cli/next_steps.py puts into words",
}
"""The modules and folders without test files of their names, each with the reason."""


def test_every_module_with_something_public_has_a_test_file_of_its_name():
    modules = [path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py") if has_something_public(path)]
    missing = {module.as_posix() for module in modules if not (PROJECT / place_of(module)).exists()}
    assert {_as_listed(module) for module in missing} == set(TESTED_ELSEWHERE)


def _as_listed(module: str) -> str:
    """Return what stands for a module in TESTED_ELSEWHERE: itself, or a folder that it is in."""
    return next(filter(module.startswith, TESTED_ELSEWHERE), module)


def test_the_test_of_a_package_stands_beside_it_and_that_of_a_module_in_the_same_folder():
    assert place_of(PurePath("files/lock.py")) == PurePath("tests/files/test_lock.py")
    assert place_of(PurePath("cli/__init__.py")) == PurePath("tests/test_cli.py")
    assert place_of(PurePath("__main__.py")) == PurePath("tests/test_main.py")


def has_something_public(path: Path) -> bool:
    """Whether a module defines a function or a class that others may use."""
    definitions = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
    body = ast.parse(path.read_text("utf-8")).body
    return any(isinstance(node, definitions) and not node.name.startswith("_") for node in body)


def place_of(module: PurePath) -> PurePath:
    """Where the test of a module has to stand."""
    named = module.parent.with_suffix(".py") if module.name == "__init__.py" else module
    return PurePath("tests") / named.parent / f"test_{named.stem.strip('_')}.py"
