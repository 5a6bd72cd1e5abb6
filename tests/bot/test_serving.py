"""A process that starts puts right what one that was killed left behind."""

from pathlib import Path

from bot.config import Settings
from bot.serving import running
from storage import rooms


async def test_a_package_that_was_being_made_is_gone_at_the_start(
    tmp_path: Path,
) -> None:
    settings = Settings(data_dir=tmp_path, port=0)
    left = tmp_path / "media" / f"{rooms.PREFIX}left"
    left.mkdir(parents=True)
    (left / "package.zip").write_bytes(b"plain")

    async with running(settings, ()):
        assert not left.exists()
