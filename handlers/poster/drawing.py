"""Drawing posters on A4: one template, as PDF, SVG or PNG.

The QR code has error correction H (30 %): paper fades, tears and gets wet, and phones
that read it are old. At 105 mm a module of an address of 45 letters is 2.3 mm wide.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

import segno
import typst

from handlers.placement_codes import spoken
from handlers.staffing import Refused
from storage.agencies import UNNAMED
from storage.model.agency import Agency
from storage.model.placement import Placement

HERE = Path(__file__).parent
TEMPLATE = HERE / "poster.typ"
FONTS = HERE / "fonts"
CORRECTION = "h"
QUIET = 4  # light modules on each side, as the standard asks
PRINT_PPI = 300


class Form(StrEnum):
    """In which form a poster leaves; the last two hold one page."""

    PDF = "pdf"
    SVG = "svg"
    PNG = "png"


class Nameless(Refused):
    """Posters that nobody could tell from false ones."""

    def __init__(self) -> None:
        super().__init__(
            "Xin ghi tên đầy đủ và số điện thoại của cơ quan trước khi in, để người "
            "dân biết áp phích là thật."
        )


@dataclass(frozen=True, slots=True)
class Poster:
    """All that one poster says which others do not."""

    office: str
    telephone: str
    address: str
    url: str
    host: str
    code: str
    spot: str


def poster(placement: Placement, office: Agency, public_url: str) -> Poster:
    """Return what stands on the placement's poster; Nameless if it could not be true."""
    if office.name == UNNAMED or not office.telephone:
        raise Nameless
    spot = placement.spot
    return Poster(
        office=office.name,
        telephone=office.telephone,
        address=office.address,
        url=address(public_url, placement.code),
        host=urlsplit(public_url).netloc,
        code=spoken(placement.code),
        spot=", ".join(filter(None, (spot.name, spot.area, spot.wave))),
    )


def address(public_url: str, code: str) -> str:
    """Return what the QR code holds: our own page, never a platform's.

    So paper outlives a channel that is blocked, renamed or new.
    """
    return f"{public_url}/q/{code}"


def draw(
    posters: Sequence[Poster], form: Form, at: datetime, ppi: int = PRINT_PPI
) -> bytes:
    """Return the posters, a page each."""
    sheets = [asdict(one) | {"qr": _qr(one.url)} for one in posters]
    made: bytes = typst.compile(
        TEMPLATE,
        sys_inputs={"posters": json.dumps(sheets)},
        font_paths=[FONTS],
        ignore_system_fonts=True,  # the same pages on every machine
        timestamp=int(at.timestamp()),
        format=form.value,
        ppi=ppi,
    )
    return made


def _qr(url: str) -> list[list[int]]:
    """Return the code's modules row by row, 1 for a dark one, its quiet zone around.

    The template draws them: a picture within a picture stays blank in many a program
    that opens SVG.
    """
    code = segno.make(url, error=CORRECTION, micro=False)
    return [list(row) for row in code.matrix_iter(border=QUIET)]
