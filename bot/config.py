"""The settings: read once from the environment, checked, then frozen.

A setting that we do not know is a typing error of the operator, and what he meant would
silently not happen; so it stops the start like a bad value does.
"""

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

from pydantic import Field, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

PREFIX = "MANHMOI_"
TEST_PREFIX = "MANHMOI_TEST_"  # our tests' own; servers under test inherit them
# May be given as files, for they are secrets or carry passwords.
SECRETS = (
    "database_url", "media_url", "telegram_token", "telegram_webhook_secret",
    "telegram_proxy", "zalo_app_secret", "zalo_oa_secret", "zalo_access_token",
    "zalo_refresh_token",
)  # fmt: skip
DATABASES = ("sqlite+aiosqlite:///", "postgresql+asyncpg://")
PROXIES = ("http://", "https://")


class SettingsError(Exception):
    """One sentence that names the setting and says what is wrong with it."""


class Settings(BaseSettings):
    """Everything an office can set; docs/operating.md explains each."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_ignore_empty=True, extra="forbid", frozen=True
    )

    data_dir: Path = Path("var")
    database_url: str = Field(
        default_factory=lambda read: f"{DATABASES[0]}{read['data_dir']}/manhmoi.db",
        repr=False,
    )
    media_url: str = Field(
        default_factory=lambda read: f"file:{read['data_dir']}/media", repr=False
    )
    keyring_file: Path = Field(
        default_factory=lambda read: Path(read["data_dir"]) / "keyring"
    )
    host: str = "127.0.0.1"
    port: int = Field(default=8080, ge=0, le=65535)
    public_url: str = Field(
        default_factory=lambda read: f"http://127.0.0.1:{read['port']}"
    )
    timezone: ZoneInfo = ZoneInfo("Asia/Ho_Chi_Minh")
    metrics_port: int | None = Field(default=None, ge=0, le=65535)
    telegram_token: str = Field(default="", repr=False)
    telegram_api_url: str = "https://api.telegram.org"
    telegram_mode: Literal["webhook", "polling"] = Field(
        default_factory=lambda read: (
            "webhook" if read["public_url"].startswith("https://") else "polling"
        )
    )
    telegram_webhook_secret: str = Field(default="", repr=False)
    telegram_proxy: str = Field(default="", repr=False)
    telegram_a_second: int = Field(default=30, ge=1, le=1000)
    telegram_chat_pause: float = Field(default=1.0, ge=0.0, le=60.0)
    zalo_app_id: str = ""
    zalo_app_secret: str = Field(default="", repr=False, validate_default=True)
    zalo_oa_id: str = Field(default="", validate_default=True)
    zalo_oa_secret: str = Field(default="", repr=False, validate_default=True)
    zalo_access_token: str = Field(default="", repr=False)
    zalo_refresh_token: str = Field(default="", repr=False)
    zalo_appsecret_proof: bool = False
    zalo_template_id: str = ""
    zalo_quiet_hours: str = "22-6"
    zalo_paid_daily: int = Field(default=200, ge=0)
    zalo_api_url: str = "https://openapi.zalo.me"
    zalo_oauth_url: str = "https://oauth.zaloapp.com"
    zalo_media_hosts: str = ".zdn.vn,.zadn.vn,.dlfl.vn,.dlmd.me"

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, url: str) -> str:
        return _starting_with(DATABASES, url)

    @field_validator("media_url")
    @classmethod
    def _known_store(cls, url: str) -> str:
        return _shaped("file:.+", url, "file:<folder>; s3 is not supported yet")

    @field_validator("telegram_token")
    @classmethod
    def _from_botfather(cls, token: str) -> str:
        return _shaped(
            r"\d{1,18}:[\w-]+", token, "number:letters, as BotFather gave it"
        )

    @field_validator("telegram_webhook_secret")
    @classmethod
    def _for_a_header(cls, secret: str) -> str:
        return _shaped(r"[\w-]{1,256}", secret, "1 to 256 of A-Z a-z 0-9 _ -")

    @field_validator("telegram_proxy")
    @classmethod
    def _known_proxy(cls, url: str) -> str:
        if url.lower().startswith("socks"):
            raise ValueError("is a SOCKS proxy; only http and https proxies work here")
        return url and _starting_with(PROXIES, url)

    @field_validator("zalo_app_id", "zalo_oa_id", "zalo_template_id")
    @classmethod
    def _of_zalo(cls, number: str) -> str:
        return _shaped(r"\d{1,30}", number, "digits, as Zalo's console shows it")

    @field_validator("zalo_quiet_hours")
    @classmethod
    def _from_hour_to_hour(cls, hours: str) -> str:
        hour = "(?:1?[0-9]|2[0-3])"
        return _shaped(f"{hour}-{hour}", hours, "two hours of the day, like 22-6")

    @field_validator("zalo_app_secret", "zalo_oa_id", "zalo_oa_secret")
    @classmethod
    def _with_the_app(cls, value: str, info: ValidationInfo) -> str:
        if info.data.get("zalo_app_id") and not value:
            raise ValueError("must be set as well, for Zalo is on")
        return value

    @field_validator("public_url", "telegram_api_url", "zalo_api_url", "zalo_oauth_url")
    @classmethod
    def _bare_address(cls, url: str) -> str:
        return _starting_with(("http://", "https://"), url).rstrip("/")


def read_settings() -> Settings:
    """Return the settings of this process, or raise SettingsError."""
    _refuse_unknown(os.environ)
    secrets = _secrets_in_files(os.environ)
    try:
        return Settings(**secrets)  # type: ignore[arg-type]  # checked by pydantic
    except ValidationError as error:
        raise SettingsError(_sentence(error)) from None


def _refuse_unknown(environ: Mapping[str, str]) -> None:
    known = {_variable(name) for name in Settings.model_fields}
    known |= {_variable(name) + "_FILE" for name in SECRETS}
    ours = {name for name in environ if name.startswith(PREFIX)}
    for name in sorted(ours - known):
        if not name.startswith(TEST_PREFIX):
            raise SettingsError(f"{name} is not a setting of ours; is it misspelt?")


def _secrets_in_files(environ: Mapping[str, str]) -> dict[str, str]:
    named = {name: environ.get(_variable(name) + "_FILE") for name in SECRETS}
    for name, path in named.items():
        if path and environ.get(_variable(name)):
            raise SettingsError(
                f"{_variable(name)} is set twice, itself and as a file; keep one."
            )
    return {name: _contents(name, path) for name, path in named.items() if path}


def _contents(name: str, path: str) -> str:
    try:
        return Path(path).read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        raise SettingsError(f"{_variable(name)}_FILE: cannot read {path}.") from None


def _starting_with(beginnings: tuple[str, ...], url: str) -> str:
    if not url.startswith(beginnings):
        raise ValueError(f"must start with {' or '.join(beginnings)}")
    return url


def _shaped(pattern: str, value: str, words: str) -> str:
    if value and not re.fullmatch(pattern, value, re.ASCII):
        raise ValueError(f"must be {words}")
    return value


def _sentence(error: ValidationError) -> str:
    first = error.errors(include_input=False, include_url=False)[0]
    reason = first["msg"].removeprefix("Value error, ")
    return f"{_variable(str(first['loc'][0]))}: {reason[:1].lower()}{reason[1:]}."


def _variable(name: str) -> str:
    return PREFIX + name.upper()
