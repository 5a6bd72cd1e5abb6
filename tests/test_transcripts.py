"""Conversations as a historian reads them: played again, nothing may change by chance.

A line begins with `#` remark, `>` citizen, `+` citizen in the same breath, `^` citizen
before he saw our last words, `?` officer, `~` time passes, `<` we, `=` what staff get.
"""

from pathlib import Path

import pytest

from tests.handlers.script import perform

FOLDER = Path(__file__).parent / "transcripts"
LONGEST = 300  # but for facts that are read back
USUAL = 160


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda p: p.stem)
def test_a_conversation_goes_as_written(path: Path, is_updating: bool) -> None:
    written = path.read_text("utf-8")
    played = perform(written)
    if is_updating:
        path.write_text(played, "utf-8")
    assert played == path.read_text("utf-8")


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda p: p.stem)
def test_we_speak_briefly_and_ask_one_thing_at_a_time(path: Path) -> None:
    for said in messages(path.read_text("utf-8")):
        if "•" not in said:
            assert len(said) <= LONGEST, said
            assert said.count("?") <= 1, said


def test_most_of_what_we_say_is_short() -> None:
    said = [
        said
        for path in FOLDER.glob("*.txt")
        for said in messages(path.read_text("utf-8"))
    ]
    short = [one for one in said if len(one) <= USUAL]
    assert len(short) >= len(said) * 0.75


def messages(transcript: str) -> list[str]:
    """Return our messages, whole, without their buttons."""
    said: list[str] = []
    for line in transcript.splitlines():
        if line.startswith("< "):
            said.append(line[2:])
        elif line.startswith("  ") and not line.startswith("    ["):
            said[-1] += "\n" + line[2:]
    return said
