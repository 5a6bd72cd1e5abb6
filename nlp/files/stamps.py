"""Stamps of secrecy: a paper that should never have been sent (law 117/2025/QH15).

A stamp is MẬT, TỐI MẬT or TUYỆT MẬT in capitals by itself, or words that call a paper so.
"Bí mật", "mật ong", "mật khẩu" are everyday words and none.
"""

import re
import unicodedata

CHARACTERS = 20_000
WORD = "mật"  # in all of them
STAMP = re.compile(
    r"(?<!\w)(?:TUYỆT|TỐI)[ _]MẬT(?!\w)"
    r"|(?:\A|[\n\[(«\"“]) ?MẬT ?(?:\Z|[\n\])»\"”:.])"
)
TOLD = re.compile(
    r"\b(?:đóng dấu|có dấu|dấu|độ|loại|mức)\s(?:đỏ\s)?(?:tối |tuyệt )?mật\b(?! (?:ong|khẩu|danh|mã))"
    r"|\b(?:tài liệu|công văn|văn bản|bản đồ|hồ sơ|giấy tờ|tờ giấy|giấy)\s(?:tối |tuyệt )?mật\b(?! (?:ong|khẩu|danh|mã))"
    r"|\b(?:tối|tuyệt) mật\b",
    re.IGNORECASE,
)
NAMED = re.compile(
    r"(?:\A|[_\-. ])(?:TOI|TUYET)[_\-. ]?MAT(?:[_\-. ]|\Z)|(?:\A|[_\-. ])MAT(?:[_\-.])"
)


def is_stamped(written: str) -> bool:
    """Return whether the words show, or say, that a paper bears such a stamp."""
    text = unicodedata.normalize("NFC", written[:CHARACTERS])
    if WORD not in text.lower():
        return False
    return bool(STAMP.search(text) or TOLD.search(text))


def is_named_so(name: str) -> bool:
    """Return whether a file's name says so ("CV_TOI_MAT_12.pdf")."""
    return is_stamped(name) or bool(NAMED.search(name[:CHARACTERS]))
