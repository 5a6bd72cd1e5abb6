"""What is said to what only platforms bring: edits, contact cards, withdrawals."""

SAID = {
    "ack.edited": (
        "Dạ, {we} đã ghi theo lời vừa sửa ạ.",
        "Vâng, lời vừa sửa đã được ghi lại ạ.",
    ),
    "edited.before": "(trước khi sửa) {text}",
    "ack.contact": (
        "Dạ, đã ghi số điện thoại ạ.",
        "Vâng, số điện thoại này đã được ghi lại ạ.",
    ),
    "share_phone": "Gửi số điện thoại của tôi",
    "share_place": "Gửi vị trí nơi tôi đang đứng",
    "ack.sticker": (
        "Dạ, xin cảm ơn ạ. Còn nhớ gì xin cứ kể tiếp ạ.",
        "Vâng, cảm ơn ạ. Nhớ thêm gì xin cứ nhắn ạ.",
    ),
    "withdrew": (
        "Việc rút lại đồng ý đã được chuyển tới cán bộ {office} để xem xét, giải quyết. "
        "Xin cảm ơn đã cho biết ạ.",
        "Việc rút lại đồng ý sẽ được cán bộ {office} xem xét, giải quyết. "
        "Xin cảm ơn đã cho biết ạ.",
    ),
}
