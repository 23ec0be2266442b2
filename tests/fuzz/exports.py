"""Exports: a session by chance in every format, for every audience, redacted or not."""

import json
import random

from facilitator.domain.debrief.debrief import debrief
from facilitator.reports import FORMATS, Options, export
from facilitator.reports.audience import Audience
from tests.fuzz.interviews import interview
from tests.fuzz.kinds import fuzzed
from tests.reports.exported import word_parts

BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@fuzzed("exports")
def play(chance: random.Random) -> int:
    conductor = interview(chance)
    value = debrief(conductor.session, conductor.now())
    made = 0
    for format_name, format in FORMATS.items():
        audiences = [Audience.PANEL, Audience.LEAD] if format.marks_recording else list(Audience)  # others are refused
        for audience in [chance.choice(audiences)] if format_name == "word" else audiences:  # it takes most of the time
            options = Options(audience, chance.random() < 0.5, events=conductor.events)
            content = export(value, format_name, options).content
            check(format_name, content)
            made += 1
    return made


def check(format_name: str, content: object) -> None:
    if isinstance(content, str):
        assert not set(content) & {"\x1b", "\x07", "\x00", "\u202e"}, "what acts on a terminal is in an export"
    if isinstance(content, bytes):
        assert word_parts(content), "a Word file is none"
    if format_name == "json" and isinstance(content, str):
        json.loads(content)
    if format_name == "html" and isinstance(content, str):
        assert "<script" not in content.casefold()
