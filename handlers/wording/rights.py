"""Rights over what was told: what we answer, and the notice that consent is given to."""

SAID: dict[str, str | tuple[str, ...]] = {
    "ask.right": (
        "Xin hỏi lại cho chắc: có muốn {what} không ạ?",
        "Muốn {what} thì xin bấm «Đúng vậy»; không thì bấm «Để nguyên» ạ.",
    ),
    "right.what.withdraw": "rút lại lời đồng ý",
    "right.what.erase": "xóa hết thông tin đã gửi",
    "right.yes": "Đúng vậy",
    "right.no": "Để nguyên",
    "right.kept": (
        "Vâng, mọi thông tin vẫn để nguyên ạ.",
        "Dạ, {we} vẫn giữ nguyên ạ.",
    ),
    "right.view": (
        "Đã ghi nhận. {office} sẽ cho xem thông tin đã gửi, chậm nhất ngày {day} ạ.",
        "Yêu cầu xem thông tin đã ghi; {office} trả lời chậm nhất ngày {day} ạ.",
    ),
    "right.correct": (
        "Đã ghi nhận. {office} sẽ sửa thông tin, chậm nhất ngày {day} ạ. Điều cần sửa xin cứ nhắn tại đây.",
        "Yêu cầu sửa đã ghi, chậm nhất ngày {day} ạ. Xin nhắn điều cần sửa tại đây.",
    ),
    "right.withdraw": (
        "Đã ghi nhận việc rút lại đồng ý. {office} giải quyết chậm nhất ngày {day} và báo cho nơi đã nhận tin ạ.",
        "Việc rút lại đồng ý đã ghi; {office} giải quyết chậm nhất ngày {day} ạ.",
    ),
    "right.erase": (
        "Đã ghi nhận yêu cầu xóa. {office} giải quyết chậm nhất ngày {day} ạ.",
        "Yêu cầu xóa đã ghi; {office} trả lời chậm nhất ngày {day} ạ.",
    ),
    "right.none": (
        "Hiện {we} chưa giữ thông tin nào đọc được ạ.",
        "{We} chưa có thông tin nào để xem hay xóa ạ.",
    ),
    "caution.id_card": (
        "Số căn cước không cần gửi đâu ạ; {we} đã che đi. Xin đừng chụp giấy tờ tùy thân.",
    ),
    "command.view": "xem thông tin của tôi",
    "command.correct": "sửa thông tin của tôi",
    "command.withdraw": "rút đồng ý",
    "command.erase": "xóa thông tin",
    "purpose.keep": "lưu và đọc lời kể để tìm kiếm liệt sĩ",
    "purpose.contact": "liên hệ lại khi cần hỏi thêm",
    "purpose.hand_over": "chuyển thông tin tới cơ quan có thẩm quyền",
}
