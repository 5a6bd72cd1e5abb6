"""Labels of things: "nhật ký, trang 1/80", sealed as the files are that they stand by."""

from storage.crypt import Key


def sealed(key: Key, label: str, name: str) -> bytes | None:
    """Return the cell of a label; None where there is none."""
    return key.seal(label.encode(), _about(name)) if label else None


def opened(key: Key, cell: bytes | None, name: str) -> str:
    """Return the label, empty where there is none."""
    return key.open(cell, _about(name)).decode() if cell is not None else ""


def _about(name: str) -> str:
    return f"label:{name}"
