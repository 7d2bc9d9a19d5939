"""A PostgreSQL server of Debian's for the tests: on loopback, as user postgres, in a folder that goes when they end.

`python -m tests.store.postgres` installs it first, as `make postgres` does.
"""

import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine, inspect, text

#: Where Debian keeps the server, which is not on the path.
DEBIAN = Path("/usr/lib/postgresql")

#: Nothing here has to survive a power cut.
SETTINGS = ("fsync=off", "full_page_writes=off", "listen_addresses=127.0.0.1")

PASSWORD = "watchfloor"

MISSING = "not installed (on Debian: apt-get install postgresql)"


class Unavailable(Exception):
    """Why there is no server, in one line."""


def install() -> str:
    """Install Debian's package where there is no server and we may; says in one line what there is."""
    allowed = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if _found() is None and shutil.which("apt-get"):
        for arguments in (["update"], ["install", "--yes", "--no-install-recommends", "postgresql"]):
            command = [*allowed, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet", *arguments]
            with contextlib.suppress(OSError, subprocess.TimeoutExpired):
                subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=600)
    found = _found()
    return f"PostgreSQL: {found}" if found else f"PostgreSQL: {MISSING}; the store is tested on SQLite alone"


def binaries() -> Path:
    """The folder of initdb and postgres; raises Unavailable."""
    found = _found()
    if found is None:
        raise Unavailable(MISSING)
    return found


def _found() -> Path | None:
    folders = sorted(DEBIAN.glob("*/bin"), key=lambda p: float(p.parent.name))
    if folders and (folders[-1] / "initdb").exists():
        return folders[-1]
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path else None


@contextmanager
def server() -> Iterator["Server"]:
    """A server that runs until the block is left."""
    tools = binaries()
    with tempfile.TemporaryDirectory(prefix="watchfloor-postgres-") as folder:
        running = Server(tools, Path(folder))
        running.start()
        try:
            yield running
        finally:
            running.stop()


class Server:
    """One cluster of databases in ``folder``; user and password are "watchfloor"."""

    def __init__(self, tools: Path, folder: Path) -> None:
        self.tools, self.folder = tools, folder
        with socket.socket() as s:
            s.bind(("127.0.0.1", 0))
            self.port = s.getsockname()[1]
        self._databases = 0
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres", "postgres")
        password = folder / "password"
        password.write_text(PASSWORD)
        password.chmod(0o644)
        self._run("initdb", "-D", folder / "data", "-U", "watchfloor", "-E", "UTF8", "--locale=C.UTF-8", "-A", "md5",
                  "--pwfile", password, "--no-sync")  # fmt: skip

    def start(self) -> None:
        """Start it, and wait until it answers."""
        settings = " ".join(f"-c {setting}" for setting in (*SETTINGS, f"unix_socket_directories={self.folder}"))
        options = f"-p {self.port} {settings}"
        self._run("pg_ctl", "-D", self.folder / "data", "-l", self.folder / "log", "-w", "-o", options, "start")

    def stop(self, mode: str = "immediate") -> None:
        """Stop it at once, as a power cut would."""
        self._run("pg_ctl", "-D", self.folder / "data", "-m", mode, "-w", "stop", check=False)

    def database(self) -> str:
        """The URL of a new, empty database."""
        self._databases += 1
        name = f"store_{self._databases}"
        self._run("createdb", "-h", "127.0.0.1", "-p", str(self.port), "-U", "watchfloor", name)
        return f"postgresql+psycopg://watchfloor:{PASSWORD}@127.0.0.1:{self.port}/{name}"

    def _run(self, tool: str, *arguments: object, check: bool = True) -> None:
        """Run a tool as user postgres where we are root, for the server refuses to run as root."""
        command = [str(self.tools / tool), *map(str, arguments)]
        user = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}
        environment = {**os.environ, "PGPASSWORD": PASSWORD, "LC_ALL": "C.UTF-8"}
        done = subprocess.run(
            command, cwd=self.folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE, text=True, check=False, timeout=120, **user,
        )  # type: ignore[call-overload]  # fmt: skip
        if check and done.returncode:
            lines = done.stderr.strip().splitlines() or [f"exit status {done.returncode}"]
            raise Unavailable(f"{tool}: {lines[-1]}")


def empty(url: str) -> None:
    """Delete every row of a store."""
    engine = create_engine(url)
    with engine.begin() as connection:
        names = [n for n in inspect(connection).get_table_names() if n != "alembic_version"]
        connection.execute(text(f"TRUNCATE {', '.join(names)} RESTART IDENTITY CASCADE"))
    engine.dispose()


if __name__ == "__main__":
    print(install())
