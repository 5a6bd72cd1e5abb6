"""What the plain form holds goes into the conversation, while there is one."""

import pytest

from handlers import plain_form
from handlers.plain_form import Form
from handlers.receiving import Refused
from storage import erasure
from storage.db import Database
from tests.fixtures.line import NOW, begin

FORM = Form("token", "Có một ngôi mộ sau đình.", "0912 000 123", True, 0)


async def test_who_is_erased_while_he_sends_is_asked_to_send_again(
    db: Database,
) -> None:
    which = await db.write(begin)
    await db.write(erasure.erase, which, "Yêu cầu của người kể", "staff:1", NOW)

    with pytest.raises(Refused) as refused:
        await db.write(plain_form.post, which, FORM, NOW)

    assert refused.value.status == 503
