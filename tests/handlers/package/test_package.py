"""The package of a tip says what was told, to the letter, and shows any change."""

import asyncio
import hashlib
import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile
from zoneinfo import ZoneInfo

import pytest
from pypdf import PdfReader

from handlers.forwarding import FORM, RECORD, TRANSCRIPT, package
from handlers.package import archive
from handlers.package.archive import MediaChanged, Packed
from handlers.package.dossier import Dossier
from handlers.package.names import name_of
from handlers.package.verify import verify
from storage.audit import AuditRow
from storage.model.agency import Agency, Level
from storage.model.dialogue import Answer, Source
from storage.model.evidence import Location, Media, MediaKind, MediaState
from storage.model.line import Line
from storage.model.tip import Tip, TipKind, TipStatus
from storage.notes import Note

AT = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
STORY = (
    "Tôi kể: anh Nguyễn Văn Mẫu hy sinh bên suối Đá.\n"
    '  Dấu lạ: *đậm* _nghiêng_ #let x = 1 $x^2$ <a> @b \\ `c` // "d" [e]\n\n'
    "Chữ khó: ặ ẫ ể ỗ ữ ỵ Đ ơ ư, rẫy, mưỡu, khuỷu."
)
SOUND, PAPER = b"sound" * 1000, b"%PDF-1.4 a paper"


def media(
    name: str, content: bytes, kind: MediaKind, mime: str, title: str = ""
) -> Media:
    digest, size = hashlib.sha256(content).hexdigest(), len(content)
    return Media(
        name, 1, kind, MediaState.OK, mime, title, size, digest, b"k", AT, 61.0
    )


FILES = {"a" * 32: SOUND, "b" * 32: PAPER}
SHOWN = (
    media("a" * 32, SOUND, MediaKind.VOICE, "audio/webm;codecs=opus", "../../x.exe"),
    media("b" * 32, PAPER, MediaKind.DOCUMENT, "application/pdf", "Sơ đồ Đồi 45.pdf"),
)
TIP = Tip(
    id=1,
    code="482 915 637",
    kind=TipKind.BURIAL,
    status=TipStatus.VERIFIED,
    channel="web",
    source=None,
    conversation=1,
    created_at=AT,
    updated_at=AT,
    version=1,
    priority=0,
    story=STORY,
    spare="",
    answers={
        "martyr_name": Answer("Nguyễn Văn Mẫu", "anh Mẫu", Source.OFFICER),
        "unit": Answer("Trung đoàn 66", "e66", Source.FOUND),
        "died": Answer("1972-03", "tháng 3 năm 1972", Source.SAID),
        "place": Answer(None, "", Source.FORGOTTEN),
        "teller_phone": Answer("+84912000123", "0912 000 123", Source.SAID),
    },
    readings={},
    entities=(),
    locations=(Location(13.5, 107.5, 30.0, "pin", "pin"),),
    media=SHOWN,
)
DECIDED = AuditRow(
    "tip:1",
    2,
    AT,
    "staff:1",
    "decided",
    "Khớp sổ của đơn vị.",
    {"to": "verified"},
    "",
    "",
)
FILED = AuditRow("tip:1", 1, AT, "citizen", "filed", "", {}, "", "")
DOSSIER = Dossier(
    tip=TIP,
    lines=(
        Line(1, "bot", AT, "Xin mời kể ạ.", (("consent", "yes", "Đồng ý"),)),
        Line(2, "citizen", AT, "", (("consent", "yes", "yes"),)),
        Line(3, "citizen", AT, STORY),
        Line(4, "citizen", AT, "", media="a" * 32),
    ),
    custody=(FILED, DECIDED),
    notes=(Note(1, "Trần Thị An", "Nên gọi buổi sáng.", AT),),
    office=Agency(1, "Ban Chỉ huy Quân sự xã Mẫu", Level.COMMUNE, "Thôn 1", "0260 000"),
    names={"staff:1": "Trần Thị An"},
    at=AT,
    zone=ZoneInfo("Asia/Ho_Chi_Minh"),
)


async def stored(shown: Media) -> AsyncIterator[bytes]:
    content = FILES[shown.id]
    yield content[:100]
    yield content[100:]


@pytest.fixture
async def packed(tmp_path: Path) -> Packed:
    return await archive.write(package(DOSSIER), stored, tmp_path / "tip.zip")


def paper(name: str, dossier: Dossier = DOSSIER) -> bytes:
    return next(one.content for one in package(dossier).papers if one.name == name)


def pages(dossier: Dossier) -> list[str]:
    read = PdfReader(BytesIO(paper(FORM, dossier)))
    return [page.extract_text() for page in read.pages]


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_the_form_holds_the_story_with_every_mark_and_sign() -> None:
    text = squeezed("".join(pages(DOSSIER)))

    assert "PHIẾUCHUYỂNTHÔNGTIN" in text
    assert squeezed(STORY) in text


