"""A kit as a manuscript: the guide that somebody would have written of it."""

from facilitator.preparing.manuscript.kits.kit import (
    Kit,
    KitPart,
    KitQuestion,
    is_verdict,
    kit_manuscript,
    mappings,
    plain,
)


def test_it_reads_like_a_guide():
    kit = Kit(
        system="Ours",
        title="Screen",
        parts=(
            KitPart("Talk", "<h5>Purpose</h5><p>Fit.</p>", (KitQuestion("Why?", "Listen."),), ("Notes",)),
            KitPart("Empty"),
        ),
        competencies=(KitQuestion("Drive"),),
        scale=("no", "yes"),
        notes=("noted",),
    )
    manuscript = kit_manuscript(kit, "a.json")
    assert (manuscript.format, manuscript.notes) == ("a kit of Ours", ("noted",))
    assert [(block.kind.value, block.number, block.text, block.depth) for block in manuscript.blocks] == [
        ("heading", "", "Screen", 1),
        ("heading", "", "Competencies", 2),
        ("item", "", "Drive", 0),
        ("heading", "", "Rating scale", 2),
        ("item", "1", "no", 0),
        ("item", "2", "yes", 0),
        ("heading", "", "Talk", 2),
        ("paragraph", "", "Fit.", 0),
        ("item", "", "Why?", 0),
        ("item", "", "Listen.", 1),
        ("heading", "", "Scorecard", 2),
        ("paragraph", "", "Notes", 0),
    ]
    assert len({piece.place for piece in manuscript.pieces}) == len(manuscript.blocks)


def test_texts_are_without_html_and_control_characters():
    assert plain("<p>Why\x1b[31m <b>us</b>?</p>") == "Why[31m us?"
    assert (plain(None), plain(3), plain(["x"])) == ("", "", "")


def test_a_verdict_is_known_by_its_title():
    assert is_verdict(" Overall Recommendation *")
    assert not is_verdict("What do you recommend?")


def test_only_mappings_are_fields():
    assert mappings([{"a": 1}, "x", None]) == [{"a": 1}]
    assert mappings({"a": 1}) == []
