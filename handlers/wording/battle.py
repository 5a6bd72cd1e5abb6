"""A battle, a grave that holds many: what is asked of it beside the places and dates."""

SAID: dict[str, str | tuple[str, ...]] = {
    "ask.battle.place": (
        "Nơi ấy thuộc xã, huyện, tỉnh nào ạ? Tên cũ cũng được.",
        "Gần làng, suối, đồi hay đồn nào ạ? Ví dụ: suối Đá, xã Hòa Bình cũ.",
    ),
    "ask.battle.died": (
        "Trận ấy diễn ra khi nào ạ? Chỉ nhớ năm hay mùa cũng được.",
        "Khoảng năm nào ạ? Ví dụ: mùa khô 1972.",
    ),
    "ask.battle.unit": (
        "Đơn vị nào đánh trận ấy ạ?",
        "Đó là tiểu đoàn, trung đoàn nào ạ? Ví dụ: tiểu đoàn 7.",
    ),
    "fact.battle.place": "Nơi các liệt sĩ nằm lại",
    "ask.battle": (
        "Trận ấy gọi là trận gì ạ?",
        "Trận đánh ấy người ta hay gọi tên là gì ạ? Ví dụ: trận Đồi Tròn.",
    ),
    "ask.buried_by": (
        "Sau trận, ai chôn cất các liệt sĩ ạ?",
        "Đơn vị mình hay bà con địa phương chôn cất ạ?",
    ),
    "ask.other_witnesses": (
        "Còn ai cùng biết chuyện này ạ? Tên, nơi ở hay số điện thoại đều quý.",
        "Xin cho biết ai còn nhớ chuyện này nữa ạ. Ví dụ: ông Tư ở ấp 4.",
    ),
    "fact.battle": "Trận đánh",
    "fact.buried_by": "Người chôn cất",
    "fact.other_witnesses": "Người khác cùng biết",
}
