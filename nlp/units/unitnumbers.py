"""The numbers of units as they are spoken: "e ba mươi sáu", "tiểu đoàn bảy năm 72"."""

import re

from nlp import numbers
from nlp.entity import Kind
from nlp.patterns import BLANK
from nlp.text import Text, fold

NUMERAL_WORDS = (
    *("không", "linh", "lẻ", "một", "mốt", "hai", "ba", "bốn", "tư", "năm", "lăm"),
    *("sáu", "bảy", "bẩy", "tám", "chín", "mười", "mươi", "trăm"),
)
# "304 cháu ạ" calls a child and "304 anh ấy" begins anew: neither is counted.
COUNTED = re.compile(
    r" (?:anh(?! (?:ay|no|hy|hi|mat)\b)|ong(?! (?:ay|no)\b)|chau(?! (?:a|nhe|oi|nghe)\b)"
    rf"|chi|ban|em|(?:ngay|thang)(?! ?[0-9{Kind.DATE.mask}]))\b"
)
COUNTS = {
    fold(word): word
    for word in ("anh", "ông", "chị", "bạn", "cháu", "em", "ngày", "tháng")
}
YEAR_NEXT = re.compile(rf"{BLANK}(?:[0-9]|{Kind.DATE.mask})")


def spoken(match: re.Match[str], group: str, text: Text) -> tuple[str, int] | None:
    """The number that was spoken and where it ends; None if "Bà" is not "ba".

    A "năm" before a date is the year's, and "mười" behind a digit counts people:
    "xê bốn mười sáu người".
    """
    if match[group].isdigit():
        return match[group], match.end(group)
    at = text.word_at(match.start(group))
    several = text.words[at : at + len(match[group].split())]
    if not all(any(map(word.reads, NUMERAL_WORDS)) for word in several):
        return None
    if text.is_marked and any(word.written.lower() == "nam" for word in several):
        return None  # "binh trạm Nam" is that of the South
    if [word.plain for word in several] == ["lam"]:
        return None  # "lăm" is five only behind a ten
    length = len(several)
    if length > 1 and several[-1].plain == "nam":
        length -= YEAR_NEXT.match(text.plain, match.end(group)) is not None
    tens = (
        n for n in range(1, length) if several[n].is_marked and several[n].reads("mười")
    )
    length = next((n for n in tens if several[n - 1].plain != "tram"), length)
    number = numbers.number(" ".join(word.plain for word in several[:length]))
    return (str(number), several[length - 1].end) if number else None  # "không" is no


def counts(end: int, text: Text) -> bool:
    """Does the number that ends here count people or days, "25 chị" and not "chỉ"?"""
    if not COUNTED.match(text.plain, end):
        return False
    word = text.words[text.word_at(end)]
    told = COUNTS[word.plain]
    is_bare = text.is_marked and not word.is_marked and told != word.plain
    return word.reads(told) and not is_bare
