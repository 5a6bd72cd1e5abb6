"""A spot has one code for ever, and a code one spot."""

import pytest

from handlers.placing import Unfit, checked
from storage import audit, placements
from storage.db import Database
from storage.model.placement import PlacementKind, Spot
from tests.fixtures.placed import GATE, HALL, put


async def test_a_spot_is_placed_once_under_one_code(db: Database) -> None:
    first, is_new = await db.write(put, HALL, 1)
    again, is_again_new = await db.write(put, HALL, 2)

    assert (is_new, is_again_new) == (True, False)
    assert again == first
    assert await db.read(placements.by_code, first.code) == first
    assert await db.read(placements.every, first.agency) == (first,)
    (row,) = await db.read(audit.trail, "house")
    assert row.act == "placement_added"


async def test_a_code_that_is_taken_is_drawn_again(db: Database) -> None:
    hall, _ = await db.write(put, HALL, 1)
    gate, _ = await db.write(put, GATE, 1, 1, 2)

    assert gate.code != hall.code
    assert await db.read(placements.names, [gate.code, hall.code, "1"]) == {
        hall.code: HALL.name,
        gate.code: GATE.name,
    }


def test_a_spot_is_tidied_and_one_without_a_name_refused() -> None:
    assert checked(Spot(PlacementKind.UNIT, " Hội  CCB\n")).name == "Hội CCB"
    for bad in (Spot(PlacementKind.UNIT, "  "), Spot(PlacementKind.UNIT, "a" * 121)):
        with pytest.raises(Unfit):
            checked(bad)
