"""Conduct: what a message does beside telling: it ends the talk, cries, sells, insults.

Wars are told in hard words: "muốn chết", "cấp cứu", "đồ chó" belong to stories. So what a
message does is read only where it tells nothing, of a wish also in its last sentence.
"""

import re
import unicodedata
from collections.abc import Mapping
from itertools import chain

from nlp.tellings.gist import Gist, gists

HELPLESS, DIED, PEACE, SELLS, INSULTS = 9, 8, 6, 8, 6  # how much must speak for it
SHORT, LONGEST = 80, 200  # characters of a wish, of what only insults
KINDS = (
    Gist.BURIAL, Gist.IDENTITY, Gist.BATTLE, Gist.RELIC, Gist.RELATIVE, Gist.MISINFO,
    Gist.FOUND_NOW, Gist.MOVED, Gist.COMPLAINT,
)  # fmt: skip
ENDS = frozenset({Gist.STOP, Gist.TELLER_DIED})
TELLS = 3
LINK, LINK_WEIGHS = re.compile(r"https?://|www\.|\b(?:t\.me|zalo\.me|bit\.ly)/"), 4
SENTENCE = re.compile(r"[.!?…;\n]+")
# Of then, or of somebody else: a story, and no cry of now.
THEN = re.compile(
    r"\b(?:lúc đó|lúc ấy|hồi đó|hồi ấy|khi đó|khi ấy|ngày ấy|bấy giờ|năm \d{2,4}|hồi năm|hồi"
    r"|luc do|luc ay|hoi do|hoi ay|khi do|ngay ay|nam \d{2,4}|trong trận|trong tran|bị thương"
    r"|bi thuong|đồng đội|dong doi|hô|kêu|la lên|hét|rên)\b"
)
TOLD_BY = re.compile(
    r"\b(?:anh|chị|chú|bác|ông|bà|má|mẹ|bố|ba|cha|cậu|thủ trưởng|chỉ huy|đơn vị|ảnh|chi|chu|bac"
    r"|ong|me|bo|ma)(?: \w+){0,2} (?:dặn|bảo|viết|nói|nhắn|dan|bao|viet|noi|nhan)\b"
)
ENEMY = re.compile(
    r"\b(?:mỹ|giặc|tây|lính|bom|pháo|địch|nguỵ|ngụy|thực dân|pháp|pốt|polpot|pol pot|tàu|trận|đồn"
    r"|đánh|bắn|giết|my|giac|linh|dich|tran|danh|ban)\b"
)
DEAD = r"(?:mất|qua đời|từ trần|khuất núi|đi xa|mat|qua doi|tu tran|khuat nui)"
KIN = (
    r"(?:ông|bà|bố|ba|cha|tía|má|mẹ|mệ|cụ|chồng|vợ|bác|chú|anh|ong|bo|tia|me|cu|chong|vo|bac|chu)"
    r"(?: (?:nội|ngoại|nhà|noi|ngoai|nha))?(?: (?:tôi|tui|em|cháu|con|mình|toi|chau|minh))?"
)
MOURNS = re.compile(
    rf"\b{KIN} (?:thì |thi )?(?:(?:vừa|mới|đã|vua|moi|da) (?:mới |moi )?{DEAD}|{DEAD} (?:rồi|roi)"
    rf"|{DEAD} (?:hôm|tuần|tháng|bữa|hom|tuan|thang|bua) \w+)\b"
)
STORIED = re.compile(
    r"\d{2}|\b(?:năm|hồi|trận|chôn|mộ|hy sinh|hi sinh|liệt sĩ|liệt sỹ|đơn vị|chiến|kể|dặn|nam|hoi"
    r"|tran|chon|mo|liet si|don vi|chien|ke|dan|để lại|de lai|giữ|trước khi|truoc khi)\b"
)


def conduct(written: str) -> Gist | None:
    """Return what the message does; None for a telling, which most are."""
    sums = gists(written)
    if not sums:  # known already, and true of nearly all
        return None
    if cries(written):
        return Gist.DISTRESS
    if ended := ends(written):
        return ended
    if _sells(written, sums):
        return Gist.ADVERTISING
    return Gist.OBSCENE if _insults(written, sums) else None


def cries(written: str) -> bool:
    """Return whether somebody is in distress now, by one of his sentences."""
    if Gist.DISTRESS not in gists(written):
        return False
    return any(
        gists(one).get(Gist.DISTRESS, 0) >= HELPLESS and not THEN.search(_lower(one))
        for one in SENTENCE.split(written)
    )


def ends(written: str) -> Gist | None:
    """Return by what the message ends the talk: a death, a wish for peace; or None."""
    if ENDS.isdisjoint(gists(written)):
        return None
    if has_died(written):
        return Gist.TELLER_DIED
    return Gist.STOP if wants_peace(written) else None


def has_died(written: str) -> bool:
    """Return whether the words say that who told here has died, and not one of a story."""
    if len(written) > LONGEST:
        return False
    if gists(written).get(Gist.TELLER_DIED, 0) >= DIED:
        return True
    return wants_peace(written) and _mourns(written, ())


def mourns(written: str) -> bool:
    """Return whether the words only say that one of the house has died of late."""
    return _mourns(written, (STORIED,))


def wants_peace(written: str) -> bool:
    """Return whether a short message, or the end of a long one, wants no more of us."""
    if Gist.STOP not in gists(written):
        return False
    last = next((s for s in reversed(SENTENCE.split(written)) if s.strip()), "")
    return any(
        len(one) <= SHORT
        and gists(one).get(Gist.STOP, 0) >= PEACE
        and not TOLD_BY.search(_lower(one))
        for one in (written, last)
    )


def has_words(written: str) -> bool:
    """Return whether there is a letter or a figure in it: pictures alone say nothing."""
    return any(one.isalnum() for one in written)


def _mourns(written: str, without: tuple[re.Pattern[str], ...]) -> bool:
    if len(written) > 2 * SHORT:
        return False
    said = _lower(written)
    is_told = MOURNS.search(said) is not None
    return is_told and not any(one.search(said) for one in without)


def _sells(written: str, sums: Mapping[Gist, int]) -> bool:
    weight = sums.get(Gist.ADVERTISING, 0)
    if weight and LINK.search(_lower(written)):
        weight += LINK_WEIGHS
    return weight >= SELLS and weight > _tells(sums)


def _insults(written: str, sums: Mapping[Gist, int]) -> bool:
    if sums.get(Gist.OBSCENE, 0) < INSULTS or len(written) > LONGEST:
        return False
    return _tells(sums) < TELLS and ENEMY.search(_lower(written)) is None


def _tells(sums: Mapping[Gist, int]) -> int:
    return max(chain((sums.get(kind, 0) for kind in KINDS), (0,)))


def _lower(written: str) -> str:
    return unicodedata.normalize("NFC", written).lower()
