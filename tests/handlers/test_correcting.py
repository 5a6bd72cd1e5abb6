import pytest

from handlers import correcting
from handlers.triage import NeedsWords, NotNow, Refused, TooLong
from nlp.lexicon import Lexicon

LEXICON = Lexicon.load()


@pytest.mark.parametrize(
    ("key", "typed", "kept"),
    [
        ("died", "15/3/1972", "1972-03-15"),
        ("died", "1972-03", "1972-03"),
        ("died", "1972-03-15", "1972-03-15"),
        ("died", "tháng 3 năm 1972", "1972-03"),
        ("died", "khoảng năm 1972", "khoảng năm 1972"),
        ("died", "1968-1972", "1968-1972"),
        ("birth", "1950", "1950"),
        ("teller_phone", "0912 000 123", "+84912000123"),
        ("teller_phone", "+84912000123", "+84912000123"),
        ("martyr_name", "Nguyễn Văn Mẫu (Mẫn)", "Nguyễn Văn Mẫu (Mẫn)"),
        ("unit", " E24/F10 ", "E24/F10"),
        ("how_known", "buried", "buried"),
        ("how_known", "chính tay tôi chôn", "buried"),
        ("callback_hour", "morning", "morning"),
        ("landmark", "d" * 2000, "d" * 2000),
    ],
)
def test_what_fits_its_field_is_kept_as_the_field_is_read(
    key: str, typed: str, kept: str
) -> None:
    assert correcting.value(key, typed, LEXICON) == kept


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("died", "32/13/1999"),
        ("died", "1999-13-32"),
        ("died", "31/2/1972"),
        ("died", "ngày 32 tháng 3 năm 1972"),
        ("died", "chưa rõ"),
        ("enlisted", "2999"),
        ("teller_phone", "12345"),
        ("callback_phone", "không có"),
        ("martyr_name", "12345"),
    ],
)
def test_what_cannot_be_its_field_is_refused_with_an_example(
    key: str, typed: str
) -> None:
    with pytest.raises(NotNow, match=r"^Xin ghi "):
        correcting.value(key, typed, LEXICON)


@pytest.mark.parametrize(
    ("key", "typed", "refusal"),
    [
        ("place", "a" * 100_000, TooLong),
        ("unit", "a" * 201, TooLong),
        ("unit", " \n", NeedsWords),
    ],
)
def test_nothing_and_too_much_are_refused(
    key: str, typed: str, refusal: type[Refused]
) -> None:
    with pytest.raises(refusal):
        correcting.value(key, typed, LEXICON)
