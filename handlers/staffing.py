"""Staffing: who comes to work in the console, who leaves, and how each is let in.

Every act is in the audit of the house. A refusal says why in one sentence.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime

from nlp.text import fold
from storage import agencies, audit, invitations, sessions, staff
from storage.audit import HOUSE
from storage.model.staff import Role, Staff
from storage.tx import Connection

LOGIN = re.compile(r"[a-z0-9](?:[a-z0-9._-]{0,30}[a-z0-9])?")
LOGIN_LENGTH, NAME_LENGTH = 32, 100
FIRST_LOGIN, FIRST_NAME = "quantri", "Quản trị viên"
SYSTEM = "system"


class Refused(Exception):
    """An act that may not happen; the message is for who wanted it."""


class BadLogin(Refused):
    def __init__(self) -> None:
        super().__init__(
            "Tên đăng nhập gồm chữ không dấu, chữ số, dấu chấm hay gạch, từ 1 đến 32 "
            "ký tự, ví dụ: nguyenvanan."
        )


class BadName(Refused):
    def __init__(self) -> None:
        super().__init__("Xin ghi họ và tên, không quá 100 ký tự.")


class LoginTaken(Refused):
    def __init__(self, login: str) -> None:
        super().__init__(
            f"Tên đăng nhập “{login}” đã có người dùng, xin chọn tên khác."
        )


class NotThere(Refused):
    def __init__(self) -> None:
        super().__init__("Không có cán bộ này trong cơ quan của đồng chí.")


class NotOneself(Refused):
    def __init__(self) -> None:
        super().__init__(
            "Đồng chí không tự làm việc này cho mình được, xin nhờ quản trị viên khác."
        )


class NotAtWork(Refused):
    def __init__(self) -> None:
        super().__init__("Tài khoản này đã ngừng, xin mở lại trước khi tạo liên kết.")


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Whom somebody wants to let in."""

    login: str
    name: str
    role: Role


def newcomer(login: str, name: str, role: Role) -> Newcomer:
    """Return what was typed, tidied; Refused if it cannot be used."""
    login = unicodedata.normalize("NFC", login).strip().lower()
    name = " ".join(unicodedata.normalize("NFC", name).split())
    if not LOGIN.fullmatch(login):
        raise BadLogin
    if not 0 < len(name) <= NAME_LENGTH:
        raise BadName
    return Newcomer(login, name, role)


def login_for(name: str) -> str:
    """Return a login made of a name: its letters without marks."""
    return "".join(letter for letter in fold(name) if letter.isalnum())[:LOGIN_LENGTH]


def hire(
    tx: Connection, new: Newcomer, agency: int, token: str, actor: str, now: datetime
) -> Staff:
    """Take somebody in; `token` lets him in once, to choose his credentials."""
    made = staff.add(tx, new.login, new.name, new.role, agency, now)
    if made is None:
        raise LoginTaken(new.login)
    invitations.add(tx, made.id, token, now)
    audit.write(
        tx,
        HOUSE,
        actor,
        "staff_added",
        now,
        staff=made.id,
        login=made.login,
        role=made.role,
    )
    return made


def hire_first(tx: Connection, token: str, now: datetime) -> bool:
    """Invite the first administrator; False once one can sign in."""
    if staff.has_administrator(tx):
        return False
    known = staff.by_login(tx, FIRST_LOGIN)
    if known is None or known.is_enrolled or known.role is not Role.ADMINISTRATOR:
        known = _first(tx, now)
    staff.set_active(tx, known.id, is_active=True)
    invitations.add(tx, known.id, token, now)
    audit.write(tx, HOUSE, SYSTEM, "link_made", now, staff=known.id)
    return True


def invite_again(
    tx: Connection, staff_id: int, token: str, by: Staff, now: datetime
) -> Staff:
    """Let somebody choose new credentials; the old ones and his sessions end at once."""
    member = _colleague(tx, staff_id, by)
    if not member.is_active:
        raise NotAtWork
    _shut_out(tx, staff_id, now)
    staff.forget_credentials(tx, staff_id)
    invitations.add(tx, staff_id, token, now)
    audit.write(tx, HOUSE, f"staff:{by.id}", "link_made", now, staff=staff_id)
    return member


def suspend(tx: Connection, staff_id: int, by: Staff, now: datetime) -> Staff:
    """Keep somebody out from this moment on; what he did stays under his name."""
    member = _colleague(tx, staff_id, by)
    if staff.set_active(tx, staff_id, is_active=False):
        _shut_out(tx, staff_id, now)
        audit.write(tx, HOUSE, f"staff:{by.id}", "staff_suspended", now, staff=staff_id)
    return member


def restore(tx: Connection, staff_id: int, by: Staff, now: datetime) -> Staff:
    """Let somebody come back."""
    member = _colleague(tx, staff_id, by)
    if staff.set_active(tx, staff_id, is_active=True):
        audit.write(tx, HOUSE, f"staff:{by.id}", "staff_restored", now, staff=staff_id)
    return member


def _first(tx: Connection, now: datetime) -> Staff:
    """Return a new administrator under the first free login."""
    office = agencies.first(tx)
    number = 1
    while True:
        login = FIRST_LOGIN if number == 1 else f"{FIRST_LOGIN}{number}"
        made = staff.add(tx, login, FIRST_NAME, Role.ADMINISTRATOR, office.id, now)
        if made is not None:
            return made
        number += 1


def _colleague(tx: Connection, staff_id: int, by: Staff) -> Staff:
    member = staff.load(tx, staff_id)
    if member is None or member.agency != by.agency:
        raise NotThere
    if member.id == by.id:
        raise NotOneself
    return member


def _shut_out(tx: Connection, staff_id: int, now: datetime) -> None:
    sessions.close_all(tx, staff_id)
    invitations.withdraw(tx, staff_id, now)
