"""Which types and modes can tell one event, and how late reports of a type still come."""

#: Types that tell one happening in different words. Types not listed are families of their own. ASSAULT is often told
#: by its outcome ("four died"), and is claimed; talks are told by what was agreed; arrests by charges.
FAMILIES: dict[str, str] = {
    "ASSAULT": "force",
    "DIE": "force",
    "CLAIM": "force",
    "CONSULT": "talks",
    "AGREE": "talks",
    "COOPERATE": "talks",
    "COERCE": "force",
}

#: Modes that reports of one event take for each other: who blows himself up in one sets off a bomb in the next, and a
#: missile comes from the air or from a launcher.
MEANS: dict[str, str] = {"suicide-attack": "explosives", "drone": "aerial", "heavy-weapons": "aerial"}
#: Modes that say what came of it or how it was meant, beside which any means may stand.
OUTCOMES = ("destroy", "territory", "targeted", "seize")

#: Days before the publication (or the earlier citation) in which an undated statement's event lies. News of force and
#: of protest is days old, and briefs run weekly: a week and the day before it. Talks are announced and summed up for
#: two weeks. Recruitment, training, pledges, displacement, transfers and court cases unfold over weeks and are told
#: late.
WIDTH = {
    "CONSULT": 14,
    "AGREE": 14,
    "COOPERATE": 14,
    "RECRUIT": 30,
    "TRAIN": 30,
    "PLEDGE": 30,
    "FLEE": 30,
    "TRANSFER": 30,
    "SANCTION": 30,
    "MOBILIZE": 14,
}
USUAL_WIDTH = 8
