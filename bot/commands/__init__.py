"""Commands of `manhmoi`: one file each, found by walking this folder.

A file offers `register(app)`; the command's own words are its help.
"""

from collections.abc import Sequence
from importlib import import_module
from pkgutil import iter_modules

import typer


def register(app: typer.Typer, asked: Sequence[str]) -> None:
    """Give the application the command that is asked for, or else every one there is.

    To load what all of them need takes 70 MB more than reading texts does.
    """
    files = [module.name for module in iter_modules(__path__)]
    for name in [name for name in files if name in asked[:1]] or files:
        import_module(f"{__name__}.{name}").register(app)
