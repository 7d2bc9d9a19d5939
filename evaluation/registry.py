"""Every measure, in the order of the table."""

from evaluation import (
    annotations,
    calibration,
    coreference,
    ecbplus,
    factuality,
    geoparsing,
    linking,
    muc4,
    own,
    polnear,
    references,
    timex,
)
from evaluation.inputs import Measure, corpus, judged

UNPACKED = ("GOLD/unpack.py", "DATA/statements/SPLIT.jsonl")

MEASURES: tuple[Measure, ...] = (
    judged("gold", references.gold),
    judged("statements", references.statements, *UNPACKED),
    judged("slots", references.slots, *UNPACKED),
    judged("calibration", calibration.measure),
    judged("annotations", annotations.measure),
    Measure("own", (), lambda inputs: own.measure(inputs.coder)),
    corpus("muc4", muc4.measure),
    corpus("polnear", polnear.measure),
    Measure(
        "coreference",
        ("DATA/coref_gap/SPLIT.jsonl", "DATA/coref_gum/SPLIT.jsonl"),
        lambda inputs: coreference.measure(inputs.data, inputs.split, inputs.coder),
    ),
    corpus("timex", timex.measure),
    corpus("geoparsing", geoparsing.measure),
    corpus("factuality", factuality.measure, folder="factuality_uds"),
    Measure("linking", (), lambda inputs: linking.measure(inputs.coder)),
    corpus("ecbplus", ecbplus.measure),
)
