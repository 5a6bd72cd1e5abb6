"""What is said right before a name, a date or a place is heard, whatever else is told."""

import pytest

from nlp.entity import Kind
from nlp.extract import extract
from nlp.lexicon import Lexicon
from nlp.roles.outright import introduces, outright

SAID = [
    ("Tôi biết một ngôi mộ ở bìa rừng. Quê anh nghe nói ở xã Yên Phú, huyện Ý Yên.", Kind.PLACE, "hometown"),
    ("Chính tay tôi chôn ba anh. Nguyên quán của anh ấy ở huyện Thanh Chương.", Kind.PLACE, "hometown"),
    ("gia dinh anh ay o xa Nghia Hung, huyen Vinh Tuong, toi chon anh", Kind.PLACE, "hometown"),
    ("Anh ấy người xã Yên Phú, huyện Ý Yên, tôi chôn anh.", Kind.PLACE, "hometown"),
    ("co mo tap the, mo chung o xa Ia Drang, huyen Chu Prong", Kind.PLACE, "burial"),
    ("Tôi chôn anh ở xã Ia Drăng, huyện Chư Prông.", Kind.PLACE, "burial"),
    ("Nhà tôi ở xã Đồng Tháp, huyện Đan Phượng.", Kind.PLACE, "residence"),
    ("Tôi là Phạm Thị Mơ ở xã Yên Phú, huyện Ý Yên.", Kind.PLACE, "residence"),
    ("Ông Hòe cùng đại đội, giờ ở Nam Định, nhớ rõ trận đó.", Kind.PLACE, None),
    ("Cuốn sổ thì bác tôi giữ ngoài Vinh.", Kind.PLACE, None),
    ("Tôi chôn anh ở Gia Lai.", Kind.PLACE, "burial"),
    ("Ảnh ngã xuống ở xã Ba Động, huyện Ba Tơ, mộ thì chưa thấy.", Kind.PLACE, "death"),
    ("Anh ấy hy sinh ở xã Ba Động, huyện Ba Tơ, hồi năm 71.", Kind.DATE, "died"),
    ("Ảnh hy sinh ở xã Ba Động. Năm 1994 tôi vô lại đó.", Kind.DATE, "other"),
    ("Ảnh hy sinh ở xã Ba Động, năm 1994 tôi vô lại đó.", Kind.DATE, "other"),
    ("Anh theo bộ đội năm 1966.", Kind.DATE, "enlisted"),
    ("Bà Lụa hiện ở thôn 2, xã Yên Phú, bà biết chỗ đó.", Kind.PLACE, None),
    ("Anh tôi sinh ngày 5/3/1949, tôi chôn anh bên suối.", Kind.DATE, "born"),
    ("Tui chôn ảnh sát mé kinh. Ảnh đẻ năm 1948.", Kind.DATE, "born"),
    ("Anh ấy ngã xuống hồi tháng 3 năm 1971", Kind.DATE, "died"),
    ("Trúng tuyển là anh lên xe đi luôn, tháng 2 năm 1968", Kind.DATE, "enlisted"),
    ("Để năm 1985 tôi quay lại tìm thì không thấy mộ", Kind.DATE, "other"),
]  # fmt: skip


@pytest.mark.parametrize(("message", "kind", "role"), SAID)
def test_what_is_said_outright_is_the_role(message: str, kind: Kind, role: str) -> None:
    found = outright(message, extract(message, Lexicon.load()))

    assert [one.role for one in found if one.kind is kind] == [role]


@pytest.mark.parametrize(
    ("message", "himself"),
    [
        ("Tôi xin tự giới thiệu là Phạm Văn Nhân, lính cũ.", ["Phạm Văn Nhân"]),
        ("Tên của tôi là Hồ Thị Lài, anh tôi tên Hồ Văn Lượm.", ["Hồ Thị Lài"]),
        ("Người viết thư: Vũ Đức Bình", ["Vũ Đức Bình"]),
        ("Liệt sĩ là Lê Văn Tám. Gọi tui là Trần Văn Út nghen.", ["Trần Văn Út"]),
        ("Tôi chôn anh ở bìa rừng.\nKính thư\nĐỗ Văn Sinh, 74 tuổi", ["Đỗ Văn Sinh"]),
        ("Bác tôi tên là Phạm Văn Nhân, hy sinh năm 1970.", []),
        ("Ông Hai Lúa ở ấp trên cũng biết chỗ đó.", []),
        ("Nhân chứng còn bà Nguyễn Thị Sáu ở xóm dưới.", []),
        ("em trai tôi tên Lê Văn Út", []),
        ("cậu Tư tui tên là Lê Văn Nhỏ", []),
        ("Tôi là Phạm Thị Mơ ở xã Yên Phú", ["Phạm Thị Mơ"]),
        ("Liệt sĩ Nguyễn Văn Hòa", []),
    ],
)
def test_who_tells_is_he_who_calls_himself_so(message: str, himself: list[str]) -> None:
    found = extract(message, Lexicon.load())
    people = [one for one in found if one.kind is Kind.PERSON]

    assert [one.text for one in people if introduces(message, one)] == himself


def test_another_witness_is_not_the_teller() -> None:
    message = (
        "Tôi chôn anh Tảo cùng ông Nguyễn Văn Bường ở ấp trên, ông Bường kể rõ hơn."
    )
    found = outright(message, extract(message, Lexicon.load()))

    assert "witness" not in [one.role for one in found if one.kind is Kind.PERSON]
