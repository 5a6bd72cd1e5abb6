from dataclasses import replace
from datetime import timedelta

import pytest

from handlers.account_health import Ail, ails
from storage.model.account import UNANSWERED, Account, AccountState
from tests.fixtures.told import NOW

WELL = Account(
    "zalo", "1", AccountState.OK, "", NOW, NOW, NOW, None, {"is_verified": "true"}, {}
)


def test_an_account_that_works_ails_nothing():
    assert ails(WELL, NOW) == ()


@pytest.mark.parametrize(
    ("changed", "ail"),
    [
        ({"state": AccountState.SHUT_OUT}, Ail.SHUT_OUT),
        ({"state": AccountState.STOPPED}, Ail.STOPPED),
        ({"state": AccountState.STOPPED, "reason": UNANSWERED}, Ail.UNANSWERED),
        ({"profile": {"missed": "2"}}, Ail.MISSED),
        ({"profile": {"is_verified": "false"}}, Ail.UNVERIFIED),
        ({"issued_at": NOW - timedelta(days=76)}, Ail.UNRENEWED),
    ],
)
def test_each_ail_is_seen(changed, ail):
    assert ails(replace(WELL, **changed), NOW) == (ail,)


@pytest.mark.parametrize(("days", "is_seen"), [(-1, True), (13, True), (15, False)])
@pytest.mark.parametrize("form", ["%d/%m/%Y", "%Y-%m-%d"])
def test_a_package_that_ends_soon_is_seen(days, is_seen, form):
    ends = (NOW + timedelta(days=days)).strftime(form)
    account = replace(WELL, profile={"package_valid_through_date": ends})

    assert (ails(account, NOW) == (Ail.EXPIRING,)) == is_seen


def test_a_date_that_we_cannot_read_alarms_nobody():
    account = replace(WELL, profile={"package_valid_through_date": "vĩnh viễn"})

    assert ails(account, NOW) == ()
