"""What stands around a word that may or may not be a time: the cues that make it one, and the near misses.

Cues before an expression end in white space, cues behind one begin with it.
"""


def before(words: str, tail: str = "") -> str:
    """A pattern for one of these words in front of an expression, its first letter small or capital."""
    return r"\b(?:" + "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in words.split()) + r")\s+" + tail


def behind(words: str) -> str:
    """A pattern for one of these words (which may be regular expressions) right behind an expression."""
    return r"[\s-]+(?:" + "|".join(words.split()) + r")\b"


def either(*patterns: str) -> str:
    """A pattern that matches where one of these does."""
    return "|".join(patterns)


# Nouns that make a number before them a count, whatever preposition stands in front: "in 2000 homes".
COUNTED = r"(?:[\s-]+\w+(?:ed|ing|al|ian|ish))?" + behind(
    "people persons men women children boys girls families civilians residents others casualties dead refugees migrants"
    " troops soldiers fighters militants rebels members police officers prisoners detainees students workers protesters"
    " rounds tanks aircraft vehicles homes houses villages square miles kilomet\\w+ km met(?:er|re)s feet hectares"
    " acres years days hours dollars euros pounds tons tonnes barrels kg kilograms million billion thousand percent"
    " per\\s+cent"
)

# A date in the name of a movement, a street or a body is not when something happened: "November 17 Organisation".
NAMED_AFTER = behind(
    "Movements? Brigades? Organi[sz]ation Bridge Hospital Street Square Avenue Revolution University City Group Front"
    " Battalion Airport Stadium Alliance Coalition Martyrs Division Regiment Mosque School Prize Dam Commission"
    " Memorial Agreement District Camp Forces Party"
)
NAME_OF = r"(?:Organi[sz]ation|Movement|Brigade|Group|Camp|Street|Base|Black|Red|Operation)\s+"

# A capital behind a month that may be a name: "June Carter"; weekdays and "I" begin something new.
CAPITAL = r"\s+(?!(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day|I\b)[A-Z][a-z]"
# What people do and months do not.
PERSON_ACTS = r"\s+(?:was|is|has|had|says?|said)\b"

MONTH_NAMES = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"

# Prepositions that only time follows, or mostly, and those that names of people follow as well.
TIME_PREPOSITION = either(before("in since until till during throughout early late mid"), r"\bmonth\s+of\s+")
LOOSE_PREPOSITION = before("through from between by of")

# What makes a bare number of four figures a year, and what makes it something else.
YEAR_PREPOSITION = before(
    "in since until till during throughout through by of from before after to into for between around circa than on"
    " both versus",
    r"(?:(?:about|around|late|early)\s+)?",
)
YEARS_IN_A_ROW = r"\b(?:in|since|of|from|between|and|during|for|by)\s+(?:\d{4},\s+)*\d{4},?\s+(?:and|or|to)\s+"
DETERMINER = (
    r"(?:\b(?:[Tt]he|[Aa]n?|[Tt]his|[Tt]hat|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur)|['’]s)\s+"
    r"(?:[a-z]+(?:ed|ly|al|ing|ive|ful|ous|[dentry])\s+)?"
)
PART_OF_A_COUNT = r"\b(?:total|sum|[Oo]ne|[Ss]ome|out)\s+of\s+"
LAW = (
    r"\b(?:Resolutions?|Article|Section|UNSCR|Law|Act|Order|No\.|[Nn]os?\.|Route|Highway|Flight|Room|Page|Unit|Boeing|Decree"
    r"|Directive)\s+(?:\d+\s+(?:and|or)\s+)?"
)
# A hyphen or slash makes a number part of a code or of a longer figure.
TIED = r"[/-]\w"

NAMED_DAY = r"\b(?:Black|Bloody|Good|Man|Ash|Palm|Holy|Super|Easter|Whit|Cyber|Fat|Girl|Ruby)\s+"
NEWSPAPER = behind(
    "Times Mirror Telegraph Express Mail Herald Post Tribune World Independent Guardian People Vanguard Sun Nation"
)
