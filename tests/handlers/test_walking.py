"""Walking: every way through every flow ends within its few questions."""

import pytest

from handlers.conversation.place import CONFIRM, asks
from handlers.flows import flow, flows
from handlers.walking import ways
from storage.model.dialogue import Dialogue


@pytest.mark.parametrize("name", flows())
def test_every_way_ends(name: str) -> None:
    assert list(ways(name)) == []


def test_a_way_that_goes_in_a_circle_is_found() -> None:
    assert list(ways("burial", lambda _dialogue: "place")) == [
        "burial: the way to place never ends."
    ]


def test_a_way_that_leads_nowhere_is_found() -> None:
    assert list(ways("burial", lambda _dialogue: None)) == [
        "burial: the way to None never ends."
    ]


def test_a_way_with_too_many_questions_is_found() -> None:
    def greedy(dialogue: Dialogue) -> str:
        open_ones = (q.key for q in asks(dialogue) if q.key not in dialogue.answers)
        return next(open_ones, CONFIRM)

    most = flow("free").most

    assert f"relic: more than {most} questions are asked." in list(
        ways("relic", greedy)
    )
