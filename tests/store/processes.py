"""Work in processes of its own, some of which are killed."""

import os
import signal
import traceback
from collections.abc import Callable
from typing import Any

from sqlalchemy import Engine, event


def start(work: Callable[[], object]) -> int:
    """Start it in a child process; gives that process's id. No connection may be open here."""
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        work()
        status = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(status)


def ended(child: int) -> int:
    """Wait for a child; its exit status, or less the signal that killed it."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def run(work: Callable[[], object]) -> int:
    """Start it, wait for it."""
    return ended(start(work))


def counted(work: Callable[[], object], act: Callable[[int], None]) -> None:
    """Do the work; before each command to the database, and before each end of a transaction, ``act`` on its number."""
    seen = 0

    def step(*_: Any) -> None:
        nonlocal seen
        seen += 1
        act(seen)

    for name in ("before_cursor_execute", "commit"):
        event.listen(Engine, name, step)
    work()


def killed_at(number: int, work: Callable[[], object]) -> Callable[[], None]:
    """The work, ended by SIGKILL at the command of that number."""

    def act(seen: int) -> None:
        if seen == number:
            os.kill(os.getpid(), signal.SIGKILL)

    return lambda: counted(work, act)
