"""An interview's consent in the engine, where it stands, and the guide for it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from handlers import interviewing
from handlers.flows import flow
from handlers.question_guide import guides
from handlers.receiving import Refused
from handlers.wording import MARKS, say
from storage import interviews
from storage.codec import pack, unpack_what
from storage.db import Database
from storage.model.dialogue import Consent
from storage.model.message import Said, Vouched
from storage.model.tip import TipKind, TipStatus
from storage.model.volunteer import ConsentForm, Interview
from tests.fixtures.told import NOW
from tests.fixtures.volunteering import begin, invite
from tests.handlers.stage import Stage

HELD = Interview(
    1, 1, 1, "Bà Sáu", NOW, ConsentForm.READ, None, is_erased=False, told_at=NOW
)
AGREED = Vouched("Lê Văn Thí", ConsentForm.READ)


def test_what_a_volunteer_vouches_for_survives_a_deploy() -> None:
    assert unpack_what(pack(AGREED)) == AGREED


def test_a_narrator_who_agreed_is_asked_neither_again_nor_for_his_name() -> None:
    stage = Stage()
    stage.put(Said("Tôi biết mộ liệt sĩ bên suối Đá."))

    said = " ".join(one.text for one in stage.put(AGREED))
    later = stage.put(Vouched("Lê Văn Thí", ConsentForm.SPOKEN))

    assert stage.dialogue.consent is Consent.GIVEN
    assert stage.dialogue.answers["teller_name"].value == "Lê Văn Thí"
    assert [one.text for one in stage.dialogue.story] == [
        "Tôi biết mộ liệt sĩ bên suối Đá."
    ]
    assert say("consent.given") in said
    assert later == []


@pytest.mark.parametrize(
    ("held", "told"),
    [
        (replace(HELD, is_erased=True), say("interview.stage.erased")),
        (replace(HELD, consent=None), say("interview.stage.unasked")),
        (HELD, say("interview.stage.telling")),
        (
            replace(HELD, status=TipStatus.VERIFIED, kind=TipKind.BURIAL),
            say("state.verified"),
        ),
        # A family hears no conclusion from a machine, nor from a volunteer's page.
        (
            replace(HELD, status=TipStatus.VERIFIED, kind=TipKind.RELATIVE),
            say("state.relative.call"),
        ),
    ],
)
def test_the_list_says_where_each_stands(held: Interview, told: str) -> None:
    assert interviewing.stage(held) == told


def test_the_guide_asks_what_the_flows_ask_as_the_young_ask_an_elder() -> None:
    every = guides()

    assert [one.title for one in every] == [say(f"kind.{kind}") for kind in TipKind]
    burial = every[0]
    asked = [one for one in flow("burial").questions if one.is_asked]
    assert len(burial.questions) == len(asked)
    spoken = " ".join(question for one in every for question in one.questions)
    assert not any(mark in spoken for mark in MARKS.values())


async def test_a_narrator_needs_a_name_and_a_day_has_an_end(db: Database) -> None:
    lan = await db.write(invite)
    for name in ("", "   ", "a" * 101):
        with pytest.raises(Refused):
            await db.write(begin, lan, name)

    for number in range(interviewing.A_DAY_AT_MOST):
        await db.write(begin, lan, f"Người kể {number}", f"form-{number}")
    with pytest.raises(Refused) as refused:
        await db.write(begin, lan, "Bà Sáu", "form-last")

    assert refused.value.status == 429
    later = NOW + timedelta(days=1, seconds=1)
    assert await db.write(interviewing.begin, lan, "Bà Sáu", "form-last", later)


async def test_who_agreed_is_not_erased_by_a_button(db: Database) -> None:
    lan = await db.write(invite)
    number = await db.write(begin, lan)
    held = await db.read(interviews.load, number, lan.id)
    assert held is not None
    await db.write(interviewing.agree, held, NOW)
    held = await db.read(interviews.load, number, lan.id)
    assert held is not None

    with pytest.raises(Refused) as refused:
        await db.write(interviewing.refuse, held, NOW)

    assert refused.value.status == 409
