"""Words are cut as the treebanks cut them, and nothing but whitespace is left between them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchfloor.language import tokens

CASES = [
    ("It didn't say so.", "It did n't say so ."),
    ("It didn’t say so.", "It did n’t say so ."),
    ("They can't and cannot.", "They ca n't and can not ."),
    ("ISKP's attack, Burkina's army", "ISKP 's attack , Burkina 's army"),
    ("the soldiers' families", "the soldiers ' families"),
    ("Sha'lan and Sana'a", "Sha'lan and Sana'a"),
    ("al-Qaida in a two-day raid", "al - Qaida in a two - day raid"),
    ("anti-government, pro-Iran and counter-terrorism", "anti-government , pro-Iran and counter-terrorism"),
    ("RFE/RL and/or BBC", "RFE / RL and / or BBC"),
    ("(Twitter.com/@name0170, September 20)", "( Twitter.com/@name0170 , September 20 )"),
    ("(Khovar.tj, September 11).", "( Khovar.tj , September 11 ) ."),
    ("see https://example.org/a?b=c.", "see https://example.org/a?b=c ."),
    ("mail a.b@example.org, or @handle", "mail a.b@example.org , or @handle"),
    ("U.S. forces in the U.K.", "U.S. forces in the U.K."),
    ("Gen. Maro met Mr. X on Oct. 24.", "Gen. Maro met Mr. X on Oct. 24 ."),
    ("J. P. Dauda, Ph.D.", "J. P. Dauda , Ph.D."),
    ("at 3:30 p.m. or 5pm", "at 3:30 p.m. or 5 pm"),
    ("9/11 and 04/30/2001", "9/11 and 04/30/2001"),
    ("$1,200.50 or 15% of US$3bn", "$ 1,200.50 or 15 % of US$ 3 bn"),
    ("the 1990s, the 5th fleet, an M16", "the 1990s , the 5th fleet , an M16"),
    ("“Yes,” he said... “No”—", "“ Yes , ” he said ... “ No ” —"),
    ("What?! -- no", "What ?! -- no"),
    ("The answer was no. No. 5 was late.", "The answer was no . No. 5 was late ."),
    ("It rose in the sun. He left.", "It rose in the sun . He left ."),
    ("AT&T", "AT&T"),
    ("3.5 km", "3.5 km"),
    ("20km", "20 km"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_words(text: str, expected: str) -> None:
    assert " ".join(text[start:end] for start, end in tokens.spans(text)) == expected


@given(st.text(max_size=80))
def test_words_cover_all_but_whitespace(text: str) -> None:
    spans = tokens.spans(text)
    assert all(start < end for start, end in spans)
    assert all(a[1] <= b[0] for a, b in zip(spans, spans[1:], strict=False))
    assert "".join(text[start:end] for start, end in spans) == "".join(text.split())
