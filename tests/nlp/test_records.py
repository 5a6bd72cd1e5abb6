"""What belongs to one soldier is one record."""

import pytest

from nlp.extract import extract
from nlp.lexicon import Lexicon


def records(message: str) -> list[tuple[str, int | None]]:
    return [(e.text, e.record) for e in extract(message, Lexicon.load())]


def test_with_one_soldier_everything_of_a_soldier_is_his() -> None:
    message = "Năm 1972 tại Quảng Trị, liệt sĩ Vũ Văn Thử quê Hải Hậu hy sinh."

    assert [number for _, number in records(message)] == [1, 1, 1, 1]


def test_every_line_of_a_list_is_a_record_and_its_head_is_everybodys() -> None:
    message = (
        "Hy sinh 25/5/1972:\n"
        "1. Nguyễn Hữu Thử, thượng sĩ, quê Yên Thành, Nghệ An\n"
        "2. Lê Khắc Mẫu, quê Thọ Xuân, Thanh Hóa"
    )

    assert records(message) == [
        ("25/5/1972", None),
        ("Nguyễn Hữu Thử", 1),
        ("thượng sĩ", 1),
        ("Yên Thành, Nghệ An", 1),
        ("Lê Khắc Mẫu", 2),
        ("Thọ Xuân, Thanh Hóa", 2),
    ]


@pytest.mark.parametrize("between", ["\t", " "])
def test_a_line_a_man_needs_no_stops_and_can_begin_with_a_date(between: str) -> None:
    rows = [
        ["Hy sinh 3/1972", "LS Nguyễn Hữu Thử", "quê Yên Thành"],
        ["Hy sinh 5/1969", "LS Lê Khắc Mẫu", "quê Thọ Xuân"],
    ]

    assert records("\n".join(map(between.join, rows))) == [
        ("3/1972", 1),
        ("Nguyễn Hữu Thử", 1),
        ("Yên Thành", 1),
        ("5/1969", 2),
        ("Lê Khắc Mẫu", 2),
        ("Thọ Xuân", 2),
    ]


def test_a_head_above_lines_with_a_man_each_stays_everybodys() -> None:
    message = "Trận Đông Hà 3/1972\nLS Nguyễn Hữu Thử\nLS Lê Khắc Mẫu"

    assert dict(records(message))["3/1972"] is None


def test_a_name_told_twice_is_one_soldier() -> None:
    message = "LS Vũ Văn Thử quê Hải Hậu. Mộ Vũ Văn Thử ở bờ suối. Mộ Lê Văn Mẫu."

    numbers = dict(records(message))

    assert numbers["Vũ Văn Thử"] == numbers["Hải Hậu"] == 1
    assert numbers["Lê Văn Mẫu"] == 2


def test_the_tellers_own_name_and_number_are_in_no_record() -> None:
    message = "Tôi là Phạm Đình Mẫu, 0912 000 117, biết mộ liệt sĩ Vũ Văn Thử."

    numbers = dict(records(message))

    assert numbers["Phạm Đình Mẫu"] is numbers["0912 000 117"] is None


def test_what_a_teller_says_of_himself_is_not_the_soldiers() -> None:
    message = (
        "Tôi là Phạm Đình Mẫu, sinh năm 1943, lính E66. LS Vũ Văn Thử sinh năm 1950."
    )

    told = {e.text: (e.role, e.record) for e in extract(message, Lexicon.load())}

    assert told["1943"] == ("other", None)
    assert told["E66"] == (None, None)
    assert told["1950"] == ("born", 1)


def test_the_other_names_of_a_soldier_open_no_record() -> None:
    message = "LS Trần Đức Thử tức Thắng, tên thường gọi là Ba Thử; LS Lê Văn Mẫu."

    assert [number for _, number in records(message)] == [1, 1, 1, 2]


def test_another_name_is_the_same_soldier() -> None:
    message = (
        "Liệt sĩ Vũ Văn Thử (đồng đội hay kêu Ba Thử), bí danh Hoàng Mẫu, quê Hải Hậu."
    )

    assert {number for _, number in records(message)} == {1}


