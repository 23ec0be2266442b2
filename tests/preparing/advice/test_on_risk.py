"""Questions that touch what the law protects are to be checked; the same words about work are left alone."""

import pytest

from tests.preparing.advice.advising_on import SOUND, advice_on, asking, changed


@pytest.mark.parametrize(
    ("code", "question"),
    [
        ("risk/age", "How old are you?"),
        ("risk/age", "When did you graduate from college?"),
        ("risk/age", "When do you plan to retire?"),
        ("risk/family", "Are you married?"),
        ("risk/family", "What does your husband do?"),
        ("risk/family", "Do you have children, or are you planning to have a family?"),
        ("risk/family", "What are your child care arrangements?"),
        ("risk/origin", "Where were you born?"),
        ("risk/origin", "Where are you originally from?"),
        ("risk/origin", "Is English your first language?"),
        ("risk/origin", "Are you a US citizen?"),
        ("risk/origin", "I noticed your accent. Where is it from?"),
        ("risk/religion", "What is your religion?"),
        ("risk/religion", "Which religious holidays do you observe?"),
        ("risk/religion", "Are you free on the Sabbath?"),
        ("risk/health", "Do you have any disabilities?"),
        ("risk/health", "How is your health?"),
        ("risk/health", "How many sick days did you take last year?"),
        ("risk/sex", "What is your sexual orientation?"),
        ("risk/sex", "How do you feel about working for a woman?"),
        ("risk/record", "Have you ever been arrested?"),
        ("risk/money", "Do you own a car?"),
        ("risk/money", "Have you ever filed for bankruptcy?"),
        ("risk/appearance", "How much do you weigh?"),
        ("risk/memberships", "Which organisations do you belong to?"),
        ("risk/memberships", "Are you a member of a trade union?"),
    ],
)
def test_a_protected_topic_is_to_be_checked(code: str, question: str):
    assert code in asking(question)


@pytest.mark.parametrize(
    "question",
    [
        "How do you test code that depends on the age of a cache?",
        "What did you build for children's hospitals?",
        "How do you keep your native and web apps in step?",
        "What did you change in your race condition?",
        "How did the negotiations with the union go?",
        "How do you run health checks on your services?",
        "What was the disability access work on your last product?",
        "How do you manage child processes?",
        "Which weekends did you work, and what for?",
        "What is the history of your pipeline?",
        "Which languages do you speak at work?",
        "How would you lift twenty kilos up these stairs?",
    ],
)
def test_the_same_words_about_work_are_left_alone(question: str):
    assert [code for code in asking(question) if code.startswith("risk/")] == []


def test_it_says_check_with_the_words_and_the_source_and_never_illegal():
    text = changed({"ask": "How old are you?", "owner": "bo"})
    [risk] = [one for one in advice_on(text) if one.group == "risk"]
    assert risk.reason == "Check this: 'How old are you' may touch on age (ADEA of 1967; Equality Act 2010, s. 5)."
    assert "illegal" not in (risk.reason + risk.suggestion).lower()


def test_probes_what_is_listened_for_and_what_is_said_are_read_as_well():
    assert asking("What did you build?", probes=["How old are you?"]) == ["risk/age"]
    assert asking("What did you build?", listen_for=["Is young and energetic"]) == ["risk/age"]
    said = SOUND.replace("kind: opening,", "kind: opening, say: May we see your photo,")
    assert [one.code for one in advice_on(said.replace("your photo,", "your photo?,"))] == ["risk/appearance"]


def test_so_is_what_earns_a_rating_and_what_they_are_to_prepare():
    competency = {"id": "a", "name": "Energy", "owners": ["bo"], "anchors": {"1": "Slow", "5": "Young and energetic"}}
    anchored = advice_on(changed({"competencies": [competency]}))
    assert "risk/age" in [one.code for one in anchored]
    assert "risk/appearance" in [one.code for one in advice_on(changed({"prepare": "Please attach a photo."}))]


def test_what_is_adjusted_for_a_candidate_is_no_risk():
    adjusted = changed({"adjustments": [{"what": "Your disability: more time", "extra": "5m"}], "length": "90m"})
    assert [one for one in advice_on(adjusted) if one.group == "risk"] == []


def test_what_a_candidate_asks_the_employer_is_their_own_affair():
    text = changed({"ask": "How old are you?", "owner": "bo"}, SOUND + "perspective: candidate\n")
    assert [one for one in advice_on(text) if one.group == "risk"] == []
