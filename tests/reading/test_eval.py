"""`make eval` tells figures, shows no text unasked, and hostile texts cost their length."""

import json
import os
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from nlp.extract import extract
from nlp.lexicon import Lexicon
from tests.reading.figures import figures
from tests.reading.hostile import HOSTILE
from tests.reading.keeping import keep
from tests.reading.markup import tips
from tests.reading.targets import TARGETS, Target, Verdict
from tests.test_house import HOME

LEXICON = Lexicon.load()
ENOUGH = 40_000  # characters
SLACK_MS = 60  # of a measurement on a busy machine


# Every so many-th tip of the development set, entity for entity.
READS = """
from nlp.extract import extract
from nlp.lexicon import Lexicon
from tests.reading.markup import tips
for tip in tips("dev")[::80]:
    print(tip.name, extract(tip.text, Lexicon.load()))
"""


def printed(*arguments: str) -> str:
    return ran("-m", "tests.reading", "--no-speed", *arguments)


def ran(*arguments: str, **environ: str) -> str:
    run = subprocess.run(
        [sys.executable, *arguments],
        cwd=HOME,
        env=os.environ | environ,
        check=True,
        capture_output=True,
        text=True,
    )
    return run.stdout


def test_the_held_out_set_is_measured_and_none_of_it_is_shown(tmp_path: Path) -> None:
    figures_in = tmp_path / "figures.json"

    told = printed("--json", str(figures_in))

    assert all(target.name in told for target in TARGETS)
    assert not any(tip.text[:40] in told for tip in tips("heldout"))
    kept = json.loads(figures_in.read_text("utf-8"))
    gold = [g for tip in tips("heldout") for g in tip.gold if not g.is_optional]
    counted = kept["as written"]["kinds"].values()
    assert sum(kind["gold"] for kind in counted) == len(gold) > 0
    assert kept["speed"] is None


def test_examples_of_the_development_set_are_shown_on_demand() -> None:
    assert " ≠ " in printed("--set", "dev", "--examples", "1")


def test_every_process_reads_the_same() -> None:
    first, *others = (ran("-c", READS, PYTHONHASHSEED=seed) for seed in "123")

    assert first.count("Entity(") > 100
    assert others == [first, first]


def test_the_figures_of_a_day_replace_those_of_another(tmp_path: Path) -> None:
    document = tmp_path / "reading.md"
    document.write_text(
        "# A\n<!-- figures -->\nyesterday\n<!-- end of figures -->\nB\n"
    )
    day, counts = date(2026, 12, 1), (90, 210)

    keep(document, day, counts, figures("dev", LEXICON), ["fast"])

    told = document.read_text()
    assert "yesterday" not in told
    assert "## 1 December 2026: 90 tips, 210 ordinary messages" in told
    assert told.startswith("# A\n")
    assert told.endswith("fast\n\n<!-- end of figures -->\nB\n")


@pytest.mark.parametrize(
    ("reached", "word"),
    [
        ((0.95, 0.9), "aim"),
        ((0.9, 0.8), "pass"),
        ((0.99, 0.7), "miss"),
        ((0.99, None), "miss"),
    ],
)
def test_a_target_is_reached_in_both_figures_or_not(
    reached: tuple[float, float | None], word: str
) -> None:
    target = Target("x", lambda _: None, required=(0.9, 0.8), aim=(0.95, 0.9))

    assert Verdict(target, reached).word == word


@pytest.mark.parametrize("name", HOSTILE)
def test_four_times_a_hostile_text_takes_no_more_than_four_times_as_long(
    name: str,
) -> None:
    whole = HOSTILE[name][:ENOUGH]

    quarter = min(spent_ms(whole[: len(whole) // 4]) for _ in range(2))

    assert min(spent_ms(whole) for _ in range(3)) < 8 * quarter + SLACK_MS


def spent_ms(text: str) -> float:
    began = time.process_time()
    extract(text, LEXICON)
    return (time.process_time() - began) * 1000
