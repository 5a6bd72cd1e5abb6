"""Whereabouts: whose home and whose grave a place is, once all of the message is read.

The cue words of ``entities/place.py`` come first. What they cannot see are the persons:
a place right behind a soldier's name is where he is from, behind the teller's where he
lives. A place that nothing speaks for lies where the message is about.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from nlp.entity import Entity, Kind
from nlp.text import Text

STOP = re.compile(r"[.!?;\n](?=\s|\Z)")
HOME = re.compile(
    r"\b(?:que|que quan|nguyen quan|sinh quan|nguoi goc|goc|qq|nq|(?<!h[iy] )sinh (?:ra )?(?:o|tai)|(?<!\d )nguoi|dan|trai lang"
    r"|con em|que (?:toi|tui|anh|chau|ong|bac|em|chu|no|cau|han|chong toi))"
    r"[ :]{1,3}(?:(?:o|tai|la|van la|goc|tan|mai|dau|lang)[ :]{1,2}){0,2}\Z"
)
KIN = r"(?<!ong )(?<!bac )(?<!anh )(?<!em )(?<!chu )(?<!cau )(?<!bo )(?<!cha )(?<!ban )"
ADDRESS = r"(?:(?:so|nha so|ngo|hem|duong|to|pho|thon|xom|ap|khoi|khu) [^.;:]{1,30})?"
LIVES = re.compile(
    r"\b(?:(?:tru quan|tru tai|cu tru|thuong tru|ngu tai|ngu|dia chi|dia chi lien he"
    r"|cho o hien nay|(?:hien|nay|hien nay|bay gio|hien gio|dang|chu)"
    r"(?: (?:toi|tui|em|chau|con|ca nha|gia dinh|dang|van|song|sinh song|sinh hoat|hoc"
    r"|lam|lam an|lam viec|cong tac|cu ngu|buon ban|day hoc|ve huu|nghi huu)){0,3}"
    rf"(?: [^ ,.;]{{1,10}}){{0,2}} (?:o|tai)|{KIN}(?:toi|tui|em|chau|con|minh|choa)"
    r"(?: (?:song|la nguoi))? (?:o|tai)"
    r"|(?:gia dinh|nha)(?: (?:toi|tui|em|chau|con|minh|ong|bac))? (?:o|tai))[ :]{1,2}"
    rf"|dia chi: |dc: ){ADDRESS}\Z"
)
# "cựu chiến binh ở Cai Lậy, biết chỗ chôn": who may know more, and where he lives.
KNOWS = re.compile(
    r"\b(?:ccb|cuu chien binh|ong|ba|cu|bac|chu|co|nguoi|ba con|dan)"
    r"(?: [^ .;:]{1,10}){0,3} (?:o|tai) \Z"
)
KNOWING = re.compile(
    r"[ ,]{0,2}(?:con )?(?:biet|ke|noi|bao|nho|chi|thay|cho hay|cung cap)\b"
)
# "Tôi, Lê Đức Nhân, nay ở …", "em Quỳnh, ở …": the signature of whoever writes.
SIGNED = re.compile(r"[ ,(\-]{1,3}(?:(?:hien|nay|hien nay)(?: dang)? )?(?:o |tai )?\Z")
PAST = re.compile(r"\b(?:hoi|luc|khi|thoi|dao|ngay xua|ngay truoc|nam (?:19)?\d\d)\b")
NOW = re.compile(r"[ ,(]{0,3}(?:nay|bay gio|hien nay|gio)(?: la| thuoc)?[ :]{1,2}\Z")
AND = re.compile(r"(?: {0,2}[,;/] {0,2}|,? (?:va|roi|hoac|hay|voi) )(?:o |tai )?\Z")
# What is told on the way, and who may know more: neither home nor grave.
ASIDE = re.compile(
    r"\b(?:(?:ai|ai con|dong quan|dong|cong tac|hoc|an dieu duong|nam vien|dieu tri"
    r"|hanh quan|xuat phat|ve phep|nhap ngu|huan luyen|tap ket)(?: [^ ,.;]{1,12}){0,2} (?:o|tai|tu|qua|ngang)"
    r"|giao lien tuyen|duong(?: mon| dat| nhua)? (?:tu|qua|len|vao|di|ra|xuong|ve|sang)|dua (?:tu|ve tu)|di (?:tu|qua)|(?<!danh )vao)[ :]{1,2}\Z"
)
DOING = re.compile(r" (?:vot|chon|ke|bao|noi|thay|dao|giup|dua|khieng|biet)\b")
# What came to light today: wherever it says so, it says of a grave.
FOUND = re.compile(
    r"\b(?:phat hien|phat lo|loi ra|lat len|dao trung|dao duoc|may xuc|dao mong|lam mong"
    r"|san ui|cay len|cuoc (?:trung|phai|dat)|dao (?:ho|ao|gieng|kenh|ranh)|lam ray"
    r"|xoi lo|sat lo|thay may (?:bo|khuc|ngoi|nam))\b"
)
DATED = re.compile(r"[ ,:]{1,3}(?:o|tai|gan|tren|trong)? ?\Z")
# Between a name and the home behind it: a birth, a people, a rank, an age.
FILLER = re.compile(
    r"[ ,:;.(\-\u2013\"']|\b(?:sinh|sn|nam|nguoi|dan toc|kinh|tay|nung|thai|muong|dao"
    r"|hmong|mong|bi danh|tuc|tuoi|\d+)\b"
)
PASSED_OVER = (Kind.DATE, Kind.UNIT, Kind.RANK)
AFTER_THE_WARS = "1990"
TELLERS = ("witness", "relative")
CEMETERY = ("nghĩa trang", "nghĩa địa")
BONES = re.compile(
    r"\b(?:hai cot|bo xuong|khuc xuong|xuong|dep cao su|bi dong|tang vong|tam tang|nam mo"
    r"|ngoi mo|nam dat|mo|mo ma|chon|vui|tu si|cat boc|quy tap|mai tang|an tang|hom go"
    r"|mui coi|tieu sanh|bia|nam (?:o|tai|canh|duoi|doc)|loi ra|lat len|dao trung|phat lo"
    r"|trung (?:may|ba|hai|mot) (?:bo|cai))\b"
)
FIGHT = re.compile(
    r"\b(?:hy sinh|hi sinh|hs|tran|danh|ban|bom|phao|phuc kich|tu tran|chet|mat|bi thuong"
    r"|xung phong|min|chot|phuc)\b(?! (?:dau|gia|vu)\b)"
)
FEW = 8  # entities that can stand between a name and the home behind it
NEAR, FAR = 120, 300  # characters


@dataclass(frozen=True, slots=True)
class Story:
    """The whole message, and whether it is about something found today."""

    text: Text
    is_find: bool


def settled(entities: Sequence[Entity], text: Text) -> list[Entity]:
    """The same entities; places with the role that the whole message gives them."""
    found: list[Entity] = []
    last: Entity | None = None
    story = Story(text, FOUND.search(text.plain) is not None)
    for at, entity in enumerate(entities):
        if entity.kind is Kind.PLACE:
            earlier = entities[max(0, at - FEW) : at]
            entity = replace(entity, role=_role(entity, earlier, last, story))
            last = entity
        found.append(entity)
    return found


def _role(
    place: Entity, earlier: Sequence[Entity], last: Entity | None, story: Story
) -> str:
    text = story.text
    before = _before(place, text)
    if last and NOW.fullmatch(_between(last, place, text)):
        return last.role or "other"
    if HOME.search(before) and not DOING.match(text.plain, _at(text, place.end)):
        return "hometown"
    if place.norm and place.norm.startswith(CEMETERY):
        return "burial"
    person = _named_before(place, earlier, text)
    if person:
        return _of(person, place, text)
    if LIVES.search(before) and not PAST.search(before):
        return "residence"
    after = _at(text, place.end)
    if ASIDE.search(before):
        return "other"
    if KNOWS.search(before) and KNOWING.match(text.plain, after):
        return "residence"
    if FOUND.search(_sentence(place, before, text)):
        return "burial"
    if _is_dated(place, earlier, text):
        return "death"
    if last and AND.fullmatch(_between(last, place, text)):
        return last.role or "other"
    if place.role is not None:
        return place.role
    return "burial" if story.is_find else _about(place, text)


def _of(person: Entity, place: Entity, text: Text) -> str:
    """Where a soldier is from, where a teller lives; in brackets it is always a home."""
    is_bracketed = "(" in _between(person, place, text)
    return "residence" if person.role in TELLERS and not is_bracketed else "hometown"


def _sentence(place: Entity, before: str, text: Text) -> str:
    end = _at(text, place.end)
    stop = STOP.search(text.plain, end, end + NEAR)
    return before + text.plain[end : stop.start() if stop else end + NEAR]


def _named_before(
    place: Entity, earlier: Sequence[Entity], text: Text
) -> Entity | None:
    """The person whose name stands right before the place, or before it and a birth."""
    gap, end = "", place.start
    for entity in reversed(earlier):
        if entity.kind is Kind.BURIAL or entity.end > end:
            continue
        gap = f"{_plain(text, entity.end, end)}{gap}"
        if entity.kind is Kind.PERSON:
            is_next = end == place.start and entity.role in TELLERS
            is_signed = is_next and SIGNED.fullmatch(gap)
            return entity if is_signed or not FILLER.sub("", gap) else None
        is_part = entity.kind is Kind.UNIT and not {",", "("} & set(gap)
        if entity.kind not in PASSED_OVER or is_part:
            return None
        end = entity.start
    return None


def _is_dated(place: Entity, earlier: Sequence[Entity], text: Text) -> bool:
    """Does it follow the day of a death: "hs 27-5-1968 o dong ha"?"""
    day = earlier[-1] if earlier else None
    if day is None or day.kind is not Kind.DATE or day.role in ("born", "enlisted"):
        return False
    if (day.norm or "") >= AFTER_THE_WARS:
        return False
    return DATED.fullmatch(_between(day, place, text)) is not None


def _about(place: Entity, text: Text) -> str:
    """A grave or fighting, whichever is told of nearest to a place without a cue."""
    middle = _at(text, place.start)
    around = max(0, middle - FAR), middle + FAR
    words = {
        "burial": [m.start() for m in BONES.finditer(text.plain, *around)],
        "death": [m.start() for m in FIGHT.finditer(text.plain, *around)],
    }
    far = {
        role: min(abs(at - middle) for at in ats) for role, ats in words.items() if ats
    }
    return min(far, key=lambda role: far[role], default="other")


def _before(place: Entity, text: Text) -> str:
    """What the same sentence says before it, not more than is needed."""
    end = _at(text, place.start)
    start = max(0, end - NEAR)
    stops = list(STOP.finditer(text.plain, start, end))
    return text.plain[stops[-1].end() if stops else start : end]


def _between(first: Entity, second: Entity, text: Text) -> str:
    return _plain(text, first.end, second.start)


def _plain(text: Text, start: int, end: int) -> str:
    return text.plain[_at(text, start) : _at(text, end)] if start < end else ""


def _at(text: Text, place: int) -> int:
    """The place in ``plain`` of one in the NFC text."""
    return bisect_left(text.starts, place)
