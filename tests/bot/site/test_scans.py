"""Scans from one address: a measure for each span, and no more memory than is given."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.site import scans
from bot.site.scans import MOST, Scans

NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
(SHORT, IN_SHORT), (DAY, IN_DAY) = MOST


def _counted(seen: Scans, tries: int, at: datetime, address: str = "192.0.2.1") -> int:
    return sum(seen.counts(address, "1000016", at) for _ in range(tries))


def test_one_address_has_a_measure_for_ten_minutes_and_one_for_a_day() -> None:
    seen, counted = Scans(), 0

    for window in range(DAY // SHORT):
        fresh = _counted(seen, 50, NOW + window * SHORT)
        assert fresh <= IN_SHORT
        counted += fresh

    # Spans of tries that were refused count as well: who goes on waits longer.
    assert counted == 2 * IN_SHORT
    assert _counted(seen, 1, NOW + DAY) == 1


def test_a_day_is_full_though_no_ten_minutes_were() -> None:
    seen = Scans()

    counted = sum(_counted(seen, 10, NOW + window * SHORT) for window in range(20))

    assert counted == IN_DAY


def test_codes_and_addresses_count_apart() -> None:
    seen = Scans()
    _counted(seen, IN_SHORT, NOW)

    assert seen.counts("192.0.2.1", "1000024", NOW)
    assert seen.counts("192.0.2.2", "1000016", NOW)
    assert not seen.counts("192.0.2.1", "1000016", NOW)


def test_memory_is_bounded_and_who_goes_on_is_not_forgotten(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(scans, "REMEMBERED", 10)
    seen = Scans()
    _counted(seen, IN_SHORT, NOW)

    for number in range(100):
        assert seen.counts(f"198.51.100.{number}", "1000016", NOW)
        assert not seen.counts("192.0.2.1", "1000016", NOW)

    assert len(seen._windows) == 10  # noqa: SLF001 - what it holds is the question
    assert b"192.0.2.1" not in repr(seen).encode()


def test_the_window_ends() -> None:
    seen = Scans()
    _counted(seen, IN_SHORT, NOW)

    assert not seen.counts("192.0.2.1", "1000016", NOW + SHORT - timedelta(seconds=1))
    assert seen.counts("192.0.2.1", "1000016", NOW + SHORT)
