"""Hints: the words of which an answer is made, where none could be read from them.

Who has said how he knows is not asked for it, even if what he said fills no field: an
officer reads his words. So a hint is looser than what fills, and still speaks of the
matter itself. What he says that he does not know is in `untold`.
"""

from collections.abc import Mapping
from functools import lru_cache

from nlp.tellings.accusing import ACCUSING, PERSON
from nlp.tellings.signs import Sign, any_of, said, sign
from nlp.tellings.untold import HE, ME, UNTOLD

TEXTS = 1024
FEW = r"(?:\w{1,12} ){0,4}?"
LEVEL = any_of(
    "xa, huyen, tinh, phuong, quan, thi xa, thi tran, thon, ap, ban, lang, buon, xom, tp, thanh pho"
)
THERE = rf"(?:thuoc|o|tai|la|trong|ngoai|ve|ben|tren|nay thuoc)(?: dia phan| dat| mien| vung)? (?:{LEVEL})\b"
KIN = any_of(
    "anh trai, a trai, anh ruot, anh, em trai, chu, chu ruot, bac, bac ruot, cau, cau ruot, bo, cha, ba, tia, "
    "ong, ong noi, ong ngoai, chong, con trai, duong, di, co, chi, me, ma"
)
HIM = r"(?:anh|a|ong|chu|bac|cau|dong chi|liet s[iy]|ls)"
SURNAME = r"(?!(?:xa|huyen|tinh|phuong|quan|vung|que|nam|hy|hi|da|co|moi|chua|em|toi|tui|ay|no|do|ta|va|thi|la|trai|ruot)\b)\w{2,7}"
MIDDLE = r"(?:van|dinh|huu|viet|duc|ngoc|quang|quoc|khac|thi|xuan|cong)"
COUNT = (
    r"(?:\d{1,4}|mot|hai|ba|bon|tu|sau|bay|tam|chin|muoi"
    r"|nam(?= (?:muoi|tram|khong|linh|mot|hai|ba|bon|sau|bay|tam|chin)))"
)
WHEN = (
    rf"(?:(?:nam|thang|ngay|mung) {COUNT}\b|mua (?:kho|mua|xuan|he|thu|dong|nuoc|lu)\b|tet\b"
    r"|\d{1,2}[/.-]\d|(?:19)?[67]\d\b)"
)
NEARBY = any_of(
    "cay, goc, suoi, khe, bo, ray, bia rung, suon, doi, gieng, mieu, da, tang da, ho bom, lo than, cau, duong, "
    "go moi, hang cay, vuon, nga ba, nga tu, bui, ham, kenh, rach, song, nui, dinh, chua, nha, truong"
)
THINGS = (
    "cây", "gốc", "suối", "khe", "bờ", "rẫy", "bìa", "sườn", "đồi", "giếng", "miếu", "đá", "tảng", "hố",
    "bom", "lò", "cầu", "đường", "vườn", "ngã", "bụi", "hầm", "kênh", "rạch", "sông", "núi", "đình",
    "chùa", "gò", "hàng", "nhà", "trường", "gần", "cạnh", "ngay", "bên", "sát", "mép", "sau", "trước", "cách",
)  # fmt: skip

