"""What can go wrong on Zalo's side, on demand: each fault as often as is wished."""

from dataclasses import dataclass, field
from enum import StrEnum
from random import Random


class Kind(StrEnum):
    """How a call goes wrong."""

    CODE = "code"  # refused with a number of Zalo's
    BROKEN = "broken"  # 502 without JSON
    DROPPED = "dropped"  # hung up before anything was done
    SLOW = "slow"  # done, but late
    LOST = "lost"  # done, but the answer never comes


@dataclass
class Fault:
    """A fault of one call: the next `times`, or a `share` of all.

    `method` is a message (cs), a token, a file (media) or the account (getoa).
    """

    kind: Kind
    method: str = "cs"
    times: int | None = 1
    share: float = 1.0
    seconds: float = 1.0  # how long SLOW takes
    code: int = -32  # what CODE says


@dataclass
class Faults:
    """The faults that are on, and the dice that decide."""

    dice: Random = field(default_factory=lambda: Random(1))  # noqa: S311 - a test's dice
    on: list[Fault] = field(default_factory=list)
    struck: list[Kind] = field(default_factory=list)

    def add(self, kind: Kind, **how: object) -> None:
        self.on.append(Fault(kind, **how))

    def strike(self, method: str) -> Fault | None:
        """Return what happens to this call; None when it goes well."""
        for fault in self.on:
            if fault.method != method or fault.times == 0:
                continue
            if self.dice.random() < fault.share:
                fault.times = None if fault.times is None else fault.times - 1
                self.struck.append(fault.kind)
                return fault
        return None
