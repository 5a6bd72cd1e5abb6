"""Volunteering: who may go to narrators' houses for us, and how a card is believed.

Every act is in the audit of the house. A card that was withdrawn stays so: whoever is to
go again gets a new one.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from handlers.card_codes import new_code
from handlers.staffing import Refused
from storage import audit, volunteer_sessions, volunteers
from storage.audit import HOUSE
from storage.model.staff import Staff
from storage.model.volunteer import Invited, Volunteer
from storage.tx import Connection

TRIES = 20
LONGEST = {"name": 100, "area": 120, "unit": 120}
PARTS = {"name": "Họ và tên", "area": "Địa bàn", "unit": "Đơn vị Đoàn"}
LAST_DAY = date(2027, 7, 27)  # the campaign's five hundredth (80 years of 27 July)
LONGEST_CARD = timedelta(days=550)


class Unfit(Refused):
    """An invitation from which no card can be printed."""


class NotThere(Refused):
    def __init__(self) -> None:
        super().__init__("Không có tình nguyện viên này trong cơ quan của đồng chí.")


class NotValid(Refused):
    def __init__(self) -> None:
        super().__init__("Thẻ này đã thu hồi hoặc hết hạn; xin mời lại để có thẻ mới.")


class Unsaid(Refused):
    def __init__(self) -> None:
        super().__init__("Xin ghi lý do thu hồi.")


class LinkUsedUp(Refused):
    def __init__(self) -> None:
        super().__init__(
            "Liên kết này không dùng được: đã dùng một lần, đã quá 24 giờ hoặc chép "
            "chưa đủ. Xin nhờ cơ quan tạo liên kết mới."
        )


@dataclass(frozen=True, slots=True)
class Pass:
    """What a telephone is about to be let in with."""

    token: str
    csrf: str


def invited(
    name: str, area: str, unit: str, until: str, zone: tzinfo, now: datetime
) -> Invited:
    """Return what was typed, tidied; Unfit if no card can be made of it."""
    tidy = {
        key: " ".join(typed.split())
        for key, typed in (("name", name), ("area", area), ("unit", unit))
    }
    for key, said in tidy.items():
        if not 0 < len(said) <= LONGEST[key]:
            raise Unfit(f"{PARTS[key]}: xin ghi, không quá {LONGEST[key]} ký tự.")
    return Invited(**tidy, until=_end_of(until, zone, now))


def last_day(now: datetime, zone: tzinfo) -> date:
    """Return until when a card is good unless somebody says otherwise."""
    today = now.astimezone(zone).date()
    return LAST_DAY if today < LAST_DAY else today + timedelta(days=180)


def day_of(until: datetime, zone: tzinfo) -> date:
    """Return the last day on which a card is good."""
    return (until - timedelta(seconds=1)).astimezone(zone).date()


def invite(
    tx: Connection,
    new: Invited,
    agency_id: int,
    token: str,
    below: Callable[[int], int],
    actor: str,
    now: datetime,
) -> Volunteer:
    """Take a volunteer in; `token` opens his pages once."""
    made = _carded(tx, new, agency_id, below, now)
    volunteers.invite(tx, made.id, token, now)
    _note(tx, actor, "volunteer_invited", made, now)
    return made


def invite_again(
    tx: Connection, volunteer_id: int, token: str, by: Staff, now: datetime
) -> Volunteer:
    """Let him in by another telephone; what was let in before is shut out."""
    known = _ours(tx, volunteer_id, by)
    if known.withdrawn_at is not None or known.until <= now:
        raise NotValid
    volunteers.shut_out(tx, known.id, now)
    volunteers.invite(tx, known.id, token, now)
    _note(tx, f"staff:{by.id}", "volunteer_link_made", known, now)
    return known


def withdraw(
    tx: Connection, volunteer_id: int, reason: str, by: Staff, now: datetime
) -> None:
    """End his card and his access at once; what he brought stays."""
    known, reason = _ours(tx, volunteer_id, by), reason.strip()
    if not reason:
        raise Unsaid
    if volunteers.withdraw(tx, known.id, now):
        _note(tx, f"staff:{by.id}", "volunteer_withdrawn", known, now, reason)


def enter(tx: Connection, link: str, given: Pass, now: datetime) -> Volunteer:
    """Use a link up: the telephone that brought it is the volunteer's from now on."""
    found = volunteers.redeem(tx, link, now)
    if found is None:
        raise LinkUsedUp
    volunteer_sessions.open_for(tx, found.id, given.token, given.csrf, now)
    _note(tx, f"volunteer:{found.id}", "volunteer_entered", found, now)
    return found


def _carded(
    tx: Connection,
    new: Invited,
    agency_id: int,
    below: Callable[[int], int],
    now: datetime,
) -> Volunteer:
    for _ in range(TRIES):
        made = volunteers.add(tx, new, new_code(below), agency_id, now)
        if made is not None:
            return made
    raise LookupError("no free code for a card")


def _note(
    tx: Connection,
    actor: str,
    act: str,
    whom: Volunteer,
    now: datetime,
    reason: str = "",
) -> None:
    about = {"volunteer": whom.id, "name": whom.name}
    audit.write(tx, HOUSE, actor, act, now, reason, **about)


def _ours(tx: Connection, volunteer_id: int, by: Staff) -> Volunteer:
    known = volunteers.load(tx, volunteer_id)
    if known is None or known.agency != by.agency:
        raise NotThere
    return known


def _end_of(typed: str, zone: tzinfo, now: datetime) -> datetime:
    """Return the end of the day that was typed."""
    try:
        day = date.fromisoformat(typed.strip())
    except ValueError:
        raise Unfit("Xin chọn ngày hết hạn của thẻ.") from None
    if not now.astimezone(zone).date() <= day <= (now + LONGEST_CARD).date():
        raise Unfit("Thẻ có hạn từ hôm nay tới không quá 18 tháng.")
    return datetime.combine(day + timedelta(days=1), time(), zone)