HINTS: Mapping[str, tuple[Sign, ...]] = {
    "martyr_name": (
        sign(
            rf"\b{HE} (?:co )?(?:ho )?(ten)(?: day du| that| ho)?,? (?:la )?"
            r"(?!toi\b|tui\b|gi\b|hieu\b|goi\b|thuong\b|khac\b)\w{2,}",
            None, "tên",
        ),
        sign(rf"\b(ten)(?: day du| that| ho)?(?: cua)? {HE},? ?(?:la\b|thi\b|:) ?\w{{2,}}", None, "tên"),
        sign(
            rf"\b(?:don vi|moi nguoi|anh em|nguoi ta|ng ta) (?:hay |van |deu )?(goi|keu)(?: {HE})? (?:la|bang) (?:\w{{2,}} ){{1,3}}\w{{2,}}",
            None, "gọi", "kêu",
        ),
        sign(r"\b(?:liet s[iy]|ls)(?: (?:ay|do|no))? (la) (?!ai\b|con\b|anh\b|chu\b|bac\b|nguoi\b)\w{2,} \w{2,}(?: \w{2,})?"
             r"(?=[.,;\n]|\Z| (?:nguoi|que|o|hy|hi|hs|sinh|don)\b)", None, "là"),
        sign(r"\b(cua) (?:dong chi|liet s[iy]|ls) (?!nao\b|gi\b|chua\b|khong\b|ay\b|do\b|no\b|va\b|o\b)\w{2,} \w{2,}", None, "của"),
        sign(rf"(?:\b(?:cua|la) {HIM}|\b(?:liet s[iy]|ls)) {SURNAME} {MIDDLE} \w{{2,7}}\b|\b{HIM} {SURNAME} {MIDDLE} \w{{2,7}} (?:gui|de|trao) lai\b"),
        sign(r"\b((?:nguoi|ng) de lai|chu nhan)(?: (?:no|vat ay|cua no))? (?:la|ten) \w{2,} \w{2,}", None, "để", "lại", "chủ", "nhân"),
        sign(r"\bcai (?:anh|a|ong) (?:\w{2,} ){2,4}(ay|do|no)\b", None, "ấy", "đó", "nớ"),
    ),
    "how_known": (
        sign(rf"\b(tan mat|chung kien|co mat (?:luc|khi|hom|o|tai)|mat {ME} {FEW}thay|(?:hom|luc|bua|khi) (?:ay|do|no|chon) {ME} (?:co mat|o do)"
             rf"|{ME} (?:o|dung) (?:do|day|dau)[, ]{{1,2}}(?:{ME} )?(?:thay|nhin)|{ME} la nguoi (?:\w{{1,8}} ){{0,2}}chon|hai tay nay chon)\b", None,
             "tận", "mắt", "mặt", "có", "chứng", "kiến", "thấy"),
        sign(
            rf"\b(?<!phai )({ME}) (?:(?!cho\b|noi\b|mo\b|viec\b|bao\b|xin\b|nguoi\b|khong\b|biet\b)\w{{1,12}} ){{0,7}}?"
            r"(chon)\b(?! o dau| dau\b)",
            None, "tôi", "tui", "mình", "chôn",
        ),
        sign(
            rf"\b({ME}) (?:cung |da |da cung )?(dat|ha|de|bo) {FEW}{HIM}\b(?: (?:ay|do|no))? (?:xuong|nam|duoi|vao|o|ben|canh|cach|sat|ngay|giua|gan)\b"
            rf"|\b({ME}) (?:con |co )?(de|bo|dat|chon) (?:\w{{1,12}} ){{1,8}}?(?:canh|theo|ben|cung|duoi) (?:\w{{1,6}} )?{HIM} (?:ay|do|no)\b",
            None, "tôi", "tui", "mình", "đặt", "hạ", "để", "bỏ", "chôn",
        ),
        sign(
            rf"\b({ME}) (?:\w{{1,6}} ){{0,2}}?(co|biet|bit|hay|con|giu)(?: (?:duoc|chuyen|cho|vay|the|qua|nho|tu|trong|theo|day du)){{0,3}}"
            r" (giay to|giay|ho so|so sach)\b",
            None, "tôi", "tui", "có", "biết", "còn", "giữ", "giấy", "tờ", "hồ", "sơ",
        ),
        sign(
            rf"\b({ME}) (?:\w{{1,6}} ){{0,2}}?(dat|dong|cam|trong|dap|xep) (?:\w{{1,12}} ){{1,5}}?(?:tren|canh|dau|len|quanh) (mo|ma|nam mo)\b",
            None, "tôi", "tui", "mình", "đặt", "đóng", "cắm", "trồng", "đắp", "xếp", "mộ", "mả", "nấm",
        ),
        sign(r"\b(?:hoi|luc|hom|ngay|dem|buoi) (?:do|ay|no|xua) (?:di |dem |dua )?(chon) (?:anh|chu|cac|may|mot|ong)\b", None, "chôn"),
        sign(rf"\b(nghe) (?!{ME} (?:ke|noi)\b|xa\b){FEW}(ke|noi|truyen)\b", None, "nghe", "kể", "nói", "truyền"),
        sign(rf"\b(ke|truyen|thuat)(?: lai)? (cho) (?:{ME}|nghe)\b", None, "kể", "truyền", "thuật", "cho"),
        sign(
            rf"\b(doc|xem|tra) {FEW}(?:trong|qua) {FEW}(so|giay|thu|hoi ky|nhat ky|sach|bao)\b",
            None, "đọc", "xem", "tra", "sổ", "sơ", "giấy", "thư", "hồi", "ký", "nhật", "sách", "báo",
        ),
        sign(
            r"\b(can cu|theo|dua) (?:vao |tren )?(giay|ho so|so (?:tay|cu|ghi)|nhat ky|danh sach|thu)\b",
            None, "căn", "cứ", "theo", "dựa", "giấy", "hồ", "sơ", "sổ", "nhật", "thư",
        ),
    ),
    "kinship": (
        sign(
            rf"\b(tim|kiem|dua|don|ruoc|mong|trong|ngong|mo|hai cot) (?:\w{{1,12}} ){{0,6}}?({KIN}) (?:toi|tui|em|chau|con|minh)\b",
            None, "tìm", "kiếm", "đưa", "đón", "rước", "mong", "trông", "ngóng", "mộ", "hài", "cốt",
        ),
        sign(rf"\b({ME} la) (?:em|anh|chi|con|chau|vo|chong|me|bo)\b {FEW}(?:liet s[iy]|ls|anh|ong)\b", None, "là"),
    ),
    "dna": (
        sign(r"\b(adn|lay mau|mau (?:da |thi |toi |tui ){0,2}lay|cho mau|hien mau|mau mau|mau xet nghiem|nop mau|gui mau)\b", None, "mẫu", "máu", "lấy"),
    ),
    "dna_given": (
        sign(
            rf"\b(lay|gui|nop)(?: mau)? {FEW}(?:o|tai|tren|hoi|nam) (?:\w{{1,12}} ){{0,3}}?(?:cong an|benh vien|tram|vien|huyen|xa|tinh|\d{{4}})",
            None, "lấy", "gửi", "nộp",
        ),
    ),
    "place": (
        sign(rf"\b(?:chot|chot giu|dia diem|tran danh|tran ay|tran do|tran)(?: \w{{1,12}}){{0,4}}? (?:la|o|tai|thuoc) (?:{LEVEL})\b"
             rf"|(?:\A|[.\n] ?)(?:o|tai|thuoc) (?:{LEVEL}) [^.\n]{{2,30}},? (?:huyen|tinh|thi xa|thanh pho)\b"),
        sign(rf"\b(lay|boc|dua|don|ruoc)(?: {HE}| cot| hai cot)? (?:tu) (?:{LEVEL})\b", None, "lấy", "bốc", "đưa", "dọn", "rước"),
        sign(
            r"\b(cho|noi|mo|ma|huyet|ho|chon|mai tang|an tang|an nghi|nam lai|nam|dao)"
            rf"(?: (?!que\b|quan\b|nguoi\b|sinh\b|nha\b)\w{{1,12}}){{0,5}}? {THERE}",
            None, "chỗ", "nơi", "mộ", "mả", "huyệt", "hố", "chôn", "mai", "táng", "an", "nghỉ", "nằm", "đào",
        ),
    ),
    "landmark": (
        sign(
            rf"\b(ngay|o|tren|duoi|sat|ben) (?:\w{{1,6}} )?(?:{NEARBY})\b,? (?:\w{{1,12}},? ){{0,3}}?(gan|canh|ben|sau|truoc) (?:\w{{1,6}} ){{0,2}}({NEARBY})\b",
            None, *THINGS,
        ),
        sign(
            rf"\b(?:ho|huyet|cho|mo|ma|chon|nam|dat|de tim(?: lam)?|nho la)\b[ ,]{{1,2}}(?:\w{{1,12}},? ){{0,7}}?(ngay|ben|canh|gan|sau|truoc|cach|sat|mep)"
            rf" (?:\w{{1,12}} ){{0,3}}?({NEARBY})\b|\b(?:de tim(?: lam)?|(?:cho|mo|ma|ho dao|huyet dao)(?: \w{{1,8}}){{0,2}})[ ,]{{1,2}}(?:tren|duoi|o|nam tren)"
            rf" (?:\w{{1,12}} ){{0,2}}?({NEARBY})(?: \w{{1,8}})?,? (?:gan|canh)\b",
            None, *THINGS,
        ),
    ),
    "died": (
        sign(rf"\b(chuyen|viec)(?: ay| do)? (xay ra|dien ra) (?:\w{{1,12}} ){{0,2}}?{WHEN}", None, "chuyện", "việc", "xảy", "ra", "diễn"),
        sign(
            rf"\b(hy sinh|hi sinh|hs|mat|nga xuong|bao tu|tran|danh do|danh nhau) (?:\w{{1,12}} ){{0,6}}?{WHEN}",
            None, "hy", "hi", "sinh", "mất", "ngã", "xuống", "trận", "báo", "tử",
        ),
        sign(rf"\b(?:nam|thang|ngay) {COUNT}[ /.-](?:\w{{1,12}}[ /.-]){{0,8}}?(?:la |thi )?{HE}? ?(hy sinh|hi sinh|hs)\b"),
    ),
    "death_place": (
        sign(rf"\b(?:hy sinh|hi sinh|hs|nga xuong|(?:anh|ong|liet s[iy]|ay|no) mat)\b (?:\w{{1,12}} ){{0,5}}?(?:{THERE}|(?:o|tai) (?:mat tran|chien truong) )"),
    ),
    "unit": (
        sign(rf"\b(?:trung doi|dai doi|tieu doan|trung doan|su doan|su|lu doan) (?:so )?{COUNT}\b|\b[cdef] ?\d{{1,4}}(?=\b|[cdef]\d)"),
    ),
    "people_count": (
        sign(
            r"\b(co|gom|dung|ca thay|tong cong|tat ca) (\d{1,3}|hai|ba|bon|nam|sau|bay|tam|chin|muoi \w{2,4}|muoi)"
            r" (?:nguoi|ng|anh em|a em|dong chi|chien si|bo doi)\b",
            None, "có", "gồm", "đúng", "cả", "tổng", "tất", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười",
        ),
        sign(
            rf"\b(chon|nam|mo|ho|hy sinh|hi sinh|duoi do|tong cong|tat ca) {FEW}"
            r"(\d{1,3}|hai|ba|bon|nam|sau|bay|tam|chin|muoi|chuc) (?:\w{1,6} )?(?:nguoi|ng|anh|dong chi|liet s[iy]|chien si|bo doi)\b",
            None, "chôn", "nằm", "mộ", "hố", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "chục",
        ),
    ),
    "buried_by": (
        sign(
            r"\b(ba con|dan|du kich|anh em|a em|dong doi|don vi|dich|linh|ong gia|cac cu|nguoi dan|bo doi) (?:\w{1,12} ){0,7}?"
            r"(chon|mai tang|an tang|vui)\b|\b(nguoi|ng|viec) (?:chon|chon cat)(?= (?:la|do)\b)|\b(viec chon cat)(?: \w{1,12})? (?:la|do)\b",
            None, "bà", "dân", "du", "kích", "anh", "đồng", "đội", "đơn", "lính", "địch", "ông", "cụ", "chôn", "mai", "táng", "vùi",
        ),
    ),
    "other_witnesses": (
        sign(
            rf"\b(con|co) ({PERSON}) (?:\w{{1,12}} ){{1,6}}?(?:cung |deu |con |van ){{0,2}}(biet|bit|ranh|nho|hay|chung kien)\b",
            None, "còn", "có", "biết", "rành", "nhớ", "ông", "bà", "chú", "cô", "anh", "chị",
        ),
        sign(
            rf"\b(ngoai {ME}|con ai|nguoi khac|cung biet|con biet|biet chuyen|hoi|nhan chung|con song)\b\W+(?:\w{{1,12}}\W+){{0,4}}?({PERSON})",
            None, "ngoài", "còn", "ai", "khác", "cùng", "biết", "hỏi", "chứng", "nhân", "sống", "ông", "bà",
        ),
    ),
    "current_grave": (
        sign(r"\b(nay|gio|hien|hien nay|bay gio)(?: (?:nam|mo|da|duoc|ve))* (?:o|tai|trong) (nghia trang) \w{2,}",
             None, "nay", "giờ", "hiện", "bây", "nghĩa", "trang"),
        sign(r"\b(nghia trang) (?:\w{1,12}[ ,]{1,2}){0,8}?(?:khu|lo|hang|mo so)\b", None, "nghĩa", "trang"),
    ),
    "moved_at": (
        sign(r"\b(?:20[0-2]\d|19(?:7[6-9]|[89]\d))\b|\bnam (?:7[6-9]|[89]\d)\b|\bhai (?:nghin|ngan) (?:khong|le|linh|muoi|hai)\b"),
        sign(r"\b(?:mot|1) (?:nghin|ngan) chin tram (?:bay|tam|chin) muoi\b"),
    ),
    "moved_by": (
        sign(r"\b(?<!nho )(?<!mong )(?<!bao )(?<!xin )(?<!hoi )(?<!gap )(?<!goi )(doi quy tap)(?= (?:cua|o|tinh|huyen|quan khu|xa|k ?\d|su|don vi)\b)",
             None, "đội", "quy", "tập"),
        sign(
            r"\b(do|nho|viec cua|hom ay|bua no|ai lam|(?:boc|don|doi|chuyen) mo (?:co|la)) (?:\w{1,12} ){0,4}?"
            r"(?:doi quy tap|gia dinh|xa doi|huyen doi|tinh doi|don vi|con chau|chau|ho hang|anh em)\b",
            None, "do", "nhờ", "việc", "hôm", "ấy", "bữa", "nớ", "ai", "làm",
        ),
    ),
    "error_claim": (
        sign(
            r"\b(bia|mo) [^.;\n]{0,40}\b(dung ra|le ra|dang le|thanh (?:ho|ten|que|nam)|chi ghi|chua biet ten|khong (?:co )?ten|vo danh)\b",
            None, "bia", "mộ", "đúng", "lẽ", "đáng", "thành", "chỉ", "ghi", "chưa", "tên", "vô",
        ),
    ),
    "papers": (
        sign(
            r"\b(chung cu|bang chung|giay to|giay bao tu|trich luc|la thu|buc thu|buc anh|tam anh|so quan nhan|bang to quoc)\b",
            None, "chứng", "cứ", "bằng", "giấy", "tờ", "trích", "lục", "lá", "thư", "ảnh", "sổ",
        ),
    ),
    "relic_text": (
        sign(
            r"\b(ghi|khac|de ten|de chu|viet|chu(?! nhan\b|toi\b|tui\b|ay\b|ruot\b)|ky hieu|doc (?:ra|duoc)|thay ten|nhin ky)\b",
            None, "ghi", "khắc", "đề", "tên", "chữ", "viết", "ký", "hiệu", "đọc", "thấy", "nhìn", "kỹ",
        ),
    ),
    "relic_found": (
        sign(
            r"\b(nhat|luom|dao|tim|thay no|gap|vot|lo ra|duoc (?:trao|tang)|lay duoc|co duoc) (?:\w{1,12} ){0,4}?"
            r"(?:o|trong|luc|khi|hoi|tai|duoi|ben|tren|ngoai)\b",
            None, "nhặt", "lượm", "đào", "tìm", "thấy", "gặp", "vớt", "lộ", "được", "trao", "tặng", "lấy", "có", "nó",
        ),
    ),
    "relic_holder": (
        sign(r"\b(giu(?! nguyen)|cat giu|luu giu|ban goc|ban chinh)\b", None, "giữ", "cất", "lưu", "bản", "gốc", "chính"),
        sign(rf"\b(hien|hien gio|hien nay|hien vat|gio|nay|bay gio|bay chu|lau nay)(?: (?:thi|do|o))? ({PERSON})|(?:\A|[.,;\n] ?)(chu)(?: (?:thi|do|o))? ({PERSON})", None,
             "hiện", "nay", "bây", "giờ", "chừ", "ông", "bà", "bác", "chú", "cô", "anh", "chị"),
    ),
    "found_state": (
        sign(
            r"\b(con nguyen|giu nguyen|de nguyen|dung (?:may|dao)|nghi het|cang day|rao lai|phu bat|che lai|lap lai|trong coi)\b",
            None, "còn", "giữ", "để", "dừng", "nghỉ", "căng", "dây", "rào", "phủ", "che", "lấp", "trông",
        ),
    ),
    "witness_name": (
        sign(r"\bten (?:nguoi|ng) (?:biet chuyen|bit chuyen|ke|chung kien|trong cuoc)(?: la)?[ :]{1,3}\w{2,} \w{2,}"),
        sign(
            r"\b(?:ong|ba|bac|chu|co|bo|cha|tia|me|ma|cu) (?:noi|ngoai|hang xom|toi|tui|em|chau|con)(?: (?:toi|tui|em|chau|con))?"
            r" (?:ho )?(ten)(?: la)? \w{2,}",
            None, "tên",
        ),
    ),
}  # fmt: skip


@lru_cache(maxsize=TEXTS)
def hints(written: str, key: str) -> bool:
    """Return whether the words hold what an answer to this would be made of."""
    signs = (*HINTS.get(key, ()), *ACCUSING.get(key, ()), *UNTOLD.get(key, ()))
    return said(written, signs) is not None
