"""Replicas of a panel's session in memory, each with keys, a journal and clocks."""

from tests.conducting.packed_panels import KEY, PackedDevice, PackedPanel


def replica_of(panel: PackedPanel, device: PackedDevice):
    """The replica of a device, which knows what is in its journal."""
    from facilitator.sharing.replica import Replica

    replica = Replica(device.conductor, device.device, panel.checker(), KEY)
    replica.newly_kept()
    return replica
