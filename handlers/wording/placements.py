"""What is said of printed codes, where a platform cannot bring them by itself."""

SAID: dict[str, str | tuple[str, ...]] = {
    "code.kept": "Dạ, {we} ghi mã của tấm áp phích rồi ạ.",
    "filed.code": (
        "Nếu biết kênh này từ một tấm áp phích có mã số, xin nhắn thêm chữ «mã» rồi đến "
        "các số ấy, ví dụ: mã 482 9151. Không có cũng không sao ạ."
    ),
}
