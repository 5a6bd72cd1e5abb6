"""What is said when a file sent through a platform does not come, one key a case."""

SAID: dict[str, str] = {
    "lost": (
        "Có một {thing} chúng tôi chưa nhận được trọn vẹn ạ; xin gửi lại giúp, hoặc kể "
        "bằng lời cũng được."
    ),
    "lost.large": (
        "Có một {thing} lớn quá nên kênh này chưa chuyển tới được ạ; xin gửi lại bản "
        "ngắn hơn, hoặc nhắn «gặp cán bộ» để được giúp."
    ),
    "lost.large.link": (
        "Có một {thing} lớn quá nên kênh này chưa chuyển tới được ạ; xin gửi lại qua "
        "trang này: {link}"
    ),
}
