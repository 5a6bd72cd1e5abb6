"""What staff read of a message that was held, and will not go."""

SAID: dict[str, str] = {
    "held.muted": "người cung cấp thông tin đã qua đời, tin này không gửi nữa",
}
