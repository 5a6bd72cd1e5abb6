"""What staff call the parts of a tip: keys, states, kinds, in Vietnamese."""

from storage.model.alert import AlertReason
from storage.model.dialogue import Source
from storage.model.evidence import MediaKind, MediaState
from storage.model.privacy import Right
from storage.model.tip import (
    BATTLE_KEYS,
    BURIAL_KEYS,
    COMPLAINT_KEYS,
    FOUND_KEYS,
    GRAVE_KEYS,
    MARTYR_KEYS,
    MISINFO_KEYS,
    RELATIVE_KEYS,
    RELIC_KEYS,
    TELLER_KEYS,
    TipKind,
    TipStatus,
)

CONSENT_FORMS = {
    "button": "bằng nút bấm",
    "words": "bằng lời nhắn",
    "read": "sau khi nghe tình nguyện viên đọc",
    "spoken": "bằng lời nói, có ghi âm",
}
FIELDS = {
    "martyr_name": "Họ tên liệt sĩ",
    "alias": "Tên khác, bí danh",
    "birth": "Năm sinh",
    "hometown": "Quê quán",
    "unit": "Đơn vị",
    "rank": "Cấp bậc, chức vụ",
    "enlisted": "Nhập ngũ",
    "died": "Ngày hy sinh",
    "death_place": "Nơi hy sinh",
    "place": "Nơi an táng",
    "landmark": "Đường đi, vật chuẩn",
    "people_count": "Số liệt sĩ tại đó",
    "buried_by": "Người chôn cất",
    "marker": "Bia, vật đánh dấu",
    "current_grave": "Mộ hiện nay",
    "error_claim": "Điều chưa đúng, điều đúng",
    "papers": "Giấy tờ có",
    "moved_at": "Di dời khi nào",
    "moved_by": "Ai di dời",
    "battle": "Trận đánh",
    "other_witnesses": "Người khác cùng biết",
    "relic_kind": "Loại kỷ vật",
    "relic_text": "Chữ, ký hiệu trên vật",
    "relic_found": "Tìm thấy ở đâu",
    "relic_holder": "Ai đang giữ",
    "dna": "Lấy mẫu ADN",
    "dna_given": "Đã lấy mẫu ở đâu, khi nào",
    "misinfo_kind": "Loại việc",
    "suspect": "Người, số máy, tài khoản",
    "amount": "Số tiền",
    "to_police": "Đồng ý chuyển công an",
    "found_state": "Hiện trạng nơi phát hiện",
    "found_objects": "Vật tìm thấy",
    "found_beside": "Vừa phát hiện (kể xen vào)",
    "found_place": "Nơi vừa phát hiện",
    "fraud_beside": "Lừa đảo (kể xen vào)",
    "complaint_office": "Cơ quan được phản ánh",
    "wrapping": "Bọc, quan tài",
    "depth": "Độ sâu",
    "terrain_now": "Hiện trạng",
    "searched": "Đã tìm",
    "parents": "Cha, mẹ liệt sĩ",
    "spouse": "Vợ liệt sĩ",
    "teller_birth": "Tuổi, năm sinh người kể",
    "teller_address": "Nơi ở người kể",
    "how_known": "Vì sao biết",
    "teller_name": "Người cung cấp",
    "teller_phone": "Điện thoại",
    "kinship": "Quan hệ với liệt sĩ",
    "can_guide": "Có thể dẫn đường",
    "told_for": "Kể giúp người khác",
    "witness_name": "Người biết chuyện",
    "forwarded": "Bài báo, sách gửi kèm",
    "knows_more": "Tự biết thêm",
    "callback_phone": "Số gọi lại",
    "callback_hour": "Giờ tiện gọi",
    "callback_reason": "Việc muốn trao đổi",
}

GROUPS = (
    ("Liệt sĩ", MARTYR_KEYS),
    ("Nơi an táng", BURIAL_KEYS),
    ("Mộ hiện nay", GRAVE_KEYS),
    ("Trận đánh", BATTLE_KEYS),
    ("Kỷ vật, tài liệu", RELIC_KEYS),
    ("Thân nhân", RELATIVE_KEYS),
    ("Tin giả, lừa đảo", MISINFO_KEYS),
    ("Vừa phát hiện hài cốt", FOUND_KEYS),
    ("Phản ánh", COMPLAINT_KEYS),
    ("Người cung cấp thông tin", TELLER_KEYS),
)

