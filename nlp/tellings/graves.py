"""Graves of many: how many lie there, and who buried them."""

from collections.abc import Sequence

from nlp.entity import Entity, Kind
from nlp.tellings.landmarks import is_home
from nlp.tellings.signs import NUMBER, Said, any_of, said, sign
from nlp.text import fold

PEOPLE = (
    r"(?:nguoi|ng|anh em|anh|chi em|chi|dong chi|liet si|liet sy|ls|chien si|bo doi|dong doi|"
    r"ngoi mo|nam mo|cai mo|mo|bo hai cot|hai cot|thi hai)"
)
LIE = (
    r"(?:hy sinh|hi sinh|nam lai|nam do|nam day|nam chung|nam cung|chung mot|chet|hs|tu tran|bi chon|duoc chon|chon chung"
    r"|chon cung|chon o|chon tai|chon mot)"
)
ONE = r"(?!(?:mot|1) )"  # "một liệt sĩ" counts nobody
ABOUT = r"(?:(?:khoang|chung|co|hon|gan|tam|do|ca thay|tong cong|ca) )?"
MARKS = (
    "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "mươi", "người",
    "anh", "chị", "chí", "mộ", "chôn", "chết", "nằm", "mấy", "chục", "tư", "lăm", "mốt",
)  # fmt: skip
# No number of a year, of a telephone or of a unit counts the dead.
APART = (
    r"(?<![\d.,/-])(?!\d{4})(?<!tram )(?<!linh )(?<!le )(?<!nghin )(?<!ngan )(?<!muoi )(?<!khong )(?<!mot )"
    r"(?<!hai )(?<!ba )(?<!bon )(?<!sau )(?<!bay )(?<!tam )(?<!chin )"
)
COUNTED = (
    sign(
        rf"\b(?={ABOUT}{NUMBER} )(?<!voi )(?<!cung )(?<!va )(?<!nam )(?<!thang )(?<!ngay )(?<!doan )(?<!doi ){APART}(?P<said>{ABOUT}{ONE}{NUMBER} {PEOPLE})"
        rf"(?! (?:ay|no|ta)\b)(?=(?: (?!chon\b)\w{{1,12}}){{0,3}} {LIE}\b)",
        None, *MARKS,
    ),
    sign(
        r"\b(?:chon|chon chung|chon cat|hy sinh|hi sinh|chet|mat|hs|tap the|nam lai|tim thay"
        r"|danh dau|cum mo|ho)(?: (?:het|duoc|mat|chung|co|la|ca))?"
        rf" (?P<said>{ABOUT}{ONE}{NUMBER} {PEOPLE})\b",
        None, *MARKS,
    ),
    sign(
        r"\b(?:(?:mo|ma|ho) chung|tong cong|ca thay|tat ca|dem duoc|dem ra|nho(?: chac)? la)(?: (?:la|co|duoc))?"
        rf" (?P<said>{ONE}{NUMBER} {PEOPLE})\b(?! (?:con|trong|cua) )",
        None, *MARKS, "đếm", "tổng", "cộng", "cả", "thảy", "tất", "nhớ", "hố", "mả",
    ),
)  # fmt: skip
WHO = any_of(
    "ba con dia phuong, ba con, dan lang, dan dia phuong, nguoi dan, dan quan, dan, du kich, "
    "dong doi, anh em don vi, anh em van tai, anh em, don vi ban, don vi, linh my, linh, dich, "
    "my, may ui cua dich, may ui, cong binh, bo doi, thanh nien xung phong, tnxp, van tai, "
    "quan y, tia tui, bo toi, cha toi, me toi, ba ma toi, ong noi toi, ong ngoai toi, "
    "chung toi, bon toi, tui tui, gia dinh toi, nguoi nha, toi, tui"
)
BURIED = (
    sign(
        rf"\b(?<!don vi )(?<!dong doi )(?P<said>(?:{WHO})(?: \w{{1,12}}){{0,6}}? (?<!ho )(?<!cho )(?<!noi )(?<!duoc )(?<!dc )"
        r"(?<!nguoi )(?<!huyen )(?:chon|chon cat|mai tang|an tang|gom|vui|lap))\b(?! o dau)",
        None, "dân", "lính", "địch", "mỹ", "máy", "ủi", "chôn", "chôn cất", "gom", "vùi",
        "lấp", "đơn", "vị", "đồng", "đội", "bà", "con", "tía", "bố", "mẹ", "tôi", "tui",
        "công", "binh",
    ),
    sign(
        r"\b(?<!bi )(?<!ai )(?P<said>(?:(?:may|cac|mot so|hai|ba) )?(?:ong|ba|bac|chu|anh em|chi em|nguoi|thanh nien|cu)"
        r" (?:gia|con|trong|cung|o|du kich|dan quan|trinh sat|quan y|lang|ban)\b(?: \w{1,12}){0,5}?)"
        r" (?:da |lo |giup |ra |dung ra )?(chon|mai tang|an tang|vui)\b(?! o dau)",
        None, "chôn", "mai", "táng", "an", "vùi",
    ),
    sign(
        r"\b(khi|luc|hom|nguoi) (?:di )?(chon)(?: cat)?(?: (?:thi|la|do|chi|cac anh|anh))* (?:co|la) (?P<said>[^.,;\n]{3,50})",
        None, "khi", "lúc", "hôm", "người", "chôn",
    ),
    sign(
        r"\b(nho)(?: co)? (?P<said>[^.,;\n]{3,40}?) (?:giup |lo )?(chon|mai tang|an tang)\b",
        None, "nhờ", "chôn", "mai", "táng", "an",
    ),
)  # fmt: skip
MARKERS = (
    sign(
        r"\b(?:(?:xep|chat|de|dat|cam|dong) (?:\w{1,12} ){0,4}?(?:lam dau|danh dau)"
        r"|(?:lam dau|danh dau) bang (?:mot |cai )?\w{1,12}"
        r"|(?:bo|chon|de) theo (?:mot |cai )?(?:lo|chai|vo dan|hon da|phien da|tam|manh|coc|to)"
        r"|tren (?:mo|ma) co (?:mot |dat |cai ){0,2}(?:lo|chai|vo dan|hon da|phien da|tam|manh|coc)"
        r"|(?:lo|chai) (?:\w{1,12} ){0,4}?(?:ghi|de|dung|co) (?:\w{1,12} ){0,2}?ten"
        r"|lo penicillin|(?:tam |manh )(?:bia|ton|nhom|go)\b(?: \w{1,12}){0,3} (?:ghi|khac)"
        r"|khac (?:ten |chu )?(?:len|vao|tren|o) (?:than cay|cay|da|tang da|bi dong|manh bom))\b",
        None, "xếp", "chất", "để", "đặt", "cắm", "đóng", "làm", "dấu", "đánh", "lọ", "ghi", "tên",
        "tấm", "mảnh", "tôn", "gỗ", "khắc", "đá", "cây",
    ),
)  # fmt: skip
BATTLES = (
    sign(
        r"\b(?P<said>(?:tran danh|tran bom|tran can|tran)(?: o| tai| vao)?"
        r" (?:doi|cau|don|pha|ben pha|lang|ap|nga ba|suoi|deo|cao diem|chot|dong|thanh co"
        r"|san bay|ga|khe)(?: \w{1,12}){1,2})\b",
        None, "trận", "đồi", "cầu", "đồn", "phà", "làng", "ấp", "suối", "đèo", "chốt", "thành",
        "ga", "khe",
    ),
)  # fmt: skip
# Where the grammar of graves sees none: somebody stands there and looks around.
NEARBY = (
    sign(
        r"\b(?P<said>(?:cach|gan|canh|ben|sat|duoi goc|duoi chan|o goc|sau|truoc cua|truoc mat|ke ben"
        r"|dau|cuoi|giua|phia (?:dong|tay|nam|bac)) (?!(?:tran|khi|luc|nam|thang|ngay|hom|hoi|do|nay|mua)\b)(?:\w{1,12} ){0,3}?"
        r"(?:suoi|song|kenh|rach|cay|goc|tang da|hon da|doi|nui|duong|cau|hang|ham|nha|truong"
        r"|chua|dinh|mieu|lang|rung|bia rung|vuon|bui tre|go|bai|cong|trai|dong|ray|ao|gieng|thac|ben do|don|lo cot|nga ba)\b[^,.;:\n]{0,50})",
        None, "gần", "cạnh", "bên", "sát", "dưới", "gốc", "sau", "kế", "đầu", "cuối", "giữa",
        "suối", "sông", "kênh", "rạch", "cây", "đá", "đồi", "núi", "đường", "cầu", "hang",
        "hầm", "nhà", "đình", "miếu", "rừng", "rẫy", "ao", "giếng", "thác", "đồn", "cách",
    ),
)  # fmt: skip


def landmark(text: str, found: Sequence[Entity]) -> Said | None:
    """Return the words that say what is near, where no grave's own words were found."""
    is_found = any(one.kind is Kind.BURIAL and one.role is None for one in found)
    near = None if is_found else said(text, NEARBY)
    if near is None or is_home(fold(text[: text.find(near[1])])[-60:]):
        return None
    return near


def count(text: str, _found: Sequence[Entity]) -> Said | None:
    """Return how many lie there, in the teller's words."""
    return said(text, COUNTED)


def buried_by(text: str, _found: Sequence[Entity]) -> Said | None:
    """Return who buried them, in the teller's words."""
    return said(text, BURIED)


def battle(text: str, _found: Sequence[Entity]) -> Said | None:
    """Return the name of a battle: "trận Đồi Tròn"."""
    return said(text, BATTLES)


def marker(text: str, _found: Sequence[Entity]) -> Said | None:
    """Return the words that say what marks a grave, or was laid into it with his name."""
    return said(text, MARKERS)
