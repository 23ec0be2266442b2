"""The plan beside what happened, in words."""

from facilitator.reports import export_text


def test_the_deviation_is_told_in_words(final_round):
    source = export_text(final_round, "md")
    assert "| 2 | Your 90-day plan | 09:06 | 15:00 |  | 17:45 | 2:45 over |" in source
    assert "| 8 | Closing | 10:31 | 5:00 |  | 4:40 | 0:20 under |" in source
    assert "- Your questions to us (protected): 15:00 promised, 14:50 given, ended 0:10 early." in source
