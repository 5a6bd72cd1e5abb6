"""The burial place: its questions, and the names of facts when they are read back."""

SAID: dict[str, str | tuple[str, ...]] = {
    "ask.place": (
        "Nơi chôn cất thuộc xã, huyện, tỉnh nào ạ? Tên cũ cũng được.",
        "Nơi ấy gần làng, suối, đồi hay đồn nào ạ? Ví dụ: suối Đá, xã Hòa Bình cũ.",
    ),
    "ask.landmark": (
        "Quanh đó có gì dễ nhận ra: cây, suối, tảng đá, đường, nhà ai ạ?",
        "Đến đó đi lối nào, cách suối hay đường chừng bao xa ạ?",
    ),
    "ask.martyr_name": (
        "Liệt sĩ tên là gì ạ? Nhớ tên gọi hay bí danh cũng được.",
        "Đồng đội thường gọi liệt sĩ là gì ạ? Ví dụ: anh Ba, anh Hùng.",
    ),
    "ask.unit": (
        "Liệt sĩ thuộc đơn vị nào ạ?",
        "Đơn vị ấy là tiểu đoàn, trung đoàn nào ạ? Ví dụ: tiểu đoàn 7.",
    ),
    "ask.died": (
        "Liệt sĩ hy sinh khi nào ạ? Chỉ nhớ năm hay mùa cũng được.",
        "Hy sinh khoảng năm nào, trận nào ạ? Ví dụ: mùa khô 1972.",
    ),
    "ask.how_known": (
        "Chuyện này do tự mình chứng kiến hay nghe kể ạ?",
        "Xin cho biết vì sao biết chuyện này ạ?",
    ),
    "ask.teller_phone": (
        "Xin số điện thoại để cán bộ hỏi thêm khi cần; không cho cũng không sao ạ.",
        "Xin nhắn số điện thoại, ví dụ 0912 000 111, hoặc bấm «Bỏ qua» ạ.",
    ),
    "ask.people_count": (
        "Nơi ấy chôn mấy người ạ?",
        "Khoảng mấy người nằm lại ở đó ạ? Ví dụ: ba người.",
    ),
    "ask.birth": (
        "Liệt sĩ sinh năm nào ạ?",
        "Liệt sĩ sinh khoảng năm nào ạ? Ví dụ: 1948.",
    ),
    "ask.hometown": (
        "Quê liệt sĩ ở đâu ạ?",
        "Quê liệt sĩ ở xã, huyện, tỉnh nào ạ?",
    ),
    "ask.rank": (
        "Liệt sĩ giữ cấp bậc, chức vụ gì ạ?",
        "Liệt sĩ là chiến sĩ hay cán bộ ạ? Ví dụ: tiểu đội trưởng.",
    ),
    "ask.enlisted": (
        "Liệt sĩ nhập ngũ khi nào ạ?",
        "Liệt sĩ đi bộ đội khoảng năm nào ạ? Ví dụ: 1965.",
    ),
    "ask.death_place": (
        "Liệt sĩ hy sinh ở đâu ạ?",
        "Trận ấy ở xã, huyện, tỉnh nào ạ?",
    ),
    "ask.teller_name": (
        "Xin cho biết tên người kể ạ.",
        "Tên người kể là gì ạ? Ví dụ: Lê Văn Tấn.",
    ),
    "how_known.buried": "Tự tay chôn cất",
    "how_known.saw": "Tận mắt thấy",
    "how_known.heard": "Nghe kể lại",
    "how_known.papers": "Có giấy tờ",
    "fact.martyr_name": "Liệt sĩ",
    "fact.birth": "Năm sinh",
    "fact.hometown": "Quê quán",
    "fact.unit": "Đơn vị",
    "fact.rank": "Cấp bậc, chức vụ",
    "fact.enlisted": "Nhập ngũ",
    "fact.died": "Hy sinh",
    "fact.death_place": "Nơi hy sinh",
    "fact.place": "Nơi chôn cất",
    "fact.landmark": "Dấu hiệu nhận biết",
    "fact.people_count": "Số người",
    "fact.how_known": "Vì sao biết",
    "fact.teller_name": "Người kể",
    "fact.teller_phone": "Điện thoại",
}
