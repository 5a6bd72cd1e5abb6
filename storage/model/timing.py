"""Timing: why a conversation is woken by itself."""

from enum import StrEnum


class TimerKind(StrEnum):
    """Why a timer wakes a conversation."""

    DRAFT = "draft"
    NUDGE = "nudge"
    CONSENT = "consent"
    UNSEAL = "unseal"
    ALBUM = "album"
    CHASE = "chase"  # an officer's question is still unanswered
    NEWS = "news"  # what an officer concluded waits for the morning
