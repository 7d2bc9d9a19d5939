"""The nouns of Watchfloor: documents and the statements that they make. Frozen, and free of input and output."""

from .document import Citation, Document, Section
from .encoding import digest, to_dict
from .span import Span
from .statement import (
    Attribution,
    Instrument,
    Kind,
    Modality,
    Participant,
    Place,
    PlacePrecision,
    Polarity,
    Quantity,
    Role,
    Speaker,
    Stance,
    Statement,
    Time,
    TimePrecision,
    Voice,
)

__all__ = [
    "Attribution",
    "Citation",
    "Document",
    "Instrument",
    "Kind",
    "Modality",
    "Participant",
    "Place",
    "PlacePrecision",
    "Polarity",
    "Quantity",
    "Role",
    "Section",
    "Span",
    "Speaker",
    "Stance",
    "Statement",
    "Time",
    "TimePrecision",
    "Voice",
    "digest",
    "to_dict",
]
