"""In CI a test that is skipped has failed: there everything that tests need can be had (`.ci/run` installs it).

What depends on the machine itself, such as what its kernel allows, is marked with the reason:
`@pytest.mark.may_skip("a container may not …")`.
"""

import os
from collections.abc import Generator

import pytest


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "may_skip(reason): this test may be skipped in CI, too")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    is_skipped = report.skipped and not hasattr(report, "wasxfail")
    if is_skipped and os.environ.get("CI") and not item.get_closest_marker("may_skip"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"{reason}\nIn CI no test may be skipped, see tests/skips.py."
    return report
