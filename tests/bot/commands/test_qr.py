"""`manhmoi qr` as an office runs it."""

import asyncio
import re
from pathlib import Path

import pytest

from storage import crypt
from storage.db import open_database
from tests.bot.test_commands import manhmoi
from tests.fixtures.placed import name_office

TABLE = "Loại,Nơi đặt,Địa bàn\nthôn,Nhà văn hóa thôn Một,xã Suối Đá\npano,Cổng chợ,\n"
LINE = re.compile(r"(\d{3} \d{4})\thttp://phone.test/q/(\d{7})\t(mới|đã có)\t(.+)")


@pytest.fixture(autouse=True)
def reachable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MANHMOI_PUBLIC_URL", "http://phone.test")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "var"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "noi-dat.csv"
    path.write_text(TABLE)
    return path


def name_it(folder: Path) -> None:
    async def kept() -> None:
        ring = crypt.load(folder / "keyring")
        url = f"sqlite+aiosqlite:///{folder}/manhmoi.db"
        db = await open_database(url, ring)
        await db.write(name_office)
        await db.close()

    asyncio.run(kept())


def test_a_table_given_twice_keeps_its_codes(folder: Path, table: Path) -> None:
    first, again = (manhmoi(folder, "qr", "import", str(table)) for _ in range(2))

    rows = [LINE.findall(done.stdout) for done in (first, again)]
    assert [row[3] for row in rows[0]] == ["Nhà văn hóa thôn Một", "Cổng chợ"]
    assert [row[2] for row in rows[0] + rows[1]] == ["mới"] * 2 + ["đã có"] * 2
    assert [row[1] for row in rows[0]] == [row[1] for row in rows[1]]
    counted = manhmoi(folder, "qr", "funnel").stdout.splitlines()
    assert len(counted) == 4
    assert counted[-1].endswith("Không qua mã")


def test_of_a_table_with_a_bad_row_nothing_is_placed(folder: Path, table: Path) -> None:
    table.write_text(f"{TABLE}thôn,,\n")

    refused = manhmoi(folder, "qr", "import", str(table))

    assert refused.returncode == 1
    assert refused.stderr.startswith("Dòng 4: Xin ghi nơi đặt")
    assert refused.stdout == ""
    assert not folder.exists()


def test_posters_are_written_once_the_office_has_a_name(
    folder: Path, tmp_path: Path
) -> None:
    posters = tmp_path / "posters"
    placed = manhmoi(folder, "qr", "add", "Cổng chợ", "--to", str(posters))
    assert "Xin ghi tên đầy đủ" in placed.stderr
    assert not posters.exists()
    (row,) = LINE.findall(placed.stdout)
    name_it(folder)

    for form in ("pdf", "png"):
        wanted = ("qr", "print", row[0], "--to", str(posters), "--format", form)
        printed = manhmoi(folder, *wanted)
        assert printed.returncode == 0, printed.stderr

    name = f"qr-{row[0].replace(' ', '-')}"
    assert sorted(path.name for path in posters.iterdir()) == [
        f"{name}.pdf", f"{name}.png",
    ]  # fmt: skip
    unknown = manhmoi(folder, "qr", "print", "1234567")
    assert "1234567" in unknown.stderr


def test_a_poster_that_no_phone_can_follow_is_warned_of(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MANHMOI_PUBLIC_URL", "http://127.0.0.1:8080")

    placed = manhmoi(folder, "qr", "add", "Cổng chợ", "--to", str(tmp_path))

    assert "Địa chỉ công khai đang là http://127.0.0.1:8080" in placed.stderr
