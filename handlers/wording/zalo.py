"""What is said only on Zalo: above the choices, and to staff of what did not go out."""

SAID: dict[str, str] = {
    "admitted": "Đã cấp quyền xong. Từ nay tài khoản gửi và nhận tin bình thường.",
    "admitted.not": "Chưa cấp quyền được. Xin mở lại liên kết ở trang quản lý kênh.",
    "zalo.choices": "Xin bấm nút, hoặc nhắn lại:",
    "zalo.taken": "(cán bộ đã trả lời trong công cụ của Zalo)",
    "zalo.busy": "Zalo đang nhận quá nhiều tin, sẽ gửi lại sau ít phút",
    "zalo.again": "Zalo không gửi được và không nói vì sao",
    "zalo.later": "Zalo chưa nhận, sẽ gửi lại",
    "zalo.parked": "tài khoản Zalo của cơ quan đã hết hạn mức hoặc hết tiền gửi tin",
    "zalo.full": "hôm nay người này không nhận thêm được tin trên Zalo",
    "zalo.night": "Zalo không cho gửi ban đêm, sẽ gửi vào buổi sáng",
    "zalo.quiet": "đang đêm, tin này không trả lời ai nên chờ đến sáng",
    "zalo.spent": "hôm nay đã gửi đủ số tin trả phí mà cơ quan đặt, chờ đến sáng mai",
    "zalo.stopped": "Zalo đang không cho tài khoản của cơ quan gửi tin",
    "zalo.shut": "đã quá 7 ngày từ lần cuối người này nhắn, Zalo không cho gửi nữa",
    "zalo.bidden": "đã quá 7 ngày từ lần cuối người này nhắn; đã gửi tin mẫu mời nhắn lại, khi có hồi âm xin bấm Thử lại",
    "zalo.gone": "người này không còn nhận tin trên Zalo",
    "zalo.never": "Zalo không nhận tin này",
    "zalo.shut_out": "Zalo cần quản trị viên cấp quyền lại",
}
