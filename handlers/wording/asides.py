"""Fixed, honest answers to what is no telling: the press, gifts, rewards, and the like."""

SAID: dict[str, str | tuple[str, ...]] = {
    "aside.press": (
        "Báo chí xin liên hệ {office}; kênh này chỉ nhận lời kể về liệt sĩ ạ.",
        "Việc báo chí do {office} trả lời, kênh này xin không phát biểu ạ.",
    ),
    "aside.donation": (
        "Kênh này không nhận tiền, hiện vật và không có số tài khoản nào ạ. Ai xin tiền nhân danh chiến dịch, xin báo lại giúp.",
        "Ở đây không nhận ủng hộ ạ; muốn đóng góp, xin hỏi trực tiếp {office}.",
    ),
    "aside.politics": (
        "Dạ {you}, ở đây {we} chỉ nhận lời kể về liệt sĩ; việc này xin hỏi Ủy ban nhân dân xã, hoặc nhắn «gặp cán bộ» ạ.",
        "{We} xin ghi nhận, nhưng ở đây chỉ nhận lời kể về liệt sĩ ạ; việc này xin gặp Ủy ban nhân dân xã, hoặc nhắn «gặp cán bộ».",
    ),
    "aside.reward": (
        "Khen thưởng theo quy định hiện hành, sau khi cơ quan chức năng xác minh; kênh này không hứa trước được ạ.",
        "Việc thưởng do cơ quan có thẩm quyền xét theo quy định; ở đây chưa thể hứa điều gì ạ.",
    ),
    "aside.procedure": (
        "Hồ sơ, chế độ và lấy mẫu ADN do Ủy ban nhân dân xã hướng dẫn ạ. Muốn cán bộ gọi lại, xin nhắn «gặp cán bộ».",
        "Thủ tục xin hỏi tại Ủy ban nhân dân xã ạ; cần người gọi lại, xin nhắn «gặp cán bộ».",
    ),
    "aside.not_ours": (
        "Việc ấy kênh này không giải quyết được ạ; xin hỏi Ủy ban nhân dân xã. Ở đây {we} nhận lời kể về liệt sĩ.",
        "{We} chỉ nhận lời kể về liệt sĩ ạ; việc khác xin hỏi Ủy ban nhân dân xã.",
    ),
    "distress": (
        "{We} rất lo ạ. Đã báo cán bộ gọi lại ngay; nguy cấp xin gọi 115 hoặc người thân bên cạnh ạ.",
    ),
    "secret": (
        "Giấy tờ có dấu Mật xin đừng gửi qua đây ạ. {We} đã cất riêng, không mở xem, và báo cán bộ.",
    ),
    "minor": (
        "Cảm ơn em nhiều. Việc này cần người lớn giúp: em nhờ ông bà, bố mẹ hay thầy cô cùng kể nhé.",
    ),
}
