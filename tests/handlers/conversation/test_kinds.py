"""Kinds: of each message of the corpus the flow that it is for."""

from collections import Counter
from pathlib import Path

import pytest

from handlers.conversation.kinds import name_of
from handlers.flows import flows
from storage.model.dialogue import Dialogue, Words
from tests.handlers.stage import find

CORPUS = Path(__file__).parents[2] / "corpus" / "kind.tsv"
CASES = [
    line.split("\t")
    for line in CORPUS.read_text("utf-8").splitlines()
    if not line.startswith("#")
]
ENOUGH = 15


@pytest.mark.parametrize(("message", "kind"), CASES)
def test_a_message_is_of_the_kind_that_its_corpus_says(message: str, kind: str) -> None:
    told = Dialogue(story=(Words(1, message),), found={"story.1": find(message)})

    assert name_of(told) == kind


def test_every_kind_has_messages_enough_with_and_without_marks() -> None:
    by_kind = Counter(kind for _, kind in CASES)
    plain = {kind for message, kind in CASES if message.isascii()}

    assert set(by_kind) == set(flows()) == plain
    assert min(by_kind.values()) >= ENOUGH