STATUSES = {
    TipStatus.DRAFT: "Bản nháp",
    TipStatus.NEW: "Mới",
    TipStatus.CLAIMED: "Đang xử lý",
    TipStatus.WAITING: "Chờ công dân",
    TipStatus.ANSWERED: "Công dân vừa trả lời",
    TipStatus.VERIFIED: "Đã xác minh",
    TipStatus.UNVERIFIABLE: "Chưa đủ căn cứ xác minh",
    TipStatus.NOT_OURS: "Không thuộc phạm vi",
    TipStatus.HANDED_OVER: "Đã chuyển",
    TipStatus.ERASED: "Đã xóa theo yêu cầu",
}

SOURCES = {
    Source.SAID: "Người kể nói",
    Source.FOUND: "Máy đọc từ lời kể",
    Source.SKIPPED: "Bỏ qua",
    Source.FORGOTTEN: "Không nhớ",
    Source.OFFICER: "Cán bộ sửa",
}

KINDS = {
    TipKind.BURIAL: "Nơi an táng liệt sĩ",
    TipKind.IDENTITY: "Danh tính, bia mộ",
    TipKind.BATTLE: "Trận đánh, mộ tập thể",
    TipKind.RELIC: "Kỷ vật, tài liệu, sơ đồ",
    TipKind.RELATIVE: "Thân nhân tìm liệt sĩ",
    TipKind.MISINFO: "Tin giả, lừa đảo",
    TipKind.FOUND_NOW: "Vừa phát hiện hài cốt",
    TipKind.MOVED: "Mộ đã di dời",
    TipKind.COMPLAINT: "Phản ánh về cơ quan",
    TipKind.FREE: "Lời kể khác",
}

FILES = {
    MediaKind.PHOTO: "Ảnh",
    MediaKind.VOICE: "Ghi âm",
    MediaKind.VIDEO: "Video",
    MediaKind.DOCUMENT: "Tài liệu",
    MediaKind.OTHER: "Tệp khác",
}

FILE_STATES = {
    MediaState.OK: "",
    MediaState.DISGUISED: "Tên tệp không đúng với nội dung; giữ nguyên bản",
    MediaState.OVERSIZED: "Ảnh quá lớn để mở; giữ nguyên bản",
    MediaState.TRUNCATED: "Tải lên dở dang; giữ phần đã nhận",
    MediaState.UNREADABLE: "Chưa mở được; giữ nguyên bản",
    MediaState.EMPTY: "Tệp rỗng",
    MediaState.MISMATCHED: (
        "Loại tệp, kích thước hoặc mã kiểm tra khác với ứng dụng đã báo; giữ nguyên bản"
    ),
    MediaState.COMING: "Đang tải về, chưa có tại máy chủ",
    MediaState.GONE: "Chưa tải về được; đã nhờ người kể gửi lại",
    MediaState.REFUSED: (
        "Liên kết dẫn tới nơi không được phép nên không tải; đã nhờ người kể gửi lại"
    ),
    MediaState.TOO_LARGE: (
        "Tệp lớn quá mức ứng dụng cho tải; đã nhờ người kể gửi bằng cách khác"
    ),
}

RIGHTS = {
    Right.VIEW: "Xem thông tin đã gửi",
    Right.CORRECT: "Sửa thông tin",
    Right.WITHDRAW: "Rút lại đồng ý",
    Right.ERASE: "Xóa thông tin",
}

ALERTS = {
    AlertReason.FOUND_NOW: "Vừa phát hiện hài cốt",
    AlertReason.DISTRESS: "Người kể đang cần giúp",
    AlertReason.STAMPED: "Có giấy tờ đóng dấu Mật",
    AlertReason.MINOR: "Người kể có thể chưa đủ tuổi",
}

APART = {
    "advertising": "quảng cáo",
    "obscene": "lời thô tục",
    "nonsense": "lời lặp lại, không có nội dung",
}

CHANNELS = {
    "web": "Trang web",
    "terminal": "Máy trạm",
    "zalo": "Zalo",
    "telegram": "Telegram",
}
