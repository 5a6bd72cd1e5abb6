"""Moving: of a grave that was taken elsewhere, by whom, when, whence and where to."""

import re
from collections.abc import Iterable, Sequence

from nlp.entity import Entity, Kind
from nlp.tellings.signs import Said, any_of, said, sign
from nlp.tellings.steles import grave, is_cemetery
from nlp.text import fold, read

MOVED = (
    r"(?:"
    + any_of(
        "dua, don, ruoc, boc, cat boc, hot cot, lay cot, quy tap, di doi, doi, chuyen, "
        "mang, dem, bung"
    )
    + r")"
)
HOME = r"(?:ve|dia|di|mo|sang|len|xuong|lai|anh|chu|bac|cau|hai cot|cot|duoc|roi)"
BY = any_of(
    "gia dinh toi, gia dinh tui, gia dinh em, gia dinh, nha tui, nha toi, than nhan, ho hang, "
    "dong doi, doi quy tap, don vi quy tap, huyen doi, tinh doi, xa doi, quan khu, "
    "ban chi huy quan su huyen, ban chi huy quan su tinh, dia phuong, don vi cu, con chau, "
    "chung toi, anh em toi, vo anh, me anh, bo anh"
)
TEAM = (
    r"(?:(?:may|hai|ba|cac|ca) )?(?:doi quy tap|don vi|gia dinh|xa doi|huyen doi|tinh doi|anh em|a em|con chau|chau|(?:nguoi|ng) chau"
    r"|nguoi nha|ho hang|ba con|dong doi|ban chi huy|bo doi|than nhan|nguoi con|chi em|quan khu|dia phuong|chinh quyen)\b"
)
MOVERS = (
    sign(rf"\b(?P<said>(?:{BY}|doi k ?\d{{2}}|k ?\d{{2}}))\b(?: (?!mong\b|muon\b|xin\b)\w{{1,12}}){{0,4}}? {MOVED}\b"),
    sign(
        r"\b(hom|bua|luc|dot|ngay|lan|khi) (?:ay|do|no|boc|cat boc|don|dua di|dua ve|di doi)(?: mo| cot)?"
        rf"(?:,? (?:thi|la|do|co mat|co|chinh|nho))* (?P<said>{TEAM}(?! (?:hanh quan|danh|di|bi|rut|o)\b)[^.,;\n]{{0,40}})",
        None, "hôm", "bữa", "lúc", "đợt", "ngày", "lần", "khi",
    ),
    sign(
        rf"\b(ai|nguoi|ng|dung ra)(?: (?:lam|boc|cat boc|dua|don|di doi|chuyen|lo))+(?: (?:thi|ve|di|mo|cot|hai cot))* (?:la|thi|co) (?P<said>{TEAM}[^.,;\n]{{0,40}})",
        None, "ai", "người", "đứng",
    ),
    sign(
        rf"\b(?:(?:la )?viec cua|(?<!ly )do) (?P<said>(?:{TEAM}|chinh {TEAM})[^.,;\n]{{0,40}}?)(?=[.,;\n]|\Z| (?:lam|dua|boc|don|lo|tu|thuc hien)\b)",
    ),
    sign(
        rf"\b(?P<said>{TEAM}(?: (?!khong\b|chua\b|muon\b|mong\b|xin\b|la\b)\w{{1,12}}){{0,5}}?) (?:da |tu |cung ){{0,2}}{MOVED} (?:(?:anh|chu|mo|cot|hai cot|ong) ){{0,2}}{HOME}\b",
    ),
    sign(
        rf"(?:\A|[.;\n] ?)(?P<said>(?!(?:don vi|bo doi)\b){TEAM}(?: (?:trong|cua|o|ben|huyen|tinh|xa|quan khu|ho|nha)(?: \w{{1,12}}){{0,3}}?)?)"
        r"(?=,? (?:lam |boc |dua |don |lo )?(?:(?:hoi|vao|tu) )?(?:ngay|thang|nam|hoi|mua) (?:\d|\w+ (?:\d|nghin|ngan|tram)))"
    ),
    sign(
        r"(?:\A|[.;\n] ?)(?P<said>doi quy tap(?: (?:cua )?(?:tinh|huyen|xa|quan khu|su doan|bo)(?: \w{1,8}){0,2})?)(?=[.;\n]|\Z)",
    ),
    sign(
        r"\b(?<!nho )(?<!mong )(?<!bao )(?<!xin )(?<!hoi )(?<!gap )(?<!goi )(?P<said>doi quy tap (?:cua )?(?:tinh|huyen|xa|quan khu|su doan|bo))(?= (?:hoi |vao )?(?:ngay|thang|nam) )",
    ),
    sign(
        rf"(?:\A|[.;,\n] ?|\bdo )(?P<said>{TEAM}(?: (?!khong\b|chua\b|la\b)\w{{1,12}}){{0,5}}?) (?:(?:tu|da|dung ra|cung) ){{0,2}}"
        r"(lam (?:viec|het|ca|lay|do|day|(?:chu|cho) (?:con )?ai)|lo (?:viec|het|lieu)|tien hanh|thuc hien)\b",
        None, "làm", "lo", "tiến", "hành", "thực", "hiện",
    ),
)  # fmt: skip
VERB = re.compile(
    rf"\b(?:{MOVED} (?:\w{{1,12}} ){{0,2}}?{HOME}|quy tap|cat boc|di doi|(?:boc|doi|don|chuyen|lay|hot) (?:mo|cot|hai cot)|mo (?:da |duoc |cung ){{0,2}}(?:chuyen|doi|don|boc|dua))\b"
)
NOW = re.compile(
    r"\b(?:nay|gio|hien nay|hien|bay gio|ve|dia|sang|chuyen den)"
    r"(?: (?:da|duoc|dem|dua|dia|ve|chon|nam|an tang|mai tang|an nghi|dang)){0,4}"
    r" ?(?:o|tai|trong|ngoai|ben)?(?: (?:dat nha|vuon nha|que nha|que|dat)[, ]{0,2})? ?\Z"
)
BEFORE = 40  # characters before a place in which we look for "nay ở"
APART = 80  # characters between a date and the verb that it dates
PEACE = "1973"  # before it nobody was taken home


