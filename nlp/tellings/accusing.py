"""Accusing: the words of which an answer is made in a telling against somebody.

As `hints` are, for what is asked of a swindler, or of an office that made it hard.
"""

from collections.abc import Mapping

from nlp.tellings.signs import Sign, sign
from nlp.tellings.untold import ME

PERSON = r"(?:(?:mot|may|hai|ba|cac) )?(?:ong|ba|bac|chu|co|cau|di|anh|chi|cu|thang|mu|lao|thay)\b"
HAND = "bao|chuyen|nho|giao|de|dua|trinh|moi|muon|goi|ngai|so|can|san sang"
ACCUSING: Mapping[str, tuple[Sign, ...]] = {
    "suspect": (
        sign(rf"\b(ten ho|ho ten|ten|do la|ke ay|(?:nguoi|ng) (?:do|ay|no) la|no la|chinh la)\b\W{{1,3}}({PERSON}) (?!con\b)\w+",
             None, "tên", "họ", "đó", "kẻ", "ấy", "người", "nó", "là", "ông", "bà", "anh", "chị", "cô"),
        sign(rf"({PERSON}) (?:\w{{1,12}} ){{1,6}}?(chu|cho) (ai)\b", None, "ông", "bà", "anh", "chị", "cô", "chứ", "chớ", "ai"),
    ),
    "misinfo_kind": (
        sign(
            r"\b(?:gop|nop|dong|thu|doi|nhan|mat|dua|lua|an|trao|gui|vay|lay|them|ton|het) (?:\w{1,8} ){0,3}?(tien|phi|le phi)\b|\b(tien) (?:\w{1,8} ){0,2}(?:trao|mat|dua|gui|nop|chuyen)\b"
            r"|\b(dat coc|tien coc|dat truoc|chuyen khoan|ra gia|bao gia|phat gia|tra gia|mac ca|tien cong)\b",
            None, "tiền", "phí", "lệ", "đặt", "cọc", "trước", "chuyển", "khoản", "giá", "ra", "báo", "phát", "trả", "mặc", "công",
        ),
        sign(
            r"\b(ngoai cam|goi hon|goi vong|ap vong|ba dong|dong cot|thay boi|boi toan|soi guong|len dong|thay cung|tu xung"
            r"|xung la|gia danh|mao danh|tu nhan|mo gia|cot gia|tin don)\b",
            None, "ngoại", "gọi", "bà", "đồng", "cốt", "thầy", "bói", "soi", "lên", "cúng", "xưng", "giả", "mạo", "nhận", "đồn",
        ),
    ),
    "amount": (
        sign(r"\b\d{1,3}(?:[.,]\d{3})* ?(?:trieu|tr|ty|nghin|ngan|dong)\b|\b(?:chuc|tram) (?:trieu|ngan|nghin)\b"),
    ),
    "to_police": (
        sign(rf"\b(khong|thoi|khoi)[,.]? (?:{ME} )?(so|ngai) (phien|lien luy|tra thu|rac roi)\b",
             None, "không", "thôi", "khỏi", "sợ", "ngại", "phiền", "liên", "trả", "rắc"),
        sign(rf"\b({HAND}) (?:(?!(?:{HAND})\b)\w{{1,12}} ){{0,4}}?(cong an)\b"
             r"|\b(cong an) (?:\w{1,6} )?(?:vao|vo|giup|dieu tra)\b", None,
             "báo", "chuyển", "nhờ", "giao", "để", "đưa", "trình", "mời", "muốn", "gọi", "ngại", "sợ", "cần", "sẵn", "công"),
    ),
    "complaint_office": (
        sign(
            r"\b(don|thu|kien nghi|phan anh|khieu nai) (?:\w{1,6} ){0,2}?(gui|goi|toi|len|ve|cho) (?:\w{1,6} ){0,2}?"
            r"(?:uy ban|ubnd|xa doi|huyen doi|tinh doi|ban chi huy|phong (?:chinh sach|lao dong|noi vu)|so (?:lao dong|noi vu))\b",
            None, "đơn", "thư", "kiến", "gửi", "gởi", "tới", "lên", "về", "cho",
        ),
        sign(
            r"\b(uy ban|ubnd|ban chi huy|xa doi|huyen doi|tinh doi|cong an|(?:phong|so|ban) (?:chinh sach|lao dong|noi vu|tai chinh|van hoa))"
            r" (?:\w{1,12} ){0,4}?(?:xa|huyen|tinh|phuong|quan|thi)\b (?!toi\b|tui\b)",
            None, "ủy", "uỷ", "ban", "đội", "công", "phòng", "sở", "chính", "lao",
        ),
    ),
    "teller_phone": (
        # Whose it is may be doubtful: the swindler's number is not asked for so.
        sign(r"(?:\A|[.;\n] ?)(?:sdt|so dien thoai|dien thoai|dt)(?: la)?[ :]{1,3}(?:\+?84|0)\d"),
        # Dictated, and run into what follows it.
        sign(r"\b(?:sdt|so dien thoai|dien thoai|so may)(?: (?:cua|toi|tui|minh|la|lien|lac|he)){0,3} (khong) (?:ba|nam|bay|tam|chin)\b", None, "không"),
    ),
}  # fmt: skip
