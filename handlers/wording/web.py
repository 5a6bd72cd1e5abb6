"""What the web pages answer when something cannot be taken."""

SAID: dict[str, str | tuple[str, ...]] = {
    "web.empty": "Tin này chưa có chữ nào, xin gõ điều muốn kể rồi gửi lại ạ.",
    "web.several": "Mỗi tin chỉ mang một điều; xin gửi lần lượt từng điều một ạ.",
    "web.too_long": "Tin này dài quá, xin chia ra vài tin rồi gửi lần lượt ạ.",
    "web.unreadable": "Máy chủ không đọc được tin này, xin gửi lại ạ.",
    "web.no_request": (
        "Máy chủ không đọc được yêu cầu này; xin mở lại trang rồi thử lại ạ."
    ),
    "web.no_place": "Vị trí này không có trên bản đồ, xin ghim lại ạ.",
    "web.flood": "Tin tới nhanh quá; xin chờ trả lời một chút rồi gửi tiếp ạ.",
    "web.no_room": "Máy chủ đang hết chỗ lưu; xin giữ lời kể và gửi lại sau ít phút ạ.",
    "web.busy": "Máy chủ đang bận, xin gửi lại sau ít giây ạ.",
    "web.link": "Đường dẫn này không còn dùng được; xin kể trong cuộc trò chuyện mới ạ.",
    "web.links": (
        "Hôm nay đã lấy nhiều đường dẫn rồi ạ; xin dùng một đường dẫn đã lấy."
    ),
    "web.nothing_yet": "Chưa có lời kể nào để lưu ạ; xin kể rồi lấy đường dẫn.",
    "web.not_found": "Trang này không có ạ.",
    "web.broken": "Có trục trặc ở máy chủ; lời đã gửi vẫn được giữ, xin thử lại ạ.",
    "web.consent": "Xin đánh dấu ô đồng ý để chúng tôi được lưu lời kể ạ.",
    "web.story": "Xin viết vài dòng kể, hoặc gửi một tấm ảnh ạ.",
}
