"""Outright: what is said right before a name, a date or a place of whom or what it is.

Roles weigh all of a message; where somebody says "quê anh ấy ở", "ảnh sinh" or "tôi tên
là", nothing else is heard. What may stand in a field by itself is read again so.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from nlp.entity import Entity, Kind
from nlp.people.announced import announced
from nlp.people.sayings import NOT_SELF
from nlp.roles.telling import SENIOR
from nlp.tellings.landmarks import is_home
from nlp.text import fold

REACH = 60  # characters before
SURE = 0.8  # of what is said outright, however much was against it
GAP = 40  # characters between a teller and where he lives
THAT = r"(?: (?:ay|no|do|ta|nay|ni))?"
HE = (
    rf"(?:anh|a|ong|o|on|eng|chu|bac|cau|co|chi|cu|dong chi|nguoi|liet si|ls|lsy){THAT}"
)
AT = r"(?: (?:von|goc|hinh nhu|nghe noi|nghe dau|chac|la|thi|cung|mai|ngoai|trong|tan|o|tai|dau|thuoc))*"
HOME = re.compile(
    rf"\b(?:(?:que|que quan|nguyen quan|sinh quan|ban quan|que huong|que goc)(?: (?:cua )?{HE})?"
    rf"|(?:gia dinh|bo me|cha me|vo con)(?: cua)? {HE}|cung que|dong huong"
    rf"|(?:\b{HE} |\A|[.,;\n] ?)(?:la )?\b(?:nguoi|ng|dan)(?: goc)?){AT}[ :,]{{1,3}}\Z"
)
FELL_AT = re.compile(
    r"\b(?:hy sinh|hi sinh|hs|nga xuong|tu tran|trung dan|trung bom|bo minh)"
    r"(?: (?:o|tai|trong|ben|ngoai|tren|mat tran|chien truong|dia ban))* ?\Z"
)
# "Hy sinh ở xã An Lạc, năm 1970": the date behind where he fell.
THERE = re.compile(r"[ ,]{1,2}(?:(?:vao|hoi|khoang|ngay|thang|nam) ?){0,3}\Z")
# "…, năm 1994 tôi quay lại" begins another sentence.
GOES_ON = re.compile(
    r",? ?(?:thi |la )?(?:toi|tui|minh|chung toi|gia dinh|nha|ca nha|nguoi ta|xa)\b"
)
WORK = r"(?: la (?:du kich|dan quan|xa doi|bi thu|chu tich|can bo|cuu chien binh|ccb|truong thon|truong ban|y ta|giao vien))"
MINE = re.compile(
    r"\b(?:toi|tui|minh|chung toi)(?: (?:hien|nay|gio|bay gio|dang|van|song|sinh song|cu ngu|tru|thuong tru|que|nguoi|ve|la))*"
    r"(?: (?:o|tai|nguoi))?[ :]{1,2}\Z"
    rf"|\b(?:toi|tui|minh){WORK}(?: o| tai)?[ :]{{1,2}}\Z"
    r"|\b(?:dia chi|tru quan|cho o|noi o|thuong tru)(?: (?:cua )?(?:toi|tui))?(?: (?:la|o|tai|hien nay))*[ :]{1,3}\Z"
)
SET = r"(?: (?:ra|ngay|nam|thang|hoi|vao|khoang|do|chung|la|thi|o|trong|tren|giay|giay to|ho so|ghi|luc|tu|tam|dau|cuoi|giua))*"
BORN = re.compile(
    rf"(?<!\bhy )(?<!\bhi )(?<!\bhoc )(?<!\bve )(?<!\bphat )(?<!\bkhai )(?<!\bky )\b(?:nam sinh|ngay sinh|sinh){SET}[ :]{{1,3}}\Z"
)
# "Để năm 1968": without marks it is told by whom it follows.
BORE = re.compile(
    rf"\b(?:{HE}|sinh|me|ba|cu|ay|no) (?P<bore>de){SET}[ :]{{1,3}}\Z|(?P<alone>\bde){SET}[ :]{{1,3}}\Z"
)
FELL = re.compile(
    rf"\b(?:hy sinh|hi sinh|hs|nga xuong|tu tran|tu nan|bo minh){SET}[ :]{{1,3}}\Z"
)
JOINED = re.compile(
    rf"\b(?:nhap ngu|di bo doi|theo bo doi|theo cach mang|di linh|tong quan|vao bo doi|vo bo doi|len duong){SET}[ :,]{{1,3}}\Z"
    r"|\b(?:kham tuyen|trung tuyen|tuyen quan)\b[^.;\n]{0,40}\Z"
)
SAID: dict[Kind, tuple[tuple[re.Pattern[str], str], ...]] = {
    Kind.PLACE: ((HOME, "hometown"), (FELL_AT, "death")),
    Kind.DATE: ((FELL, "died"), (JOINED, "enlisted"), (BORN, "born")),
}
# "Nghĩa trang Trường Sơn, khu Nghệ An".
SECTION = re.compile(
    r"\b(?:nghia trang|nghia dia|ntls)\b[^.;\n]{0,40}\b(?:khu|lo|hang|day)(?: mo)?(?: tinh)? \Z"
)
# "Chú tôi giữ ngoài Vinh" is where a thing is kept; "anh Cảnh giờ ở Nam Định", who lives.
KEPT = re.compile(r"\b(?:giu|cat)(?: \w{1,8}){0,2} (?:o|ngoai|trong|tai) \Z")
LIVES = re.compile(r"\b(?:gio|hien|bay gio|nay)(?: dang| song)? (?:o|ngoai) \Z")
# A whole province is where he lies or fell only if it is said there.
LIES = re.compile(
    r"\b(?:mo|ma|chon|chon cat|mai tang|an tang|yen nghi|nam|nam lai|hai cot|hy sinh|hi sinh|hs|nga xuong"
    r"|tran|danh|chien truong|mat tran)\b[^.,;\n]{0,40}\Z|,[ ]?\Z"
)
SAYS_I = re.compile(
    r"\b(?:toi|tui|minh)(?:,? (?:day|xin|la|ten|ho ten|ho va ten|xung|tu gioi thieu|von|nguyen|that|that la|day du)){1,5}[ :,]{1,2}\Z"
)
# "Anh Năm tui là Lê Văn Chánh" names a brother.
MY_KIN = re.compile(
    rf"\b(?:{SENIOR}|em|con)(?: (?:hai|ba|tu|nam|sau|bay|tam|chin|muoi|ut|ca|trai|gai|ruot|ho)){{1,2}}"
    r" (?:toi|tui|minh)[^.]{0,12}\Z"
)
CALLS_HIMSELF = re.compile(
    r"(?:\A|[.,;!?\n] ?|\b(?:da|thua) )(?:em|chau|con|bac)(?: (?:day|xin|ten|ho ten|xung)){1,4}(?: la)?[ :]{1,2}\Z"
    r"|\b(?:ho )?(?:va )?ten(?: (?:that|day du))? (?:cua )?(?:toi|tui|em|chau|con|minh)(?: (?:la|thi))?[ :]{1,2}\Z"
    r"|\bnguoi (?:bao|bao tin|bao cao|gui|viet|ke|ke chuyen|khai|nhan tin|lam don|viet don|cung cap|cung cap thong tin|viet thu)"
    r"(?: (?:tin|don|thu|la|ten|ten la|xin))*[ :]{1,3}\Z"
    r"|\b(?:goi|keu) (?:toi|tui)(?: (?:la|bang))?(?: (?:ong|bac|anh|chi|ba|co|chu))? \Z"
    r"|\bky ten[ :,]{1,3}\Z|\b(?:toi|tui)(?:, | - | \()\Z"
)
# "Kính thư. Lê Văn Tám": the last word, or a line of its own.
FAREWELL = re.compile(
    r"\b(?:kinh thu|kinh bao|kinh don|than ai|tran trong|cam on)[ ,.!\n-]{1,4}\Z"
)
ALONE = re.compile(r"(?:\A|\n)[ \t-]*\Z")
CLOSES = re.compile(
    r"[ .!]*(?:\Z|\n|[,(-] ?(?:\d{2} tuoi|sdt|dt|so|0\d|\+84|ccb|cuu chien binh|thon|xa|to))"
)


def outright(text: str, found: Sequence[Entity]) -> tuple[Entity, ...]:
    """Return the entities; what is said right before one is its role."""
    found = announced(text, found)
    people = [e for e in found if e.kind is Kind.PERSON and introduces(text, e)]
    named = _only_named(found)
    read = [_read(text, entity, people, named) for entity in found]
    return tuple(_fallen(text, entity, read) for entity in read)


def _fallen(text: str, date: Entity, found: Sequence[Entity]) -> Entity:
    """Return the entity; a date right behind the place where he fell is when."""
    if date.kind is not Kind.DATE or date.role != "other":
        return date
    ends = [e.end for e in found if e.kind is Kind.PLACE and e.role == "death"]
    between = [text[end : date.start] for end in ends if 0 < date.start - end < GAP]
    is_when = any(THERE.fullmatch(fold(words)) for words in between)
    is_when &= not GOES_ON.match(fold(text[date.end : date.end + GAP]))
    return replace(date, role="died") if is_when else date


def _only_named(found: Sequence[Entity]) -> list[Entity]:
    """Return the graves whose words are all within the name of a place: "Bến Cầu"."""
    places = [one.span for one in found if one.kind is Kind.PLACE]
    graves = [one for one in found if one.kind is Kind.BURIAL]
    return [g for g in graves if any(p[0] <= g.start and g.end <= p[1] for p in places)]


def _read(
    text: str, entity: Entity, tellers: Sequence[Entity], named: Sequence[Entity]
) -> Entity:
    if entity.kind is Kind.PERSON:
        return _person(text, entity, tellers)
    before = _before(text, entity)
    if entity.kind is Kind.BURIAL:
        is_apart = is_home(before) or entity in named
        return replace(entity, role="other") if is_apart else entity
    if entity.kind not in SAID:
        return entity
    if entity.kind is Kind.PLACE and _is_aside(entity, before):
        return replace(entity, role=None)
    role = next((role for said, role in SAID[entity.kind] if said.search(before)), None)
    if role is None and entity.kind is Kind.DATE and _is_born(text, entity, before):
        role = "born"
    if role is None and entity.role == "residence":
        is_his = MINE.search(before) or any(_follows(text, t, entity) for t in tellers)
        return entity if is_his else replace(entity, role=None)
    if role is None:
        return entity
    return replace(entity, role=role, score=max(entity.score, SURE))


def _is_aside(place: Entity, before: str) -> bool:
    """Return whether it is a part of a cemetery, or a province named for something else."""
    if SECTION.search(before):
        return True
    if KEPT.search(before):
        return True
    is_wide = re.fullmatch(r"(?:tỉnh|thành phố) [^,]+", place.norm or "") is not None
    is_his = LIVES.search(before) is None and place.role in ("hometown", "residence")
    return is_wide and not is_his and not LIES.search(before)


def _person(text: str, name: Entity, tellers: Sequence[Entity]) -> Entity:
    """Return the person; who tells is a witness here, whoever he is to the fallen."""
    if name in tellers:
        is_sure = _calls_himself(_before(text, name))
        score = max(name.score, SURE) if is_sure else name.score
        return replace(name, role="witness", score=score)
    return replace(name, role="other") if name.role == "witness" else name


def _follows(text: str, name: Entity, place: Entity) -> bool:
    """Return whether the place is where the named one lives: "tôi là … ở xã …"."""
    between = text[name.end : place.start] if name.end <= place.start else "."
    return len(between) <= GAP and not re.search(r"[.;!?\n]", between)


def introduces(text: str, name: Entity) -> bool:
    """Return whether the teller says by this name who he is."""
    before = _before(text, name)
    if _calls_himself(before):
        return True
    is_alone = name.role != "martyr" and ALONE.search(before) is not None
    is_signed = is_alone or FAREWELL.search(before) is not None
    return is_signed and CLOSES.match(fold(text[name.end : name.end + 20])) is not None


def _calls_himself(before: str) -> bool:
    is_kin = NOT_SELF.search(before) or MY_KIN.search(before)
    says_i = SAYS_I.search(before) is not None and not is_kin
    return says_i or CALLS_HIMSELF.search(before) is not None


def _is_born(text: str, date: Entity, before: str) -> bool:
    bore = BORE.search(before)
    if bore is None:
        return False
    group = "bore" if bore["bore"] else "alone"
    start = date.start - len(before) + bore.start(group)
    written = text[start : start + 2].lower()
    return written == "đẻ" or (group == "bore" and written == "de")


def _before(text: str, entity: Entity) -> str:
    return fold(text[max(0, entity.start - REACH) : entity.start])
