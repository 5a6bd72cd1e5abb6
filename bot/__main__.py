"""`manhmoi`: what an office can ask of the program, one command each."""

import logging
import sys

import typer

from bot import logs
from bot.commands import register
from bot.config import SettingsError
from storage.crypt import KeyringError
from storage.errors import AlreadyServing


def main() -> None:
    """Run a command; what we know to go wrong is said in one sentence."""
    # Before anything can fail: no traceback may show what a witness told.
    logs.configure(sys.stderr, logging.WARNING)
    app = typer.Typer(
        name="manhmoi",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
    )
    app.callback()(_manhmoi)  # so that a command alone keeps its name
    register(app, sys.argv[1:])
    try:
        app()
    except (SettingsError, KeyringError) as error:
        sys.exit(str(error))
    except AlreadyServing as error:
        sys.exit(f"Another `manhmoi serve` already uses {error}; stop it first.")


def _manhmoi() -> None:
    """Đường dây thông tin liệt sĩ: kể, đọc, kiểm tra, chuyển giao."""


if __name__ == "__main__":
    main()
