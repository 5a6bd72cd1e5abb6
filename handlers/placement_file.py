"""Placements from a file: each row checked, and none is placed while one is bad.

So a table that was mended is simply given again: what is placed already keeps its code.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from handlers.placing import KINDS, Unfit, checked
from handlers.tables import Row, Unread, rows
from nlp.text import fold
from storage.model.placement import PlacementKind, Spot

# What a column may be called, with or without marks; the first two must be there.
COLUMNS = {
    "kind": ("Loại", "Loại nơi đặt"),
    "name": ("Nơi đặt", "Tên nơi đặt", "Tên"),
    "area": ("Địa bàn", "Xã"),
    "wave": ("Đợt",),
}
NEEDED = ("kind", "name")
NO_COLUMNS = "Dòng đầu xin ghi tên cột: Loại, Nơi đặt, và nếu cần: Địa bàn, Đợt."
# How a kind may be written; the first is what we offer.
WORDS = {
    PlacementKind.POSTER: ("áp phích", "pano", "băng rôn", "bảng tin", "tờ rơi"),
    PlacementKind.VILLAGE: ("thôn", "bản", "ấp", "tổ dân phố", "khu phố", "khu dân cư"),
    PlacementKind.OFFICE: ("trụ sở", "cơ quan", "văn phòng", "ủy ban"),
    PlacementKind.SCREEN: ("màn hình", "màn hình LED", "LED"),
    PlacementKind.UNIT: ("đơn vị", "hội", "chi hội", "hội đoàn", "trường"),
}
OFFERED = ", ".join(words[0] for words in WORDS.values())
_KINDS = {fold(word): kind for kind, words in WORDS.items() for word in words}
_KINDS |= {fold(label): kind for kind, label in KINDS.items()}
_KINDS |= {kind.value: kind for kind in PlacementKind}


@dataclass(frozen=True, slots=True)
class Wanted:
    """The spots that a file asks for, and a sentence for each row that names none."""

    spots: tuple[Spot, ...]
    problems: tuple[str, ...]


def wanted(raw: bytes) -> Wanted:
    """Return what a file asks for. Raises Unread if it is no such table."""
    head, *others = rows(raw) or ((),)
    columns = _columns(head)
    seen: dict[Spot, int] = {}
    problems: list[str] = []
    for number, row in enumerate(others, 2):
        if any(row):
            problems += _take(number, row, columns, seen)
    return Wanted(tuple(seen), tuple(problems))


def _columns(head: Row) -> dict[str, int]:
    """Return where each part of a spot stands."""
    called = [fold(name) for name in head]
    found = {
        part: called.index(fold(name))
        for part, names in COLUMNS.items()
        for name in reversed(names)
        if fold(name) in called
    }
    if any(part not in found for part in NEEDED):
        raise Unread(NO_COLUMNS)
    return found


def _take(
    number: int, row: Row, columns: Mapping[str, int], seen: dict[Spot, int]
) -> Iterator[str]:
    """Add the row's spot to those seen, or yield what is wrong with it."""
    told = {part: row[at] if at < len(row) else "" for part, at in columns.items()}
    kind = _KINDS.get(fold(told.pop("kind")))
    if kind is None:
        yield f"Dòng {number}: chưa rõ loại nơi đặt; xin ghi một trong: {OFFERED}."
        return
    try:
        spot = checked(Spot(kind, **told))
    except Unfit as unfit:
        yield f"Dòng {number}: {unfit}"
        return
    if spot in seen:
        yield f"Dòng {number}: giống hệt dòng {seen[spot]}, xin bỏ một dòng."
        return
    seen[spot] = number
