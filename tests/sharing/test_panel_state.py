"""What another device lacks, as far as its heads tell."""

from facilitator.sharing.heads import DeviceHead
from facilitator.sharing.panel_state import lacks


def test_it_lacks_what_is_kept_here_and_not_there():
    own = {"a" * 16: DeviceHead(5, bytes(8)), "b" * 16: DeviceHead(2, bytes(8))}
    assert lacks({}, own) == 7
    assert lacks({"a" * 16: DeviceHead(3, bytes(8)), "b" * 16: DeviceHead(9, bytes(8))}, own) == 2
    assert lacks(own, own) == 0
