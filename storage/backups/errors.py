"""Why a backup or a restore stopped, each with its own sentence."""

from pathlib import Path


class BackupError(Exception):
    """A backup or a restore that did not happen; nothing half-done is left."""


class NotABackup(BackupError):
    def __init__(self, folder: Path) -> None:
        super().__init__(f"{folder} is not a backup of ours, or of another version.")


class BackupDamaged(BackupError):
    def __init__(self, paths: list[str]) -> None:
        shown = ", ".join(paths[:5])
        super().__init__(
            f"{len(paths)} files of the backup are damaged or missing: {shown}. "
            "Nothing was restored; use another backup."
        )


class TargetNotEmpty(BackupError):
    def __init__(self, target: object) -> None:
        super().__init__(
            f"{target} already holds something; choose an empty place, or `--force` it."
        )


class FolderTaken(BackupError):
    def __init__(self, folder: object) -> None:
        super().__init__(
            f"{folder} already holds something; name a new folder for the backup."
        )


class NothingKept(BackupError):
    def __init__(self, database: object) -> None:
        super().__init__(
            f"There is no database at {database} yet; `manhmoi serve` makes it."
        )


class NotWritten(BackupError):
    def __init__(self, cause: OSError) -> None:
        super().__init__(f"The backup was not made: {cause}.")


class OtherDatabase(BackupError):
    def __init__(self, kind: str) -> None:
        super().__init__(f"This is a backup of {kind}; DATABASE_URL names another.")


class ToolMissing(BackupError):
    def __init__(self, program: str) -> None:
        super().__init__(
            f"{program} is missing: `sudo apt-get install postgresql-client` brings it."
        )


class ToolFailed(BackupError):
    def __init__(self, program: str, said: str) -> None:
        super().__init__(f"{program} failed: {said.strip()}")
