"""Memo: what was asked before is not found out again.

Strangers ask, so it keeps only so many answers; then it begins anew.
"""

from abc import abstractmethod
from typing import TypeVar

Asked = TypeVar("Asked")
Told = TypeVar("Told")


class Memo(dict[Asked, Told]):
    """Answers by what was asked, at most ``most`` of them."""

    most = 5_000

    @abstractmethod
    def find(self, asked: Asked) -> Told:
        """The answer, where it is not known yet."""

    def is_kept(self, _asked: Asked, /) -> bool:
        """Is the answer worth its place?"""
        return True

    def __missing__(self, asked: Asked) -> Told:
        told = self.find(asked)
        if self.is_kept(asked):
            if len(self) >= self.most:
                self.clear()
            self[asked] = told
        return told
