"""Signing in: a one-time link once, then login, password and a code each time."""

from dataclasses import dataclass
from datetime import datetime

from handlers.staffing import LoginTaken, Newcomer, Refused
from storage import attempts, audit, invitations, sessions, staff
from storage.audit import HOUSE
from storage.model.staff import Credentials, Staff
from storage.tx import Connection


@dataclass(frozen=True, slots=True)
class Ticket:
    """What a browser is about to be signed in with, and what it calls itself."""

    token: str
    csrf: str
    client: str


class LinkUsedUp(Refused):
    def __init__(self) -> None:
        super().__init__(
            "Liên kết này không dùng được: đã dùng một lần, đã quá 24 giờ hoặc chép "
            "chưa đủ; xin nhờ quản trị viên tạo liên kết mới."
        )


class NotLetIn(Refused):
    """One sentence for all reasons, so that it tells nobody which logins there are."""

    def __init__(self) -> None:
        super().__init__(
            "Chưa đăng nhập được: tên, mật khẩu hoặc mã chưa khớp; nếu đã nhập sai 5 "
            "lần, xin chờ ít phút rồi thử lại (lâu nhất 15 phút)."
        )


class AlreadyEnrolled(Refused):
    def __init__(self) -> None:
        super().__init__("Tài khoản này đã đăng ký xong, xin đăng nhập.")


def enter(
    tx: Connection, link: str, secret: bytes, ticket: Ticket, now: datetime
) -> Staff:
    """Use a one-time link up: whoever holds it may choose his credentials now."""
    staff_id = invitations.redeem(tx, link, now)
    member = staff.load(tx, staff_id) if staff_id is not None else None
    if member is None or member.is_enrolled:
        raise LinkUsedUp
    staff.offer_totp(tx, member.id, secret)
    _open(tx, member, ticket, now)
    audit.write(tx, HOUSE, f"staff:{member.id}", "link_used", now)
    return member


def enrol(
    tx: Connection,
    member: Staff,
    chosen: Newcomer,
    password_hash: str,
    step: int,
    ticket: Ticket,
    now: datetime,
) -> None:
    """Set the credentials; every link and every session from before ends."""
    taken = staff.by_login(tx, chosen.login)
    if taken is not None and taken.id != member.id:
        raise LoginTaken(chosen.login)
    if not staff.enrol(tx, member.id, chosen.login, chosen.name, password_hash, step):
        raise AlreadyEnrolled
    invitations.withdraw(tx, member.id, now)
    sessions.close_all(tx, member.id)
    _open(tx, member, ticket, now)
    audit.write(tx, HOUSE, f"staff:{member.id}", "enrolled", now, login=chosen.login)


def admit(
    tx: Connection,
    known: Credentials,
    step: int,
    place: str,
    ticket: Ticket,
    now: datetime,
) -> bool:
    """Sign somebody in whose proofs were right; False if his code was used before."""
    member = known.staff
    if not staff.admit(tx, member.id, step):
        return False
    attempts.forget(tx, place)
    _open(tx, member, ticket, now)
    audit.write(tx, HOUSE, f"staff:{member.id}", "signed_in", now)
    return True


def refuse_code(tx: Connection, known: Credentials, place: str, now: datetime) -> None:
    """Count a wrong code, and note when it was one of many under a right password."""
    attempts.failed(tx, place, now)
    if staff.is_waiting(tx, known.staff.id, now):
        audit.write(tx, HOUSE, "system", "locked", now, staff=known.staff.id)


def leave(tx: Connection, member: Staff, session_id: int, now: datetime) -> None:
    """End one of the member's sessions."""
    if sessions.close(tx, session_id, member.id):
        audit.write(tx, HOUSE, f"staff:{member.id}", "signed_out", now)


def leave_everywhere(tx: Connection, member: Staff, now: datetime) -> None:
    """End all of the member's sessions."""
    sessions.close_all(tx, member.id)
    audit.write(tx, HOUSE, f"staff:{member.id}", "signed_out_everywhere", now)


def _open(tx: Connection, member: Staff, ticket: Ticket, now: datetime) -> None:
    sessions.open_for(tx, member.id, ticket.token, ticket.csrf, ticket.client, now)
