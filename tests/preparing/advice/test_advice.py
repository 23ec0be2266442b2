"""Every code of advice has its section in `docs/advice.md`, and the example there brings it about."""

import re
from pathlib import Path

import pytest
import yaml

from facilitator.agenda_files.checks import SILENCEABLE
from facilitator.preparing.advice.advice import GROUPS, RULES
from facilitator.preparing.advice.protected_topics import TOPICS
from tests.preparing.advice.advising_on import advice_on, changed, told

DOCS = (Path(__file__).parents[3] / "docs/advice.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^### `([^`]+)`\n(.*?)(?=^##|\Z)", DOCS, re.MULTILINE | re.DOTALL))
BASE = re.findall(r"```yaml\n(.*?)```", DOCS, re.DOTALL)[0]


def example(section: str) -> str:
    (fragment,) = re.findall(r"```yaml\n(.*?)```", section, re.DOTALL)
    return changed(yaml.safe_load(fragment), BASE)


def test_every_code_has_its_section_and_every_section_its_code():
    assert set(SECTIONS) == {*RULES, *SILENCEABLE}


def test_the_agenda_of_the_examples_has_no_advice():
    assert (advice_on(BASE), told(BASE)) == ((), [])


@pytest.mark.parametrize("code", SECTIONS)
def test_the_example_brings_the_advice_about(code: str):
    assert code in told(example(SECTIONS[code]))


@pytest.mark.parametrize("code", SECTIONS)
def test_it_is_silenced_by_its_code_alone(code: str):
    if code != "silence/unknown-code":
        text = example(SECTIONS[code])
        others = [one for one in told(text) if one != code]
        assert told(changed({"silence": [code]}, text)) == others


@pytest.mark.parametrize("code", SECTIONS)
def test_it_stands_below_the_heading_of_its_group(code: str):
    before = DOCS[: DOCS.index(f"### `{code}`")]
    headings = re.findall(r"^## (.*)$", before, re.MULTILINE)
    assert GROUPS[code.partition("/")[0]].startswith(headings[-1])


def test_a_risk_has_the_same_source_in_the_program_and_in_its_section():
    assert {f"risk/{name}" for name in TOPICS} == {code for code in RULES if code.startswith("risk/")}
    for name, topic in TOPICS.items():
        assert topic.source in " ".join(SECTIONS[f"risk/{name}"].split())
