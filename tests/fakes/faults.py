"""What can go wrong at a platform, on demand: each fault as often as is wished."""

from dataclasses import dataclass, field
from enum import StrEnum
from random import Random


@dataclass
class Fault:
    """A fault of one method: the next `times` calls, or a `share` of all."""

    kind: StrEnum
    method: str
    times: int | None = 1
    share: float = 1.0
    seconds: float = 1.0  # how long a slow call takes, what a busy platform asks for
    code: int = -32  # with which number Zalo refuses


@dataclass
class Faults:
    """The faults that are on, and the dice that decide; `usual` is hit if none is named."""

    usual: str
    dice: Random = field(default_factory=lambda: Random(1))  # noqa: S311 - a test's dice
    on: list[Fault] = field(default_factory=list)
    struck: list[StrEnum] = field(default_factory=list)

    def add(self, kind: StrEnum, method: str = "", **how: object) -> None:
        self.on.append(Fault(kind, method or self.usual, **how))

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
