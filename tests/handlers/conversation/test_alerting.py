"""Who is a child by the age that he tells, and who only tells of his childhood."""

import pytest

from handlers.conversation.alerting import is_child


@pytest.mark.parametrize(
    "words",
    [
        "cháu 12 tuổi ạ",
        "Em năm nay 11 tuổi, em thấy mộ liệt sĩ",
        "dạ em mới 9 tuổi thôi",
    ],
)
def test_a_child_tells_his_age(words: str) -> None:
    assert is_child(words)


@pytest.mark.parametrize(
    "words",
    [
        "cháu 12 tuổi thì ông cháu đi bộ đội",
        "Cháu 12 tuổi, năm 1968 cháu thấy bộ đội chôn anh Ba",
        "em 15 tuổi, hồi đó em làm giao liên",
        "em 34 tuổi, em tìm ông",
        "anh ấy mới 15 tuổi",
        "lúc cháu 10 tuổi, nhà cháu ở gần đồn",
    ],
)
def test_who_tells_of_his_childhood_is_no_child(words: str) -> None:
    assert not is_child(words)
