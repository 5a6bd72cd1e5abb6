"""On duty: whether somebody is at the office, when, and its telephone; nothing invented."""

from handlers.conversation.scene import Scene
from handlers.wording import say
from storage.model.agency import Agency, OpenHours

DAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def where(scene: Scene) -> str:
    """Return the office's name, whether somebody is there, its hours and telephone."""
    office = scene.office
    parts = [say(_state(scene), office=office.name)]
    if office.hours and not _is_open(scene):
        parts.append(say("callback.hours", hours=hours(office)))
    if office.telephone:
        parts.append(say("callback.phone", telephone=office.telephone))
    else:
        parts.append(say("callback.no_telephone"))
    return " ".join(parts)


def _state(scene: Scene) -> str:
    if not scene.office.hours:
        return "callback.no_hours"
    return "callback.open" if _is_open(scene) else "callback.closed"


def _is_open(scene: Scene) -> bool:
    return scene.office.is_open(scene.now.astimezone(scene.zone))


def hours(office: Agency) -> str:
    """Return the hours of duty in words."""
    return "; ".join(_stretch(stretch) for stretch in office.hours)


def _stretch(stretch: OpenHours) -> str:
    first, last = DAYS[stretch.days[0]], DAYS[stretch.days[-1]]
    days = first if first == last else f"{first} đến {last}"
    return f"{_clock(stretch.opens)}–{_clock(stretch.closes)} {days}"


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02d}"
