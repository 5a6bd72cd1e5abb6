"""The measure counts as right what a human officer would write down as told."""

from random import Random

import pytest

from storage.model.dialogue import Answer, Source
from tests.crowd.measure import is_true
from tests.crowd.played import Played
from tests.crowd.teller import Teller
from tests.crowd.temper import Temper
from tests.crowd.truth import Fact, Stance, Truth
from tests.handlers.stage import Stage


@pytest.mark.parametrize(
    ("key", "value", "facts", "right"),
    [
        ("how_known", "papers", {"how_known": "papers", "papers": "giấy báo tử"}, True),
        ("how_known", "papers", {"how_known": "saw", "papers": "giấy báo tử"}, False),
        ("how_known", "papers", {"papers": "giấy báo tử"}, True),
        ("how_known", "papers", {"relic_kind": "diary"}, True),
        ("how_known", "papers", {"place": "Gio An"}, False),
        ("misinfo_kind", "money", {"misinfo_kind": "office", "amount": "5"}, True),
        ("misinfo_kind", "money", {"misinfo_kind": "office"}, False),
        ("misinfo_kind", "medium", {"misinfo_kind": "office", "amount": "5"}, False),
    ],
)
def test_what_follows_from_what_he_knows_is_true(
    key: str, value: str, facts: dict[str, str], right: bool
) -> None:
    told = {of: Fact(of, what, what, Stance.TOLD) for of, what in facts.items()}
    truth = Truth("misinfo", told)
    teller = Teller(1, "well", "n", Temper.ANSWERS, truth, Random(1))  # noqa: S311

    held = Answer(value, value, Source.FOUND)

    assert is_true(Played(teller, Stage()), held, key) is right
