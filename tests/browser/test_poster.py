"""The poster as a browser or a print shop opens its SVG."""

import io
from datetime import UTC, datetime

import zxingcpp
from PIL import Image, ImageFilter
from playwright.async_api import Browser, ViewportSize

from handlers.poster.drawing import Form, Poster, draw

NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
URL = "https://lietsi.suoida.example.vn/q/4829151"
A4_PX: ViewportSize = {"width": 794, "height": 1123}  # at 96 to the inch
PPI = 150
POSTER = Poster(
    office="Ban Chỉ huy Quân sự xã Suối Đá",
    telephone="0912 000 111",
    address="Thôn Một, xã Suối Đá",
    url=URL,
    host="lietsi.suoida.example.vn",
    code="482 9151",
    spot="Nhà văn hóa thôn Suối Đá",
)


async def test_the_code_on_the_svg_is_read_sharp_and_worn(browser: Browser) -> None:
    svg = draw([POSTER], Form.SVG, NOW).decode()
    page = await browser.new_page(viewport=A4_PX, device_scale_factor=PPI / 96)
    await page.set_content(f'<body style="margin:0">{svg}')

    sheet = Image.open(io.BytesIO(await page.screenshot())).convert("L")
    worn = sheet.filter(ImageFilter.GaussianBlur(2))
    worn = worn.rotate(15, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    worn = worn.resize((worn.width // 2, worn.height // 2))

    for seen in (sheet, worn):
        assert [code.text for code in zxingcpp.read_barcodes(seen)] == [URL]
    await page.close()
