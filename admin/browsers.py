"""Browsers by the names that people know them by."""

# The first that fits: Edge and Cốc Cốc also call themselves Chrome, Chrome calls
# itself Safari.
BROWSERS = (
    ("Edg", "Edge"),
    ("coc_coc", "Cốc Cốc"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
SYSTEMS = (
    ("Android", "điện thoại Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "máy Mac"),
    ("Linux", "Linux"),
)


def browser(client: str) -> str:
    """Return what a User-Agent header stands for, in words."""
    name = _first(BROWSERS, client) or "Trình duyệt khác"
    system = _first(SYSTEMS, client)
    return f"{name} trên {system}" if system else name


def _first(names: tuple[tuple[str, str], ...], client: str) -> str | None:
    return next((name for mark, name in names if mark in client), None)
