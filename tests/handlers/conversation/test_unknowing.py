import pytest

from handlers.conversation.commands import plain
from handlers.conversation.unknowing import (
    is_unknowing,
    lacks,
    muses,
    points_elsewhere,
)


@pytest.mark.parametrize(
    "words",
    [
        "Đoạn đó tui không rõ",
        "phan nay bac ko biet",
        "Khoản ấy thì tôi xin chịu",
        "chịu chết thôi cháu",
        "thôi bác cũng chịu",
        "Sao mà tui nhớ nổi",
        "rang ma biet duoc",
        "Biết làm sao được",
        "tui làm sao mà hay được",
        "Cố nhớ hoài mà không ra",
        "nghĩ nát óc vẫn không ra",
        "nhớ không nổi nữa",
        "Già rồi hay quên lắm",
        "Tôi già cả rồi, lú lẫn hết",
        "đầu óc lẫn lộn hết rồi",
        "cháu hỏi khó quá",
        "Con hỏi khó ông rồi",
        "Quên mất tiêu rồi con",
        "không biết hỏi ai",
        "chẳng biết phải hỏi ở đâu bây giờ",
    ],
)
def test_who_does_not_know_says_so_in_many_words(words: str) -> None:
    assert is_unknowing(plain(words))


@pytest.mark.parametrize(
    "words",
    [
        "tui chịu",  # in the South he agrees
        "chịu lấy mẫu liền",
        "ông Chịu",
        "Nguyễn Văn Chiu",
        "không rõ lắm, hình như năm 1970",
        "chỗ này gần cây đa",
        "làm sao tôi quên được, năm 1968",
        "tôi biết rõ",
        "sao biết là bộ đội à, có dép râu",
        "nghĩ mãi mới ra là tiểu đoàn 7",
        "ông già Lẫn",
        "già rồi",
        "quên sao được anh Tảo",
        "không biết hỏi ai, chỉ nhớ đơn vị 304",
        "khó lắm",
    ],
)
def test_who_knows_something_is_not_taken_for_unknowing(words: str) -> None:
    assert not is_unknowing(plain(words))


@pytest.mark.parametrize(
    ("words", "denied"),
    [
        ("Ai mà nhớ cho nổi, mưa bom bão đạn", True),
        ("ôi dào, ngày ấy ai để ý đâu", True),
        ("Để tôi hỏi lại bà nhà tôi đã.", True),
        ("Cái đó phải hỏi mấy ông bên huyện", True),
        ("Không có điện thoại, con hỏi thằng Bảy", True),
        ("ai nằm đó tôi biết", False),
        ("để tôi nhớ: tiểu đoàn 7", False),
    ],
)
def test_who_points_to_others_has_nothing_to_tell(words: str, denied: bool) -> None:
    assert (lacks(plain(words)) or points_elsewhere(plain(words))) is denied


@pytest.mark.parametrize(
    ("words", "is_musing"),
    [
        ("Ngày ấy ai cũng đói rách lắm cháu", True),
        ("hoi do may bay quan suot", True),
        ("Thời đó tôi còn bé", True),
        ("Nghĩ lại càng thương các anh", True),
        ("chuyện xưa dài lắm", True),
        ("hồi đó dân làng chôn", False),
        ("ngày ấy là mùa khô năm 1970", False),
        ("hồi đó đơn vị đóng ở rẫy", False),
        ("nhớ là bên con suối", False),
        ("chuyện đó ông Tư biết", False),
        ("Hồi", False),
    ],
)
def test_who_remembers_the_times_answers_nothing(words: str, is_musing: bool) -> None:
    assert muses(plain(words)) is is_musing
