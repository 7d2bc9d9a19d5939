"""What lies in what: containment, and the containers that the words between two mentions tell.

"Jalalabad, Afghanistan", "Sarmada (Idlib)", "Lashkar Gah in Helmand", "Pakistan's Swat Valley".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..knowledge.distances import distance
from ..knowledge.places import Gazetteer
from .place_names import PlaceMention

SAME = 40.0  # km: a town and the division that bears its name, or its quarter, are one answer
COUNTY = 60.0  # km from the seat of a county to its farthest town
WIDE_REACH = 300.0  # km from the middle of an area to its edge
#: Features as large as a division: their point is only somewhere in them.
WIDE = frozenset({"area", "district", "forest", "island", "lake", "mountain", "sea", "valley"})

_COMMA = re.compile(r"\s*[,(]\s*(?:in\s+)?(?:the\s+)?$")
_IN = re.compile(r"\s+(?:in|of)\s+(?:the\s+)?$")
_OWNER = re.compile(r"['’]s?\s+(?:[\w-]+ern\s+)?$")
_LIST_GOES_ON = re.compile(r"\s*(?:,\s*(?:and\s+)?[A-Z]|and\s|or\s|&)")


@dataclass(frozen=True, slots=True)
class Beside:
    """Containers of a mention that the text around it tells.

    `stated` ones follow "in" or own it. `loose` ones follow a comma, which may as well be that of a list; `closes` says
    that no list goes on after them.
    """

    stated: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()
    closes: bool = False


NOTHING = Beside()


def beside(mentions: Sequence[PlaceMention], chosen: Sequence[int], text: str) -> dict[int, Beside]:
    """Return, by number, the containers of the chosen mentions that what stands between them in the text tells."""
    order = sorted(chosen, key=lambda i: (mentions[i].start, i))
    found: dict[int, Beside] = {}
    for here, after in zip(order, order[1:], strict=False):
        a, b = mentions[here], mentions[after]
        gap = text[a.end : b.start]
        if _COMMA.match(gap):
            closes = not _LIST_GOES_ON.match(text, b.end)
            found[here] = replace(found.get(here, NOTHING), loose=(b.text,), closes=closes)
        elif _IN.match(gap):
            found[here] = replace(found.get(here, NOTHING), stated=(b.text,))
        elif _OWNER.match(gap) or (a.text.endswith(("'s", "’s")) and not gap.strip()):
            found[after] = replace(found.get(after, NOTHING), stated=(a.text,))
    return found


def inside(place: Gazetteer, container: Gazetteer) -> bool:
    """Tell whether a place can lie in another: by country or division, else by distance and size."""
    if place == container or container.level == "region":
        return False
    if container.level == "country":
        return place.country == container.country and place.level != "country"
    if place.level not in ("admin2", "city", "feature"):
        return False
    if container.level == "admin1":
        return (place.country, place.admin1) == (container.country, container.admin1)
    if container.level == "admin2":
        return place.level != "admin2" and place.admin1 == container.admin1 and distance(place, container) < COUNTY
    if container.kind in WIDE:
        return distance(place, container) < WIDE_REACH
    return distance(place, container) < SAME and place.population < container.population
