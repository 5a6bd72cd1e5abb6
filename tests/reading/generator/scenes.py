"""Invented tips of many people: sentences of `scenes.txt`, some joined to a scene.

The model of roles learns from them in how many words it is told who is not the fallen
man, and which day and place are not those of his death. The same seed tells the same.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from tests.reading.generator import words
from tests.reading.generator.filling import fill
from tests.reading.generator.noise import NOISE
from tests.reading.markup import Tip, parse
from tests.reading.renderings import RENDERINGS

SENTENCES = Path(__file__).parent / "scenes.txt"
EITHER = re.compile(r"<([^<>]*)>")
SLOT = re.compile(r"\{([A-Za-z.]+)\}")
BEGINS = re.compile(r"(?:\A|[.:?]|\n) ?\Z")
BLANKS = re.compile(" {2,}")
# Behind these a name may be short, and behind some a woman's.
TITLED = re.compile(
    r"\b(?P<title>[Aa]nh|[Ôô]ng|[Bb]à|[Cc]hị|[Cc]hú|[Cc]ô|[Bb]ác|[Cc]ụ|[Tt]hằng|[Tt]ên|[Bb]ạn) \Z"
)
HERS = ("bà", "chị", "cô")
NAME = re.compile(r"\[(?P<name>[^]]+)\](?P<tag>\(PERSON .*)")
ORDERS = ("Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười", "Út")
SHORT, WOMAN = 0.35, 0.8  # of the names behind a title
TELLERS = "wwrro"
SELVES = ("Tôi", "Em", "Cháu", "Con", "Tui", "Mình")
KIN = (
    *("anh trai", "anh", "chú", "bác", "cậu", "bố", "ba", "cha", "ông nội", "em trai"),
    *("ông ngoại", "chồng", "con trai", "anh rể", "bác cả", "chú út", "cậu ruột"),
)
FEWEST, MOST = 0, 5  # sentences between the opening and the end
ENDED = 0.7  # of the scenes


def scenes(seed: int, count: int) -> Iterator[Tip]:
    """So many tips; the rendering of each stands at the end of its name."""
    for number in range(count):
        yield scene(seed, number)


def scene(seed: int, number: int) -> Tip:
    """One of a seed's scenes, by its number."""
    name = f"scene {seed}-{number}"
    chance = random.Random(name)  # noqa: S311 - the same each time
    told = BLANKS.sub(" ", _chosen(_joined(chance), chance))
    tip = parse(_filled(told, chance), name)
    for noise in NOISE:
        tip = noise(tip, chance)
    rendering = chance.choice(list(RENDERINGS))
    return replace(RENDERINGS[rendering](tip), name=f"{name}, {rendering}")


@cache
def sentences() -> dict[str, list[str]]:
    """By who tells and what the sentence does."""
    found: dict[str, list[str]] = {}
    for line in SENTENCES.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, sentence = line.split("\t")
            found.setdefault(kind, []).append(sentence)
    return found


def _joined(chance: random.Random) -> str:
    """An opening, some sentences and often an end, all of one kind of teller."""
    teller, several = chance.choice(TELLERS), sentences()
    told = [*several.get(f"{teller}f", ()), *several["xf"]]
    parts = [chance.choice(several[f"{teller}o"])]
    parts += chance.sample(told, chance.randint(FEWEST, MOST))
    if chance.random() < ENDED:
        parts.append(chance.choice(several[f"{teller}c"]))
    return chance.choice((" ", " ", " ", "\n")).join(parts)


def _chosen(told: str, chance: random.Random) -> str:
    while either := EITHER.search(told):
        word = chance.choice(either[1].split("|"))
        told = told[: either.start()] + word + told[either.end() :]
    return told


def _filled(told: str, chance: random.Random) -> str:
    """With one kin and one self all through; `{m}` is the last fallen man's given name."""
    said = {"K": chance.choice(KIN), "I": chance.choice(SELVES)}
    last = chance.choice(words.GIVEN)
    filled: list[str] = []
    end = 0
    for slot in SLOT.finditer(told):
        filled.append(told[end : slot.start()])
        end, name = slot.end(), slot[1]
        if name in said:
            is_first = BEGINS.search("".join(filled)) is not None
            filled.append(said[name] if is_first else said[name].lower())
            continue
        before = "".join(filled)
        filled.append(
            f"[{last}](PERSON martyr)"
            if name == "m"
            else _called(_slot(name, chance), before, chance)
        )
        if name == "martyr":
            last = filled[-1][1:].partition("]")[0].split()[-1]
    return "".join(filled) + told[end:]


def _slot(name: str, chance: random.Random) -> str:
    if name == "other":
        return fill("witness", chance).replace("PERSON witness", "PERSON other")
    if name == "late":
        return _late(chance)
    return fill(name, chance)


def _called(filled: str, before: str, chance: random.Random) -> str:
    """The slot; behind a title a name is often short, or that of a woman."""
    title, name = TITLED.search(before), NAME.fullmatch(filled)
    if title is None or name is None or not name["name"][0].isupper():
        return filled
    is_hers = title["title"].lower() in HERS and chance.random() < WOMAN
    given = chance.choice(words.WOMEN if is_hers else words.GIVEN)
    if chance.random() < SHORT:
        order = chance.choice((*ORDERS, *[""] * len(ORDERS)))
        return f"[{order} {given}]{name['tag']}".replace("[ ", "[")
    if is_hers:
        return f"[{chance.choice(words.FAMILIES)} Thị {given}]{name['tag']}"
    return filled


def _late(chance: random.Random) -> str:
    """A day long after the wars, on which nobody fell."""
    year, month = chance.randint(1976, 2026), chance.randint(1, 12)
    day = chance.randint(1, 28)
    whole = f"{year}-{month:02}-{day:02}"
    written, norm = chance.choice(
        (
            (str(year), str(year)),
            (f"{day}/{month}/{year}", whole),
            (f"{day}-{month}-{year}", whole),
            (f"tháng {month}/{year}", whole[:7]),
        )
    )
    return f"[{written}](DATE other = {norm})"
