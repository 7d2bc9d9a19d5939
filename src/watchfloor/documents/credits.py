"""Captions and picture credits, told apart from prose that ends in a citation."""

import re

#: Length of a caption with its credit; above that it is a paragraph.
MAX_WORDS, MAX_CHARACTERS = 60, 600

_PICTURE = (
    r"(?:photo(?:graph)?|photograph(?:er|y)|image|picture|pic|illustration|graphic|map|screenshot|screengrab"
    r"|file photo|still)"
)
_AGENCY = (
    r"(?:AP|AFP|Reuters|EPA(?:-EFE)?|EFE|Getty(?: Images)?|Xinhua|TASS|Anadolu(?: Agency)?|AA|DPA|Shutterstock|Alamy"
    r"|iStock|Wikimedia(?: Commons)?|Flickr)"
)

#: Credits that only pictures carry.
_PICTURE_CREDIT = re.compile(
    rf"[(\[]\s*(?:{_PICTURE}|credit)s?\b[^()\[\]]{{0,80}}[)\]]\.?$"
    rf"|^(?:{_PICTURE}|credit)s?(?:\s+(?:credit|courtesy|source))?\s*(?::|\bby\s(?-i:(?=[A-Z]))|©|courtesy)\s*\S.{{0,150}}$"
    rf"|^file (?:photo|picture|image)\b.{{0,150}}$|[.)]\s+(?:{_PICTURE} )?credits?: \S.{{0,60}}$"
    rf"|[(\[]\s*{_AGENCY}\s+(?:{_PICTURE}|via)\b[^()\[\]]{{0,60}}[)\]]\.?$"
    rf"|[(\[][^()\[\]]{{0,60}}/\s*{_AGENCY}\s*[)\]]\.?$"
    rf"|\b(?:{_AGENCY}\s+photo|{_PICTURE} credit|{_PICTURE} courtesy of)\b[^.]{{0,60}}$",
    re.IGNORECASE,
)  # fmt: skip

#: Credits that citations have too; the line is a caption only where it is no sentence.
_SOURCE_CREDIT = re.compile(r"[(\[]\s*(?:source|via|courtesy(?: of)?)\s*:?\s+[^()\[\]]{2,80}[)\]]$", re.IGNORECASE)

_MARKED = re.compile(r"(?:figure|fig\.|caption)\s*\d*\s*[:.]\s+\S", re.IGNORECASE)
_SENTENCE_INSIDE = re.compile(r"[a-z0-9”\"’)]{2}[.!?]\s+[“\"‘(]?[A-Z]|[.!?][”\"’)]*\s*[(\[][^()\[\]]*[)\]]$")


def is_caption(paragraph: str) -> bool:
    """True for "Islamic State in Khorasan Province (Source: X)", false for "Three soldiers died (Source: X)."."""
    if len(paragraph) > MAX_CHARACTERS or len(paragraph.split()) > MAX_WORDS:
        return False
    if _PICTURE_CREDIT.search(paragraph) or _MARKED.match(paragraph):
        return True
    return bool(_SOURCE_CREDIT.search(paragraph)) and not _SENTENCE_INSIDE.search(paragraph)
