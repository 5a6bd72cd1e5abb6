"""Remains found just now: safety first, then where and in what state."""

SAID: dict[str, str | tuple[str, ...]] = {
    "found_now.safety": "Xin dừng đào, giữ nguyên chỗ đó, đứng xa đề phòng bom mìn ạ. {We} đã báo ngay cho cán bộ {office}.",
    "found_now.phone": "Gọi ngay được số {telephone} ạ.",
    "ask.found_state": (
        "Chỗ đó còn giữ nguyên không, có ai trông coi ạ?",
        "Hiện tại nơi đó thế nào ạ? Ví dụ: đã dừng máy, có rào lại.",
    ),
    "ask.found_objects": (
        "Cạnh đó có thấy vật gì không ạ: dép, bi đông, cúc áo, vũ khí? Xin đừng chạm vào.",
        "Có thấy đồ vật nào ở đó không ạ? Đứng xa chụp ảnh cũng được.",
    ),
    "fact.found_state": "Hiện trạng",
    "fact.found_objects": "Vật thấy ở đó",
}
