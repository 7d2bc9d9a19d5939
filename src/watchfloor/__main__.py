"""`python -m watchfloor` and the command `watchfloor`."""


def main() -> None:
    """Run the command line."""
    from watchfloor.cli.app import app

    app(prog_name="watchfloor")


if __name__ == "__main__":
    main()
