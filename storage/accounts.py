"""Accounts: the tokens that let us in at a platform, and how it looks upon us.

Tokens are sealed under the ring, bound to their place in the row of pairs. A new pair is
kept before anybody uses it, for the old one is dead by then.
"""

import json
from collections.abc import Mapping
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import holding, vault
from storage.model.account import Account, AccountState, Pair
from storage.tables import account, inbox
from storage.upsert import insert


def seed(tx: Connection, channel: str, name: str, pair: Pair, now: datetime) -> bool:
    """Keep the pair from the settings, once; another only while we are shut out.

    An empty pair makes the account known, and waits for an administrator.
    """
    mark = vault.ring(tx).fingerprint(pair.refresh.encode(), "account.seed")
    first = _cells(tx, channel, name, pair) | {
        "channel": channel, "account": name, "seed": mark, "changed_at": now,
        "state": AccountState.OK if pair.refresh else AccountState.SHUT_OUT,
    }  # fmt: skip
    statement = insert(tx, account).values(first).on_conflict_do_nothing()
    if tx.execute(statement.returning(account.c.rotation)).scalar() is not None:
        return True
    held = tx.execute(_row(channel, name)).one()
    is_wanted = held.state == AccountState.SHUT_OUT and pair.refresh
    if not is_wanted or held.seed == mark:
        return False
    return rotate(tx, channel, name, held.rotation, pair, now, seed_mark=mark)


def meet(tx: Connection, channel: str, name: str, now: datetime) -> None:
    """Make an account known whose token the settings hold, for as long as it lasts."""
    lasting = _cells(tx, channel, name, Pair("", "", now, now)) | {
        "channel": channel, "account": name, "seed": b"", "changed_at": now,
        "state": AccountState.OK,
    }  # fmt: skip
    tx.execute(insert(tx, account).values(lasting).on_conflict_do_nothing())


def pair_of(tx: Connection, channel: str, name: str) -> Pair:
    """Return the pair that lets us in; an empty one before there was one."""
    row = tx.execute(_row(channel, name)).one()
    ring, about = vault.ring(tx), _about(channel, name, row.rotation)
    return Pair(
        access=ring.open(row.access_cell, f"{about}:access").decode(),
        refresh=ring.open(row.refresh_cell, f"{about}:refresh").decode(),
        expires_at=row.expires_at,
        issued_at=row.issued_at,
        rotation=row.rotation,
    )


def rotate(
    tx: Connection,
    channel: str,
    name: str,
    old: int,
    pair: Pair,
    now: datetime,
    *,
    seed_mark: bytes | None = None,
) -> bool:
    """Put a new pair in the place of the old; False if another did meanwhile."""
    fresh: dict[str, object] = _cells(tx, channel, name, pair, old + 1)
    fresh |= {"state": AccountState.OK, "reason": "", "changed_at": now}
    fresh |= {"alerted_at": None} | ({"seed": seed_mark} if seed_mark else {})
    change = sa.update(account).where(*_is(channel, name), account.c.rotation == old)
    return tx.execute(change.values(fresh)).rowcount == 1


def stand(
    tx: Connection,
    channel: str,
    name: str,
    state: AccountState,
    reason: str,
    now: datetime,
) -> bool:
    """Note how the platform looks upon us; False if that is known."""
    is_news = sa.or_(account.c.state != state, account.c.reason != reason)
    change = sa.update(account).where(*_is(channel, name), is_news)
    values = {"state": state, "reason": reason, "changed_at": now}
    return tx.execute(change.values(values)).rowcount == 1


def state_of(tx: Connection, channel: str, name: str) -> AccountState | None:
    """Return how an account stands; None before there was a pair."""
    query = sa.select(account.c.state).where(*_is(channel, name))
    found = tx.execute(query).scalar()
    return AccountState(found) if found else None


def last_event(tx: Connection, channel: str, name: str) -> datetime | None:
    """Return when the platform last brought us something."""
    query = sa.select(inbox.c.received_at).where(
        inbox.c.channel == channel, inbox.c.account == name
    )
    return tx.execute(query.order_by(inbox.c.id.desc()).limit(1)).scalar()


