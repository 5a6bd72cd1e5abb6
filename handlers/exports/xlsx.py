"""A workbook for officers: Vietnamese headings, every cell plain text."""

from typing import Any, BinaryIO

import xlsxwriter

from handlers.exports.csv import COLUMNS, cells
from handlers.labels import FIELDS

# Excel holds no longer cell; what is longer goes on in a sheet of its own.
CELL = 32_767
HEADINGS = {
    "code": "Mã tin",
    "kind": "Loại tin",
    "status": "Trạng thái",
    "channel": "Kênh",
    "source": "Mã QR",
    "created_at": "Thời điểm (UTC)",
    "story": "Lời kể",
    "spare": "Lời kể thêm",
    "locations": "Vị trí (vĩ độ, kinh độ)",
    "media": "Tài liệu (loại, SHA-256)",
}
PLAIN = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


class Writer:
    """Writes a row a tip; texts longer than a cell are whole in the second sheet."""

    def __init__(self, out: BinaryIO) -> None:
        self._book = xlsxwriter.Workbook(out, PLAIN)
        bold = self._book.add_format({"bold": True})
        self._tips = self._book.add_worksheet("Thông tin")
        self._long = self._book.add_worksheet("Lời kể dài")
        self._tips.freeze_panes(1, 1)
        headings = [FIELDS.get(name, HEADINGS.get(name, name)) for name in COLUMNS]
        self._tips.write_row(0, 0, headings, bold)
        self._long.write_row(0, 0, ["Mã tin", "Mục", "Nội dung"], bold)
        self._next, self._next_long = 1, 1

    def add(self, tip: dict[str, Any]) -> None:
        for column, cell in enumerate(cells(tip)):
            self._tips.write_string(self._next, column, cell[:CELL])
            if len(cell) > CELL:
                self._add_long(tip["code"], COLUMNS[column], cell)
        self._next += 1

    def close(self) -> None:
        self._book.close()

    def _add_long(self, code: str, name: str, text: str) -> None:
        heading = FIELDS.get(name, HEADINGS.get(name, name))
        for start in range(0, len(text), CELL):
            row = (code, heading, text[start : start + CELL])
            for column, cell in enumerate(row):
                self._long.write_string(self._next_long, column, cell)
            self._next_long += 1
