"""The two ends of the live way, and what is said when nothing goes between them."""

from facilitator.sharing.transports.zenoh.ends import why_down
from tests.sharing.transports.zenoh.panels import LivePanel


def test_each_end_says_where_nothing_goes():
    panel = LivePanel(4711)
    assert why_down(panel.listening()) == "Nothing listens at 127.0.0.1:4711."
    two = panel.reaching()._replace(addresses=("10.0.0.1:1", "host:2"))
    assert why_down(two) == "10.0.0.1:1 or host:2 can't be reached, or isn't this panel's host."
