"""The bot's own SQLite file. One thread reads and writes it, so that nobody else meets the disk."""

import asyncio
import sqlite3
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from queue import SimpleQueue
from types import TracebackType
from typing import Any, Generic, TypeVar

from filelock import FileLock, Timeout

from bot.state.opening import StateError, open_file
from index.errors import unusable_folder

FILE_NAME = "bot.db"
LOCK_NAME = "bot.lock"
WAIT_S = 30.0

Result = TypeVar("Result")
Job = Callable[[sqlite3.Connection], Result]


class _Task(Generic[Result]):
    """A job and the promise of its result, which is kept once the job is committed."""

    def __init__(self, job: Job[Result], *, bare: bool = False) -> None:
        self.future: Future[Result] = Future()
        self.bare = bare
        """Whether it is done outside of any transaction."""
        self._job = job
        self._result: Result
        self._error: Exception | None = None

    def run(self, db: sqlite3.Connection) -> None:
        if self.bare:
            self._result = self._job(db)
            return
        db.execute("SAVEPOINT job")
        try:
            self._result = self._job(db)
        except Exception as error:  # it is the caller's to know, and no other job's
            self._error = error
            db.execute("ROLLBACK TO job")
        db.execute("RELEASE job")

    def tell(self, error: Exception | None, path: Path) -> None:
        """Keep the promise; ``error`` is what went wrong with the transaction."""
        error = error or self._error
        if isinstance(error, sqlite3.Error):
            fault = StateError(f"{path}: cannot be read or written ({error})")
            fault.__cause__ = error
            self.future.set_exception(fault)
        elif error is not None:
            self.future.set_exception(error)
        else:
            self.future.set_result(self._result)


class Database:
    """The file ``bot.db`` in a folder, held by this process alone.

    Jobs are done one after the other in a thread of their own, those that wait together in one
    transaction. A result is there only when the job is on disk, also in a power cut.
    """

    def __init__(self, folder: Path, wait_s: float = WAIT_S) -> None:
        """Open the file, or make it.

        Raises:
            StateError: another bot uses the folder and does not end within ``wait_s`` seconds, or
                the file cannot be read.
            IndexStoreError: the folder cannot be used.
        """
        self.path = folder / FILE_NAME
        self._lock = FileLock(folder / LOCK_NAME, thread_local=False)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._lock.acquire(timeout=wait_s)
            self.path.touch(mode=0o600)  # what readers wrote is nobody else's to read
            self._db = open_file(self.path)
        except Timeout:
            raise StateError(
                f"{folder}: another bot is running on this data folder; stop it, or choose another "
                "with --data-dir"
            ) from None
        except OSError as error:
            raise unusable_folder(folder, error) from error
        except BaseException:
            self._lock.release()
            raise
        self._tasks: SimpleQueue[_Task[Any] | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="state", daemon=True)
        self._thread.start()

    def __enter__(self) -> "Database":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Do what was asked so far, then close the file and let another process have it."""
        self._tasks.put(None)
        self._thread.join()
        self._db.close()
        self._lock.release()

    def submit(self, job: Job[Result]) -> Future[Result]:
        """Have a job done; its result is there when it is committed.

        The result is a StateError where SQLite fails.
        """
        task = _Task(job)
        self._tasks.put(task)
        return task.future

    def call(self, job: Job[Result]) -> Result:
        """Have a job done and wait for it: not on the event loop.

        Raises:
            StateError: SQLite failed.
        """
        return self.submit(job).result()

    async def acall(self, job: Job[Result]) -> Result:
        """Have a job done, without holding up the event loop.

        Raises:
            StateError: SQLite failed.
        """
        return await asyncio.wrap_future(self.submit(job))

    def clear_log(self) -> Future[None]:
        """Have SQLite's log emptied, in which what was deleted stands for a while."""
        task = _Task(lambda db: db.execute("PRAGMA wal_checkpoint(TRUNCATE)").close(), bare=True)
        self._tasks.put(task)
        return task.future

    def _work(self) -> None:
        ends = False
        while not ends:
            batch = [self._tasks.get()]
            while not self._tasks.empty():
                batch.append(self._tasks.get())
            ends = None in batch
            tasks = [task for task in batch if task and task.future.set_running_or_notify_cancel()]
            self._do([task for task in tasks if not task.bare], self._transaction())
            self._do([task for task in tasks if task.bare], nullcontext())

    def _do(self, tasks: list[_Task[Any]], around: AbstractContextManager[None]) -> None:
        if not tasks:
            return
        try:
            with around:
                for task in tasks:
                    task.run(self._db)
        except sqlite3.Error as error:
            for task in tasks:
                task.tell(error, self.path)
        else:
            for task in tasks:
                task.tell(None, self.path)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._db.execute("COMMIT")
        except sqlite3.Error:
            if self._db.in_transaction:  # SQLite ends it by itself when the disk is full
                self._db.execute("ROLLBACK")
            raise
