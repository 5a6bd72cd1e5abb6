"""What is said of party and state, and what only names them in a telling."""

import pytest

from nlp.tellings import politics


@pytest.mark.parametrize(
    "words",
    [
        "sao nhà nước không lo cho gia đình liệt sĩ",
        "Sao Đảng với Nhà nước không chia đất cho dân?",
        "sao nha nuoc khong di tim som hon",
        "thế sao chính phủ lại để mấy chục năm mới tìm",
        "đảng bây giờ khác xưa rồi",
        "đảng có quan tâm gì đến chúng tôi đâu",
        "chính quyền bây giờ toàn tham nhũng",
        "chinh quyen gio toan tham nhung",
        "nhà nước bỏ quên chúng tôi lâu rồi",
    ],
)
def test_a_grudge_against_party_and_state_is_no_telling(words: str) -> None:
    assert politics.is_said(words)


@pytest.mark.parametrize(
    "words",
    [
        "anh ấy được kết nạp Đảng năm 1967",
        "Đảng ủy xã biết chỗ đó",
        "sao nhà nước không công nhận anh tôi là liệt sĩ",
        "chính quyền đã quy tập về nghĩa trang",
        "chính quyền xã bỏ quên mấy ngôi mộ",
        "nhà nước có làm con đường đi ngang",
        "sao anh đang hỏi mãi thế",
        "anh Đăng ở cùng nhà nước mắm",
        "ông Sao, chính trị viên đại đội",
        "hồi đó chính quyền cũ cho lính gác",
    ],
)
def test_who_names_them_in_a_telling_tells(words: str) -> None:
    assert not politics.is_said(words)
