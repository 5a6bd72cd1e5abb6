"""A complaint about an office: who reads it, and what is asked."""

SAID: dict[str, str | tuple[str, ...]] = {
    "ask.complaint_office": (
        "Điều phản ánh là về cơ quan nào ạ?",
        "Xin cho biết tên cơ quan, xã nào ạ. Ví dụ: xã Hòa Bình.",
    ),
    "fact.complaint_office": "Cơ quan được phản ánh",
    "filed.thanks.complaint": "Lời phản ánh đã được nhận, mã thông tin là {code}. Nhớ thêm gì xin cứ nhắn tại đây ạ.",
    "filed.complaint.alone": "Điều này cán bộ của cơ quan không xem, chỉ người quản trị kênh xem; cũng có thể gửi đơn lên Bộ CHQS tỉnh ạ.",
    "filed.complaint": "Điều này do cấp trên của cơ quan ấy đọc, không chuyển về chính cơ quan ấy ạ.",
}
