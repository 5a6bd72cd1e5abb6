"""The conversation as it was, one paragraph a message, for reading without a program."""

from collections.abc import Mapping

from handlers.package.dossier import Dossier
from handlers.package.words import ABSENT, AUTHORS
from storage.model.line import Line


def transcript(dossier: Dossier, attached: Mapping[str, str]) -> str:
    """Return every line whole; `attached` says where in the package a file lies."""
    labels = {
        (key, value): label
        for line in dossier.lines
        if line.author != "citizen"
        for key, value, label in line.buttons
    }
    told = (
        "\n".join((_head(dossier, line), *_content(line, attached, labels)))
        for line in dossier.lines
    )
    return "\n\n".join((f"HỘI THOẠI, MÃ TIN {dossier.tip.code}", *told)) + "\n"


def _head(dossier: Dossier, line: Line) -> str:
    at = line.at.astimezone(dossier.zone)
    return f"[{at:%d/%m/%Y %H:%M:%S}] {AUTHORS.get(line.author, line.author)}:"


def _content(
    line: Line, attached: Mapping[str, str], labels: Mapping[tuple[str, str], str]
) -> list[str]:
    parts = [line.text] if line.text else []
    if line.media is not None:
        parts.append(f"(gửi tệp {attached.get(line.media, ABSENT)})")
    if line.pin is not None:
        lat, lon = line.pin
        parts.append(f"(ghim vị trí {lat:.6f}, {lon:.6f})")
    if line.buttons:
        verb = "chọn" if line.author == "citizen" else "các nút"
        shown = (labels.get((key, value), label) for key, value, label in line.buttons)
        parts.append(f"({verb}: {'; '.join(shown)})")
    return parts or ["(nội dung không đọc được)"]
