"""A fallen soldier and where he lies: questions, and their names when read back."""

SAID: dict[str, str | tuple[str, ...]] = {
    "ask.place": (
        "Nơi chôn cất thuộc xã, huyện, tỉnh nào ạ? Tên cũ cũng được.",
        "Nơi ấy gần làng, suối, đồi hay đồn nào ạ? Ví dụ: suối Đá, xã Hòa Bình cũ.",
    ),
    "ask.landmark": (
        "Quanh đó có gì dễ nhận ra: cây, suối, tảng đá, đường, nhà ai ạ?",
        "Đến đó đi lối nào, cách suối hay đường chừng bao xa ạ?",
    ),
    "ask.people_count": (
        "Nơi ấy có mấy người nằm lại ạ?",
        "Khoảng mấy người nằm lại ở đó ạ? Ví dụ: ba người.",
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
        "Hy sinh khoảng năm nào, mùa nào ạ? Ví dụ: mùa khô 1972.",
    ),
    "ask.death_place": (
        "Liệt sĩ hy sinh ở đâu ạ?",
        "Trận ấy ở xã, huyện, tỉnh nào ạ?",
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
    "ask.alias": (
        "Liệt sĩ còn tên gọi nào khác không ạ?",
        "Bí danh hay tên thường gọi của liệt sĩ là gì ạ? Ví dụ: Ba Hùng.",
    ),
    "ask.marker": (
        "Mộ có gì làm dấu không ạ?",
        "Khi chôn có đặt bia, đá hay lọ ghi tên không ạ?",
    ),
    "fact.alias": "Tên khác",
    "fact.marker": "Vật làm dấu",
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
    "ask.wrapping": (
        "Khi chôn có bọc tăng, võng hay quan tài gì không ạ?",
        "Lúc ấy bọc bằng gì ạ? Ví dụ: tấm tăng, cái võng dù.",
    ),
    "ask.depth": (
        "Chôn sâu chừng nào ạ?",
        "Hố sâu khoảng mấy gang, mấy thước ạ? Ví dụ: một mét.",
    ),
    "ask.terrain_now": (
        "Chỗ đó bây giờ thành gì rồi ạ?",
        "Nơi ấy nay là rẫy, nhà hay rừng ạ?",
    ),
    "ask.searched": (
        "Đã có ai đi tìm ở đó chưa ạ?",
        "Trước đây có đoàn nào tìm ở đó chưa ạ?",
    ),
    "ask.parents": (
        "Cha mẹ liệt sĩ tên là gì ạ?",
        "Liệt sĩ là con ông bà nào ạ? Ví dụ: con ông Tư, bà Năm.",
    ),
    "ask.spouse": (
        "Vợ liệt sĩ tên là gì ạ?",
        "Liệt sĩ có vợ chưa, tên là gì ạ?",
    ),
    "fact.wrapping": "Khi chôn",
    "fact.depth": "Độ sâu",
    "fact.terrain_now": "Chỗ đó bây giờ",
    "fact.searched": "Đã tìm",
    "fact.parents": "Cha, mẹ liệt sĩ",
    "fact.spouse": "Vợ liệt sĩ",
}
