"""What is said after the telling: how it stands, reminders, farewells; and to abuse."""

SAID: dict[str, str | tuple[str, ...]] = {
    # On the web, by code and telephone number.
    "web.unknown_code": (
        "Chưa tìm thấy mã số này cùng số điện thoại này; xin xem lại rồi thử lần nữa ạ."
    ),
    "web.too_many": (
        "Đã thử nhiều lần rồi ạ; xin chờ ít phút, hoặc gọi nơi tiếp nhận ở dưới."
    ),
    # What an officer concluded.
    "status.news": (
        "{We} xin báo tin về mã {code}. {state}",
        "Xin báo tin về thông tin mã {code}. {state}",
    ),
    # An officer's question waits.
    "chase": (
        "Khi nào tiện, xin trả lời giúp ạ.",
        "Nhớ được gì xin nhắn giúp; không nhớ thì nhắn «không nhớ» ạ.",
    ),
    # He wants no more messages.
    "stopped": (
        "Vâng, từ nay {we} không nhắn nữa ạ. Khi nào muốn kể tiếp, xin cứ nhắn lại đây.",
        "Dạ, {we} xin thôi không nhắn. Khi cần, xin cứ nhắn lại đây ạ.",
    ),
    # Its teller has died.
    "condolence": (
        "Xin chia buồn cùng gia đình. {We} giữ gìn lời kể và không nhắn nữa ạ; nhà mình muốn kể, xin nhắn «chuyện mới».",
        "{We} xin chia buồn cùng gia đình, và từ nay không nhắn nữa ạ. Nhà mình muốn kể, xin nhắn «chuyện mới».",
    ),
    "sympathy": (
        "{We} xin chia buồn cùng gia đình ạ. Khi nào tiện, xin cứ nhắn lại đây.",
        "Xin chia buồn cùng gia đình ạ. Khi nào muốn kể tiếp, xin cứ nhắn lại đây.",
    ),
    # Floods, and what is no telling.
    "flood": (
        "Tin đến nhanh quá ạ; {we} vẫn giữ đủ, xin chậm lại một chút để kịp trả lời.",
        "{We} vẫn giữ đủ các tin; xin thong thả một chút ạ.",
    ),
    "apart": (
        "Kênh này chỉ nhận lời kể về liệt sĩ ạ; khi nào muốn kể, xin cứ nhắn.",
        "Ở đây {we} chỉ nhận lời kể về liệt sĩ; muốn kể, xin cứ nhắn ạ.",
    ),
    # For staff.
    "remark.mourned": "Người nhà báo trong nhà có người vừa mất. Xin xem có phải người kể không; nếu phải, xin bấm «Người kể đã mất».",
    "remark.died": "Người nhà báo người kể đã mất. Hệ thống đã dừng mọi tin nhắn tới số này.",
    "remark.distress": "Người kể đang cần giúp, xin gọi ngay",
}
