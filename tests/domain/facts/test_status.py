"""What each status is called and shown as."""

from facilitator.domain.facts.status import Status


def test_each_status_has_its_look_and_its_word_then_and_afterwards():
    assert [(status.value, status.glyph, status.word, status.tone, status.outcome) for status in Status] == [
        ("planned", "○", "open", "strong", "not asked"),
        ("asked", "◔", "asked", "busy", "asked"),
        ("partly", "◐", "partly", "busy", "partly"),
        ("covered", "●", "covered", "good", "covered"),
        ("dropped", "✕", "dropped", "quiet", "dropped"),
    ]
