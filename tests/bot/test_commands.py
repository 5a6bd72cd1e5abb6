"""The commands as an office runs them: processes, their input and their output."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

STORY = (
    "Tôi là Trần Văn Khải, năm 1972 chúng tôi chôn anh Nguyễn Đình Thuận ở suối La La"
)
TALK = f"{STORY}\nđồng ý\nxong\nxong\nđúng rồi\n"
EXPORTED = {
    "code", "kind", "status", "channel", "source", "created_at", "story", "spare",
    "answers", "readings", "entities", "locations", "media", "custody",
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "var"


def manhmoi(
    folder: Path, *words: str, given: str = ""
) -> subprocess.CompletedProcess[str]:
    environ = {
        **os.environ,
        "MANHMOI_DATA_DIR": str(folder),
        "MANHMOI_PORT": "1",  # nobody answers there
    }
    return subprocess.run(
        [sys.executable, "-m", "bot", *words],
        input=given,
        env=environ,
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )


def lines(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_to_read_texts_takes_no_database_and_no_web() -> None:
    told = "import sys, bot.commands.extract; print(*sys.modules)"

    loaded = subprocess.run(
        [sys.executable, "-c", told], capture_output=True, text=True, check=True
    ).stdout.split()

    assert "nlp.extract" in loaded
    assert not {"sqlalchemy", "aiohttp", "openpyxl", "telegram"} & {*loaded}


def test_extract_answers_every_line_in_its_place(folder: Path) -> None:
    asked = [{"id": "a", "text": "c3 d7 e66"}, {"id": 7, "text": "ăn cơm chưa"}]
    given = "\n".join([json.dumps(asked[0]), "no json", json.dumps(asked[1])]) + "\n"

    first, bad, last = lines(manhmoi(folder, "extract", given=given))

    assert first == {
        "id": "a",
        "entities": [
            {
                "type": "UNIT",
                "text": "c3 d7 e66",
                "start": 0,
                "end": 9,
                "norm": "Đại đội 3, Tiểu đoàn 7, Trung đoàn 66",
                "role": None,
                "score": 1.0,
            }
        ],
    }
    assert bad["id"] is None
    assert bad["error"]
    assert last == {"id": 7, "entities": []}


def test_extract_counts_characters_of_the_composed_text(folder: Path) -> None:
    decomposed = "Đại đội 3 của Nguyê\u0303n".encode().decode()

    (answer,) = lines(
        manhmoi(folder, "extract", given=json.dumps({"id": 1, "text": decomposed}))
    )

    assert answer["entities"][0]["start"] == 0


def test_extract_flushes_each_line_before_the_next_is_asked(folder: Path) -> None:
    environ = {**os.environ, "MANHMOI_DATA_DIR": str(folder)}
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "extract"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environ,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for name in ("one", "two"):
            process.stdin.write(json.dumps({"id": name, "text": "e66"}) + "\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == name
        process.stdin.close()


def test_demo_fills_the_console_and_export_gives_it_to_the_letter(folder: Path) -> None:
    assert manhmoi(folder, "demo").returncode == 0

    filed = lines(manhmoi(folder, "tips", "export", "--format", "jsonl"))
    all_tips = lines(manhmoi(folder, "tips", "export", "--drafts"))

    assert {frozenset(tip) for tip in all_tips} == {frozenset(EXPORTED)}
    assert "draft" not in {tip["status"] for tip in filed}
    assert len(all_tips) > len(filed) > 3
    assert [tip["created_at"] for tip in filed] == sorted(
        tip["created_at"] for tip in filed
    )
    told = filed[0]
    for entity in (e for e in told["entities"] if e["in"] == "story"):
        assert told["story"][entity["start"] : entity["end"]] == entity["text"]
    assert told["media"][0].keys() == {
        "kind", "sha256", "bytes", "duration_s", "text", "state",
    }  # fmt: skip
    assert told["locations"][0].keys() == {"lat", "lon", "radius_m", "source", "in"}
    assert all(
        a.keys() == {"value", "words", "source"} for a in told["answers"].values()
    )


def test_talk_without_a_server_plays_a_whole_conversation(folder: Path) -> None:
    done = manhmoi(folder, "talk", given=TALK)

    assert done.returncode == 0, done.stderr
    assert "mã thông tin" in done.stdout
    assert not folder.exists()


def test_staff_add_prints_a_link_whose_secret_is_in_the_fragment(folder: Path) -> None:
    manhmoi(folder, "migrate")

    done = manhmoi(folder, "staff", "add", "mai", "--name", "Trần Thị Mai")

    assert "/console/enter#" in done.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("qr print", "Chưa có nơi đặt nào"),
        ("qr funnel", "Không qua mã"),
        ("erase 100000004 --ground thử", "Không có tin nào"),
        ("handover pack 100000004 --by ai", "Không có tin nào"),
        ("staff add ai --name Ai", "http"),
    ],
)
def test_a_command_makes_itself_at_home_where_nobody_has_served(
    folder: Path, words: str, said: str
) -> None:
    done = manhmoi(folder, *words.split())

    assert "Traceback" not in done.stderr
    assert said in done.stdout + done.stderr


def test_a_wrong_setting_is_one_sentence_that_names_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MANHMOI_HTTP_PORT", "8080")

    done = manhmoi(folder, "migrate")

    assert done.returncode != 0
    assert "MANHMOI_HTTP_PORT" in done.stderr
    assert "Traceback" not in done.stderr
    assert not folder.exists()