def test_a_unit_that_leads_to_a_name_is_that_ones() -> None:
    message = "Trung đoàn 66 có anh Thử, trung đoàn 24 có anh Vận hy sinh"

    assert [number for _, number in records(message)] == [1, 1, 2, 2]


def test_the_unit_of_somebody_without_a_name_is_not_the_soldiers() -> None:
    message = "anh Ba thuộc C5, anh Tư thuộc C6, hy sinh năm 1970 chôn ở bờ suối"

    numbers = dict(records(message))

    assert numbers["C5"] is None
    assert numbers["C6"] == 1


def test_who_is_called_by_the_end_of_his_name_keeps_his_unit() -> None:
    message = "LS Nguyễn Văn Ba hy sinh năm 1970. Hồi đó anh Ba thuộc C5."

    assert dict(records(message))["C5"] == 1


def test_of_two_who_end_alike_a_short_name_is_neither() -> None:
    message = "LS Nguyễn Văn Thử, LS Lê Đức Thử hy sinh. Hồi đó anh Thử thuộc C5."

    assert dict(records(message))["Thử"] == 3


@pytest.mark.parametrize("all_", ["hai anh", "cả hai đều", "tất cả"])
def test_what_is_said_of_all_is_everybodys(all_: str) -> None:
    message = f"Liệt sĩ Vũ Văn Thử với liệt sĩ Lê Văn Mẫu, {all_} hy sinh năm 1970."

    assert [number for _, number in records(message)] == [1, 2, None]


def test_what_is_said_of_all_is_still_the_only_ones() -> None:
    message = "Liệt sĩ Vũ Văn Thử, cả hai lần đều bị thương, hy sinh năm 1970."

    assert dict(records(message))["1970"] == 1


def test_what_is_in_doubt_scores_lower_and_what_is_denied_still_lower() -> None:
    sure = scored("Anh Vũ Văn Thử hy sinh năm 1972.")
    doubted = scored("Hình như anh Vũ Văn Thử hy sinh năm 1972 thì phải.")
    denied = scored("Hy sinh không phải năm 1972, anh Vũ Văn Thử.")

    assert doubted["Vũ Văn Thử"] < sure["Vũ Văn Thử"]
    assert denied["1972"] < doubted["1972"] < sure["1972"]
    assert denied["Vũ Văn Thử"] == sure["Vũ Văn Thử"]


@pytest.mark.parametrize(
    "denied",
    [
        "Không phải liệt sĩ Lê Văn Mười đâu.",
        "ko phải là anh Lê Văn Mười",
        "Ở đây không có ai tên Lê Văn Mười hy sinh cả.",
    ],
)
def test_somebody_that_it_is_not_scores_lower(denied: str) -> None:
    sure = scored("Liệt sĩ Lê Văn Mười hy sinh ở đây.")["Lê Văn Mười"]

    assert scored(denied)["Lê Văn Mười"] < sure / 2
    assert scored("Phải, là anh Lê Văn Mười")["Lê Văn Mười"] == sure


def scored(message: str) -> dict[str, float]:
    return {e.text: e.score for e in extract(message, Lexicon.load())}


@pytest.mark.parametrize("between", [" thuộc", " thuộc đơn vị", ", cùng thuộc"])
def test_what_follows_two_joined_names_is_of_both(between: str) -> None:
    message = f"Liệt sĩ Nguyễn Hữu Thử và liệt sĩ Lê Khắc Mẫu{between} E66"

    assert dict(records(message))["E66"] is None


def test_what_follows_a_name_with_something_of_another_between_is_his() -> None:
    message = (
        "Liệt sĩ Nguyễn Hữu Thử quê Hải Hậu và liệt sĩ Lê Khắc Mẫu thuộc E66; "
        "liệt sĩ Vũ Văn Thử và liệt sĩ Trần Văn Mẫu quê Thọ Xuân"
    )

    told = dict(records(message))

    assert (told["Hải Hậu"], told["E66"], told["Thọ Xuân"]) == (1, 2, 4)
