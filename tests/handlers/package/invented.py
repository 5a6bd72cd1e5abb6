"""An invented tip with its files, as it would leave the house."""

import hashlib
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from handlers.package.dossier import Dossier
from storage.audit import AuditRow
from storage.model.agency import Agency, Level
from storage.model.dialogue import Answer, Source
from storage.model.evidence import Location, Media, MediaKind, MediaState
from storage.model.line import Line
from storage.model.tip import Tip, TipKind, TipStatus
from storage.notes import Note

AT = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
STORY = (
    "Tôi kể: anh Nguyễn Văn Mẫu hy sinh bên suối Đá.\n"
    '  Dấu lạ: *đậm* _nghiêng_ #let x = 1 $x^2$ <a> @b \\ `c` // "d" [e]\n\n'
    "Chữ khó: ặ ẫ ể ỗ ữ ỵ Đ ơ ư, rẫy, mưỡu, khuỷu."
)
SOUND, PAPER = b"sound" * 1000, b"%PDF-1.4 a paper"


def media(
    name: str, content: bytes, kind: MediaKind, mime: str, title: str = ""
) -> Media:
    digest, size = hashlib.sha256(content).hexdigest(), len(content)
    return Media(
        name, 1, kind, MediaState.OK, mime, title, size, digest, b"k", AT, 61.0
    )


FILES = {"a" * 32: SOUND, "b" * 32: PAPER}
SHOWN = (
    media("a" * 32, SOUND, MediaKind.VOICE, "audio/webm;codecs=opus", "../../x.exe"),
    media("b" * 32, PAPER, MediaKind.DOCUMENT, "application/pdf", "Sơ đồ Đồi 45.pdf"),
)
TIP = Tip(
    id=1,
    code="482 915 637",
    kind=TipKind.BURIAL,
    status=TipStatus.VERIFIED,
    channel="web",
    source=None,
    conversation=1,
    created_at=AT,
    updated_at=AT,
    version=1,
    priority=0,
    story=STORY,
    spare="",
    answers={
        "martyr_name": Answer("Nguyễn Văn Mẫu", "anh Mẫu", Source.OFFICER),
        "unit": Answer("Trung đoàn 66", "e66", Source.FOUND),
        "died": Answer("1972-03", "tháng 3 năm 1972", Source.SAID),
        "place": Answer(None, "", Source.FORGOTTEN),
        "teller_phone": Answer("+84912000123", "0912 000 123", Source.SAID),
    },
    readings={},
    entities=(),
    locations=(Location(13.5, 107.5, 30.0, "pin", "pin"),),
    media=SHOWN,
)
DECIDED = AuditRow(
    "tip:1",
    2,
    AT,
    "staff:1",
    "decided",
    "Khớp sổ của đơn vị.",
    {"to": "verified"},
    "",
    "",
)
FILED = AuditRow("tip:1", 1, AT, "citizen", "filed", "", {}, "", "")
DOSSIER = Dossier(
    tip=TIP,
    lines=(
        Line(1, "bot", AT, "Xin mời kể ạ.", (("consent", "yes", "Đồng ý"),)),
        Line(2, "citizen", AT, "", (("consent", "yes", "yes"),)),
        Line(3, "citizen", AT, STORY),
        Line(4, "citizen", AT, "", media="a" * 32),
    ),
    custody=(FILED, DECIDED),
    notes=(Note(1, "Trần Thị An", "Nên gọi buổi sáng.", AT),),
    office=Agency(1, "Ban Chỉ huy Quân sự xã Mẫu", Level.COMMUNE, "Thôn 1", "0260 000"),
    names={"staff:1": "Trần Thị An"},
    at=AT,
    zone=ZoneInfo("Asia/Ho_Chi_Minh"),
)


async def stored(shown: Media) -> AsyncIterator[bytes]:
    content = FILES[shown.id]
    yield content[:100]
    yield content[100:]
