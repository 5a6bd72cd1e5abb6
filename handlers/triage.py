"""What an officer may do with a tip, and when; a refusal says why in one sentence.

new → claimed → waiting → answered → verified, unverifiable or not ours → handed over.
Who would change a tip holds it first; a conclusion and a take-over give a reason.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from storage.model.staff import Role, Staff
from storage.model.tip import ANSWER_KEYS, DECISIONS, Tip, TipStatus


class Act(StrEnum):
    """What can be done to a tip."""

    CLAIM = "claim"
    RELEASE = "release"
    TAKE_OVER = "take_over"
    CORRECT = "correct"
    ASK = "ask"
    NOTE = "note"
    DECIDE = "decide"
    HAND_OVER = "hand_over"
    PUT_BACK = "put_back"  # what was set aside
    TELLER_DIED = "teller_died"


HOLDING = (Act.RELEASE, Act.CORRECT, Act.ASK, Act.DECIDE, Act.HAND_OVER)
# These build on what the officer has before his eyes; a note only adds.
VERSIONED = (Act.CORRECT, Act.ASK, Act.DECIDE, Act.HAND_OVER, Act.PUT_BACK)
REASONED = (Act.TAKE_OVER, Act.CORRECT, Act.DECIDE, Act.PUT_BACK, Act.TELLER_DIED)
LONGEST_REASON, LONGEST_WORDS, LONGEST_NOTE = 500, 1000, 4000


class Refused(Exception):
    """An act that may not happen now; the message is for the officer."""


class NotYours(Refused):
    """Somebody else holds the tip, or nobody does."""

    def __init__(self, holder: str | None) -> None:
        self.holder = holder
        super().__init__(
            f"Tin này đang do {holder} xử lý."
            if holder
            else "Xin bấm “Nhận xử lý” trước."
        )


class NeedsReason(Refused):
    """An act that others must be able to understand later."""

    def __init__(self) -> None:
        super().__init__("Xin ghi lý do để người sau hiểu vì sao.")


class NeedsWords(Refused):
    """A form that came without what it was for."""

    def __init__(self) -> None:
        super().__init__("Xin nhập nội dung trước khi gửi.")


class TooLong(Refused):
    """Words that no form of ours would have taken."""

    def __init__(self, longest: int) -> None:
        super().__init__(f"Nội dung dài quá {longest} ký tự, xin rút ngắn lại.")


class NotNow(Refused):
    """The tip stands where this act makes no sense."""


class MovedOn(Refused):
    """The tip changed after the page was drawn."""

    def __init__(self) -> None:
        super().__init__(
            "Tin vừa có thay đổi trong lúc đồng chí đang xem, nên chưa lưu gì cả. "
            "Dưới đây là nội dung mới nhất; xin xem rồi làm lại."
        )


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a tip now."""

    id: int
    name: str


def holder_id(tip: Tip, now: datetime) -> int | None:
    """Return who holds the tip; None once the lease has run out."""
    is_held = tip.lease_until is not None and tip.lease_until > now
    return tip.claimed_by if is_held else None


def check(act: Act, tip: Tip, who: Staff, holder: Holder | None) -> None:
    """Raise the reason why this member may not do this now; return if he may."""
    if act in HOLDING and (holder is None or holder.id != who.id):
        raise NotYours(holder.name if holder else None)
    if act is Act.CLAIM and holder is not None and holder.id != who.id:
        raise NotYours(holder.name)
    if act is Act.PUT_BACK and not tip.apart:
        raise NotNow("Tin này không để riêng.")
    if act is Act.TAKE_OVER:
        _check_take_over(who, holder)
    if act is Act.HAND_OVER and tip.status is not TipStatus.HANDED_OVER:
        _check_hand_over(tip)


def may(act: Act, tip: Tip, who: Staff, holder: Holder | None) -> bool:
    """Return whether `check` lets it pass: what a page offers."""
    try:
        check(act, tip, who, holder)
    except Refused:
        return False
    return True


def check_version(tip: Tip, seen: str) -> None:
    """Raise if the officer's form was drawn of an older state of the tip."""
    if str(tip.version) != seen:
        raise MovedOn


def reason_for(act: Act, written: str) -> str:
    """Return the reason as it is kept."""
    if not written.strip():
        if act in REASONED:
            raise NeedsReason
        return ""
    return words(written, LONGEST_REASON)


def words(written: str, longest: int) -> str:
    """Return what was written; a form without words, or with too many, is refused."""
    said = written.strip()
    if not said:
        raise NeedsWords
    if len(said) > longest:
        raise TooLong(longest)
    return said


def decision(chosen: str) -> TipStatus:
    """Return the conclusion that a form names."""
    if chosen not in DECISIONS:
        raise NotNow("Xin chọn một kết luận.")
    return TipStatus(chosen)


def field(chosen: str) -> str:
    """Return the key of the field that a form sets right."""
    if chosen not in ANSWER_KEYS:
        raise NotNow("Không có mục này trong tin.")
    return chosen


def _check_take_over(who: Staff, holder: Holder | None) -> None:
    if holder is None or holder.id == who.id:
        raise NotNow("Tin này không có ai khác đang giữ.")
    if who.role is not Role.ADMINISTRATOR:
        raise NotYours(holder.name)


def _check_hand_over(tip: Tip) -> None:
    if tip.status is TipStatus.DRAFT:
        raise NotNow("Người kể chưa kể xong; xin kết luận trước khi chuyển.")
