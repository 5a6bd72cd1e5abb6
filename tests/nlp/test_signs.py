"""Signs: what a telling says without naming it, as its corpus has it."""

import time
from collections import defaultdict
from pathlib import Path

import pytest

from handlers.flows import flows
from handlers.questions import Spot

CORPUS = Path(__file__).parent.parent / "corpus" / "spots.tsv"
CASES = [
    line.split("\t")
    for line in CORPUS.read_text("utf-8").splitlines()
    if not line.startswith("#")
]
# Of a key that several flows spot, the first one's; the narrower have their own tests.
SPOTS: dict[str, Spot] = {
    question.key: question.spot
    for flow in reversed(list(flows().values()))
    for question in flow.questions
    if question.spot is not None
}
HOSTILE = ("đã lấy mẫu " * 9_000, "xã " * 30_000, "1.1." * 10_000, "chôn" * 25_000)


@pytest.mark.parametrize(("key", "message", "value"), CASES)
def test_a_message_says_this_and_nothing_else(
    key: str, message: str, value: str
) -> None:
    said = SPOTS[key](message, ())

    assert (said[0] if said else "") == value


def test_every_sign_has_what_it_must_not_see() -> None:
    values = defaultdict(list)
    for key, _, value in CASES:
        values[key].append(value)

    assert all("" in read and any(read) for read in values.values())


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_costs_no_more_than_its_length(text: str) -> None:
    began = time.process_time()
    for spot in SPOTS.values():
        spot(text, ())

    assert time.process_time() - began < 3.0
