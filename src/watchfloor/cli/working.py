"""A command at work on a store: one run, noted there; what fails gets its line, and the rest goes on."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

import typer

from .failures import INTERRUPTED, SOME_FAILED, WRONG_USE, Failures, fault

if TYPE_CHECKING:
    from watchfloor.coder import Coder
    from watchfloor.pipeline import Outcome
    from watchfloor.store import Store


@contextmanager
def working(store: "Store", command: str, failures: Failures) -> Iterator[int]:
    """The number of a run that ends with the block.

    A store that is lost, faulty knowledge and an interruption end the command; what was kept until then stays.
    """
    from watchfloor.edition import edition
    from watchfloor.knowledge import KnowledgeError
    from watchfloor.store import StoreError

    run = store.begin(command, edition())
    try:
        yield run
        store.finish(run)
    except StoreError as error:
        failures.add(str(error))
        raise typer.Exit(SOME_FAILED) from error
    except KnowledgeError as error:
        for found in error.faults:
            failures.warn(str(found))
        raise typer.Exit(WRONG_USE) from error
    except KeyboardInterrupt as error:
        failures.warn("stopped; what is kept stays, and the same command goes on from there")
        raise typer.Exit(INTERRUPTED) from error


def attempted(
    store: "Store", run: int, path: str, work: Callable[[], "Outcome"], failures: Failures
) -> "Outcome | None":
    """What comes of one document; None where it fails, which has been said and noted in the store."""
    from watchfloor.documents import DocumentError
    from watchfloor.knowledge import KnowledgeError
    from watchfloor.store import StoreError

    try:
        return work()
    except DocumentError as error:
        failures.add(str(error))
        store.fail(run, error.place, f"{error.problem}; {error.remedy}")
    except (StoreError, KnowledgeError):
        raise  # no document can be kept, or none be coded
    except Exception as error:  # one document must not take the others with it
        why = f"stopped at a fault of the program ({fault(error)}); please report it"
        failures.add(f"{path}: {why}")
        store.fail(run, path, why)
    return None


@cache
def coder() -> "Coder":
    """The coder; where nothing has to be coded nobody waits for it."""
    from watchfloor.coder import Coder

    return Coder.load()
