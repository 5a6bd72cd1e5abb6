"""Papers stamped secret are known by the stamp, never by everyday words."""

import pytest

from nlp.files.stamps import is_named_so, is_stamped


@pytest.mark.parametrize(
    "words",
    [
        "TỐI MẬT\nQuân khu 5, số 12",
        "công văn này đóng dấu mật",
        "tôi còn giữ một tài liệu tuyệt mật của ban tác chiến",
        "MẬT\nDanh sách quân số",
        "bản đồ mật của trung đoàn",
        "[MẬT] sơ đồ",
    ],
)
def test_a_stamp_is_seen(words: str) -> None:
    assert is_stamped(words)


@pytest.mark.parametrize(
    "words",
    [
        "đơn vị hành quân bí mật trong đêm",
        "bán mật ong rừng nguyên chất",
        "mật khẩu là chim bay, mật danh K20",
        "GIẤY BÁO TỬ CỦA LIỆT SĨ",
        "hầm bí mật dưới gốc mít",
        "gan mật hay đau",
        "thân mật như anh em",
        "CHÔN BÍ MẬT TRONG RỪNG",
    ],
)
def test_everyday_words_are_no_stamp(words: str) -> None:
    assert not is_stamped(words)


def test_a_file_may_be_named_so() -> None:
    assert is_named_so("CV_TOI_MAT_12.pdf")
    assert not is_named_so("mat_tien_bia_mo.jpg")
    assert not is_named_so("IMG_2041.jpg")
