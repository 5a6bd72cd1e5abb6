"""Landmarks: whether words say what is to be seen at a grave, and are not somebody's home.

"Mộ tập thể của bộ đội" says what lies there; "bà Mơ ở đầu làng" says where she lives.
"""

import re

from nlp.signs import any_of, said, sign
from nlp.text import fold

THINGS = any_of(
    "goc, cay, suoi, song, kenh, kinh, con kinh, rach, muong, ao, ho, dia, bau, dam, gieng, thac, khe, vuc, "
    "nui, doc, deo, go, giong, con cat, duong, lo, quoc lo, cau, cong, nga ba, nga tu, ben, bai, rung, ray, "
    "nuong, vuon, ruong, canh dong, dong co, bui, lum, khom, rang, hang cay, hang dua, hang tre, hang rao, bo, mep, "
    "bia rung, bia ray, bia lang, ven, suon, trien, hang da, cua hang, trong hang, ham, ho bom, lo cot, cong su, "
    "chien hao, hao, da, dinh lang, san dinh, dinh, chua, mieu, mieu ba, nha, truong hoc, san truong, tram xa, cho, "
    "nghia trang, nghia dia, mo so, dau lang, cuoi lang, dau xom, cuoi xom, dau ban, cuoi ban, dau ap, "
    "cuoi ap, san, kho, cot, tre, dua, mia, cao su, ca phe, dieu, nen, lo gach, thap, dap, thung lung, "
    "cao diem, don(?! vi), trai, (?<!tran )chot, bot, can cu, san bay, ga, chan doi, suon doi, dinh doi, qua doi, ngon doi, cai doi, doi, chan nui, dat, vung, hoc da"
)
SHOWS = (
    sign(
        rf"(?<!bo )(?<!tieu )(?<!dai )(?<!trung )(?<!quan )(?<!hoi )(?<!gia )(?<!lien )\b(?:{THINGS})\b",
        None, "gốc", "cây", "suối", "sông", "kênh", "kinh", "rạch", "mương", "ao", "hồ", "đìa",
        "bàu", "bầu", "đầm", "giếng", "thác", "khe", "vực", "núi", "dốc", "đèo", "gò", "giồng",
        "cồn", "cát", "đường", "lộ", "cầu", "cống", "bến", "bãi", "rừng", "rẫy", "nương", "vườn",
        "ruộng", "đồng", "cỏ", "bụi", "lùm", "khóm", "rặng", "bờ", "mép", "ven", "sườn", "triền",
        "hầm", "hố", "bom", "lô", "cốt", "hào", "đá", "đình", "chùa", "miếu", "miễu", "nhà",
        "chợ", "sân", "kho", "cột", "tre", "dừa", "mía", "điều", "nền", "lò", "tháp", "đập",
        "thung", "đồi", "đất", "vũng", "hốc", "đồn", "trại", "chốt", "bốt", "ga",
    ),
    sign(
        r"\b(?:near|beside|under|behind|between|stream|river|road|hill|ridge|side|perimeter|crater|tree)\b"
    ),
    # "Cách giếng 20 bước", "đi chừng hai trăm mét": it is measured.
    sign(r"\b\w{1,6} (?:buoc|met|m|cay so|km|sai)\b", None, "bước", "mét", "cây", "sải"),
)  # fmt: skip
# Within it is no landmark: paper in a bottle, a stone's words.
INSIDE = re.compile(
    r"(?:ben|o) trong (?:co|la|dung|de|ghi)\b|(?:phien da|tam bia|bia)(?: tren)?\Z"
)
HOME = re.compile(
    r"\b(?:ong|ba|bac|chu|co|cau|di|anh|chi|cu|thim|mu|o) (?!ay\b|no\b|do\b|em\b|bo\b|liet\b|chon\b|nam\b|duoc\b)\w{1,8}"
    r"(?: (?!nam\b|chon\b|duoc\b|hy\b|hi\b)\w{1,8}){0,2}? (?:hien |nay |gio |dang )?(?:o|ben|tai|ngoai|xom|song o) (?:(?:ngay|tuot|tan) )?\Z"
)

# "Mộ anh Sáu ở gốc xoài" is where he lies.
GRAVE = re.compile(
    r"\b(?:mo|ma|phan mo|hai cot|chon|chon cat|mai tang|an tang|hy sinh|hi sinh|liet si|ls|tim)"
    r"(?: (?:cua|liet si|ls|dong chi|lay|cho|duoc))* \Z"
)


def is_landmark(words: str) -> bool:
    """Return whether the words name something that a stranger would find."""
    return INSIDE.match(fold(words)) is None and said(words, SHOWS) is not None


def is_home(before: str) -> bool:
    """Return whether the folded words before say that somebody lives there."""
    home = HOME.search(before)
    return home is not None and not GRAVE.search(before[: home.start()])
