"""Fields: which fact a teller means when he says in his own words what is wrong."""

import re
from collections.abc import Iterable, Mapping, Sequence

from nlp.text import Word, fold, read

LONGEST = 200
CALLED: dict[str, tuple[str, ...]] = {
    "place": (
        "nơi chôn", "chỗ chôn", "nơi chôn cất", "chỗ nằm", "nơi nằm", "nơi an táng",
        "địa điểm", "địa chỉ", "vị trí", "mộ", "phần mộ",
    ),
    "landmark": (
        "dấu hiệu", "dấu hiệu nhận biết", "dấu", "mốc", "vật chuẩn", "đặc điểm",
        "quanh đó",
    ),
    "martyr_name": (
        "tên", "họ tên", "tên họ", "tên liệt sĩ", "tên anh", "tên anh ấy", "tên chú",
        "bí danh",
    ),
    "birth": ("năm sinh", "ngày sinh", "tuổi", "sinh"),
    "hometown": ("quê", "quê quán"),
    "unit": ("đơn vị", "phiên hiệu", "tên đơn vị"),
    "rank": ("cấp bậc", "chức vụ", "quân hàm", "chức"),
    "enlisted": ("nhập ngũ", "đi bộ đội", "năm nhập ngũ"),
    "died": (
        "hy sinh", "hi sinh", "ngày hy sinh", "năm hy sinh", "ngày mất", "năm mất",
        "ngày giỗ",
    ),
    "death_place": ("nơi hy sinh", "chỗ hy sinh", "nơi hi sinh", "chỗ hi sinh"),
    "people_count": ("số người", "mấy người", "bao nhiêu người"),
    "how_known": ("vì sao biết", "sao biết", "nguồn"),
    "teller_name": ("tên tôi", "tên tui", "người kể", "tên người kể", "tên của tôi"),
    "marker": ("vật làm dấu", "vật đánh dấu"),
    "can_guide": ("dẫn đường", "người dẫn đường"),
    "alias": ("tên khác", "bí danh khác"),
    "current_grave": ("mộ hiện nay", "nghĩa trang", "nơi mộ bây giờ", "số mộ"),
    "error_claim": ("bia", "chữ trên bia", "điều cần sửa"),
    "papers": ("giấy tờ", "giấy báo tử"),
    "moved_at": ("ngày di dời", "năm di dời", "ngày đưa đi", "năm đưa đi"),
    "moved_by": ("người di dời", "ai đưa đi"),
    "battle": ("trận", "tên trận", "trận đánh"),
    "buried_by": ("người chôn", "ai chôn"),
    "other_witnesses": ("nhân chứng", "người cùng biết", "người khác"),
    "relic_kind": ("kỷ vật", "vật", "loại vật"),
    "relic_text": ("chữ trên vật", "chữ khắc"),
    "relic_found": ("nơi tìm thấy", "chỗ tìm thấy"),
    "relic_holder": ("người giữ", "ai giữ"),
    "kinship": ("quan hệ",),
    "dna": ("adn", "lấy mẫu", "mẫu adn"),
    "dna_given": ("nơi lấy mẫu", "ngày lấy mẫu"),
    "misinfo_kind": ("loại việc",),
    "suspect": ("người đó", "số máy người đó"),
    "amount": ("số tiền", "tiền"),
    "to_police": ("công an",),
    "found_state": ("hiện trạng",),
    "found_objects": ("đồ vật", "vật thấy ở đó"),
    "complaint_office": ("cơ quan", "tên cơ quan"),
    "told_for": ("kể giúp",),
    "witness_name": ("tên người biết chuyện", "người biết chuyện"),
    "wrapping": ("quan tài",),
    "depth": ("độ sâu",),
    "terrain_now": ("chỗ đó bây giờ",),
    "searched": ("việc tìm",),
    "parents": ("cha mẹ", "tên cha mẹ", "bố mẹ"),
    "spouse": ("vợ", "tên vợ"),
    "teller_birth": ("tuổi tôi", "tuổi của tôi"),
    "teller_address": ("nơi ở", "chỗ ở"),
    "forwarded": ("bài báo", "tên báo", "trang sách"),
    "knows_more": ("điều biết thêm",),
    "teller_phone": ("điện thoại", "số điện thoại", "số máy", "số phôn"),
}  # fmt: skip
# Without marks "dau nam 1965" is no "dấu".
NO_FIELD = ("đầu năm", "đầu tháng", "đầu mùa", "đầu tiên")
# These also stand beside the name of another field: "quê ở xã", "năm sinh của liệt sĩ".
CALLED_AT_LAST = {"place": ("xã", "huyện", "tỉnh"), "martyr_name": ("liệt sĩ",)}
WRONG = re.compile(
    r"^sua\b|^a khong\b|^khong phai\b|^lon\b|^y (?:toi|tui) la\b|\bmoi dung\b|\bphai la\b|\b(?:sai(?! gon)|nham|chua dung|khong dung)\b"
)
RIGHT = re.compile(r"\bkhong (?:sai|nham|sua)\b")


def named(text: str, keys: Iterable[str]) -> str | None:
    """Return the one of these keys that the text speaks of; None if none or several."""
    if len(text) > LONGEST:
        return None
    words, known = read(text).words, set(keys)
    found = known.intersection(_called(words, CALLED) or _called(words, CALLED_AT_LAST))
    return found.pop() if len(found) == 1 else None


def is_only_named(text: str, key: str) -> bool:
    """Return whether the text names the field and says nothing else."""
    phrases = (*CALLED.get(key, ()), *CALLED_AT_LAST.get(key, ()))
    return fold(text.strip(" .,!")) in map(fold, phrases)


def is_set(text: str, key: str) -> bool:
    """Return whether the text begins with the field's name and says what it is."""
    said = fold(text.strip())
    phrases = (*CALLED.get(key, ()), *CALLED_AT_LAST.get(key, ()))
    return any(said.startswith(f"{fold(one)} la ") for one in phrases)


def is_called_wrong(text: str) -> bool:
    """Return whether the text says that something is not right."""
    said = fold(text.strip())
    return bool(WRONG.search(said)) and not RIGHT.search(said)


def _called(words: Sequence[Word], called: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the keys whose names stand in the words; a longer name takes its words."""
    keys: list[str] = []
    left = list(words)
    for phrase, key in _phrases({**called, "": NO_FIELD}):
        at = _find(left, phrase)
        if at is not None:
            keys += [key] if key else []
            left[at : at + len(phrase)] = []
    return keys


def _phrases(called: Mapping[str, Sequence[str]]) -> list[tuple[list[str], str]]:
    """Return the names as words with their keys, the longest first."""
    names = [(name.split(), key) for key, several in called.items() for name in several]
    return sorted(names, key=lambda name: -len(name[0]))


def _find(words: Sequence[Word], phrase: Sequence[str]) -> int | None:
    places = range(len(words) - len(phrase) + 1)
    return next((at for at in places if _stands(words[at:], phrase)), None)


def _stands(words: Sequence[Word], phrase: Sequence[str]) -> bool:
    return all(word.reads(part) for word, part in zip(words, phrase, strict=False))
