"""The figures of a day, kept in `docs/reading.md` between its two marks."""

import os
import platform
import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from tests.reading import tables
from tests.reading.figures import Rendered
from tests.reading.speed import HOME
from tests.reading.targets import verdicts

DOCUMENT = HOME / "docs" / "reading.md"
KEPT = re.compile(r"(?<=<!-- figures -->\n).*?(?=<!-- end of figures -->)", re.DOTALL)


def keep(
    document: Path,
    today: date,
    counts: tuple[int, int],
    rendered: Mapping[str, Rendered],
    costs: Sequence[str],
) -> None:
    """Write them into a document in place of those of another day."""
    told = "\n\n".join(_told(today, counts, rendered, costs))
    written = document.read_text("utf-8")
    document.write_text(KEPT.sub(lambda _: f"\n{told}\n\n", written), "utf-8")


def _told(
    today: date,
    counts: tuple[int, int],
    rendered: Mapping[str, Rendered],
    costs: Sequence[str],
) -> list[str]:
    machine = f"{os.cpu_count()} cores, {platform.machine()}"
    first = next(iter(rendered))
    return [
        f"## {today.day} {today:%B %Y}: {counts[0]} tips, {counts[1]} ordinary messages",
        tables.targets(verdicts(rendered)),
        f"**{first.capitalize()}**, kind by kind:",
        tables.kinds(rendered[first]),
        "**Side by side**, exact F1 (of graves overlap):",
        tables.rendered_rows(rendered),
        f"**Speed** ({machine}, Python {platform.python_version()}, not idle):",
        *costs,
    ]
