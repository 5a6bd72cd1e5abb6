"""`python -m tests.reading.generator --seed 1 -n 100`: invented tips as JSON lines.

Each is `{"id", "text", "entities": [{type, text, start, end, norm, role}]}`.
"""

import argparse
import json
import sys
from typing import Any

from tests.reading.generator.telling import tell
from tests.reading.markup import Gold, Tip


def main() -> None:
    parser = argparse.ArgumentParser("tests.reading.generator", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("-n", type=int, default=100, dest="count", metavar="COUNT")
    asked = parser.parse_args()
    for tip in tell(asked.seed, asked.count):
        entities = [_as_json(tip, gold) for gold in tip.gold]
        line = {"id": tip.name, "text": tip.text, "entities": entities}
        sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")


def _as_json(tip: Tip, gold: Gold) -> dict[str, Any]:
    return {
        "type": gold.kind.value,
        "text": tip.words(gold),
        "start": gold.start,
        "end": gold.end,
        "norm": gold.norm,
        "role": gold.role,
    }


if __name__ == "__main__":
    main()
