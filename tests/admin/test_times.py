from datetime import timedelta

import pytest

from admin.times import ago
from tests.fixtures.told import NOW


@pytest.mark.parametrize(
    ("age", "words"),
    [
        (timedelta(seconds=20), "vừa xong"),
        (timedelta(minutes=4, seconds=59), "4 phút trước"),
        (timedelta(hours=47), "47 giờ trước"),
        (timedelta(days=2), "2 ngày trước"),
    ],
)
def test_officers_read_in_words_how_long_ago_it_was(age: timedelta, words: str) -> None:
    assert ago(NOW - age, NOW) == words
