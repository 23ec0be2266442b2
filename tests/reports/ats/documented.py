"""The form of a scorecard in the API of each ATS: a schema for each, and what its documentation shows as an example.

They were made from these public pages, as read in November 2026; the examples have their form, and words of ours:

    Greenhouse  https://developers.greenhouse.io/harvest.html#the-scorecard-object (_scorecards.md in the repository
                grnhse/greenhouse-api-docs)
    Ashby       https://developers.ashbyhq.com/reference/applicationfeedbacksubmit
    Lever       https://hire.lever.co/developer/documentation, “Create a feedback form”; “Form Fields”: Score System,
                Score, Scorecard, Textarea
    Workable    https://workable.readme.io/reference/rate-candidate
"""

from typing import Annotated, Any, Literal

from msgspec import Meta, Struct

Rating = Literal["definitely_not", "no", "mixed", "yes", "strong_yes", "no_decision"]
FourPoints = Annotated[int, Meta(ge=1, le=4)]


class Attribute(Struct, forbid_unknown_fields=True):
    name: str
    rating: Rating
    note: str | None = None
    type: str = ""


class Question(Struct, forbid_unknown_fields=True):
    id: int | None
    question: str
    answer: str


class Greenhouse(Struct, forbid_unknown_fields=True):
    """What comes before it in the documentation only their system knows: whose scorecard it is, of whom, and when."""

    overall_recommendation: Literal["definitely_not", "no", "yes", "strong_yes", "no_decision"]
    attributes: list[Attribute]
    ratings: dict[Literal["definitely_not", "no", "mixed", "yes", "strong_yes"], list[str]]
    questions: list[Question]
    id: int = 0
    updated_at: str = ""
    created_at: str = ""
    interview: str = ""
    interview_step: dict[str, int | str] = {}
    candidate_id: int = 0
    application_id: int = 0
    interviewed_at: str = ""
    submitted_by: dict[str, int | str] = {}
    interviewer: dict[str, int | str] = {}
    submitted_at: str = ""


class PlainText(Struct, forbid_unknown_fields=True):
    type: Literal["PlainText"]
    value: str


class Score(Struct, forbid_unknown_fields=True):
    score: FourPoints
    comments: PlainText | None = None


class Submission(Struct, forbid_unknown_fields=True):
    path: str
    value: dict[str, Any] | str | bool | int | list[str]


class FeedbackForm(Struct, forbid_unknown_fields=True):
    fieldSubmissions: list[Submission]  # noqa: N815 - its name there


class Ashby(Struct, forbid_unknown_fields=True):
    feedbackForm: FeedbackForm  # noqa: N815
    formDefinitionId: str  # noqa: N815
    applicationId: str  # noqa: N815
    userId: str = ""  # noqa: N815
    interviewEventId: str = ""  # noqa: N815


class LeverScore(Struct, forbid_unknown_fields=True):
    score: FourPoints | None
    comment: str


class LeverField(Struct, forbid_unknown_fields=True):
    id: str
    value: str | list[LeverScore]


class Lever(Struct, forbid_unknown_fields=True):
    """A panel and an interview belong together: there are both or none."""

    baseTemplateId: str  # noqa: N815
    fieldValues: list[LeverField]  # noqa: N815
    panel: str = ""
    interview: str = ""

    def __post_init__(self) -> None:
        if bool(self.panel) != bool(self.interview):
            raise ValueError("a panel without an interview, or an interview without a panel")


class Answered(Struct, forbid_unknown_fields=True):
    id: int | str
    body: str = ""
    score: str = ""
    note: str = ""


class Trait(Struct, forbid_unknown_fields=True):
    id: int | str
    questions: list[Answered]
    name: str = ""
    score: str = ""
    note: str = ""


class Section(Struct, forbid_unknown_fields=True):
    id: int | str
    traits: list[Trait]
    name: str = ""


class ScoreCard(Struct, forbid_unknown_fields=True):
    sections: list[Section]
    settings: dict[Literal["questions_rateable"], bool] = {}


class Workable(Struct, forbid_unknown_fields=True):
    """Grades go from 0 up, and how far follows from the scale."""

    member_id: str
    comment: str
    grade: Annotated[int, Meta(ge=0, le=9)]
    scale: Literal["thumbs", "stars", "numbers"] = "thumbs"
    score_card: ScoreCard | None = None

    def __post_init__(self) -> None:
        if self.grade > {"thumbs": 2, "stars": 4, "numbers": 9}[self.scale]:
            raise ValueError(f"{self.grade} is beyond the scale of {self.scale}")


SCHEMAS: dict[str, type[Struct]] = {"greenhouse": Greenhouse, "ashby": Ashby, "lever": Lever, "workable": Workable}

EXAMPLES: dict[str, dict[str, Any]] = {
    "greenhouse": {
        "id": 11,
        "interview": "Phone",
        "interview_step": {"id": 2, "name": "Phone"},
        "submitted_by": {"id": 3, "name": "Bo Ek"},
        "submitted_at": "2026-03-26T21:59:51Z",
        "overall_recommendation": "yes",
        "attributes": [{"name": "Selling", "type": "Skills", "note": None, "rating": "mixed"}],
        "ratings": {"definitely_not": [], "no": [], "mixed": ["Selling"], "yes": [], "strong_yes": []},
        "questions": [{"id": None, "question": "Key Take-Aways", "answer": "Sells."}],
    },
    "ashby": {
        "feedbackForm": {
            "fieldSubmissions": [
                {"path": "a", "value": {"score": 4, "comments": {"type": "PlainText", "value": "Sells."}}},
                {"path": "b", "value": {"type": "PlainText", "value": "Sells."}},
                {"path": "c", "value": ["one", "two"]},
            ]
        },
        "formDefinitionId": "f",
        "applicationId": "g",
    },
    "lever": {
        "baseTemplateId": "t",
        "panel": "p",
        "interview": "i",
        "fieldValues": [{"id": "a", "value": "3 - Hire"}, {"id": "b", "value": [{"score": 3, "comment": "Sells."}]}],
    },
    "workable": {
        "member_id": "13e0eb0e",
        "comment": "Sells.",
        "scale": "thumbs",
        "grade": 1,
        "score_card": {
            "settings": {"questions_rateable": True},
            "sections": [
                {
                    "id": 1,
                    "name": "Selling",
                    "traits": [
                        {
                            "id": 2,
                            "name": "Closing",
                            "score": "definite",
                            "note": "Asked for it.",
                            "questions": [{"id": 3, "body": "Which deal did you lose?", "score": "positive"}],
                        }
                    ],
                }
            ],
        },
    },
}
