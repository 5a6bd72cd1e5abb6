"""A date or place is that of a death where its own sentence says so."""

import pytest

from nlp.extract import extract
from nlp.lexicon import Lexicon
from nlp.roles.deaths import died, fell_at, lies_at


@pytest.mark.parametrize(
    ("message", "day", "place"),
    [
        ("Chủ cuốn sổ hy sinh tháng 3 năm 1970 ở xã Ba Động, huyện Ba Tơ.",
         "1970-03", "xã Ba Động, huyện Ba Tơ"),
        ("Anh ngã xuống năm 1968.", "1968", None),
        ("Tôi đào được bi đông hồi năm 1988 ở xã Ba Động. Anh hy sinh đã lâu.", None, None),
        ("Trên nắp khắc: Vũ Văn Hòe - 1967", None, None),
    ],
)  # fmt: skip
def test_only_a_sentence_of_death_dates_a_death(
    message: str, day: str | None, place: str | None
) -> None:
    found = extract(message, Lexicon.load())

    fell, where = died(message, found), fell_at(message, found)

    assert (fell and fell[0], where and where[0]) == (day, place)


@pytest.mark.parametrize(
    ("message", "place"),
    [
        ("Mộ anh ở xã Ba Động, huyện Ba Tơ.", "xã Ba Động, huyện Ba Tơ"),
        ("Tôi đào được cuốn sổ ở xã Ba Động. Mộ anh thì chưa ai biết.", None),
    ],
)
def test_only_a_sentence_of_a_grave_places_it(message: str, place: str | None) -> None:
    found = extract(message, Lexicon.load())

    lies = lies_at(message, found)

    assert (lies and lies[0]) == place
