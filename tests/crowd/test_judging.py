"""The judge is fair: what is not so counts as a miss."""

import pytest

from storage.model.dialogue import Answer, Source
from tests.crowd.judging import is_right
from tests.crowd.truth import Fact, Stance


@pytest.mark.parametrize(
    ("key", "truth", "value", "right"),
    [
        ("martyr_name", "Lê Văn Tuất", "le van tuat", True),
        ("martyr_name", "Lê Văn Tuất", "Tuất", False),
        ("died", "1970-04", "1970-04", True),
        ("died", "1970-04", "1970", False),
        ("unit", "d=7,e=66", "Tiểu đoàn 7, Trung đoàn 66", True),
        ("unit", "d=7,e=66", "Trung đoàn 66", False),
        ("place", "Gio An|Gio Linh", "xã Gio An, huyện Gio Linh", True),
        ("place", "Gio An|Gio Linh", "huyện Gio Linh", False),
        ("teller_phone", "0912000447", "+84912000447", True),
        ("teller_phone", "0912000447", "+84912000448", False),
        ("people_count", "12", "mười hai người", True),
        ("people_count", "12", "hai người", False),
        ("people_count", "3", "Ở đó có ba người nằm lại.", True),
        ("people_count", "5", "Ở đó có ba người nằm lại.", False),
        ("people_count", "5", "nam nguoi", True),
        ("how_known", "saw", "heard", False),
        ("told_for", "bố tôi", "bố tui", True),
        ("told_for", "bố tôi", "bác tui", False),
    ],
)
def test_a_value_is_right_or_it_is_not(
    key: str, truth: str, value: str, right: bool
) -> None:
    fact = Fact(key, truth, truth, Stance.TOLD)

    assert is_right(Answer(value, value, Source.FOUND), fact) is right
