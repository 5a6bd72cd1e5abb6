"""What is said when a file does not arrive as it should, one sentence each."""

SAID: dict[str, str] = {
    "upload.too_large": (
        "Tệp này lớn hơn 4 GB nên chúng tôi chưa nhận được ạ; xin chia thành những phần "
        "nhỏ hơn, hoặc nhắn «gặp cán bộ» để được giúp."
    ),
    "upload.longer": (
        "Tệp này dài hơn lúc bắt đầu gửi ạ, có lẽ đã đổi trong khi gửi; xin chọn lại tệp "
        "rồi gửi lại từ đầu."
    ),
    "upload.empty": (
        "Tệp này không có nội dung bên trong ạ; xin chọn lại tệp hoặc ghi lại một lần nữa."
    ),
    "upload.offset": (
        "Phần vừa gửi chưa nối tiếp đúng chỗ, máy sẽ gửi tiếp từ chỗ đã nhận ạ."
    ),
    "upload.full": (
        "Máy chủ tạm hết chỗ chứa nên chưa nhận được tệp này ạ; xin giữ tệp lại và gửi "
        "sau, lời kể thì vẫn gửi được."
    ),
    "upload.unknown": "Chúng tôi không còn thấy tệp đang gửi dở này ạ; xin gửi lại từ đầu.",
    "upload.too_many": (
        "Đang có nhiều tệp được gửi cùng lúc ạ; xin chờ các tệp trước gửi xong rồi gửi tiếp."
    ),
    "upload.busy": "Tệp này đang được nhận ạ; xin chờ một lát.",
    "shown.empty": (
        "Có một {thing} tới nơi mà bên trong không có gì ạ; xin gửi lại giúp, hoặc kể "
        "bằng lời cũng được."
    ),
    "shown.truncated": "Tệp này mới tới được một phần ạ; xin gửi lại cả tệp nếu được.",
    "shown.disguised": (
        "Tệp này không đúng loại như tên của nó ạ; chúng tôi vẫn giữ, nếu gửi nhầm xin "
        "gửi lại."
    ),
    "shown.oversized": (
        "Ảnh này quá lớn nên chưa xem ngay được ạ; chúng tôi vẫn giữ, có bản nhỏ hơn xin "
        "gửi thêm."
    ),
    "shown.unreadable": (
        "Tệp này chưa mở ra được ạ; chúng tôi vẫn giữ, có bản khác xin gửi thêm."
    ),
}
