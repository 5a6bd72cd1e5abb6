import re
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.config import Settings, SettingsError, read_settings

OPERATING = Path(__file__).parents[2] / "docs" / "operating.md"
SECRET_URL = "postgresql+asyncpg://office:invented@db/manhmoi"


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(f"MANHMOI_{name.upper()}", raising=False)


def test_all_default_paths_lie_in_the_data_folder(monkeypatch):
    monkeypatch.setenv("MANHMOI_DATA_DIR", "/srv/manhmoi")

    settings = read_settings()

    assert settings.database_url == "sqlite+aiosqlite:////srv/manhmoi/manhmoi.db"
    assert settings.media_url == "file:/srv/manhmoi/media"
    assert settings.keyring_file == Path("/srv/manhmoi/keyring")


def test_an_office_that_sets_nothing_is_served_on_its_own_machine():
    settings = read_settings()

    assert settings.data_dir == Path("var")
    assert (settings.host, settings.port) == ("127.0.0.1", 8080)
    assert settings.public_url == "http://127.0.0.1:8080"
    assert settings.timezone == ZoneInfo("Asia/Ho_Chi_Minh")
    assert settings.metrics_port is None


def test_an_empty_setting_counts_as_unset(monkeypatch):
    monkeypatch.setenv("MANHMOI_PORT", "")

    assert read_settings().port == 8080


def test_settings_cannot_be_changed_after_the_start():
    settings = read_settings()

    with pytest.raises(ValueError, match="frozen"):
        settings.port = 1


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        (
            "MANHMOI_ZALO_QUIET_HOURS",
            "22-25",
            "MANHMOI_ZALO_QUIET_HOURS: must be two hours of the day, like 22-6.",
        ),
        (
            "MANHMOI_PORT",
            "eighty",
            "MANHMOI_PORT: input should be a valid integer, "
            "unable to parse string as an integer.",
        ),
        (
            "MANHMOI_PORT",
            "70000",
            "MANHMOI_PORT: input should be less than or equal to 65535.",
        ),
        (
            "MANHMOI_DATABASE_URL",
            "mysql://db",
            "MANHMOI_DATABASE_URL: must start with "
            "sqlite+aiosqlite:/// or postgresql+asyncpg://.",
        ),
        (
            "MANHMOI_MEDIA_URL",
            "s3://bucket?endpoint=m",
            "MANHMOI_MEDIA_URL: must be file:<folder>; s3 is not supported yet.",
        ),
        (
            "MANHMOI_MEDIA_URL",
            "file:",
            "MANHMOI_MEDIA_URL: must be file:<folder>; s3 is not supported yet.",
        ),
        (
            "MANHMOI_PUBLIC_URL",
            "manhmoi.example",
            "MANHMOI_PUBLIC_URL: must start with http:// or https://.",
        ),
        (
            "MANHMOI_TIMEZONE",
            "Asia/Hue",
            "MANHMOI_TIMEZONE: invalid timezone: Asia/Hue.",
        ),
        (
            "MANHMOI_TELEGRAM_TOKEN",
            "invented",
            "MANHMOI_TELEGRAM_TOKEN: must be number:letters, as BotFather gave it.",
        ),
        (
            "MANHMOI_TELEGRAM_MODE",
            "push",
            "MANHMOI_TELEGRAM_MODE: input should be 'webhook' or 'polling'.",
        ),
        (
            "MANHMOI_TELEGRAM_WEBHOOK_SECRET",
            "a b",
            "MANHMOI_TELEGRAM_WEBHOOK_SECRET: must be 1 to 256 of A-Z a-z 0-9 _ -.",
        ),
        (
            "MANHMOI_TELEGRAM_PROXY",
            "socks5h://proxy",
            "MANHMOI_TELEGRAM_PROXY: is a SOCKS proxy; only http and https proxies work "
            "here.",
        ),
        (
            "MANHMOI_TELEGRAM_PROXY",
            "proxy:3128",
            "MANHMOI_TELEGRAM_PROXY: must start with http:// or https://.",
        ),
        (
            "MANHMOI_ZALO_TEMPLATE_ID",
            "reminder",
            "MANHMOI_ZALO_TEMPLATE_ID: must be digits, as Zalo's console shows it.",
        ),
        (
            "MANHMOI_PROT",
            "8080",
            "MANHMOI_PROT is not a setting of ours; is it misspelt?",
        ),
    ],
)
def test_a_bad_setting_stops_the_start_with_one_sentence_naming_it(
    monkeypatch, name, value, sentence
):
    monkeypatch.setenv(name, value)

    with pytest.raises(SettingsError) as stopped:
        read_settings()

    assert str(stopped.value) == sentence


def test_a_secret_may_come_in_a_file(monkeypatch, tmp_path):
    file = tmp_path / "database_url"
    file.write_text(SECRET_URL + "\n")
    monkeypatch.setenv("MANHMOI_DATABASE_URL_FILE", str(file))

    assert read_settings().database_url == SECRET_URL


def test_a_secret_file_that_cannot_be_read_is_named(monkeypatch, tmp_path):
    monkeypatch.setenv("MANHMOI_DATABASE_URL_FILE", str(tmp_path / "none"))

    with pytest.raises(SettingsError, match="MANHMOI_DATABASE_URL_FILE: cannot read"):
        read_settings()


def test_a_secret_set_twice_stops_the_start(monkeypatch, tmp_path):
    monkeypatch.setenv("MANHMOI_DATABASE_URL", SECRET_URL)
    monkeypatch.setenv("MANHMOI_DATABASE_URL_FILE", str(tmp_path / "any"))

    with pytest.raises(SettingsError, match="MANHMOI_DATABASE_URL is set twice"):
        read_settings()


def test_no_secret_shows_when_the_settings_are_printed_or_refused(monkeypatch):
    monkeypatch.setenv("MANHMOI_DATABASE_URL", SECRET_URL)
    assert "invented" not in repr(read_settings())

    monkeypatch.setenv("MANHMOI_DATABASE_URL", SECRET_URL.removeprefix("postgresql+"))
    with pytest.raises(SettingsError) as stopped:
        read_settings()
    assert "invented" not in str(stopped.value)


def test_telegram_calls_us_only_where_it_finds_an_address_with_https(monkeypatch):
    assert read_settings().telegram_mode == "polling"

    monkeypatch.setenv("MANHMOI_PUBLIC_URL", "https://manhmoi.example")
    assert read_settings().telegram_mode == "webhook"


def test_zalo_is_set_whole_or_not_at_all(monkeypatch):
    assert read_settings().zalo_app_id == ""

    for name, value in (("APP_ID", "12"), ("APP_SECRET", "a"), ("OA_ID", "34")):
        monkeypatch.setenv(f"MANHMOI_ZALO_{name}", value)
    with pytest.raises(SettingsError) as stopped:
        read_settings()
    sentence = "MANHMOI_ZALO_OA_SECRET: must be set as well, for Zalo is on."
    assert str(stopped.value) == sentence

    monkeypatch.setenv("MANHMOI_ZALO_OA_SECRET", "b")
    assert read_settings().zalo_oa_secret == "b"


def test_operating_explains_every_setting_and_no_other():
    explained = re.findall(r"^\| `MANHMOI_(\w+)`", OPERATING.read_text(), re.MULTILINE)

    assert explained == [name.upper() for name in Settings.model_fields]
