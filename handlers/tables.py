"""Tables that staff hand in, as Excel or any office program saves them: rows of words."""

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from itertools import islice

from nlp.text import clean

MOST_ROWS = 5_000
MOST_BYTES = 4_000_000
WORKBOOK = b"PK\x03\x04"
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
SEPARATORS = ",;\t"
TOO_MUCH = f"Bảng dài quá {MOST_ROWS} dòng, xin chia làm nhiều tệp."
NO_TABLE = "Không mở được tệp này; xin đưa bảng tính .xlsx hoặc tệp .csv."
NOT_UTF_8 = "Tệp không ở dạng UTF-8; trong Excel xin lưu dạng “CSV UTF-8”, hoặc để nguyên .xlsx."

Row = tuple[str, ...]


class Unread(Exception):
    """A file that is no table that we can use; the message is for who gave it."""


def rows(raw: bytes) -> tuple[Row, ...]:
    """Return the rows of a CSV file or of a workbook's first sheet. Raises Unread."""
    if len(raw) > MOST_BYTES:
        raise Unread(TOO_MUCH)
    cells = _workbook(raw) if raw.startswith(WORKBOOK) else _csv(raw)
    found = tuple(islice(map(_row, cells), MOST_ROWS + 2))
    if len(found) > MOST_ROWS + 1:  # the first names the columns
        raise Unread(TOO_MUCH)
    return found


def _row(cells: Sequence[str]) -> Row:
    return tuple(" ".join(clean(cell).split()) for cell in cells)


def _csv(raw: bytes) -> Iterator[Sequence[str]]:
    try:
        text = raw.decode("utf-16" if raw.startswith(UTF_16) else "utf-8-sig")
    except UnicodeDecodeError:
        raise Unread(NOT_UTF_8) from None
    separator = max(SEPARATORS, key=text.partition("\n")[0].count)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    except csv.Error:
        raise Unread(NO_TABLE) from None


def _workbook(raw: bytes) -> Iterator[Sequence[str]]:
    import openpyxl  # a tenth of a second that no other command should wait for

    try:
        book = openpyxl.load_workbook(io.BytesIO(raw), read_only=True, data_only=True)
        for cells in book.worksheets[0].iter_rows(values_only=True):
            yield tuple("" if cell is None else str(cell) for cell in cells)
    except (zipfile.BadZipFile, LookupError, ValueError, OSError, EOFError):
        raise Unread(NO_TABLE) from None
