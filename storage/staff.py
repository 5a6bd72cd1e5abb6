"""Staff: who works in the console, and what proves that it is he.

`is_enrolled` means that password and second factor are set; until then the only way in
is a one-time link (see invitations).
"""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import vault
from storage.attempts import wait_after
from storage.model.staff import Credentials, Role, Staff
from storage.tables import staff
from storage.upsert import insert


def add(
    tx: Connection, login: str, name: str, role: Role, agency_id: int, now: datetime
) -> Staff | None:
    """Return the new member; None if somebody has this login."""
    values = {
        "login": login,
        "name": name,
        "role": role,
        "agency_id": agency_id,
        "created_at": now,
    }
    statement = insert(tx, staff).values(values).on_conflict_do_nothing()
    made = tx.execute(statement.returning(staff.c.id)).scalar()
    return load(tx, made) if made is not None else None


def load(tx: Connection, staff_id: int) -> Staff | None:
    """Return the member, or None."""
    return _one(tx, staff.c.id == staff_id)


def by_login(tx: Connection, login: str) -> Staff | None:
    """Return the member with this login, or None."""
    return _one(tx, staff.c.login == login)


def of_agency(tx: Connection, agency_id: int) -> tuple[Staff, ...]:
    """Return all members of an agency, those at work first."""
    query = (
        sa.select(staff)
        .where(staff.c.agency_id == agency_id)
        .order_by(staff.c.is_active.desc(), staff.c.name, staff.c.id)
    )
    return tuple(map(read, tx.execute(query)))


def names(tx: Connection) -> dict[int, str]:
    """Return the name of everybody who ever worked here, by id."""
    return {row.id: row.name for row in tx.execute(sa.select(staff.c.id, staff.c.name))}


def has_administrator(tx: Connection) -> bool:
    """Return whether an administrator can sign in."""
    query = sa.select(staff.c.id).where(
        staff.c.role == Role.ADMINISTRATOR,
        staff.c.is_active,
        staff.c.password_hash.is_not(None),
    )
    return tx.execute(query.limit(1)).first() is not None


def set_active(tx: Connection, staff_id: int, *, is_active: bool) -> bool:
    """Let a member in or keep him out; False if he already was."""
    change = (
        sa.update(staff)
        .where(staff.c.id == staff_id, staff.c.is_active != is_active)
        .values(is_active=is_active)
    )
    return tx.execute(change).rowcount == 1


def forget_credentials(tx: Connection, staff_id: int) -> None:
    """Drop password and second factor: the next way in is a one-time link."""
    fresh = {"password_hash": None, "totp_cell": None, "failures": 0}
    _set(tx, staff_id, **fresh, locked_until=None)


def offer_totp(tx: Connection, staff_id: int, secret: bytes) -> None:
    """Keep the second factor that an enrolling member is being shown."""
    cell = vault.ring(tx).seal(secret, _about(staff_id))
    _set(tx, staff_id, totp_cell=cell, totp_step=0)


def offered_totp(tx: Connection, staff_id: int) -> bytes | None:
    """Return the second factor being shown to an enrolling member."""
    query = sa.select(staff.c.totp_cell).where(staff.c.id == staff_id)
    cell = tx.execute(query).scalar()
    return vault.ring(tx).open(cell, _about(staff_id)) if cell is not None else None


def enrol(
    tx: Connection, staff_id: int, login: str, name: str, password_hash: str, step: int
) -> bool:
    """Set the credentials; False if he has some, or another has the login."""
    taken = by_login(tx, login)
    if taken is not None and taken.id != staff_id:
        return False
    change = (
        sa.update(staff)
        .where(
            staff.c.id == staff_id,
            staff.c.password_hash.is_(None),
            staff.c.totp_cell.is_not(None),
        )
        .values(login=login, name=name, password_hash=password_hash, totp_step=step)
    )
    return tx.execute(change).rowcount == 1


def credentials(tx: Connection, login: str) -> Credentials | None:
    """Return what a member must match; None for nobody and for who may not sign in."""
    query = sa.select(staff).where(
        staff.c.login == login,
        staff.c.is_active,
        staff.c.password_hash.is_not(None),
        staff.c.totp_cell.is_not(None),
    )
    row = tx.execute(query).one_or_none()
    if row is None:
        return None
    secret = vault.ring(tx).open(row.totp_cell, _about(row.id))
    return Credentials(read(row), row.password_hash, secret, row.totp_step)


def may_show_code(tx: Connection, staff_id: int, now: datetime) -> bool:
    """Count a code that comes with the right password; False while he has to wait.

    Counting comes before trying, so that codes at the same moment do not escape it. Only
    who knows the password gets here: no stranger keeps a member waiting.
    """
    query = sa.select(staff.c.failures, staff.c.locked_until)
    row = tx.execute(query.where(staff.c.id == staff_id).with_for_update()).one()
    if row.locked_until is not None and row.locked_until > now:
        return False
    failures = row.failures + 1
    until = now + wait_after(failures)
    _set(tx, staff_id, failures=failures, locked_until=until)
    return True


def is_waiting(tx: Connection, staff_id: int, now: datetime) -> bool:
    """Return whether so many codes were wrong that the next one has to wait."""
    query = sa.select(staff.c.locked_until).where(staff.c.id == staff_id)
    until = tx.execute(query).scalar()
    return until is not None and until > now


def admit(tx: Connection, staff_id: int, step: int) -> bool:
    """Use up a code of the second factor; False if it was used before."""
    change = (
        sa.update(staff)
        .where(staff.c.id == staff_id, staff.c.is_active, staff.c.totp_step < step)
        .values(totp_step=step, failures=0, locked_until=None)
    )
    return tx.execute(change).rowcount == 1


def read(row: sa.Row[Any]) -> Staff:
    """Return the member in a fetched row of the table."""
    return Staff(
        id=row.id,
        login=row.login,
        name=row.name,
        role=Role(row.role),
        agency=row.agency_id,
        is_active=row.is_active,
        is_enrolled=row.password_hash is not None,
    )


def _one(tx: Connection, condition: sa.ColumnElement[bool]) -> Staff | None:
    row = tx.execute(sa.select(staff).where(condition)).one_or_none()
    return read(row) if row else None


def _set(tx: Connection, staff_id: int, **values: object) -> None:
    tx.execute(sa.update(staff).where(staff.c.id == staff_id).values(values))


def _about(staff_id: int) -> str:
    return f"staff.totp:{staff_id}"
