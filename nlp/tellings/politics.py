"""Politics: what a teller asks or holds against party and state, and tells nothing by it.

"Sao nhà nước không …", "đảng bây giờ …" answer no question of ours. Who asks for a right
of his own kin, or tells what an office did with a grave, is heard as any teller is.
"""

import re
import unicodedata

from nlp.tellings.kinship import kinship

LONGEST = 120  # characters; more of it is a story with a grudge
# "Đang" and "Đăng" are no party: without marks it must be called by its whole name.
PARTY = r"(?:đảng|dang (?:va |voi )?(?:nha nuoc|cong san|ta)\b)"
STATE = r"(?:nhà nước|nha nuoc|chính phủ|chinh phu|chính quyền|chinh quyen|quốc hội|quoc hoi)"
RULERS = re.compile(rf"\b(?:{PARTY}|{STATE})\b")
# "Kết nạp Đảng", "đảng viên", "chi bộ": how somebody lived.
LIVED = re.compile(
    r"\b(?:đảng (?:viên|ủy|uỷ|bộ)|dang (?:vien|uy|bo)|(?:vào|vô|kết nạp|tuổi|bí thư|chi bộ|ket nap|chi bo) đảng)\b"
)
WHY = re.compile(
    r"\A(?:(?:thế|vậy|mà|à|ơ|hỏi|cho|the|vay|ma|hoi) ){0,3}"
    r"(?:tại sao|vì sao|sao|tai sao|vi sao)\b"
)
BLAMES = re.compile(
    r"\b(?:tham nhũng|tham nhung|quan liêu|quan lieu|độc tài|doc tai|dân chủ|dan chu|nhân quyền|nhan quyen"
    r"|hối lộ|hoi lo|vô ơn|vo on|bạc bẽo|bac beo|thối nát|thoi nat|hại dân|hai dan|khác xưa|khac xua"
    r"|quan tâm (?:gì|chi|đến|tới)|quan tam (?:gi|chi|den|toi)|bỏ rơi|bo roi|bỏ quên|bo quen|lo cho dân|lo cho dan"
    r"|vì dân|vi dan|mất lòng|mat long)\b"
)
# A right of his kin, a grave, the office of his own village: told to be seen to.
OF_HIS = re.compile(
    r"\b(?:công nhận|cong nhan|hồ sơ|ho so|báo tử|bao tu|tổ quốc ghi công|to quoc ghi cong|trợ cấp|tro cap"
    r"|mộ|mo|nghĩa trang|nghia trang|quy tập|quy tap|bia|hy sinh|hi sinh|chôn|chon"
    r"|xã|xa|huyện|huyen|phường|phuong|thôn|thon|địa phương|dia phuong)\b"
)


def is_said(written: str) -> bool:
    """Return whether the words are of party and state, and of nobody's grave or kin."""
    said = unicodedata.normalize("NFC", written).lower().strip()
    if len(said) > LONGEST or not RULERS.search(said):
        return False
    if LIVED.search(said) or OF_HIS.search(said) or kinship(written):
        return False
    return WHY.search(said) is not None or BLAMES.search(said) is not None
