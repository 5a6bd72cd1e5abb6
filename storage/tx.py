"""The transaction that every function of storage takes first, by its name elsewhere."""

from sqlalchemy import Connection

__all__ = ["Connection"]
