from dataclasses import replace
from datetime import timedelta

import pytest

from handlers import triage
from handlers.triage import (
    Act,
    Holder,
    MovedOn,
    NeedsReason,
    NeedsWords,
    NotNow,
    NotYours,
    TooLong,
)
from storage.model.staff import Role, Staff
from storage.model.tip import Tip, TipKind, TipStatus
from tests.fixtures.told import NOW

AN = Staff(1, "an", "Trần Thị An", Role.OFFICER, 1, is_active=True, is_enrolled=True)
BA = Holder(2, "Lý Văn Ba")
CHI = Staff(3, "chi", "Vũ Thị Chi", Role.ADMINISTRATOR, 1, True, True)
TIP = Tip(
    id=7,
    code="482 915 637",
    kind=TipKind.BURIAL,
    status=TipStatus.NEW,
    channel="web",
    source=None,
    conversation=1,
    created_at=NOW,
    updated_at=NOW,
    version=3,
    priority=0,
    story="",
    spare="",
    answers={},
    readings={},
    entities=(),
    locations=(),
    media=(),
)


@pytest.mark.parametrize("act", triage.HOLDING)
def test_who_would_change_a_tip_holds_it_first(act: Act) -> None:
    mine = Holder(AN.id, AN.name)

    assert triage.may(act, TIP, AN, mine)
    assert not triage.may(act, TIP, AN, BA)
    assert not triage.may(act, TIP, AN, None)


def test_a_refusal_names_who_holds_the_tip() -> None:
    with pytest.raises(NotYours, match="Lý Văn Ba") as refused:
        triage.check(Act.DECIDE, TIP, AN, BA)

    assert refused.value.holder == "Lý Văn Ba"


def test_a_note_needs_no_claim() -> None:
    assert triage.may(Act.NOTE, TIP, AN, BA)


def test_a_take_over_is_for_administrators_and_from_somebody() -> None:
    assert triage.may(Act.TAKE_OVER, TIP, CHI, BA)
    assert not triage.may(Act.TAKE_OVER, TIP, AN, BA)
    assert not triage.may(Act.TAKE_OVER, TIP, CHI, None)


def test_a_lapsed_lease_holds_nothing() -> None:
    held = replace(TIP, claimed_by=2, lease_until=NOW)

    assert triage.holder_id(held, NOW - timedelta(seconds=1)) == 2
    assert triage.holder_id(held, NOW) is None


@pytest.mark.parametrize("act", triage.REASONED)
def test_some_acts_give_a_reason(act: Act) -> None:
    assert triage.reason_for(act, " vì thế ") == "vì thế"
    with pytest.raises(NeedsReason):
        triage.reason_for(act, " \n")


def test_a_form_must_say_something_that_we_know() -> None:
    with pytest.raises(NeedsWords):
        triage.words("  ", 10)
    with pytest.raises(TooLong, match="10 ký tự"):
        triage.words("a" * 11, 10)
    with pytest.raises(NotNow):
        triage.decision("new")
    with pytest.raises(NotNow):
        triage.field("status")
    assert triage.decision("verified") is TipStatus.VERIFIED


def test_a_form_drawn_of_an_older_state_is_refused() -> None:
    triage.check_version(TIP, "3")
    with pytest.raises(MovedOn):
        triage.check_version(TIP, "2")


def test_an_unfinished_telling_is_concluded_before_it_leaves() -> None:
    mine = Holder(AN.id, AN.name)
    draft = replace(TIP, status=TipStatus.DRAFT)

    assert not triage.may(Act.HAND_OVER, draft, AN, mine)
    assert triage.may(Act.DECIDE, draft, AN, mine)
