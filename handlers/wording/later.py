"""What is said after the telling: how it stands, reminders that end, farewells."""

SAID: dict[str, str | tuple[str, ...]] = {
    # On the web, by code and telephone number.
    "web.unknown_code": (
        "Chưa tìm thấy mã số này cùng số điện thoại này; xin xem lại rồi thử lần nữa ạ."
    ),
    "web.too_many": (
        "Đã thử nhiều lần rồi ạ; xin chờ ít phút, hoặc gọi nơi tiếp nhận ở dưới."
    ),
}
