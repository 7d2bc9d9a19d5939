"""Where a document was published: what stands in it without a country more often lies there."""

import re
from collections.abc import Mapping

from watchfloor.knowledge.places import Places
from watchfloor.knowledge.sources import Sources
from watchfloor.records import Document

#: Country domains that anyone in the world registers, for what the letters say or look like.
ANYBODYS = frozenset("ai am cc co fm gg im io la ly me nu sh st tk to tv ws".split())
#: Country domains that are not the alpha-2 code of the country.
OTHER_CODES: Mapping[str, str] = {"uk": "GB", "ac": "SH"}
_HOST = re.compile(r"(?:[a-z][a-z0-9+.-]*://)?(?:[^/@\s]*@)?([^/:?#\s]+)")


def source_of_publication(document: Document, sources: Sources) -> str | None:
    """Who publishes it, as somebody said; else the registered source of the publication's name, else of the address.

    An id of the registry, or the words that were said where it has none for them.
    """
    if document.source:
        return sources.identify(document.source)
    found = sources.named(document.publication or "") or sources.at(document.url or "")
    return found.id if found else None


def country_of_publication(document: Document, sources: Sources, places: Places) -> str | None:
    """Return the alpha-3 of the source's country in the registry, else of the domain of the document's address."""
    address = document.url or ""
    source = (sources.get(document.source) if document.source else None) or sources.at(address)
    if source is not None:
        return source.country
    match = _HOST.match(address.lower())
    last = match[1].rpartition(".")[2] if match and "." in match[1] else ""
    return places.country(OTHER_CODES.get(last, last.upper())) if len(last) == 2 and last not in ANYBODYS else None
