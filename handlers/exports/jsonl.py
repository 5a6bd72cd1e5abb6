"""One JSON object a line, whole: for other programs."""

import json
from typing import Any, BinaryIO


class Writer:
    """Writes a line a tip; nothing is left out."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out

    def add(self, tip: dict[str, Any]) -> None:
        self._out.write(json.dumps(tip, ensure_ascii=False).encode() + b"\n")

    def close(self) -> None:
        self._out.flush()
