"""What a page says about itself in its head: title, authors, site, day of publication."""

import json
import re
from collections.abc import Iterator

from lxml import etree, html

from .content import Metadata
from .dates import find_dates, iso_day

#: Names under which publishers put the day of publication into meta elements, the most trustworthy first.
DATE_NAMES = (
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished",
    "citation_publication_date", "citation_date", "dc.date.issued", "dcterms.issued", "dc.date.created",
    "dcterms.created", "dc.date", "dcterms.date", "dc:date",
    "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date",
    "publication_date", "publication-date", "originalpublicationdate", "article.published", "published-date", "date",
)  # fmt: skip

#: Words in class, id or itemprop of the element that shows the day to readers.
_SHOWN = re.compile(r"publish|posted|dateline|(?:pub|post|entry|article)-?date", re.IGNORECASE)

#: Longest text of an element that shows a date: "Published on Friday, 24 September 2021 at 14:05 GMT".
_SHOWN_LENGTH = 80


def html_metadata(tree: html.HtmlElement) -> Metadata:
    """What the head and the marked elements say. A date is taken only where the page gives one, written in full."""
    import trafilatura

    # trafilatura searches dates by guessing and up to today, which is neither sure nor repeatable: ours are read here.
    no_guess = {"extensive_search": False, "max_date": "2100-01-01"}
    found = trafilatura.extract_metadata(tree, extensive=False, date_config=no_guess)
    site = found.sitename if found.sitename and not found.sitename.startswith("@") else None
    authors = tuple(a.strip() for a in (found.author or "").split(";") if a.strip())
    return Metadata(title=found.title, authors=authors, publication=site, published=_published(tree))


def _published(tree: html.HtmlElement) -> str | None:
    named: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        named.setdefault(name, meta.get("content") or "")
    stated = [iso_day(named[n]) for n in DATE_NAMES if n in named]
    stated += [iso_day(d) for d in _linked_data(tree)]
    for day in stated:
        if day:
            return day
    return _only(_marked(tree)) or _only(iso_day(t.get("datetime") or "") for t in tree.iter("time"))


def _linked_data(tree: html.HtmlElement) -> Iterator[str]:
    """Values of "datePublished" in JSON-LD, those of the outermost objects first."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            queue = [json.loads(script.text or "")]
        except (ValueError, RecursionError):
            continue
        while queue:
            value = queue.pop(0)
            if isinstance(value, dict):
                if isinstance(day := value.get("datePublished"), str):
                    yield day
                queue += [v for k, v in value.items() if k in ("@graph", "mainEntity", "mainEntityOfPage")]
            elif isinstance(value, list):
                queue += value


def _marked(tree: html.HtmlElement) -> Iterator[str | None]:
    for element in tree.iter(etree.Element):
        marks = " ".join((element.get("class") or "", element.get("id") or "", element.get("itemprop") or ""))
        if not _SHOWN.search(marks):
            continue
        words = " ".join("".join(element.itertext()).split())
        yield iso_day(element.get("datetime") or "")
        if len(words) <= _SHOWN_LENGTH:
            yield from (day for day, _, _ in find_dates(words))


def _only(days: Iterator[str | None]) -> str | None:
    """The one day that all name; None where they differ, as dates of other articles on the page may be among them."""
    distinct = {d for d in days if d}
    return distinct.pop() if len(distinct) == 1 else None
