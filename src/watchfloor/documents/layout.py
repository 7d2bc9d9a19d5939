"""Lines of layout: kickers, trailing file names, links to share, copyright notices, rules of dashes."""

import re

from .label import Label

#: Words that open a page above its headline, or stand alone as a line of layout.
KICKERS = frozenset(
    ("brief", "briefs", "in brief", "news", "news in brief", "news brief", "news briefs", "breaking news", "breaking",
     "latest news", "analysis", "commentary", "comment", "opinion", "feature", "features", "report", "reports",
     "special report", "press release", "news release", "press statement", "media advisory", "statement",
     "for immediate release", "immediate release", "world", "world news", "international", "politics", "security",
     "home", "top stories", "newsletter", "bulletin", "unclassified", "in this issue", "contents", "table of contents")
)  # fmt: skip

#: Whole lines of page furniture, wherever they stand.
BOILERPLATE = (
    r"(?:share|print|e-?mail|save|tweet|like)(?: this(?: (?:article|story|page|post))?)?(?: on [\w ,]+)?[:.!]?",
    r"share on [\w, /]+",
    r"(?:read (?:more|also|next|the full (?:story|report|article))|see also|related (?:articles|stories|posts|content))"
    r"(?:[:.…]|\s*[>»→]).{0,100}",
    r"read more|related (?:articles|stories|posts|content)",
    r"(?:sign up (?:for|to)|subscribe (?:to|now)|follow us|join us on|click here|back to top)\b.{0,100}|advertisement",
    r"(?:©|\(c\)|copyright) .{0,150}|.{0,100}\ball rights reserved\.?",
    r"page \d+(?: of \d+)?|leave a (?:comment|reply)|\[advertisement\]",
    r"[-–—*(\[]+\s*(?:end|ends|30|xxx)\s*[-–—*)\]]+|ends?(?: of (?:text|item|release|report))?|(?:#\s?){2,}",
    r"[-–—_*=~•·.\s]{3,}",
    r"https?://\S+|www\.\S+",
)
_BOILERPLATE = re.compile("|".join(BOILERPLATE), re.IGNORECASE)

FILE_NAME = re.compile(r"[^\s/\\][^/\\\n]{0,120}\.(?:pdf|docx?|txt|html?|rtf|odt|md)", re.IGNORECASE)

#: Words of a file's name when it stands as a line; above that, a sentence ends in one.
FILE_NAME_WORDS = 8


def read_layout(line: str) -> Label | None:
    """The line is furniture that says nothing itself."""
    return Label() if _BOILERPLATE.fullmatch(line) or is_file_name(line) else None


def is_kicker(line: str) -> bool:
    """True for "Briefs" or "ANALYSIS" at the top of a page; further down such a line is a heading."""
    return line.strip(" |:*-–—[]").casefold() in KICKERS


def is_file_name(line: str) -> bool:
    """True for "TM_September 24 2021.PDF"."""
    return len(line.split()) <= FILE_NAME_WORDS and bool(FILE_NAME.fullmatch(line))
