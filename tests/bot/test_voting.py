"""Texts are read a second time by a process that may die, and is replaced."""

import os
import signal
import subprocess
import sys
import time

import pytest

from bot.apart import DiedApart
from bot.voting import Findings, Texts, Voters, is_possible
from nlp.entity import Entity, Kind
from tests.fixtures.means import lacking
from tests.test_house import HOME

STORY = "Tiểu đội có Đoàn Văn Khải. Trận ấy Huân, Lộc với Tiệm bị thương."
KILLED = """
import asyncio, os
from bot.voting import Voters
from tests.bot.test_voting import who
async def main():
    print(await Voters(who).find(("x",)), flush=True)
    await asyncio.sleep(60)
if __name__ == "__main__":
    asyncio.run(main())
"""


def who(_texts: Texts) -> Findings:
    """Name the process that reads."""
    return ((Entity(Kind.PERSON, str(os.getpid()), 0, 1),),)


def dies(texts: Texts) -> Findings:
    if texts == ("die",):
        os.kill(os.getpid(), signal.SIGKILL)
    return who(texts)


def hangs(texts: Texts) -> Findings:
    while texts == ("hang",):
        pass
    return who(texts)


async def test_what_only_the_tagger_sees_is_unsure_and_the_rest_is_as_it_was() -> None:
    if not is_possible():
        lacking("underthesea", "run `make setup` again")
    voters = Voters()

    (found,) = await voters.find((STORY,))

    voters.close()
    people = {e.text: e.score for e in found if e.kind is Kind.PERSON}
    assert {"Tiệm", "Đoàn Văn Khải"} <= people.keys()
    assert people["Tiệm"] < 0.5 < people["Đoàn Văn Khải"]
    assert all(STORY[e.start : e.end] == e.text for e in found)


async def test_one_process_reads_one_text_after_the_other() -> None:
    voters = Voters(who)

    one, other = await voters.find(("x",)), await voters.find(("y",))

    voters.close()
    assert one == other


@pytest.mark.parametrize(("read", "text"), [(dies, "die"), (hangs, "hang")])
async def test_after_a_deadly_text_the_next_one_is_read(read, text: str) -> None:
    voters = Voters(read, seconds=1)

    with pytest.raises(DiedApart):
        await voters.find((text,))

    assert len(await voters.find(("x",))) == 1
    voters.close()


def test_it_does_not_outlive_a_killed_server() -> None:
    command = [sys.executable, "-c", KILLED]
    with subprocess.Popen(
        command, cwd=HOME, stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as server:
        assert server.stdout is not None
        reader = int(server.stdout.readline().split("text='")[1].split("'")[0])
        server.kill()

    assert is_gone(reader, within_s=10)


def is_gone(pid: int, within_s: float) -> bool:
    until = time.monotonic() + within_s
    while time.monotonic() < until:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False
