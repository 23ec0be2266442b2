"""The parts know only whom they may know (`.importlinter`), and the way in stays light."""

import ast
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
HEAVY = (
    "textual",
    "rich",
    "tinydb",
    "pendulum",
    "yaml",
    "jinja2",
    "markdown_it",
    "pyperclip",
    "platformdirs",
    "cryptography",
)


def test_each_part_imports_only_what_it_may():
    program = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    run = subprocess.run(
        [sys.executable, "-c", program, "--no-logo", "--no-cache"], cwd=PROJECT, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_the_domain_needs_only_the_standard_library_and_msgspec_and_for_dates_pendulum():
    allowed = {*sys.stdlib_module_names, "msgspec", "facilitator"}
    strangers = {
        (path.relative_to(PROJECT / "facilitator/domain").as_posix(), name)
        for path in (PROJECT / "facilitator/domain").rglob("*.py")
        for name in imported_names(ast.parse(path.read_text("utf-8")))
        if name.partition(".")[0] not in allowed
        or (name.startswith("facilitator") and not name.startswith("facilitator.domain"))
    }
    assert strangers == {("text/dates.py", "pendulum")}


def test_the_command_line_starts_without_the_heavy_libraries():
    assert loaded_after("import facilitator.cli").isdisjoint(HEAVY)


def test_the_version_is_told_without_even_the_command_line():
    loaded = loaded_after("import facilitator.__main__")
    assert loaded.isdisjoint({*HEAVY, "click", "msgspec"})
    assert "facilitator.cli" not in loaded


def test_dates_are_shown_without_the_calendar_library():
    names = ("date_text", "day_text", "iso_day", "time_text", "weekday_text")
    forms = [f"dates.{name}(0, 'Europe/London')" for name in names]
    beside_now = [f"dates.{name}(0, 10**10, 'UTC')" for name in ("day_and_time_text", "moment_text", "recent_text")]
    loaded = loaded_after("; ".join(["from facilitator.domain.text import dates", *forms, *beside_now]))
    assert loaded.isdisjoint({"pendulum", "dateutil", "calendar"})


def test_an_interview_on_one_device_loads_nothing_of_what_a_panel_needs():
    loaded = loaded_after("import facilitator.ui.live.live_screen, facilitator.workspace.running_session")
    panel = {
        "facilitator.conducting.sealing.signing",
        "facilitator.storage.forms.written_packet",
        "cryptography",
        "_hashlib",
    }
    assert loaded.isdisjoint(panel)
    assert not any(name.startswith("facilitator.sharing") for name in loaded)


def imported_names(tree: ast.Module) -> set[str]:
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {node.module or ""}
    return names


def loaded_after(statement: str) -> set[str]:
    """The modules that a new interpreter has loaded after `statement`."""
    program = f"{statement}; import sys; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", program], cwd=PROJECT, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    return set(run.stdout.split())
