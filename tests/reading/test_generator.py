"""Invented tips without end: well made, told again by their seed, and read."""

import json
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.entity import Kind
from nlp.extract import extract
from nlp.lexicon import Lexicon
from tests.reading.generator.telling import TEMPLATES, tell, templates, told
from tests.reading.renderings import RENDERINGS
from tests.reading.score import score

LEXICON = Lexicon.load()
COUNT = 250
# What reading must never fall below on these; how well it reads people is in docs/.
FLOORS = {
    Kind.PERSON: 0.75,
    Kind.UNIT: 0.90,
    Kind.RANK: 0.85,
    Kind.PLACE: 0.80,
    Kind.DATE: 0.90,
    Kind.COORD: 0.95,
    Kind.PHONE: 0.98,
    Kind.BURIAL: 0.80,
}


@given(st.integers(0, 1 << 32), st.integers(0, 1 << 16))
def test_any_invented_tip_is_read_and_its_words_stand_at_their_offsets(
    seed: int, number: int
) -> None:
    tip = told(seed, number)

    found = extract(tip.text, LEXICON)

    assert all(tip.words(gold) == tip.words(gold).strip() != "" for gold in tip.gold)
    assert all(tip.text[e.start : e.end] == e.text for e in found)


@pytest.mark.parametrize("seed", [1, 2])
def test_invented_tips_are_read_at_least_so_well(seed: int) -> None:
    tips = list(tell(seed, COUNT))

    counted = score(tips, (extract(tip.text, LEXICON) for tip in tips))

    reached = {kind: counted.tallies[kind].overlap_f1 or 0 for kind in FLOORS}
    assert {k: f for k, f in reached.items() if f < FLOORS[k]} == {}


def test_a_seed_tells_every_situation_in_every_rendering() -> None:
    told = [tip.name.split(", ", 2)[1:] for tip in tell(3, COUNT)]

    assert {situation for situation, _ in told} == {s for s, _ in templates()}
    assert {rendering for _, rendering in told} == set(RENDERINGS)


def test_the_command_prints_the_same_lines_for_the_same_seed() -> None:
    once, again = printed(), printed()

    lines = [json.loads(line) for line in once.splitlines()]
    assert once == again
    assert len(lines) == 5
    for line in lines:
        for entity in line["entities"]:
            assert line["text"][entity["start"] : entity["end"]] == entity["text"]


def printed() -> str:
    command = ["-m", "tests.reading.generator", "--seed", "7", "-n", "5"]
    run = subprocess.run(
        [sys.executable, *command],
        cwd=TEMPLATES.parent.parent.parent.parent,
        check=True,
        capture_output=True,
        text=True,
    )
    return run.stdout
