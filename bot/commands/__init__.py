"""Commands of `manhmoi`: one file each, found by walking this folder.

A file offers `register(app)`; the command's own words are its help.
"""

from importlib import import_module
from pkgutil import iter_modules

import typer


def register_all(app: typer.Typer) -> None:
    """Give the application every command of this folder."""
    for module in iter_modules(__path__):
        import_module(f"{__name__}.{module.name}").register(app)
