"""Which language a text is in. English, which is coded, is told by its words; the others by statistics."""

import re
from functools import cache
from typing import Any

#: Words that English prose cannot do without and other languages do not write alike.
COMMON = frozenset(
    ("the", "of", "and", "to", "that", "with", "by", "from", "has", "have", "had", "were", "are", "its", "their",
     "which", "this", "these", "those", "said", "after", "who", "been", "would", "will", "not", "but", "they", "he",
     "she", "his", "her", "at", "on", "into", "over", "under", "between", "against", "during", "while", "where",
     "when", "than", "about", "could", "should")
)  # fmt: skip

#: Words of headlines, which do without the small ones.
HEADLINE = frozenset(
    ("attack", "attacks", "attacked", "kill", "kills", "killed", "killing", "bomb", "bombs", "bombing", "bombings",
     "blast", "blasts", "claim", "claims", "claimed", "seize", "seizes", "seized", "clash", "clashes", "strike",
     "strikes", "troops", "soldiers", "police", "army", "militants", "militant", "rebels", "gunmen", "fighters",
     "leader", "leaders", "talks", "ceasefire", "hostages", "border", "threatens", "threat", "warns", "denies",
     "deny", "dead", "wounded", "arrested", "arrests", "government", "minister", "forces", "military", "town",
     "city", "security", "report", "weekly", "daily", "brief", "briefs", "statement")
)  # fmt: skip

#: Share of the words that have to be common ones. English prose has 0.25 to 0.45, names and all; other languages,
#: where "at", "on", "her" or "had" are words too, stay below 0.06.
ENGLISH_SHARE = 0.10

#: Words up to which a text is a headline.
SHORT = 12

#: Probability from which the statistics are believed for a headline, where names weigh much, and for a longer text,
#: where what is left open is which of two close relatives it is (Indonesian or Malay).
SURE, LIKELY = 0.9, 0.4

#: Characters that are looked at: more change nothing.
SAMPLE = 20_000

#: Languages that publish about security; the detector's others are small neighbours into which names stray.
LANGUAGES = (
    "am", "ar", "az", "be", "bg", "bn", "bs", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "ha",
    "he", "hi", "hr", "hu", "hy", "id", "it", "ja", "ka", "kk", "km", "ko", "ku", "ky", "lo", "lt", "lv", "mk", "mn",
    "ms", "my", "ne", "nl", "no", "pl", "ps", "pt", "ro", "ru", "rw", "si", "sk", "sl", "so", "sq", "sr", "sv", "sw",
    "ta", "te", "tg", "th", "tr", "uk", "ur", "uz", "vi", "zh",
)  # fmt: skip

_WORD = re.compile(r"[^\W\d_]+")


def detect_language(text: str) -> str | None:
    """ISO 639-1 code, or None where the text is too short or too odd to say."""
    sample = _sample(text)
    words = [w.casefold() for w in _WORD.findall(sample)]
    if not words:
        return None
    short = len(words) <= SHORT
    english = sum(w in COMMON or w in HEADLINE for w in words)
    if english >= ENGLISH_SHARE * len(words) and (english > 1 or short):
        return "en"
    language, probability = _detector().classify(sample)
    return str(language) if probability >= (SURE if short else LIKELY) else None


def _sample(text: str) -> str:
    """Beginning and middle of a long text: the first page may be a cover in another language."""
    if len(text) <= SAMPLE:
        return text
    middle = len(text) // 2
    return text[: SAMPLE // 2] + " " + text[middle : middle + SAMPLE // 2]


@cache
def _detector() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    detector = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    detector.set_languages(LANGUAGES)
    return detector
