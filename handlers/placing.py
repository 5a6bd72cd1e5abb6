"""Placing: what staff may say of a spot, and the code that it gets."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from ipaddress import ip_address
from urllib.parse import urlsplit

from handlers.placement_codes import new_code, spoken
from handlers.staffing import Refused
from storage import audit, placements
from storage.audit import HOUSE
from storage.model.placement import Placement, PlacementKind, Spot
from storage.tx import Connection

TRIES = 20
# Names that only this machine, or the network of this house, can look up.
INSIDE = (".localhost", ".local", ".lan", ".home", ".internal", ".home.arpa")
KINDS = {
    PlacementKind.POSTER: "Áp phích, pano",
    PlacementKind.VILLAGE: "Thôn, tổ dân phố",
    PlacementKind.OFFICE: "Trụ sở, cơ quan",
    PlacementKind.SCREEN: "Màn hình",
    PlacementKind.UNIT: "Đơn vị, hội đoàn",
}
NOT_PUBLIC = (
    "Địa chỉ công khai đang là {url}: điện thoại của người dân không mở được, nên chưa "
    "in phát rộng."
)
LONGEST = {"name": 120, "area": 120, "wave": 60}
PARTS = {"name": "Nơi đặt", "area": "Địa bàn", "wave": "Đợt"}


class Unfit(Refused):
    """A spot that could not be told from others, or not be printed."""


def checked(spot: Spot) -> Spot:
    """Return the spot as it can be kept, or refuse it in one sentence."""
    tidy = replace(
        spot,
        name=" ".join(spot.name.split()),
        area=" ".join(spot.area.split()),
        wave=" ".join(spot.wave.split()),
    )
    if not tidy.name:
        raise Unfit("Xin ghi nơi đặt, ví dụ: Nhà văn hóa thôn Suối Đá.")
    for part, most in LONGEST.items():
        if len(getattr(tidy, part)) > most:
            raise Unfit(f"{PARTS[part]} dài quá {most} ký tự, xin ghi ngắn hơn.")
    return tidy


def is_public(url: str) -> bool:
    """Return whether phones outside of this house can reach the address."""
    host = urlsplit(url).hostname or ""
    try:
        return ip_address(host).is_global
    except ValueError:
        return "." in host and not host.endswith(INSIDE)


def place(
    tx: Connection,
    spot: Spot,
    agency_id: int,
    actor: str,
    below: Callable[[int], int],
    now: datetime,
) -> tuple[Placement, bool]:
    """Return the spot's placement and whether it is new; one spot has one code."""
    for _ in range(TRIES):
        made = placements.add(tx, spot, new_code(below), agency_id, now)
        if made is not None:
            audit.write(
                tx, HOUSE, actor, "placement_added", now, code=spoken(made.code)
            )
            return made, True
        known = placements.at(tx, spot, agency_id)
        if known is not None:
            return known, False
    raise LookupError("no free code for a placement")
