"""Printed words: an article or a page of a book that somebody sends on as it stands.

It is known by what a printer puts there (agency, reporter, source, page) and because
nobody in it says "tôi" but in what it quotes. Who tells with the paper's help ("theo báo
thì chỗ đó, tôi cũng đào") tells himself.
"""

import re
from functools import lru_cache

from nlp.text import clean

CHARACTERS = 20_000
SHORTEST = 160  # characters; what is shorter is told, unless it is only an address
DECIDES = 3
PAPERS = (
    r"TTXVN|Thông tấn xã|VOV\d?|VTV\d?|QĐND|Quân đội nhân dân|Nhân Dân|Tuổi Trẻ|Thanh Niên|Tiền Phong"
    r"|Lao Động|Dân trí|VnExpress|VietnamPlus|Vietnam\+|VietNamNet|Cựu chiến binh Việt Nam|SGGP"
)
SITES = (
    r"[\w-]*(?:bao|vnexpress|tuoitre|thanhnien|dantri|vietnamnet|vietnamplus|vov|vtv|qdnd|nhandan"
    r"|tienphong|laodong|congan|cand|plo|zing|znews|soha|24h|chinhphu|vanhien)[\w-]*"
)
ADDRESS = re.compile(
    rf"https?://(?:www\.|m\.)?{SITES}\.(?:vn|net|com|info|org)(?:\.vn)?(?:/\S*)?",
    re.IGNORECASE,
)
# What speaks for print, and how much.
SIGNS = (
    (3, re.compile(rf"\((?:{PAPERS}|Báo [^)\n]{{2,40}})\)|\A\s*\(?(?:Báo|Sách)\)")),
    (3, re.compile(r"\b(?:Bài và ảnh|Tin, ảnh|Tin và ảnh|Bài, ảnh) ?: ?\S")),
    (2, re.compile(r"\b(?:Bài|Ảnh|Tin) ?: ?[^\n]{1,40}\Z")),
    (3, re.compile(rf"\b[Tt]heo (?:[Bb]áo (?!cáo|tử)[A-ZĐ]|{PAPERS}|phóng viên)")),
    (3, re.compile(r"\b(?:Nguồn|Tác giả|Theo nguồn|Người viết|Biên tập) ?: ?\S")),
    (3, re.compile(r"\b(?:NXB|Nhà xuất bản|Nxb)\b")),
    (3, re.compile(r"(?:\bP\.? ?V\b\.?|\bPhóng viên\b[^.\n]{0,30})\s*\Z|\bGMT\+7\b")),
    (2, re.compile(r"\b(?:[Tt]rích|trang|tr\.) ?(?:từ |trong )?(?:sách|hồi ký|báo|\d{1,4}\b)")),
    (2, re.compile(r"(?m)^ *(?:Chương|CHƯƠNG|Phần|PHẦN) (?:[IVXL]+|\d+|thứ \w+)\b")),
    (2, re.compile(r"\b(?:PV|P\.V|phóng viên|[Cc]ập nhật lúc|[Xx]em thêm|[Đđ]ọc thêm)\b")),
    (2, ADDRESS),
    (1, re.compile(r"[”\"»] ?, ?(?:ông|bà|anh|chị|cựu chiến binh|đại tá|thượng tá|trung tá|đồng chí)\b"
                   r"|\b(?:cho biết|chia sẻ|phát biểu|nhấn mạnh|thông tin) ?[:,]")),
    (1, re.compile(r"\btheo (?:lãnh đạo|đại diện|thông tin từ|đại tá|thượng tá|trung tá|ông|bà) \w",
                   re.IGNORECASE)),
    (1, re.compile(r"\b(?:trọng thể|đông đảo|trên địa bàn|nhằm|tổ chức lễ|lễ truy điệu|lễ đón nhận"
                   r"|dự lễ|tri ân|Ban Chỉ đạo 515|Đội [kK]\d+)\b", re.IGNORECASE)),
)  # fmt: skip
QUOTED = re.compile(r"[“\"«][^”\"»]{1,600}[”\"»]")
SPEAKER = re.compile(
    r"\b(?:(?<!chúng )tôi|tui|(?:nhà|bố|ba|mẹ|anh|chú|bác|ông|cha|của|làng|xã) (?:em|cháu|con|mình)"
    r"|(?:em|cháu|con) (?:tên|là|xin|thấy|nghe|biết|nhớ|muốn|đọc|ở))\b(?! (?:trai|gái|nuôi))",
    re.IGNORECASE,
)
# "Tôi gửi bài này": what he writes above it, and nothing of it.
HANDING = re.compile(
    r"(?:gửi|chuyển|đọc được|chia sẻ|đăng|xem|copy|thấy)\b.{0,60}"
    r"\b(?:bài|báo|tin|trang|sách|link|đoạn)\b",
    re.IGNORECASE,
)
HEAD = re.compile(r"\A[^\n.:]{1,120}(?:[\n.:]|\Z)")


@lru_cache(maxsize=256)
def sign(written: str) -> str | None:
    """Return the words that show it to be print; None for what somebody tells himself."""
    text = clean(written[:CHARACTERS]).strip()
    if only := ADDRESS.fullmatch(text):
        return only.group()
    if len(text) < SHORTEST:
        return None
    found = [(weight, match) for weight, one in SIGNS if (match := one.search(text))]
    if sum(weight for weight, _ in found) < DECIDES or _is_told(text):
        return None
    best = max(found, key=lambda one: one[0])
    return " ".join(best[1].group().split())


def _is_told(text: str) -> bool:
    """Return whether somebody speaks of himself, but to say that he sends it on."""
    head = HEAD.match(text)
    if head and HANDING.search(head.group()):
        text = text[head.end() :]
    return SPEAKER.search(QUOTED.sub(" ", text)) is not None
