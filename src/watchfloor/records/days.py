"""Days as records write them: ISO years, months or days."""

from datetime import date


def day(iso: str | None, *, months: bool = False) -> date | None:
    """The day of an ISO date; None where it names none. Of a month, where ``months`` count, the first one."""
    whole = f"{iso}-01" if iso and months and len(iso) == len("2021-09") else iso
    try:
        return date.fromisoformat(whole) if whole else None
    except ValueError:
        return None
