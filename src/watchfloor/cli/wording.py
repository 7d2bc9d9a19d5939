"""How records read to people: certainty, dates, numbers and names in a few plain words."""

from watchfloor.records import Citation, Document, Participant, Place, Quantity, Statement, Time

#: (said of a happening, said of its denial) for each modality.
CERTAINTY = {
    "actual": ("did", "did not"),
    "attempted": ("tried", "did not try"),
    "planned": ("plans", "does not plan"),
    "possible": ("may", "may not"),
    "predicted": ("will", "will not"),
    "hypothetical": ("would", "would not"),
}
#: What stands is not done: a relation is, a position is held.
STANDING = {"relation": ("is", "is not"), "position": ("holds", "does not hold")}

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

LANGUAGES = {
    "ar": "Arabic",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fa": "Persian",
    "fr": "French",
    "he": "Hebrew",
    "hi": "Hindi",
    "id": "Indonesian",
    "it": "Italian",
    "nl": "Dutch",
    "pl": "Polish",
    "ps": "Pashto",
    "pt": "Portuguese",
    "ru": "Russian",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "zh": "Chinese",
}


def printable(text: str) -> str:
    """The text with a space for each line break and control character: a screen must not obey what a document holds.

    Offsets stay what they were.
    """
    return text if text.isprintable() else "".join(c if c.isprintable() else " " for c in text)


def words(text: str) -> str:
    """The text on one line, with single spaces."""
    return " ".join(printable(text).split())


def certainty(statement: Statement) -> str:
    """How certain, in a word or two: "did", "tried", "may", "will", "did not"; "is" and "holds" for what stands."""
    words = CERTAINTY[statement.modality]
    if statement.modality == "actual":
        words = STANDING.get(statement.kind, words)
    return words[statement.polarity == "negative"]


def language(code: str | None) -> str:
    """The English name of a language, or its code where it is not one of the common ones."""
    return LANGUAGES.get(code, code) if code else "language unknown"


def day(iso: str | None, *, year: bool = True) -> str:
    """An ISO date as people write it: "24 Sep 2021", "Sep 2021" for a month, "2021" for a year."""
    if not iso:
        return ""
    parts = iso.split("-")
    if len(parts) == 1:
        return iso
    month = MONTHS[int(parts[1]) - 1]
    written = month if len(parts) == 2 else f"{int(parts[2])} {month}"
    return f"{written} {parts[0]}" if year else written


def time(value: Time) -> str:
    """When, as short as its precision allows; the words of the text where they were not resolved."""
    if not value.since and not value.until:
        return f"“{words(value.text)}”"
    if not value.until:
        return f"since {day(value.since)}"
    if not value.since:
        return f"until {day(value.until)}"
    if value.precision == "year" and value.since[:4] == value.until[:4]:
        return value.since[:4]
    if value.precision == "month" and value.since[:7] == value.until[:7]:
        return day(value.since[:7])
    if value.since == value.until:
        return day(value.since)
    if value.since[:7] == value.until[:7]:
        return f"{int(value.since[8:])}–{day(value.until)}"
    return f"{day(value.since, year=value.since[:4] != value.until[:4])} – {day(value.until)}"


def participant(value: Participant) -> str:
    """The registry's name, or the words of the text."""
    return words(value.name or value.text)


def place(value: Place) -> str:
    """The place and its country: "Jalalabad, AFG"."""
    name = words(value.name or value.text)
    return f"{name}, {value.country}" if value.country and value.precision != "country" else name


def citation(value: Citation, published: str | None) -> str:
    """The outlet and its date, without the year where it is the document's own: "Khovar.tj, 11 Sep"."""
    outlet = words(value.outlet)
    if not value.date:
        return outlet
    same_year = len(value.date) > 4 and value.date[:4] == (published or "")[:4]
    return f"{outlet}, {day(value.date, year=not same_year)}"


def quantity(value: Quantity) -> str:
    """A number and what it counts: "4 killed", "at least 10 arrested", "20–30 soldiers"."""
    match value.low, value.high:
        case None, None:
            number = f"“{words(value.text)}”"
        case low, None:
            number = f"at least {low:,}"
        case None, high:
            number = f"up to {high:,}"
        case low, high:
            number = f"{low:,}" if low == high else f"{low:,}–{high:,}"
    return number if value.kind == "other" else f"{number} {value.kind}"


def heading(document: Document, statements: int) -> str:
    """What is known of a document in one line: publication, date, language, number of statements."""
    issue = [f"{name} {number}" for name, number in (("volume", document.volume), ("issue", document.issue)) if number]
    parts = [
        ", ".join(filter(None, [document.publication or document.source, *issue])),
        day(document.published) or "undated",
        language(document.language),
        f"{statements:,} statement{'' if statements == 1 else 's'}",
    ]
    return " · ".join(filter(None, parts))
