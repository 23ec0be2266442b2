"""What holds for the values of every room: they never change, and say by name what is in them."""

import inspect
import pkgutil
from importlib import import_module

import pytest
from msgspec import Struct

import facilitator.domain
from facilitator.domain.facts.fact import Fact

MODULES = [
    import_module(module.name) for module in pkgutil.walk_packages(facilitator.domain.__path__, "facilitator.domain.")
]
VALUES = {
    f"{module.__name__.removeprefix('facilitator.domain.')}.{name}": value
    for module in MODULES
    for name, value in vars(module).items()
    if isinstance(value, type) and issubclass(value, Struct) and value.__module__ == module.__name__
}
FACTS = {name: value for name, value in VALUES.items() if issubclass(value, Fact)}
IN_FILES = {
    name: value
    for name, value in VALUES.items()
    if name.startswith(("plan.", "debrief.")) or name.endswith((".Scorecard", ".Assessment"))
}
"""Those whose fields are keys of a file that people read or write."""

SHORT = ("VisitRow", "KindSeconds")
"""Made from two values of one sort, in their order."""


def test_there_are_values_and_facts():
    assert len(VALUES) > 70
    assert len(FACTS) > 25


@pytest.mark.parametrize("name", sorted(name for name in VALUES if not name.endswith(".Session")))
def test_a_value_never_changes(name: str):
    assert VALUES[name].__struct_config__.frozen


@pytest.mark.parametrize("name", sorted(name for name in IN_FILES if not name.endswith(SHORT)))
def test_what_stands_in_a_file_is_given_by_name(name: str):
    parameters = inspect.signature(IN_FILES[name]).parameters.values()
    assert {parameter.kind for parameter in parameters} == {inspect.Parameter.KEYWORD_ONLY}


@pytest.mark.parametrize("name", sorted(VALUES))
def test_a_newer_version_may_have_added_fields(name: str):
    """Journals hold them. That a field in an agenda file is misspelt is for its reader to say."""
    assert not VALUES[name].__struct_config__.forbid_unknown_fields


@pytest.mark.parametrize("name", sorted(FACTS))
def test_a_fact_is_kept_under_its_name_and_without_what_is_as_usual(name: str):
    config = FACTS[name].__struct_config__
    assert config.tag == name.rpartition(".")[2]
    assert config.omit_defaults


@pytest.mark.parametrize("name", ["Scorecard", "Assessment"])
def test_a_scorecard_is_kept_without_what_is_as_usual(name: str):
    (card,) = (value for value in VALUES.values() if value.__name__ == name)
    assert card.__struct_config__.omit_defaults


@pytest.mark.parametrize("name", ["Author", "Stamp", "Reading"])
def test_what_stands_in_every_line_of_a_journal_is_short(name: str):
    (value,) = (value for value in VALUES.values() if value.__name__ == name)
    assert value.__struct_config__.array_like


@pytest.mark.parametrize("name", [*sorted(FACTS), "Event", "NewerEvent", "Author", "Stamp", "Note"])
def test_what_a_long_session_has_thousands_of_is_no_work_for_the_garbage_collector(name: str):
    (value,) = (value for known, value in VALUES.items() if name in (known, value.__name__))
    assert not value.__struct_config__.gc
