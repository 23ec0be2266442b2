"""Who leads a part or asks a question, by the name that stands with it."""

from tests.preparing.made import imported


def leads(text: str) -> list[tuple[str, str]]:
    draft = imported(text).draft
    assert draft is not None
    return [(part.title, part.lead) for part in draft.segments]


def test_a_name_of_the_panel_in_brackets_leads_the_part():
    assert leads("Panel: Ana Ruiz, Bo Lind\n## SQL (Ana) – 5 min\n## Case (@Bo Lind) – 5 min\n") == [
        ("SQL", "Ana"),
        ("Case", "Bo Lind"),
    ]


def test_without_a_panel_a_name_behind_an_opening_makes_the_others_names_too():
    assert leads("## Welcome (Ingrid) – 5 min\n## Case (Bo) – 5 min\n") == [("Welcome", "Ingrid"), ("Case", "Bo")]


def test_what_is_in_brackets_once_is_no_name():
    assert leads("## Coding (Python) – 5 min\n## Welcome (Remote) – 5 min\n") == [
        ("Coding (Python)", ""),
        ("Welcome (Remote)", ""),
    ]


def test_optional_in_brackets_makes_a_part_optional():
    draft = imported("## Tour (optional) – 5 min\n").draft
    assert draft is not None
    assert (draft.segments[0].title, draft.segments[0].optional) == ("Tour", True)


def test_a_question_is_asked_by_whom_it_names():
    draft = imported(
        "Panel: Ana Ruiz, Bo Lind\n## A (5 min)\n- Why? (Bo)\n- [Ana] How?\n- Bo: When?\n- Who (SQL)?\n"
    ).draft
    assert draft is not None
    asked = [(question.ask, question.owner) for question in draft.segments[0].questions]
    assert asked == [("Why?", "Bo"), ("How?", "Ana"), ("When?", "Bo"), ("Who (SQL)?", "")]


def test_a_competency_in_brackets_is_what_a_question_is_about():
    draft = imported("Competencies:\n- Care\n\n## A (5 min)\n- Why? [care]\n- How? [haste]\n").draft
    assert draft is not None
    asked = [(question.ask, question.competency) for question in draft.segments[0].questions]
    assert asked == [("Why?", "care"), ("How? [haste]", "")]


def test_the_preview_says_who_was_named():
    found = imported("## Welcome (Ingrid) – 5 min\n")
    assert found.taken[0].guess == "“Ingrid”, who is named with it, leads it"
