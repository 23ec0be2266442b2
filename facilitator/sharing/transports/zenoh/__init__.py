"""The live way: an encrypted connection of each device to one that listens. Nothing else here imports `zenoh`."""
