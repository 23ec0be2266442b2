"""Nobody is offline as long as there is one way, and it is known since when there is none."""

from itertools import count

from facilitator.sharing.syncing.troubles import Troubles


def test_as_long_as_one_way_goes_there_is_no_trouble():
    troubles = Troubles(2, count(100).__next__)
    assert not troubles.note(0, "the folder is gone")
    assert (troubles.text, 0 in troubles) == ("", True)
    assert troubles.since is None
    assert troubles.partly == "the folder is gone"
    troubles.note(1, "the host is gone")
    assert troubles.partly == ""
    assert troubles.text == "the folder is gone\nthe host is gone"
    assert troubles.since == 100
    troubles.note(1, "it is still gone")
    assert troubles.since == 100
    assert troubles.note(0, "")
    assert (troubles.text, 0 in troubles) == ("", False)
    assert troubles.since is None
    assert not troubles.note(0, "")
