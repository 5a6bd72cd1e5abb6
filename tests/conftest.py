"""What every test may ask for; the pieces live in fixtures/."""

pytest_plugins = (
    "tests.fixtures.browser",
    "tests.fixtures.chatting",
    "tests.fixtures.console",
    "tests.fixtures.postgresql",  # before databases, which imports it
    "tests.fixtures.databases",
    "tests.fixtures.drawing",
    "tests.fixtures.updating",
    "tests.fixtures.uploading",
    "tests.fixtures.fetching",  # after uploading, which it imports
    "tests.fixtures.webhook",
)
