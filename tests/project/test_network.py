"""The program speaks to no network: it opens no connection while it does all it can, and loads nothing for that.

Only the page in a browser listens, once somebody asks for it, and the live way of a panel connects its devices.
"""

import ast
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
PACKAGE = PROJECT / "facilitator"
PAGE = PACKAGE / "page"
NETWORK = {
    *(
        "aiohttp",
        "ftplib",
        "http",
        "httpx",
        "imaplib",
        "poplib",
        "requests",
        "smtplib",
        "socket",
        "socketserver",
        "ssl",
    ),
    *("telnetlib", "urllib.request", "urllib3", "webbrowser", "websockets", "xmlrpc"),
}

OF_THE_LIVE_WAY = ("facilitator.sharing.transports.zenoh", "zenoh")
OF_THE_PAGE = ("facilitator.page", "facilitator.showing.page", "facilitator.workspace.services", "segno")

RUN = """
import sys

def watch(event, given):
    if event.startswith(("socket.connect", "socket.getaddrinfo", "socket.gethostby", "socket.bind", "socket.sendto")):
        raise SystemExit(f"{event} {given}")

sys.addaudithook(watch)
from facilitator.cli import cli
try:
    cli.main(sys.argv[1:], standalone_mode=False)
except SystemExit as ended:
    if ended.code:
        raise
"""


def imported(path: Path) -> set[str]:
    """Return the modules that a module imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        match node:
            case ast.Import(names=names):
                found.update(name.name for name in names)
            case ast.ImportFrom(module=str(module), names=names):
                found.update({module, *(f"{module}.{name.name}" for name in names)})
    return found


def test_nothing_but_the_page_and_the_live_way_has_anything_to_do_with_a_network():
    found = {
        f"{path.relative_to(PROJECT)}: {module}"
        for path in PACKAGE.rglob("*.py")
        if path.parent != PAGE
        for module in imported(path)
        if any(module == name or module.startswith(f"{name}.") for name in {*NETWORK, "zenoh"})
    }
    assert found == {"facilitator/sharing/transports/zenoh/zenoh_session.py: zenoh"}


def test_an_interview_and_all_of_its_exports_open_no_connection(home: Path):
    script = PROJECT / "agendas/vp-sales-final.script"
    for format_name in ("md", "html", "word", "json", "csv", "slack"):
        out = home / f"out.{format_name}"
        ran = run("rehearse", "vp-sales-final", "--script", str(script), "--format", format_name, "--out", str(out))
        assert ran.returncode == 0, ran.stderr
    assert run("sessions").returncode == 0


def test_an_interview_without_a_page_that_nobody_shares_loads_nothing_of_them():
    loads = "import sys; from facilitator.cli import screens, line_mode; from facilitator.plain import plain_interview"
    asked = f"print([name for name in sys.modules if name.startswith({OF_THE_PAGE + OF_THE_LIVE_WAY})])"
    ran = subprocess.run(
        [sys.executable, "-c", f"{loads}; from facilitator.ui.live import live_screen; {asked}"],
        cwd=PROJECT, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert ran.stdout == "[]\n", ran.stderr


def test_a_connection_would_be_noticed():
    code = RUN.replace("cli.main(sys.argv[1:]", "__import__('socket').create_connection(('127.0.0.1', 9)); cli.main([]")
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert "socket." in ran.stderr


def run(*given: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", RUN, *given], cwd=PROJECT, capture_output=True, text=True, timeout=60, check=False
    )
