"""Posters: what stands on them, and that a worn print of one is still read."""

import io
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from itertools import product

import pytest
import zxingcpp
from PIL import Image, ImageFilter
from pypdf import PdfReader

from handlers.poster.drawing import FONTS, Form, Nameless, Poster, draw, poster
from storage.agencies import UNNAMED
from storage.model.agency import Agency, Level
from storage.model.placement import Placement, PlacementKind, Spot

NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
OFFICE = Agency(
    1,
    "Ban Chỉ huy Quân sự xã Suối Đá",
    Level.COMMUNE,
    address="Thôn Một, xã Suối Đá",
    telephone="0912 000 111",
)
SPOT = Spot(PlacementKind.VILLAGE, "Nhà văn hóa thôn Suối Đá", "xã Suối Đá", "Đợt 1")
PLACEMENT = Placement(1, "4829151", SPOT, 1, NOW)
URL = "https://lietsi.suoida.example.vn"
PPI = 150


@pytest.fixture
def one() -> Poster:
    return poster(PLACEMENT, OFFICE, URL)


def text_of(pdf: bytes) -> list[str]:
    pages = PdfReader(io.BytesIO(pdf)).pages
    return [" ".join(page.extract_text().split()) for page in pages]


def test_a_poster_says_who_asks_where_to_call_and_how_to_know_a_false_one(
    one: Poster,
) -> None:
    (page,) = text_of(draw([one], Form.PDF, NOW))

    for words in (
        "CHIẾN DỊCH 500 NGÀY ĐÊM",
        "đẩy mạnh thực hiện tìm kiếm, quy tập và xác định danh tính hài cốt liệt sĩ",
        "Ban Chỉ huy Quân sự xã Suối Đá",
        "0912 000 111",
        "482 9151",
        "Xin đừng tự đào bới",
        "bom mìn",
        "Không ai được thu tiền",
        "Nhà văn hóa thôn Suối Đá, xã Suối Đá, Đợt 1",
    ):
        assert words in page


def test_each_poster_has_a_page_however_long_its_names(one: Poster) -> None:
    long = replace(
        one,
        office="Ban Chỉ huy Quân sự " + "xã Suối Đá Thượng " * 10,
        address="Thôn Một, đường Nguyễn Văn Mẫu, " * 9,
        host="mot-ten-mien-that-dai.suoidathuong.tayninh.example.vn:8080",
        spot="Nhà văn hóa thôn Suối Đá, " * 11,
    )

    assert len(text_of(draw([one, long, one], Form.PDF, NOW))) == 3


def test_one_drawing_leaves_in_three_forms_and_is_always_the_same(one: Poster) -> None:
    beginnings = {Form.PDF: b"%PDF", Form.SVG: b"<svg", Form.PNG: b"\x89PNG"}

    for form, beginning in beginnings.items():
        drawn = draw([one], form, NOW, PPI)
        assert drawn.startswith(beginning)
        assert drawn == draw([one], form, NOW, PPI)


def test_no_poster_is_drawn_that_nobody_could_tell_from_a_false_one() -> None:
    for office in (replace(OFFICE, name=UNNAMED), replace(OFFICE, telephone="")):
        with pytest.raises(Nameless):
            poster(PLACEMENT, office, URL)


def test_the_letters_are_those_of_their_makers() -> None:
    lines = (FONTS / "SHA256SUMS").read_text().splitlines()

    for digest, name in (line.split() for line in lines):
        assert sha256((FONTS / name).read_bytes()).hexdigest() == digest
    assert len(lines) == len(list(FONTS.glob("*.ttf"))) == 2
    assert "SIL Open Font License" in (FONTS / "LICENSE").read_text()


@pytest.mark.parametrize("url", [URL, f"{URL}/{'thong-tin-liet-si/' * 4}"[:110]])
def test_a_worn_print_is_read_by_another_library(url: str) -> None:
    drawn = draw([poster(PLACEMENT, OFFICE, url)], Form.PNG, NOW, PPI)
    sheet = Image.open(io.BytesIO(drawn)).convert("L")

    for sigma, angle in product((0, 2), (-15, 0, 15)):
        worn = sheet.filter(ImageFilter.GaussianBlur(sigma))
        worn = worn.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
        worn = worn.resize((worn.width // 2, worn.height // 2))
        read = [code.text for code in zxingcpp.read_barcodes(worn)]
        assert read == [f"{url}/q/{PLACEMENT.code}"]
