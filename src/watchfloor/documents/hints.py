"""What a person says about an input, on the command line or in a manifest."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hints:
    """Said by a person, so it outranks what the page says. ``published`` is an ISO day, ``source`` a registry id."""

    published: str | None = None
    source: str | None = None
    url: str | None = None
    title: str | None = None
