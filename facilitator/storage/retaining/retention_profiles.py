"""How long notes of interviews have to be kept, and how long they may be: data, with the source of each figure.

A profile is chosen in the settings. None of them is legal advice: they say what the named source says of a candidate
who wasn't hired, and each country has exceptions. Where a law names no figure there is a usual one.
"""

from msgspec import Struct

YEAR, HALF_YEAR = 366, 183
"""In days, rounded up."""


class RetentionProfile(Struct, frozen=True, kw_only=True):
    """What holds for an employer: not to be erased before `at_least_days`, nor kept longer than `at_most_days`.

    Both are counted from the interview. `rule` says it in words, `source` where it stands.
    """

    name: str
    rule: str
    source: str
    at_least_days: int | None = None
    at_most_days: int | None = None

    @property
    def days(self) -> int | None:
        """After how many days a session is due to be erased."""
        return self.at_most_days if self.at_least_days is None else self.at_least_days

    def complaint(self, days: int) -> str:
        """Return what is wrong with erasing after so many days; empty if nothing is."""
        if self.at_least_days is not None and days < self.at_least_days:
            return f"{days} {'day is' if days == 1 else 'days are'} too few: {self}"
        if self.at_most_days is not None and days > self.at_most_days:
            return f"{days} days may be too many: {self}"
        return ""

    def __str__(self) -> str:
        return f"{self.rule} ({self.source})."


PROFILES = {
    profile.name: profile
    for profile in (
        RetentionProfile(
            name="us-private",
            rule="US private employers keep them for one year from the making of the record or the decision, "
            "whichever is later, and until the end of a charge",
            source="29 CFR 1602.14",
            at_least_days=YEAR,
        ),
        RetentionProfile(
            name="us-contractor",
            rule="US federal contractors keep them for two years; for one, with fewer than 150 employees or no "
            "contract of $150,000",
            source="41 CFR 60-1.12(a)",
            at_least_days=2 * YEAR,
        ),
        RetentionProfile(
            name="us-government",
            rule="US state and local governments keep them for two years",
            source="29 CFR 1602.31",
            at_least_days=2 * YEAR,
        ),
        RetentionProfile(
            name="eu",
            rule="In the EU they are kept no longer than the purpose needs, which is rarely more than half a year "
            "after the refusal",
            source="GDPR, art. 5(1)(e)",
            at_most_days=HALF_YEAR,
        ),
        RetentionProfile(
            name="de",
            rule="In Germany six months are usual: two to claim, three to sue, and the post",
            source="GDPR, art. 5(1)(e); AGG, § 15(4); ArbGG, § 61b(1)",
            at_most_days=HALF_YEAR,
        ),
        RetentionProfile(
            name="uk",
            rule="In the UK they are kept until a claim has become unlikely, which is usually six months to a year",
            source="UK GDPR, art. 5(1)(e); Equality Act 2010, s. 123",
            at_most_days=YEAR,
        ),
    )
}
"""The profiles by the name that the settings have for them."""

WITHOUT_ONE = PROFILES["us-private"]
"""Whose rule is named where nobody has said which holds."""
