"""The menu: which pages there are for whom, in the order of the bar."""

from storage.model.staff import Role, Staff

HOME = "/console/"
FOR_ALL = (
    (HOME, "Hàng tin"),
    ("/console/callbacks", "Gọi lại"),
    ("/console/alerts", "Báo gấp"),
    ("/console/privacy", "Quyền dữ liệu"),
    ("/console/placements", "Mã QR"),
    ("/console/unit-codes", "Ký hiệu"),
    ("/console/set-aside", "Việc trục trặc"),
)
FOR_ADMINISTRATORS = (
    ("/console/staff", "Cán bộ"),
    ("/console/volunteers", "Tình nguyện viên"),
    ("/console/settings", "Cơ quan"),
    ("/console/accounts", "Kênh"),
    ("/console/audit", "Nhật ký"),
)
# Pages that say in the menu how much waits on them.
COUNTED = ("/console/privacy", "/console/set-aside")
ROLES = {Role.OFFICER: "Cán bộ", Role.ADMINISTRATOR: "Quản trị viên"}


def pages_of(who: Staff) -> tuple[tuple[str, str], ...]:
    """Return the pages that this member may open."""
    is_administrator = who.role is Role.ADMINISTRATOR
    return FOR_ALL + FOR_ADMINISTRATORS if is_administrator else FOR_ALL


def is_at(path: str, page: str) -> bool:
    """Return whether a path lies under this page of the menu; tips under the queue."""
    if page == HOME:
        return path == HOME or path.startswith("/console/tips/")
    return path == page or path.startswith(f"{page}/")
