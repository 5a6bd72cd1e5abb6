"""What can go wrong with keeping, each with its own sentence."""


class StorageFull(Exception):
    """The disk or the database has no room: nothing was kept, try again later."""


class StorageBusy(Exception):
    """The database gave no answer in time: nothing was kept, try again."""


class StorageClosed(Exception):
    """The database was closed before: nothing was kept, nor will be by this process."""


class AlreadyServing(Exception):
    """Another process holds this SQLite database; one `serve` at a time."""
