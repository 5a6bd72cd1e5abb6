"""Gathering: the tables of communes, made anew from the package vietnamadminunits.

``python -m nlp.places.gathering`` writes ``communes.tsv`` (the 3,321 units since July 2025),
``wards.tsv`` (the 10,035 until then, with today's units that hold them) and
``former.tsv`` (names that went in mergers before 2025, which the package knows only
without marks). It needs the extra ``gazetteer``; nothing else ever imports the package,
and its converter, which asks a geocoder on the web, is never called.
"""

import json
import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

from nlp.lexicon import DATA
from nlp.text import fold

PACKAGE = "vietnamadminunits"
SOURCE = f"source: {PACKAGE} {{version}} (MIT), by python -m nlp.places.gathering"
PROVINCES = """SELECT DISTINCT provinceShort, province, provinceCode FROM admin_units
    ORDER BY provinceCode"""
TODAY = """SELECT wardShort, wardType, provinceCode, wardCode, wardLat, wardLon,
    provinceKey, wardKey FROM admin_units ORDER BY wardCode"""
BEFORE = """SELECT wardShort, wardType, districtShort, districtType, provinceShort,
    provinceKey, districtKey, wardKey, wardAlias
    FROM admin_units_legacy WHERE wardShort IS NOT NULL ORDER BY wardCode"""
# "Yên Viên (Xã)" is beside a town of that name; "Quận 5" has no name but its type.
TYPED = re.compile(r" \([^)]*\)$|^(?:Quận|Phường) (?=\d)")
TYPES = ("xa", "phuong", "thitran")
LONGEST_SYLLABLE = 7

Key = tuple[str, str]


def main() -> None:
    data = files(PACKAGE) / "data"
    database = sqlite3.connect(str(data / "dataset.db"))
    today, before = (database.execute(query).fetchall() for query in (TODAY, BEFORE))
    moves = json.loads((data / "converter_2025.json").read_text("utf-8"))
    holders = _holders(moves, {(row[6], row[7]): row[3] for row in today})
    wards = [_ward(row, holders) for row in before]
    names = {_bare(row[0]) for row in (*today, *before)}
    _write(
        "provinces_today",
        "Provinces since July 2025 and their official codes",
        ("written", "full", "today"),
        [
            (short, full[:1].lower() + full[1:], code)
            for short, full, code in database.execute(PROVINCES)
        ],
    )
    columns = ("written", "type", "district", "province", "today")
    _write(
        "communes",
        "Communes since July 2025, their official codes and a point in each",
        ("written", "type", "in", "today", "lat", "lon"),
        [(row[0], row[1].lower(), *row[2:6]) for row in today],
    )
    _write("wards", "Communes before July 2025, and today's", columns, wards)
    _write(
        "former",
        "Communes merged away between 2019 and 2025, without marks, and today's",
        columns,
        _former(before, wards, _syllables(names)),
    )


def _holders(moves: Mapping[str, Any], codes: Mapping[Key, str]) -> dict[str, set[str]]:
    """By "province_district_ward" of the old order, today's codes that hold it."""
    holders: dict[str, set[str]] = defaultdict(set)
    for province, units in moves["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for unit, olds in units.items():
            for old in olds:
                holders[old].add(codes[province, unit])
    for province, divided in moves["DICT_PROVINCE_WARD_DIVIDED"].items():
        for old, parts in divided.items():
            holders[old] |= {codes[province, part["newWardKey"]] for part in parts}
    return holders


def _ward(row: tuple[str, ...], holders: Mapping[str, set[str]]) -> tuple[str, ...]:
    name, type_, district, district_type, province, *keys, _ = row
    today = ",".join(sorted(holders["_".join(keys)]))
    unit = f"{district_type.lower()} {_bare(district)}"
    return _bare(name), type_.lower(), unit, province, today


def _bare(name: str) -> str:
    return TYPED.sub("", name)


def _former(
    before: Iterable[tuple[str, ...]],
    wards: Iterable[tuple[str, ...]],
    syllables: frozenset[str],
) -> list[tuple[str, ...]]:
    found: set[tuple[str, ...]] = set()
    for row, (name, _, *rest) in zip(before, wards, strict=True):
        for alias in json.loads(row[-1] or "[]"):
            type_ = next((t for t in TYPES if alias.startswith(t)), None)
            words = _parted(alias[len(type_) :], syllables) if type_ else ()
            if words and " ".join(words) != fold(name):
                found.add((" ".join(words), _spelled(type_ or ""), *rest))
    return sorted(found)


def _spelled(type_: str) -> str:
    return {"xa": "xã", "phuong": "phường", "thitran": "thị trấn"}[type_]


def _syllables(names: Iterable[str]) -> frozenset[str]:
    return frozenset(part for name in names for part in re.findall(r"\w+", fold(name)))


def _parted(joined: str, syllables: frozenset[str]) -> tuple[str, ...]:
    """The words of "hongthaitay", by the syllables that names have; () if it cannot be."""
    ways: list[tuple[str, ...] | None] = [(), *[None] * len(joined)]
    for end in range(1, len(joined) + 1):
        for start in range(max(0, end - LONGEST_SYLLABLE), end):
            before, part = ways[start], joined[start:end]
            if before is None or part not in syllables:
                continue
            best = ways[end]
            if best is None or len(before) + 1 < len(best):
                ways[end] = (*before, part)
    return ways[-1] or ()


def _write(
    table: str, what: str, columns: Iterable[str], rows: Iterable[Iterable[object]]
) -> None:
    source = SOURCE.format(version=version(PACKAGE))
    lines = [f"# {what}; {source}", "\t".join(columns)]
    lines += ["\t".join(map(str, row)) for row in rows]
    Path(DATA / f"{table}.tsv").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
