"""Who told of a grave and then complains of an office is not read by its officers."""

import re

from storage import dossier, exports
from storage.db import Database
from storage.model.staff import Role, Staff
from tests.fixtures.chatting import Chat, Teller
from tests.fixtures.told import hire

GRAVE = "Liệt sĩ Đỗ Văn Sáu chôn ở xã Tân Thới"
COMPLAINT = (
    "Tôi xin phản ánh: cán bộ xã Hòa Bình đùn đẩy, hách dịch, tôi muốn khiếu nại"
)
OFFICE = "Ban Chỉ huy Quân sự xã Hòa Bình, đồng chí Mẫu"
CODE = re.compile(r"mã thông tin là (\d{3} \d{3} \d{3})")


async def finished(teller: Teller, text: str) -> None:
    """Tell something to its end, which comes with a code."""
    said = await teller.tell(text=text)
    while not CODE.search(" ".join(line["text"] for line in said)):
        asked = said[-1]["text"]
        said = await teller.tell(text=OFFICE if "cơ quan nào" in asked else "xong")


async def told_both(teller: Teller) -> None:
    await teller.tell(text=GRAVE)
    await teller.tell(button={"key": "consent", "value": "yes"})
    await finished(teller, "chỉ nhớ vậy")
    await teller.tell(text="kể chuyện khác")
    await finished(teller, COMPLAINT)


async def said_to(db: Database, tip: int, who: Staff) -> str:
    """Return all that this member reads in the conversation of the tip."""
    held = await db.read(dossier.of, tip, who)
    assert held is not None
    return "\n".join(line.text for line in held.lines)


async def test_a_grave_is_read_without_the_complaint_beside_it(chat: Chat) -> None:
    await told_both(chat.teller())
    grave, complaint = await chat.db.read(exports.ids, False)
    an = await chat.db.write(hire)
    chi = await chat.db.write(hire, "chi", "Lê Thị Chi", Role.ADMINISTRATOR)

    for who in (an, chi):
        read = await said_to(chat.db, grave, who)
        assert GRAVE in read
        assert CODE.search(read)
        assert "đùn đẩy" not in read
        assert "Phản ánh về cơ quan" not in read
    assert COMPLAINT in await said_to(chat.db, complaint, chi)
    assert await chat.db.read(dossier.of, complaint, an) is None


async def test_what_is_added_to_the_grave_later_is_read_again(chat: Chat) -> None:
    teller = chat.teller()
    await told_both(teller)
    await teller.tell(text="kể chuyện khác")
    await finished(teller, "Liệt sĩ Võ Văn Bảy nằm ở xã Tân Hưng")
    grave, _, other = await chat.db.read(exports.ids, False)
    an = await chat.db.write(hire)

    for tip in (grave, other):
        read = await said_to(chat.db, tip, an)
        assert "Võ Văn Bảy" in read
        assert "đùn đẩy" not in read
