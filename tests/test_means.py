"""What is missing is skipped aloud, or fails where TEST_REQUIRE promises it."""

import os
import subprocess
import sys

import pytest

from tests.test_house import HOME

NEEDS_A_BROWSER = """
async def test_looks(browser):
    pass
"""


@pytest.mark.parametrize(
    ("required", "outcome", "code"),
    [("", "1 skipped", 0), ("postgresql,browser", "1 error", 1)],
)
def test_a_test_without_its_browser(tmp_path, required, outcome, code):
    test = tmp_path / "test_browser.py"
    test.write_text(NEEDS_A_BROWSER)

    run = subprocess.run(
        [
            sys.executable, "-m", "pytest", "-c", HOME / "pyproject.toml",
            "-p", "no:cacheprovider", "-p", "tests.fixtures.browser", test,
        ],
        cwd=HOME,
        env=os.environ | {"TEST_REQUIRE": required, "PATH": os.devnull},
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip

    assert outcome in run.stdout
    assert "no browser here: install Debian's chromium" in run.stdout
    assert run.returncode == code
