"""Phrases: what people say, from tables written by hand, by section and region."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
SLOT = re.compile(r"\{(\w+)\}")
NEED = re.compile(r"<(\w+)=([^>]+)> ")  # only who knows just this would say so
OURS = frozenset({"toi", "anh", "answer"})  # slots that tell nothing


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence as one region says it (*: any), with slots for what it tells."""

    region: str
    text: str
    needs: tuple[tuple[str, str], ...] = ()

    @property
    def tells(self) -> frozenset[str]:
        slots = frozenset(SLOT.findall(self.text)) - OURS
        return slots | {key for key, _ in self.needs}


@cache
def phrases() -> dict[str, tuple[Phrase, ...]]:
    """Return every phrase by its section."""
    sections: dict[str, list[Phrase]] = {}
    for path in sorted((HERE / "tongues").glob("*.txt")):
        for section, line in _lines(path):
            text, needs = NEED.sub("", line[2:]), tuple(NEED.findall(line))
            sections.setdefault(section, []).append(Phrase(line[0], text, needs))
    return {name: tuple(several) for name, several in sections.items()}


@cache
def lists() -> dict[str, tuple[str, ...]]:
    """Return the lists that hidden truths are drawn from."""
    sections: dict[str, list[str]] = {}
    for section, line in _lines(HERE / "lists.txt"):
        sections.setdefault(section, []).append(line)
    return {name: tuple(several) for name, several in sections.items()}


def spoken(section: str, region: str) -> tuple[Phrase, ...]:
    """Return what is said in a region; without a section of this name, nothing."""
    several = phrases().get(section, ())
    return tuple(phrase for phrase in several if phrase.region in ("*", region))


def _lines(path: Path) -> list[tuple[str, str]]:
    found, section = [], ""
    for line in path.read_text().splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            found.append((section, line))
    return found
