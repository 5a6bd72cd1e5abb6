"""Succession: whose interviews go on with another volunteer, once their own is gone.

Who began an interview stays named on what was told in it, and the narrator's consent
stands: it was given to the office. Every handing on is in the audit of the house.
"""

from collections.abc import Iterable
from datetime import datetime

from handlers.staffing import Refused
from nlp.text import fold
from storage import audit, interviews, volunteers
from storage.audit import HOUSE
from storage.model.staff import Staff
from storage.model.volunteer import Standing, Volunteer
from storage.tx import Connection


class StillComes(Refused):
    def __init__(self) -> None:
        super().__init__("Thẻ này còn hiệu lực; thu hồi thẻ rồi mới giao buổi kể.")


class NoSuccessor(Refused):
    def __init__(self) -> None:
        super().__init__("Xin chọn một tình nguyện viên đang hoạt động cùng địa bàn.")


class Unsaid(Refused):
    def __init__(self) -> None:
        super().__init__("Xin ghi lý do giao lại.")


def successors(
    gone: Volunteer, known: Iterable[Volunteer], now: datetime
) -> tuple[Volunteer, ...]:
    """Return who may go on with the interviews of one who comes no more."""
    return tuple(one for one in known if _may_follow(one, gone, now))


def hand_on(
    tx: Connection,
    volunteer_id: int,
    successor_id: int,
    reason: str,
    by: Staff,
    now: datetime,
) -> int:
    """Give another volunteer all interviews of one who comes no more; return how many."""
    gone = volunteers.load(tx, volunteer_id)
    heir = volunteers.load(tx, successor_id)
    if gone is None or heir is None or gone.agency != by.agency:
        raise NoSuccessor
    if gone.standing(now) is Standing.VALID:
        raise StillComes
    if not _may_follow(heir, gone, now):
        raise NoSuccessor
    if not reason.strip():
        raise Unsaid
    handed = interviews.hand_on(tx, gone.id, heir.id)
    for number in handed:
        about = {"interview": number, "giver": gone.name, "name": heir.name}
        actor = f"staff:{by.id}"
        audit.write(
            tx, HOUSE, actor, "interview_handed_on", now, reason.strip(), **about
        )
    return len(handed)


def _may_follow(one: Volunteer, gone: Volunteer, now: datetime) -> bool:
    is_near = one.agency == gone.agency and _area(one) == _area(gone)
    return is_near and one.id != gone.id and one.standing(now) is Standing.VALID


def _area(who: Volunteer) -> str:
    return " ".join(fold(who.area).split())
