"""HTML pages: the article without the site around it, by trafilatura, and nothing is fetched."""

import logging
import re
import sys

from lxml import etree, html

from .blocks import Builder, Role
from .content import Content
from .errors import DocumentError
from .html_metadata import html_metadata
from .text import MARKS, decode

#: Bytes of a page. The longest reports published as one page are under 5 MB; parsing takes memory of thirty times that.
MAX_BYTES = 10_000_000

#: Depth of nesting up to which trafilatura is asked; pages lie below 60, and its own passes recurse.
MAX_DEPTH = 200

#: Elements above which a page is refused: ten times the largest live blogs.
MAX_ELEMENTS = 200_000

# What trafilatura could not use is our reader's business: without a handler Python would print its warnings.
for _library in ("trafilatura", "htmldate"):
    logging.getLogger(_library).addHandler(logging.NullHandler())

#: Characters at the top of an article in which its title is looked for, before it is put there.
OPENING = 300

# trafilatura speaks TEI (head, item, row, lb), raw pages HTML: one walk serves both.
_HEADINGS = frozenset(("head", "h1", "h2", "h3", "h4", "h5", "h6"))
_ITEMS = frozenset(("item", "li", "dd"))
_ROWS = frozenset(("row", "tr"))
_CELLS = frozenset(("cell", "td", "th"))
_BREAKS = frozenset(("lb", "br"))
_CAPTIONS = frozenset(("figcaption", "caption"))
_BLOCKS = frozenset(
    ("body", "p", "div", "list", "ul", "ol", "dl", "dt", "table", "quote", "blockquote", "pre", "section", "article",
     "main", "address", "figure", "details", "summary", "center", "hr", "tbody", "thead", "ab", "code")
) | _HEADINGS | _ITEMS | _ROWS | _CAPTIONS  # fmt: skip
_SILENT = frozenset(
    ("script", "style", "noscript", "template", "nav", "footer", "aside", "form", "button", "select", "svg", "iframe",
     "object", "head", "title")
)  # fmt: skip

_CHARSET = re.compile(rb"""<meta\s[^>]{0,200}?charset\s*=\s*["']?\s*([a-zA-Z0-9_.:-]{2,40})""", re.IGNORECASE)
_PROLOGUE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!DOCTYPE[^>\[]{0,500}(?:\[.*?\]\s*)?>)?", re.IGNORECASE | re.DOTALL
)
#: Characters that XML forbids, on which lxml stumbles when trafilatura moves text about.
_FORBIDDEN = re.compile(r"[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_REFERENCE = re.compile(r"&#(?:(\d{1,7})|[xX]([0-9a-fA-F]{1,6}));?")
_SPACE = re.compile(r"[ \t\r\n\f\v\xa0]+")


def read_html(data: bytes, place: str) -> Content:
    """Title, paragraphs, headings, lists and tables of the article, blocks set off by an empty line."""
    if len(data) > MAX_BYTES:
        raise DocumentError(place, f"an HTML page of more than {MAX_BYTES // 1_000_000} MB", "split it")
    tree = _parse(_characters(data, place), place)
    metadata = html_metadata(tree)
    article, silent = _article(tree)
    text = Builder()
    if metadata.title and not _opens_with(article, metadata.title):
        text.add(metadata.title, "heading")
    _walk(article, text, silent)
    if not text.text:
        raise DocumentError(place, "the page holds no text", "if a script fills it, save it from a browser")
    return Content(text.text, tuple(text.headings), tuple(text.furniture), metadata)


def _characters(data: bytes, place: str) -> str:
    declared = _CHARSET.search(data[:4096])
    if declared and not any(data.startswith(mark) for mark, _ in MARKS):
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass  # a wrong label is common: the bytes decide
    return decode(data, place)


def _storable(page: str) -> str:
    """``page`` with a space for every forbidden character, U+FFFD for every reference to one."""

    def checked(reference: re.Match[str]) -> str:
        code = int(reference[1]) if reference[1] else int(reference[2], 16)
        return "\ufffd" if code > sys.maxunicode or _FORBIDDEN.match(chr(code)) else reference[0]

    return _REFERENCE.sub(checked, _FORBIDDEN.sub(" ", page))


def _parse(page: str, place: str) -> html.HtmlElement:
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        tree = html.document_fromstring(_storable(_PROLOGUE.sub("", page, count=1)), parser=parser)
    except (etree.LxmlError, ValueError) as e:
        raise DocumentError(place, "the page cannot be parsed as HTML", "save it again from a browser") from e
    if sum(1 for _ in tree.iter()) > MAX_ELEMENTS:
        raise DocumentError(place, f"a page of more than {MAX_ELEMENTS:,} elements", "split it")
    return tree


def _article(tree: html.HtmlElement) -> tuple[etree._Element, frozenset[str]]:
    """What trafilatura takes for the article, the whole body where it finds nothing; and what to pass over in it."""
    import trafilatura

    if _depth(tree) <= MAX_DEPTH:
        found = trafilatura.bare_extraction(tree, include_comments=False, favor_recall=True)
        body = None if found is None or isinstance(found, dict) else found.body
        if body is not None and "".join(body.itertext()).strip():
            return body, frozenset(("graphic",))
    body = tree.find("body")
    return (tree if body is None else body), _SILENT


def _depth(tree: etree._Element) -> int:
    depth = deepest = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _opens_with(article: etree._Element, title: str) -> bool:
    opening = " ".join(" ".join(article.itertext()).split())[: OPENING + len(title)]
    return bool(re.search(rf"\b{re.escape(' '.join(title.split()))}\b", opening, re.IGNORECASE))


def _walk(root: etree._Element, text: Builder, silent: frozenset[str]) -> None:
    """Add the blocks below ``root`` in reading order, without recursion: pages may nest deeper than Python's stack."""
    inline: list[str] = []
    roles: list[Role] = ["prose"]
    muted = 0

    def flush() -> None:
        lines = (_SPACE.sub(" ", line).strip(" |") for line in "".join(inline).split("\v\n"))
        text.add("\n".join(lines), roles[-1])
        inline.clear()

    def spoken(words: str | None) -> str:
        return "" if muted or not words else words.replace("\v", " ")

    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if tag in _BLOCKS:
                flush()
                roles.append(_role(tag, roles[-1]))
            muted += tag in silent
            inline.append("\v\n" if tag in _BREAKS else "")
            inline.append(spoken(element.text))
        else:
            if tag in _CELLS:
                inline.append(" | ")
            if tag in _BLOCKS:
                flush()
                roles.pop()
            muted -= tag in silent
            if element is not root:
                inline.append(spoken(element.tail))
    flush()


def _role(tag: str, outer: Role) -> Role:
    if tag in _HEADINGS:
        return "heading"
    if tag in _CAPTIONS:
        return "caption"
    return "item" if tag in _ITEMS or outer == "item" else outer if outer == "caption" else "prose"
