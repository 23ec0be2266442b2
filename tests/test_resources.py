"""The bundled folders are found from a checkout; `project/test_wheel.py` does the same from a wheel."""

from facilitator.resources import agendas_dir, styles_dir


def test_the_sample_agendas_are_found():
    assert list(agendas_dir().glob("*.yaml"))


def test_the_stylesheets_are_found():
    assert list(styles_dir().glob("*.tcss"))
