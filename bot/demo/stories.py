"""Invented tellings. People are made up, places and units are real, phones unassigned.

A telling is what its teller does in turn; SHOW a photo or a recording, PIN a position.
What is asked back changes with what is read, so nobody here answers a certain question.
"""

from dataclasses import dataclass

AGREE = "đồng ý"
DONE = "xong"
SEND = "xong xong"  # «xong» as often as it takes until the telling is sent


@dataclass(frozen=True, slots=True)
class Pin:
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Show:
    """A file made on the spot: a drawn sketch, or a few seconds of sound."""

    name: str


SKETCH = Show("so-do.png")
PHOTO = Show("bia-mo.jpg")
VOICE = Show("loi-ke.wav")

Step = str | Pin | Show
Story = tuple[Step, ...]

STORIES: tuple[Story, ...] = (
    (
        "Tôi là Trần Văn Khải, trước ở C3 D7 E66 F304. Tháng 11 năm 1972 anh Nguyễn Đình "
        "Thuận quê Nam Sách, Hải Hưng hy sinh, chúng tôi chôn anh bên bờ suối La La, cách "
        "bến vượt chừng ba chục bước, cạnh cây đa to.",
        AGREE,
        SKETCH,
        Pin(16.6612, 107.0385),
        "Chỗ ấy thuộc xã Triệu Nguyên, huyện Đakrông, Quảng Trị. Tôi tự tay chôn.",
        DONE,
        "0912 000 101",
        SEND,
    ),
    (
        "toi la em gai liet si le van hoach, sn 1950, nhap ngu 4/68, hi sinh 12/3/71 o mat "
        "tran phia nam, don vi KB. dong doi ke anh nam o gan suoi Ngo, xa Tan Hoi, Tay Ninh",
        AGREE,
        PHOTO,
        DONE,
        "0912000102",
        SEND,
    ),
    (
        VOICE,
        AGREE,
        "Hồi đó tui ở D514 Mỹ Tho, năm 1967 chôn hai anh em ngay mé vườn dừa nhà bà Tư, "
        "kế con rạch, xã Tân Hội Đông, Châu Thành.",
        "Tui tận mắt thấy, một anh tên Ba Rê.",
        DONE,
        "bỏ qua",
        SEND,
    ),
    (
        "Bố tôi kể ở ngã ba đường 14 gần làng Kép, Gia Lai có mộ tập thể của Trung đoàn 24, "
        "khoảng mùa khô 1965-1966, chừng mười hai người.",
        AGREE,
        Pin(14.0712, 107.9021),
        DONE,
        "không nhớ",
        "0912 000 104",
        SEND,
    ),
    (
        "Gia đình tôi giữ quyển sổ tay của đồng chí Vũ Hữu Tâm, trung đội trưởng, có vẽ sơ "
        "đồ nơi an táng ở cao điểm 544, Quảng Trị năm 1968.",
        AGREE,
        SKETCH,
        PHOTO,
        "Trong sổ vẽ cạnh lối mòn lên đỉnh.",
        DONE,
        "không nhớ",
        "0912 000 105",
        SEND,
    ),
    (
        "Ở nghĩa trang xã tôi có bia ghi chưa xác định được thông tin, các cụ bảo là bộ đội "
        "sư 341 hy sinh tháng 4 năm 1975.",
        AGREE,
        DONE,
        "gặp cán bộ",
        "0912 000 106",
        "buổi sáng",
        "Muốn cán bộ về xem bia giúp",
    ),
    (
        "Tôi nhớ lờ mờ hồi 1969 ở binh trạm 36 có chôn ba chiến sĩ dưới chân dốc",
        AGREE,
    ),
    (
        "Xin hỏi bao giờ phường mình tổ chức lễ thắp nến tri ân ạ",
        AGREE,
        DONE,
        "bỏ qua",
        SEND,
    ),
    (
        "Năm 1974 tôi đi thanh niên xung phong C552, thấy đơn vị bạn chôn anh Lò Văn Pành "
        "người Thái quê Sơn La gần ngầm Ta Lê, bọc tăng, có chai penicillin ghi tên.",
        AGREE,
        DONE,
    ),
)
