"""The web chat in the citizen's own browser; its HTTP side is bot/site."""

from bot.channel import Fetched
from storage.model.limits import Limits

LIMITS = Limits(text=4000, buttons=10, label=60, upload_bytes=4 << 30)
CHANNEL = Fetched("web", LIMITS)
