"""The package of a tip says what was told, to the letter."""

import json
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from handlers.forwarding import FORM, RECORD, TRANSCRIPT, package
from handlers.package.archive import Packed
from handlers.package.dossier import Dossier
from handlers.package.names import name_of
from tests.handlers.package.invented import DOSSIER, PAPER, SHOWN, SOUND, STORY, TIP


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
