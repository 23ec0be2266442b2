"""Read agenda files (YAML, JSON) and scorecards: the result is a value or located complaints.

A first agenda is written here as well. What a live screen can do without, such as `schema`, is loaded from its module.
"""

from facilitator.agenda_files.catalogue import bundled, resolve
from facilitator.agenda_files.loading import Loaded, load, load_with_nodes, parse, read_nodes
from facilitator.files.complaint import Complaint

__all__ = ["Complaint", "Loaded", "bundled", "load", "load_with_nodes", "parse", "read_nodes", "resolve"]
