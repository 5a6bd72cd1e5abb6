"""SQLite: one writer in a thread of its own, a few readers beside it.

Calls that wait for the writer share a commit: each runs in its savepoint, so that one
that fails takes nothing of the others with it. WAL with synchronous=FULL: a commit is on
the disk before it is answered.
"""

import asyncio
import contextlib
import queue
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from storage.bell import Bell
from storage.crypt import KeyRing
from storage.errors import StorageBusy, StorageFull

READERS = 3
GROUP = 64
FULL_WORDS = ("disk is full", "disk I/O error")
PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "busy_timeout=10000",
    "foreign_keys=ON",
    "journal_size_limit=67108864",
    "temp_store=MEMORY",
    "cache_size=-32768",
    "secure_delete=ON",  # what is erased is overwritten
)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Call:
    """A unit of work waiting for the writer, and where its outcome goes."""

    work: Callable[[Connection], Any]
    outcome: asyncio.Future[Any]
    rings: Sequence[str]


class SQLite:
    """One file, one writing thread, several reading threads."""

    def __init__(self, url: str, ring: KeyRing, bell: Bell) -> None:
        self.bell = bell
        self._loop = asyncio.get_running_loop()
        self._engine = engine(url, ring)
        self._readers = ThreadPoolExecutor(READERS, "sqlite-read")
        self._calls: queue.SimpleQueue[Call | None] = queue.SimpleQueue()
        self._writer = threading.Thread(target=self._write_all, name="sqlite-write")
        self._writer.start()

    async def read(self, work: Callable[[Connection], T]) -> T:
        return await self._loop.run_in_executor(self._readers, self._read, work)

    async def write(self, work: Callable[[Connection], T], rings: Sequence[str]) -> T:
        outcome: asyncio.Future[T] = self._loop.create_future()
        self._calls.put(Call(work, outcome, rings))
        return await outcome

    async def close(self) -> None:
        self._calls.put(None)
        await asyncio.to_thread(self._writer.join)
        self._readers.shutdown()
        self._engine.dispose()

    def _read(self, work: Callable[[Connection], T]) -> T:
        with self._engine.connect() as tx:
            tx = tx.execution_options(reads_only=True)
            with tx.begin():
                return work(tx)

    def _write_all(self) -> None:
        with self._engine.connect() as tx:
            while calls := self._next_calls():
                # From here on nobody can cancel; who did so before wants no write.
                wanted = [call for call in calls if not call.outcome.cancelled()]
                if wanted:
                    self._write_together(tx, wanted)

    def _next_calls(self) -> list[Call]:
        """Return the calls for one commit; none means that we close."""
        first = self._calls.get()
        calls = [first]
        while calls[-1] is not None and len(calls) < GROUP:
            try:
                calls.append(self._calls.get_nowait())
            except queue.Empty:
                break
        if calls[-1] is None and first is not None:
            self._calls.put(None)
        return [call for call in calls if call is not None]

    def _write_together(self, tx: Connection, calls: list[Call]) -> None:
        try:
            with _translated():
                outcomes = _run_group(tx, calls)
        except Exception as error:  # noqa: BLE001 - goes to whoever waits for it
            if len(calls) > 1:
                for call in calls:
                    self._write_together(tx, [call])
                return
            outcomes = [Outcome(error=error)]
        self._loop.call_soon_threadsafe(self._tell, calls, outcomes)

    def _tell(self, calls: Sequence[Call], outcomes: Sequence["Outcome"]) -> None:
        """Tell everybody how it went, in the loop's own thread: one way over for all."""
        for call, outcome in zip(calls, outcomes, strict=True):
            outcome.tell(call.outcome)
            if outcome.error is None:
                for topic in call.rings:
                    self.bell.ring(topic)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a call returned or raised inside a commit that held."""

    value: Any = None
    error: BaseException | None = None

    def tell(self, future: asyncio.Future[Any]) -> None:
        if future.done():
            return  # nobody waits any more
        if isinstance(self.error, StopIteration):  # which no future takes
            future.set_exception(RuntimeError("a write that came to no end"))
        elif self.error is not None:
            future.set_exception(self.error)
        else:
            future.set_result(self.value)


def engine(url: str, ring: KeyRing) -> sa.Engine:
    """Return a synchronous engine whose every transaction begins as it must."""
    made = sa.create_engine(
        sa.make_url(url).set(drivername="sqlite+pysqlite"),
        execution_options={"ring": ring},
        pool_size=READERS + 1,
        connect_args={"check_same_thread": False},
    )
    sa.event.listen(made, "connect", _on_connect)
    sa.event.listen(made, "begin", _on_begin)
    return made


def _on_connect(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _on_begin(tx: Connection) -> None:
    # A deferred transaction that turns to writing fails at once when another writes.
    reads = tx.get_execution_options().get("reads_only", False)
    _driver(tx).execute("BEGIN" if reads else "BEGIN IMMEDIATE")


def _run_group(tx: Connection, calls: list[Call]) -> list[Outcome]:
    with tx.begin():
        if len(calls) == 1:
            return [Outcome(calls[0].work(tx))]
        return [_run_one(tx, call) for call in calls]


def _run_one(tx: Connection, call: Call) -> Outcome:
    raw = _driver(tx)
    raw.execute("SAVEPOINT one")  # SQLAlchemy's costs 0.1 ms, and a name for each
    try:
        with _translated():
            outcome = Outcome(call.work(tx))
    except StorageFull:
        raise
    except Exception as error:
        if not raw.in_transaction:
            raise  # nothing of the group is left: each is tried alone
        raw.execute("ROLLBACK TO one")
        outcome = Outcome(error=error)
    raw.execute("RELEASE one")
    return outcome


def _driver(tx: Connection) -> sqlite3.Connection:
    raw: Any = tx.connection.driver_connection
    connection: sqlite3.Connection = raw
    return connection


@contextlib.contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except (OperationalError, sqlite3.OperationalError) as error:
        told = str(getattr(error, "orig", error))  # SQLAlchemy's wraps the driver's
        if any(words in told for words in FULL_WORDS):
            raise StorageFull from error
        if "locked" in told:
            raise StorageBusy from error
        raise


def scrub(url: str) -> None:
    """Write the log back into the file and shorten it, so that no old page stays."""
    path = sa.make_url(url).database or ""
    with contextlib.closing(sqlite3.connect(path, timeout=30)) as connection:
        connection.execute("PRAGMA secure_delete=ON")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
