"""A table of placements is taken whole, or each bad row is told in one sentence."""

import io

import pytest
import xlsxwriter

from handlers.placement_file import NO_COLUMNS, wanted
from handlers.tables import NO_TABLE, NOT_UTF_8, TOO_MUCH, Unread
from storage.model.placement import PlacementKind, Spot

HALL = Spot(PlacementKind.VILLAGE, "Nhà văn hóa thôn Một", "xã Suối Đá", "1")
GATE = Spot(PlacementKind.POSTER, "Cổng chợ, phía đông")
TABLE = (
    "Loại,Nơi đặt,Địa bàn,Đợt\nThôn,Nhà văn hóa thôn Một,xã Suối Đá,1\n,,,\npa nô?,x\n"
)
GOOD = TABLE.replace("pa nô?,x", 'PANO,"Cổng chợ, phía đông",,')


def workbook(*rows: tuple[object, ...]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return out.getvalue()


@pytest.mark.parametrize(
    "raw",
    [
        GOOD.encode(),
        GOOD.encode("utf-8-sig").replace(b"\n", b"\r\n"),
        GOOD.encode("utf-16"),
        GOOD.replace(",", ";").replace("chợ;", "chợ,").encode(),
        GOOD.replace("Loại,Nơi đặt,Địa bàn,Đợt", "LOAI,noi dat,dia ban,DOT").encode(),
    ],
)
def test_a_table_is_read_however_an_office_program_saved_it(raw: bytes) -> None:
    asked = wanted(raw)

    assert asked.spots == (HALL, GATE)
    assert asked.problems == ()


def test_a_workbook_is_read_too() -> None:
    raw = workbook(
        ("Đợt", "Tên nơi đặt", "Loại", "Ghi chú", "Địa bàn"),
        (1, "Nhà văn hóa thôn Một", "Thôn, tổ dân phố", "gần cầu", "xã Suối Đá"),
        ("", "Cổng chợ, phía đông", "poster", "", None),
    )

    assert wanted(raw).spots == (HALL, GATE)


def test_each_bad_row_is_told_by_its_number() -> None:
    rows = ("Thôn,", "Bảng hiệu,Cổng", f"Thôn,{'a' * 121}", "thôn,Một", "Thôn, Một ")
    raw = "\n".join(("Loại,Nơi đặt", *rows)).encode()

    problems = wanted(raw).problems

    assert [problem.partition(":")[0] for problem in problems] == [
        "Dòng 2", "Dòng 3", "Dòng 4", "Dòng 6",
    ]  # fmt: skip
    for problem, words in zip(
        problems, ("nơi đặt", "áp phích, thôn", "dài quá", "dòng 5"), strict=True
    ):
        assert words in problem


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", NO_COLUMNS),
        (b"Ten,Dia ban\na,b", NO_COLUMNS),
        ("Loại,Nơi đặt\nThôn,Một".encode("utf-16-le")[1:], NOT_UTF_8),
        ("Loại,Nơi đặt\nThôn,Một".encode("cp1258", "replace"), NOT_UTF_8),
        ("Loại,Nơi đặt\n".encode() + b"a,b\n" * 5_001, TOO_MUCH),
        (b"a" * 4_000_001, TOO_MUCH),
    ],
)
def test_what_is_no_table_is_refused_in_one_sentence(raw: bytes, said: str) -> None:
    with pytest.raises(Unread) as refused:
        wanted(raw)

    assert str(refused.value) == said


@pytest.mark.parametrize("raw", [b"PK\x03\x04", workbook()[:200], b"PK\x03\x04" * 50])
def test_a_broken_workbook_is_refused_too(raw: bytes) -> None:
    with pytest.raises(Unread) as refused:
        wanted(raw)

    assert str(refused.value) == NO_TABLE
