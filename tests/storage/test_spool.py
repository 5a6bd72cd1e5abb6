import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from storage.crypt import KeyRing
from storage.model.line import Received
from storage.spool import Spool
from tests.fixtures.line import NOW

EVENT = Received(
    "zalo", "oa", "k1", "a", 7, b'\n{"text": "B\xc3\xaan su\xe1\xbb\x91i\0"}\n', NOW
)
NOBODYS = Received("zalo", "oa", "k\ud800", None, None, b"", NOW, "moon_landed")


@pytest.fixture
def spool(tmp_path: Path, ring: KeyRing) -> Spool:
    return Spool(tmp_path / "deep" / "spool", ring)


@pytest.mark.parametrize("event", [EVENT, NOBODYS])
def test_what_is_put_down_is_read_as_it_was(spool: Spool, event: Received) -> None:
    spool.put([event], "one")

    assert list(spool.read(spool.waiting())) == [event]


def test_what_is_put_down_together_is_one_file_and_as_many_events(
    spool: Spool,
) -> None:
    others = [replace(EVENT, key=f"k{n}", body=b"x" * n, told_at=NOW) for n in range(3)]
    spool.put([EVENT, NOBODYS, *others], "many")

    (path,) = spool.waiting()

    assert list(spool.read([path])) == [EVENT, NOBODYS, *others]
    assert spool.count(path) == spool.lying().waiting == 5


def test_a_file_is_split_where_one_of_its_events_will_not_go(spool: Spool) -> None:
    spool.put([EVENT, NOBODYS], "two")
    names = iter(("a", "b"))

    spool.split(spool.waiting()[0], lambda: next(names))

    paths = spool.waiting()
    assert [spool.count(path) for path in paths] == [1, 1]
    assert sorted(spool.read(paths), key=str) == sorted([EVENT, NOBODYS], key=str)


def test_what_an_older_version_put_down_is_read(spool: Spool, ring: KeyRing) -> None:
    head = {"channel": "zalo", "account": "oa", "key": "k1", "address": "a"}
    head |= {"position": 7, "at": NOW.isoformat()}
    spool.folder.mkdir(parents=True)
    cell = ring.seal(json.dumps(head).encode() + b"\n" + EVENT.body, "spool")
    (spool.folder / "20260302T090000000000-0f0f.event").write_bytes(cell)

    (path,) = spool.waiting()

    assert spool.count(path) == 1
    assert list(spool.read([path])) == [EVENT]


def test_it_is_read_in_the_order_in_which_it_came(spool: Spool) -> None:
    for n in (3, 1, 2):
        at = NOW + timedelta(microseconds=n)
        spool.put([replace(EVENT, position=n, at=at)], f"name-{-n}")

    assert [one.position for one in spool.read(spool.waiting())] == [1, 2, 3]


def test_nobody_reads_on_the_disk_what_was_said(spool: Spool) -> None:
    spool.put([EVENT], "one")

    (path,) = spool.waiting()

    assert b"text" not in path.read_bytes()
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0


def test_what_nothing_opens_is_left_lying_and_others_are_read(spool: Spool) -> None:
    spool.put([EVENT], "one")
    spool.put([replace(EVENT, at=NOW + timedelta(seconds=1))], "two")
    spool.waiting()[0].write_bytes(b"spoilt")

    assert len(list(spool.read(spool.waiting()))) == 1

    assert len(spool.waiting()) == 1
    assert len(list(spool.folder.glob("*.unreadable"))) == 1


def test_half_a_file_is_no_event(spool: Spool) -> None:
    spool.put([EVENT], "one")
    (spool.folder / "20260302T090000-two.part").write_bytes(b"half")

    assert len(spool.waiting()) == 1


def test_what_cannot_be_put_down_leaves_nothing(spool: Spool) -> None:
    spool.folder.parent.mkdir()
    spool.folder.write_bytes(b"no folder")

    with pytest.raises(OSError, match=r"exists|directory"):
        spool.put([EVENT], "one")

    assert spool.waiting() == []


def test_what_is_removed_is_gone_and_may_be_removed_again(spool: Spool) -> None:
    spool.put([EVENT], "one")
    paths = spool.waiting()

    spool.remove(paths)
    spool.remove(paths)

    assert spool.waiting() == []