@pytest.mark.parametrize(
    "words",
    [
        "Ban Chỉ huy Quân sự xã Mẫu",
        "482 915 637",
        "Trung đoàn 66",
        "e66",
        "03/1972",
        "máy đọc",
        "cán bộ sửa",
        "người kể nói",
        "chưa xác định được thông tin",
        "13.500000",
        "± 30 m",
        "Nên gọi buổi sáng.",
        "Khớp sổ của đơn vị",
        "Trần Thị An",
        "10:00, 25/11/2026",
        "Ký, ghi rõ họ tên, đóng dấu",
        SHOWN[0].sha256,
    ],
)
def test_the_form_says(words: str) -> None:
    assert squeezed(words) in squeezed("".join(pages(DOSSIER)))


def test_a_long_story_flows_over_numbered_pages() -> None:
    words = " ".join(f"từ{number}" for number in range(12_000))
    told = pages(replace(DOSSIER, tip=replace(TIP, story=words)))

    assert len(told) > 10
    assert all(f"Trang {n}/{len(told)}" in page for n, page in enumerate(told, 1))
    assert "từ0 " in told[0]
    assert any("từ11999" in page for page in told)


def test_the_same_tip_gives_the_same_papers() -> None:
    assert package(DOSSIER) == package(DOSSIER)


async def test_the_package_holds_story_and_files_as_they_came(packed: Packed) -> None:
    with ZipFile(packed.path) as held:
        told = json.loads(held.read(RECORD))
        files = [held.read(name) for name in held.namelist() if "/" in name]

    assert told["story"] == STORY
    assert [one["sha256"] for one in told["media"]] == [m.sha256 for m in SHOWN]
    assert told["agency"]["name"] == "Ban Chỉ huy Quân sự xã Mẫu"
    assert told["decision"]["by"] == "Trần Thị An"
    assert files == [SOUND, PAPER]


def test_the_conversation_is_as_it_was() -> None:
    told = paper(TRANSCRIPT).decode()

    assert STORY in told
    assert "[25/11/2026 10:00:00] Người kể:\n(chọn: Đồng ý)" in told
    assert "(gửi tệp tai-lieu/01-ghi-am-x.webm)" in told


def test_a_name_in_the_package_is_safe_and_by_the_bytes_own_type() -> None:
    named = [name_of(number, shown) for number, shown in enumerate(SHOWN, 1)]

    assert named == [
        "tai-lieu/01-ghi-am-x.webm",
        "tai-lieu/02-tai-lieu-so-do-doi-45.pdf",
    ]


async def test_whole_packages_have_no_problem(packed: Packed) -> None:
    content = packed.path.read_bytes()

    assert verify(packed.path) == []
    assert packed.sha256 == hashlib.sha256(content).hexdigest()
    assert packed.size == len(content)


async def test_sha256sum_checks_it_too(packed: Packed, tmp_path: Path) -> None:
    with ZipFile(packed.path) as held:
        held.extractall(tmp_path / "out")

    checking = await asyncio.create_subprocess_exec(
        *("sha256sum", "--quiet", "--strict", "-c", "manifest.sha256"),
        cwd=tmp_path / "out",
    )
    assert await checking.wait() == 0


async def test_one_altered_byte_is_found_wherever_it_is(packed: Packed) -> None:
    content = packed.path.read_bytes()

    for at in (*range(0, len(content), 251), *range(len(content) - 200, len(content))):
        altered = bytearray(content)
        altered[at] ^= 1
        packed.path.write_bytes(altered)
        assert verify(packed.path), at


async def test_an_altered_file_is_named(packed: Packed) -> None:
    content = packed.path.read_bytes()
    packed.path.write_bytes(content.replace(b"soundsound", b"soundsoond", 1))

    assert [problem.name for problem in verify(packed.path)] == [
        "",
        "tai-lieu/01-ghi-am-x.webm",
    ]


async def test_a_package_without_its_end_is_no_package(packed: Packed) -> None:
    content = packed.path.read_bytes()
    packed.path.write_bytes(content[: len(content) // 2])

    assert verify(packed.path)


async def test_a_file_that_changed_in_the_store_stops_the_packing(
    tmp_path: Path,
) -> None:
    async def changed(_: Media) -> AsyncIterator[bytes]:
        yield b"something else"

    with pytest.raises(MediaChanged, match="khôi phục"):
        await archive.write(package(DOSSIER), changed, tmp_path / "tip.zip")

    assert not (tmp_path / "tip.zip").exists()