def by(text: str, _found: Sequence[Entity]) -> Said | None:
    """Return who moved the grave, in the teller's words."""
    return said(text, MOVERS)


def when(text: str, found: Sequence[Entity]) -> Said | None:
    """Return the date that stands with the words of moving."""
    date = _dated(text, found)
    return (date.norm or date.text, date.text) if date else None


def whither(text: str, found: Sequence[Entity]) -> Said | None:
    """Return where the grave is now."""
    place = _now(text, found)
    if place is None or is_cemetery(place):
        return grave(text, found)
    return place.norm or place.text, place.text


def whence(text: str, found: Sequence[Entity]) -> Said | None:
    """Return where it was before: a place that is neither home nor today's grave."""
    now = _now(text, found)
    places = [
        entity
        for entity in found
        if entity.kind is Kind.PLACE
        and entity.role in ("burial", "other")
        and entity != now
        and not is_cemetery(entity)
    ]
    best = min(places, key=lambda e: (e.role != "burial", e.start), default=None)
    return (best.norm or best.text, best.text) if best else None


def _now(text: str, found: Iterable[Entity]) -> Entity | None:
    """Return the place behind "nay ở" or "về", else the cemetery that is named."""
    cemetery = None
    for entity in found:
        if entity.kind is not Kind.PLACE or entity.role == "hometown":
            continue
        if NOW.search(fold(text[max(0, entity.start - BEFORE) : entity.start])):
            return entity
        cemetery = entity if is_cemetery(entity) else cemetery
    return cemetery


def _dated(text: str, found: Sequence[Entity]) -> Entity | None:
    """Return the date nearest to a verb of moving, if one is near enough."""
    seen = read(text)
    verbs = [seen.span(*match.span()) for match in VERB.finditer(seen.plain)]
    near = [
        (gap, date)
        for date in found
        if date.kind is Kind.DATE and (date.norm or PEACE) >= PEACE
        for start, end in verbs
        if (gap := max(date.start - end, start - date.end)) <= APART
    ]
    return min(near, key=lambda one: one[0], default=(0, None))[1]
