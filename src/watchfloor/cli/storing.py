"""The store that a command is about: one option, one way to open it, one line where it cannot be used."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from .failures import WRONG_USE, Failures

if TYPE_CHECKING:
    from watchfloor.store import Store

StoreOption = Annotated[
    str,
    typer.Option(
        "--store",
        metavar="URL",
        envvar="WATCHFLOOR_STORE",
        help="Where everything is kept: sqlite:///FILE, the path of such a file, or postgresql+psycopg://USER@HOST/DATABASE.",
    ),
]
DEFAULT = "sqlite:///watchfloor.db"

SignedOption = Annotated[
    str | None,
    typer.Option(
        "--as", metavar="NAME", envvar="WATCHFLOOR_REVIEWER", help="Who you are: what people decide is signed."
    ),
]


@contextmanager
def opened(url: str, *, create: bool = False) -> Iterator["Store"]:
    """The store at ``url``, or at a path; whatever goes wrong with it ends the command with one line and status 2.

    Only commands that keep something new ``create`` a missing one.
    """
    from watchfloor.store import Store

    with usable(), Store.open(address(url), create=create) as store:
        yield store


def missing(url: str) -> bool:
    """There is no store yet at ``url``, or at a path: a file would have to be made."""
    from watchfloor.store import Store

    with usable():
        return Store.missing(address(url))


@contextmanager
def usable() -> Iterator[None]:
    """End the command with one line and status 2 where a store cannot be used."""
    from watchfloor.store import StoreError

    try:
        yield
    except StoreError as error:
        Failures().warn(str(error))
        raise typer.Exit(WRONG_USE) from error


def address(url: str) -> str:
    """The URL of a store; a path stands for the SQLite file there."""
    return url if "://" in url else f"sqlite:///{url}"


def signed(name: str | None) -> str:
    """Who signs; raises BadParameter where nobody says, for a login may be shared."""
    if not (name or "").strip():
        raise typer.BadParameter(
            'say who you are: --as "Your Name", or for all commands: export WATCHFLOOR_REVIEWER="Your Name"',
            param_hint="--as",
        )
    return str(name).strip()
