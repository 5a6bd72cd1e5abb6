"""What ails an account at a platform: what a person must see to, worst first."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from storage.model.account import UNANSWERED, Account, AccountState

# Zalo's refresh token dies after three months unused.
OLD = timedelta(days=75)
SOON = timedelta(days=14)
DATES = ("%d/%m/%Y", "%Y-%m-%d", "%Y/%m/%d")


class Ail(StrEnum):
    """What can be wrong."""

    SHUT_OUT = "shut_out"
    STOPPED = "stopped"
    UNANSWERED = "unanswered"
    MISSED = "missed"
    FAILING = "failing"
    SPENT = "spent"
    UNVERIFIED = "unverified"
    UNRENEWED = "unrenewed"
    EXPIRING = "expiring"


def ails(account: Account, now: datetime) -> tuple[Ail, ...]:
    """Return what is wrong with an account."""
    return tuple(_ails(account, now))


def _ails(account: Account, now: datetime) -> Iterator[Ail]:
    if account.state is AccountState.SHUT_OUT:
        yield Ail.SHUT_OUT
    if account.state is AccountState.STOPPED:
        is_silent = account.reason == UNANSWERED
        yield Ail.UNANSWERED if is_silent else Ail.STOPPED
    if account.profile.get("missed", "0") != "0":
        yield Ail.MISSED
    if account.profile.get("failing"):
        yield Ail.FAILING
    if account.profile.get("spent") and account.held:
        yield Ail.SPENT
    if account.profile.get("is_verified") == "false":
        yield Ail.UNVERIFIED
    if not account.is_lasting and now - account.issued_at > OLD:
        yield Ail.UNRENEWED
    ends = _date(account.profile.get("package_valid_through_date", ""))
    if ends is not None and ends - now < SOON:
        yield Ail.EXPIRING


def _date(told: str) -> datetime | None:
    """Return a date as Zalo writes it; None where we cannot read it."""
    for form in DATES:
        try:
            return datetime.strptime(told, form).replace(tzinfo=UTC)
        except ValueError:
            continue
    return None
