"""Sessions and files for the command line to work on."""

from pathlib import Path

import pytest

from tests.cli import kept
from tests.cli.shell import ran

SCRIPT = """\
00:00 /start
01:00 + closed three of five #pipeline
02:00 cfo> /cover 1
03:00 cfo> /rate pipeline 4 saw it
05:30 /next
06:00 /them How is the quota set?
06:30 /owed 1 by cfo until friday
15:00 /end
"""

AGENDA = """\
title: VP Sales, final round
timezone: Europe/London
starts: 2026-12-01 10:00
panel:
  - {id: ceo, name: Ann Lee, role: CEO, lead: true}
  - {id: cfo, name: Bo Ek, role: CFO}
competencies:
  - {id: pipeline, name: Pipeline building, owners: [cfo], anchors: {4: Works a list}}
segments:
  - title: Welcome
    kind: opening
    length: 5m
    questions:
      - {ask: How would you split the map?, id: territory, competency: pipeline, owner: cfo, must: true}
      - {ask: What would you stop doing?, owner: ceo, must: true}
  - {title: Your questions to us, kind: candidate_questions, length: 10m}
"""


@pytest.fixture
def agenda(tmp_path: Path) -> Path:
    path = tmp_path / "agenda.yaml"
    path.write_text(AGENDA, encoding="utf-8")
    return path


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "interview.script"
    path.write_text(SCRIPT, encoding="utf-8")
    return path


@pytest.fixture
def data(home: Path) -> Path:
    return home / "library"


@pytest.fixture
def session(tmp_path: Path, data: Path) -> str:
    """The id of a session with Robin Reyes that is kept; there is one with Kim Ode as well."""
    (tmp_path / "agenda.yaml").write_text(kept.AGENDA, "utf-8")
    (tmp_path / "script").write_text(kept.SCRIPT, "utf-8")
    (tmp_path / "other").write_text("00:00 /start\n01:00 lisbon-canary\n02:00 /end\n", "utf-8")
    ran("rehearse", tmp_path / "agenda.yaml", "--script", tmp_path / "other", "--candidate", "Kim Ode", "--keep")
    (other,) = data.rglob("*.journal")
    ran("rehearse", tmp_path / "agenda.yaml", "--script", tmp_path / "script", "--candidate", "Robin Reyes", "--keep")
    (mine,) = set(data.rglob("*.journal")) - {other}
    return mine.stem
