"""The office's own data: what it says of itself to citizens."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from datetime import datetime

from handlers.staffing import Refused
from storage import agencies, audit
from storage.audit import HOUSE
from storage.model.agency import Agency, OpenHours
from storage.model.staff import Staff
from storage.tx import Connection

DAYS, MIDNIGHT = range(7), 24 * 60
IDLE_MINUTES = (15, 30, 60, 120, 240, 480)
LONGEST = {"name": 200, "address": 300, "telephone": 40}
TELEPHONE = re.compile(r"\+?[0-9][0-9 .()-]{1,}[0-9]")


class Unfit(Refused):
    """Something the office wrote of itself that citizens could not use."""


class HoursUnread(Refused):
    def __init__(self, written: str) -> None:
        super().__init__(
            f"Chưa đọc được giờ “{written}”; xin ghi như 7:30 hoặc 13:30."
            if written
            else "Giờ trực cần đủ cả hai ô, từ và đến."
        )


class HoursTurned(Refused):
    def __init__(self) -> None:
        super().__init__(
            "Giờ trực mỗi ngày xin ghi từ sớm đến muộn: giờ bắt đầu trước giờ kết "
            "thúc, buổi sáng trước buổi chiều."
        )


def checked(changed: Agency) -> Agency:
    """Return the office as it can be kept, or refuse it in one sentence."""
    tidy = replace(
        changed,
        name=" ".join(changed.name.split()),
        address=" ".join(changed.address.split()),
        telephone=" ".join(changed.telephone.split()),
    )
    if not tidy.name:
        raise Unfit("Xin ghi tên đầy đủ của cơ quan.")
    for part, most in LONGEST.items():
        if len(getattr(tidy, part)) > most:
            raise Unfit(f"Nội dung dài quá {most} ký tự, xin ghi ngắn hơn.")
    if tidy.telephone and not TELEPHONE.fullmatch(tidy.telephone):
        raise Unfit("Số điện thoại gồm chữ số và dấu cách, ví dụ: 0912 000 111.")
    if tidy.idle_minutes not in IDLE_MINUTES:
        raise Unfit("Xin chọn một thời gian nghỉ trong danh sách.")
    return tidy


def keep(tx: Connection, changed: Agency, by: Staff, now: datetime) -> None:
    """Store the office's data; the audit names what changed."""
    before = agencies.load(tx, changed.id)
    if before is None or changed.id != by.agency:
        raise Unfit("Không có cơ quan này.")
    was, becomes = asdict(before), asdict(changed)
    parts = [name for name, value in becomes.items() if was[name] != value]
    if parts:
        agencies.keep(tx, changed)
        actor = f"staff:{by.id}"
        audit.write(tx, HOUSE, actor, "office_changed", now, parts=parts)


def hours(week: Iterable[Iterable[tuple[int, int]]]) -> tuple[OpenHours, ...]:
    """Return a week's stretches of duty; neighbouring days with the same share one."""
    days = [tuple(stretches) for stretches in week]
    for stretches in days:
        edges = [edge for stretch in stretches for edge in stretch]
        if edges != sorted(set(edges)) or any(edge > MIDNIGHT for edge in edges):
            raise HoursTurned
    every = sorted({stretch for stretches in days for stretch in stretches})
    found = [
        OpenHours(tuple(run), *stretch)
        for stretch in every
        for run in _runs([day for day in DAYS if stretch in days[day]])
    ]
    return tuple(sorted(found, key=lambda one: (one.days, one.opens)))


def week(office: Agency) -> tuple[tuple[tuple[int, int], ...], ...]:
    """Return the stretches of duty of each day, as `hours` takes them."""
    return tuple(
        tuple(
            sorted((one.opens, one.closes) for one in office.hours if day in one.days)
        )
        for day in DAYS
    )


def _runs(days: list[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for day in days:
        if run and day != run[-1] + 1:
            yield run
            run = []
        run.append(day)
    if run:
        yield run
