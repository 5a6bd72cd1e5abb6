"""Landmarks: whether words say what is to be seen at a grave, and are not somebody's home.

"Mộ tập thể của bộ đội" says what lies there; "bà Mơ ở đầu làng" says where she lives.
"""

import re

from nlp.tellings.signs import any_of, said, sign
from nlp.text import fold

# Words that are mostly another one without their marks ("da": đã, "cho": chỗ) need more.
THINGS = any_of(
    "goc, (?<!mo )cay, suoi, con song, bo song, ven song, me song, ben song, song, kenh, con kinh, bo kinh, "
    "me kinh, rach, muong, cai ao, bo ao, ao ca, ao sen, bo ho, long ho, ho nuoc, cai dia, bo dia, bau nuoc, bau sen, "
    "dam lay, dam sen, (?<!thang )gieng, thac, khe, nui, chan doc, suon doc, con doc, dinh doc, dau doc, con deo, chan deo, "
    "dinh deo, go moi, go dat, go ma, cai go, canh go, tren go, giong dat, giong cat, con cat, doi cat, bai cat, duong, "
    "quoc lo, cay cau, cau khi, cau treo, cau sat, cau go, cau cu, cau tre, cau phao, cau be tong, gan cau, qua cau, "
    "chan cau, dau cau, cai cong, cong lang, nga ba, nga tu, ben do, ben nuoc, bai boi, bai dat, bai da, bai mia, bai ngo, "
    "bai tha ma, bai su, rung, ray, nuong, vuon, ruong, canh dong, dong co, bui tre, bui cay, bui le, bui gai, bui chuoi, "
    "lum, khom, rang, hang cay, hang dua, hang tre, hang rao, hang cau, hang da, cua hang, mep, ven, suon, trien, "
    "ham, ho bom, cai ho, lo cot, cong su, chien hao, giao thong hao, tang da, hon da, phien da, khoi da, vach da, doi da, "
    "hoc da, da to, da lon, dinh lang, san dinh, ngoi dinh, sau dinh, canh dinh, gan dinh, chua, mieu, nha, truong hoc, "
    "san truong, tram xa, gan cho, sau cho, canh cho, ngoi cho, nghia trang, nghia dia, mo so, dau lang, cuoi lang, dau xom, "
    "cuoi xom, dau ban, cuoi ban, dau ap, cuoi ap, san bay, san kho, kho gao, kho dan, cot moc, cot dien, cot co, "
    "nen nha, nen chua, nen cu, lo gach, lo than, thap nuoc, con dap, thung lung, cao diem, don cu, don dich, don giac, "
    "don bot, gan don(?! vi), canh don(?! vi), sau don(?! vi), trai giam, (?<!tran )chot, can cu, duong bang, nha ga, "
    "(?:chan|suon|dinh|luong|trien|mom|lung|lung chung|qua|ngon|cai|tren|gan|canh|sau|ben) doi, "
    r"doi (?:huong|phia|che|thong|cao|tron|trong|khong|\d), khu dat, manh dat, mo dat, vuong, mat duong"
)
SHOWS = (
    sign(
        rf"\b(?<!gia )(?<!quan )(?:{THINGS})\b",
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
