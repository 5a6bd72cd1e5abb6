"""What breaks in under a question, and what only sounds like it."""

import pytest

from handlers.conversation.unfit import tells_another
from storage.model.dialogue import Dialogue


@pytest.mark.parametrize(
    "words",
    [
        "khoan, đào móng trúng hài cốt rồi",
        "hôm qua có bà xưng ngoại cảm đòi nộp 5 triệu",
        "có người đòi tiền, bảo chuyển khoản trước mới chỉ mộ",
    ],
)
def test_another_matter_breaks_in(words: str) -> None:
    assert tells_another(Dialogue(flow="burial"), words)


@pytest.mark.parametrize(
    "words",
    [
        "cạnh nhà ông thầy bói",
        "gần trụ sở công an xã",
        "đào sâu chừng một mét",
        "cạnh ngân hàng",
    ],
)
def test_a_landmark_is_no_other_matter(words: str) -> None:
    assert not tells_another(Dialogue(flow="burial"), words)


def test_what_is_told_of_already_is_no_other_matter() -> None:
    assert not tells_another(Dialogue(flow="misinfo"), "ngoại cảm đòi nộp 5 triệu")
    assert not tells_another(Dialogue(flow="found_now"), "đào móng trúng hài cốt")
