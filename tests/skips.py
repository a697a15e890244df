"""A skipped test is a failed one, where FACTCHECK_TEST_NO_SKIPS is set: a green run then means that all ran.

Tests in `quality/` are let off: what they measure against may stand beside the checkout, or not.
"""

import os
from collections.abc import Generator
from pathlib import PurePosixPath

import pytest

Reporting = Generator[None, "pytest.TestReport", "pytest.TestReport"]
Collecting = Generator[None, "pytest.CollectReport", "pytest.CollectReport"]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Reporting:
    report = yield
    _refuse(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Collecting:
    report = yield
    _refuse(report)
    return report


def _refuse(report: "pytest.TestReport | pytest.CollectReport") -> None:
    if not os.environ.get("FACTCHECK_TEST_NO_SKIPS") or not report.skipped or hasattr(report, "wasxfail"):
        return
    if "quality" not in PurePosixPath(report.nodeid.partition("::")[0]).parts:
        report.outcome = "failed"
        report.longrepr = f"{report.nodeid} was skipped, which this run refuses: {report.longrepr}"
