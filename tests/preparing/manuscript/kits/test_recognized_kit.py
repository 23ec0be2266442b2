"""Whose kit it is follows from its form; other data is no kit."""

import json
from pathlib import Path

import pytest

from facilitator.preparing.manuscript.kits.recognized_kit import recognized_kit

GUIDES = Path(__file__).parents[2] / "guides"


@pytest.mark.parametrize(
    ("name", "system"),
    [
        ("greenhouse-stage.json", "Greenhouse"),
        ("greenhouse-scorecard.json", "Greenhouse"),
        ("ashby-form.json", "Ashby"),
        ("lever-template.json", "Lever"),
        ("workable-kit.json", "Workable"),
        ("questions.json", None),
        ("rundown.json", None),
    ],
)
def test_it_is_known_by_its_form(name: str, system: str | None):
    kit = recognized_kit(json.loads((GUIDES / name).read_text("utf-8")))
    assert (kit.system if kit else None) == system
