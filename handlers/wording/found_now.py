"""Remains found just now: safety first, then where and in what state."""

SAID: dict[str, str | tuple[str, ...]] = {
    "ack.found_now.inquiry": (
        "Xin khoan đào, đợi cán bộ tới xem đã ạ. Câu hỏi này đã ghi để cán bộ trả lời.",
        "Xin giữ nguyên chỗ đó, cán bộ sẽ trả lời ngay khi gọi ạ.",
    ),
    "found_now.safety": "Xin dừng đào, giữ nguyên chỗ đó, đứng xa đề phòng bom mìn ạ. {We} đã báo ngay cho cán bộ {office}.",
    "found_now.phone": "Gọi ngay được số {telephone} ạ.",
    "ask.found_now.place": (
        "Chỗ đó ở thôn nào, xã nào ạ? Ghim vị trí gửi vào đây cũng được.",
        "Xin cho biết tên thôn, tên xã ạ. Ví dụ: thôn 3, xã Hòa Bình.",
    ),
    "ask.found_now.teller_phone": (
        "Xin số điện thoại để cán bộ gọi ngay ạ.",
        "Xin nhắn số điện thoại, ví dụ 0912 000 111, hoặc bấm «Bỏ qua» ạ.",
    ),
    "fact.found_now.place": "Nơi phát hiện",
    "ask.found_state": (
        "Chỗ đó còn giữ nguyên không, có ai trông coi ạ?",
        "Hiện tại nơi đó thế nào ạ? Ví dụ: đã dừng máy, có rào lại.",
    ),
    "ask.found_objects": (
        "Cạnh đó có thấy vật gì không ạ: dép, bi đông, cúc áo, vũ khí? Xin đừng chạm vào.",
        "Có thấy đồ vật nào ở đó không ạ? Đứng xa chụp ảnh cũng được.",
    ),
    "filed.found_now": "Xin giữ nguyên chỗ đó, đừng đào tiếp và đừng chạm vào vật lạ, đề phòng bom mìn ạ.",
    # It broke into a telling of something else.
    "ask.found_place": (
        "Chỗ vừa phát hiện ở thôn nào, xã nào ạ? Ghim vị trí gửi vào đây cũng được.",
        "Xin cho biết chỗ vừa phát hiện thuộc thôn nào, xã nào ạ.",
    ),
    "fact.found_beside": "Vừa phát hiện",
    "fact.found_place": "Nơi vừa phát hiện",
    "fact.found_state": "Hiện trạng",
    "fact.found_objects": "Vật thấy ở đó",
}
