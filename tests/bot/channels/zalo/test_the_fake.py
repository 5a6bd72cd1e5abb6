"""The fake by hand: what is typed is said, or presses a button that stands."""

import pytest

from tests.fakes.zalo import Zalo as Fake
from tests.fakes.zalo.__main__ import act


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("1", "#yes"),
        ("2", "2"),
        ("0", "0"),
        ("1968", "1968"),
        ("²", "²"),
        ("Vâng", "Vâng"),
    ],
)
async def test_a_number_presses_its_button_and_any_other_is_said(
    fake: Fake, line: str, said: str
) -> None:
    person = fake.user(1)
    button = {"title": "Đúng", "payload": "#yes"}
    person.world.sent.append({"to": person.id, "text": "?", "buttons": [button]})

    act(person, line)

    assert person.world.talks[-1]["message"] == said