def claim_check(
    tx: Connection, channel: str, name: str, before: datetime, now: datetime
) -> bool:
    """Take a check upon us that is due; False if another process has it."""
    is_due = sa.or_(account.c.checked_at.is_(None), account.c.checked_at < before)
    change = sa.update(account).where(*_is(channel, name), is_due)
    return tx.execute(change.values(checked_at=now)).rowcount == 1


def claim_alert(
    tx: Connection, channel: str, name: str, before: datetime, now: datetime
) -> bool:
    """Take an alert upon us; False if one was given not long ago."""
    is_due = sa.or_(account.c.alerted_at.is_(None), account.c.alerted_at < before)
    change = sa.update(account).where(*_is(channel, name), is_due)
    return tx.execute(change.values(alerted_at=now)).rowcount == 1


def describe(
    tx: Connection, channel: str, name: str, profile: Mapping[str, str]
) -> None:
    """Keep what the platform tells of an account, beside what it told before."""
    held = tx.execute(_row(channel, name).with_for_update()).one()
    told = json.loads(held.profile) | dict(profile)
    _set(tx, channel, name, profile=json.dumps(told, ensure_ascii=False))


def tally(tx: Connection, channel: str, name: str, more: Mapping[str, int]) -> None:
    """Add to the counts of messages sent."""
    held = tx.execute(_row(channel, name).with_for_update()).one()
    counts: dict[str, int] = json.loads(held.counts)
    for kind, number in more.items():
        counts[kind] = counts.get(kind, 0) + number
    _set(tx, channel, name, counts=json.dumps(counts))


def spend(tx: Connection, channel: str, name: str, day: date, most: int) -> bool:
    """Count one more paid message of a day; False, and noted, if it is one too many."""
    held = tx.execute(_row(channel, name).with_for_update()).one_or_none()
    told = json.loads(held.profile) if held else {}
    today = {"paid_on": day.isoformat()}
    paid = int(told["paid"]) if told.get("paid_on") == today["paid_on"] else 0
    is_in = paid < most
    told |= today | {"paid": str(paid + is_in), "spent": "" if is_in else str(most)}
    _set(tx, channel, name, profile=json.dumps(told, ensure_ascii=False))
    return is_in


def unspend(tx: Connection, channel: str, name: str, day: date) -> None:
    """Take back one paid message of a day, which did not go out."""
    held = tx.execute(_row(channel, name).with_for_update()).one_or_none()
    told = json.loads(held.profile) if held else {}
    if told.get("paid_on") == day.isoformat() and told["paid"] != "0":
        told["paid"] = str(int(told["paid"]) - 1)
        _set(tx, channel, name, profile=json.dumps(told, ensure_ascii=False))


def listed(tx: Connection) -> tuple[Account, ...]:
    """Return how all accounts stand."""
    query = sa.select(account).order_by(account.c.channel, account.c.account)
    return tuple(
        Account(
            channel=row.channel,
            account=row.account,
            state=AccountState(row.state),
            reason=row.reason,
            expires_at=row.expires_at,
            issued_at=row.issued_at,
            changed_at=row.changed_at,
            checked_at=row.checked_at,
            profile=json.loads(row.profile),
            counts=json.loads(row.counts),
            held=holding.count(tx, row.channel, row.account),
        )
        for row in tx.execute(query)
    )


def _cells(
    tx: Connection, channel: str, name: str, pair: Pair, rotation: int = 0
) -> dict[str, object]:
    ring, about = vault.ring(tx), _about(channel, name, rotation)
    return {
        "access_cell": ring.seal(pair.access.encode(), f"{about}:access"),
        "refresh_cell": ring.seal(pair.refresh.encode(), f"{about}:refresh"),
        "expires_at": pair.expires_at,
        "issued_at": pair.issued_at,
        "rotation": rotation,
    }


def _set(tx: Connection, channel: str, name: str, **values: object) -> None:
    tx.execute(sa.update(account).where(*_is(channel, name)).values(values))


def _row(channel: str, name: str) -> sa.Select[tuple[object, ...]]:
    return sa.select(account).where(*_is(channel, name))


def _is(channel: str, name: str) -> tuple[sa.ColumnElement[bool], ...]:
    return (account.c.channel == channel, account.c.account == name)


def _about(channel: str, name: str, rotation: int) -> str:
    return f"account:{channel}:{name}:{rotation}"
