"""The words that only the papers have; the rest are those of the console."""

from storage.model.dialogue import Source

UNKNOWN = "chưa xác định được thông tin"
ABSENT = "không có trong gói chuyển"

SOURCES = {
    Source.SAID: "người kể nói",
    Source.FOUND: "máy đọc",
    Source.SKIPPED: "người kể bỏ qua",
    Source.FORGOTTEN: "người kể không nhớ",
    Source.OFFICER: "cán bộ sửa",
}
LOCATIONS = {
    "pin": "người kể ghim trên bản đồ",
    "phone": "điện thoại của người kể",
    "text": "đọc trong lời kể",
    "exif": "ghi trong ảnh",
    "officer": "cán bộ xác định",
}
AUTHORS = {"citizen": "Người kể", "bot": "Kênh tiếp nhận", "officer": "Cán bộ"}
ACTORS = {
    "citizen": "Người kể",
    "system": "Hệ thống",
    "volunteer": "Tình nguyện viên",
}
ACTS = {
    "collected": "ghi lại lời kể",
    "drafted": "lưu lời kể chưa xong",
    "filed": "gửi lời kể",
    "scanned": "đến thêm bằng mã",
    "added": "kể thêm",
    "viewed": "mở xem",
    "claimed": "nhận xử lý",
    "taken_over": "nhận xử lý thay",
    "released": "trả lại danh sách chung",
    "corrected": "sửa thông tin",
    "asked": "hỏi thêm người kể",
    "noted": "ghi chú",
    "decided": "kết luận",
    "handed_over": "chuyển thông tin",
    "exported": "xuất thông tin",
    "callback_wished": "xin được gọi lại",
    "callback_changed": "đổi lời xin gọi lại",
    "callback_called_off": "không cần gọi lại nữa",
    "called_back": "gọi lại cho người kể",
    "erased": "xóa theo yêu cầu",
}
