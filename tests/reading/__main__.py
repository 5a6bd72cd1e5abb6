"""`make eval`: how well people's texts are read, on tips written apart from the rules.

Prints the figures of each rendering beside what is required. Texts are only shown on
demand, for whoever works on the rules must not see what was held out.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.voting import is_possible
from nlp.lexicon import Lexicon
from tests.reading import tables
from tests.reading.figures import Rendered, figures
from tests.reading.keeping import DOCUMENT, keep
from tests.reading.markup import SETS, ordinary, tips
from tests.reading.renderings import RENDERINGS
from tests.reading.speed import Speed, speed
from tests.reading.targets import verdicts
from tests.reading.voted import voted


def main() -> None:
    asked = _arguments()
    lexicon = Lexicon.load()
    rendered = figures(asked.set, lexicon)
    for part in _told(asked.set, rendered, asked.examples):
        _say(part)
    measured = None if asked.no_speed else speed(_texts(asked.set), lexicon)
    costs = list(_costs(asked.set, measured, lexicon)) if measured else []
    for part in costs:
        _say(part)
    if asked.json:
        asked.json.write_text(_json(rendered, measured), "utf-8")
    if asked.keep:
        keep(DOCUMENT, datetime.now(UTC).date(), _counts(asked.set), rendered, costs)


def _costs(which: str, measured: Speed, lexicon: Lexicon) -> Iterator[str]:
    yield tables.speed(measured)
    if is_possible():
        cast = voted(tips(which), lexicon)
        yield f"**With a second vote**, as written:\n\n{tables.voted(cast)}"


def _counts(which: str) -> tuple[int, int]:
    return len(tips(which)), len(ordinary())


def _told(which: str, rendered: dict[str, Rendered], examples: int) -> Iterator[str]:
    count, messages = _counts(which)
    yield f"## {which}: {count} tips, {messages} ordinary messages"
    for name, one in rendered.items():
        yield f"### {name}\n\n{tables.kinds(one)}\n\n{tables.below(one)}"
        if examples:
            yield "\n".join(tables.examples(name, one.score.confusions, examples))
    yield f"### Side by side\n\n{tables.rendered_rows(rendered)}"
    yield f"### Targets\n\n{tables.targets(verdicts(rendered))}"


def _texts(which: str) -> list[str]:
    """All tips and ordinary messages in every rendering."""
    told = [*tips(which), *ordinary()]
    return [render(tip).text for render in RENDERINGS.values() for tip in told]


def _json(rendered: dict[str, Rendered], measured: Speed | None) -> str:
    told: dict[str, Any] = {name: one.as_json() for name, one in rendered.items()}
    told["targets"] = {v.target.name: [*v.reached, v.word] for v in verdicts(rendered)}
    told["speed"] = asdict(measured) if measured else None
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser("make eval", description=__doc__)
    parser.add_argument("--set", choices=SETS, default=SETS[0])
    parser.add_argument(
        "--examples", type=int, default=0, metavar="N", help="of a kind"
    )
    parser.add_argument(
        "--json", type=Path, metavar="FILE", help="figures for programs"
    )
    parser.add_argument("--keep", action="store_true", help="into docs/reading.md")
    parser.add_argument(
        "--no-speed", action="store_true", help="leave out what is slow"
    )
    return parser.parse_args()


def _say(part: str) -> None:
    sys.stdout.write(f"{part}\n\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
