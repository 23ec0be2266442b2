"""What is imported: JSON exports and journals, damaged by chance. A session that can be shown, or a refusal."""

import json
import random

import msgspec

from facilitator.conducting import importing
from facilitator.conducting.reading import read
from facilitator.domain.debrief.debrief import debrief
from facilitator.reports import Options, export
from tests.fuzz.damage import damaged_bytes, damaged_text, damaged_value
from tests.fuzz.interviews import interview
from tests.fuzz.journals import damaged_journal
from tests.fuzz.kinds import fuzzed


def _export(chance: random.Random) -> bytes:
    conductor = interview(chance)
    value = debrief(conductor.session, conductor.now())
    content = export(value, "json", Options(events=conductor.events)).content
    assert isinstance(content, str)
    match chance.randrange(3):
        case 0:
            return damaged_text(chance, content).encode(errors="surrogatepass")
        case 1:
            return damaged_bytes(chance, content.encode())
    return json.dumps(damaged_value(chance, {"journal": json.loads(content)["journal"]})).encode()


@fuzzed("imports")
def play(chance: random.Random) -> int:
    text = damaged_journal(chance) if chance.random() < 0.4 else _export(chance)
    refused = ""
    try:
        events, _ = importing.session_in(text)
    except importing.NoSession as error:
        refused = str(error)
    assert refused.isprintable(), "what is said of an import acts on a terminal"
    if refused:
        return 1
    session = read(events).session
    value = debrief(session, max(event.at for event in events))
    export(value, chance.choice(("md", "json", "html", "slack")), Options(events=events))
    assert msgspec.json.encode(events)
    return 1
