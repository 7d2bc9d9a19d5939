"""Who says so."""

from collections.abc import Callable

import pytest

from watchfloor.records import Statement

Check = Callable[[str, str], None]

CLAUSES = [
    ("Police said gunmen killed two guards.", "ASSAULT: gunmen > guards; killed 2; speaker Police"),
    ("Gunmen killed two guards, police said.", "ASSAULT: gunmen > guards; killed 2; speaker police"),
    ("Gunmen killed two guards, said a spokesman for the ministry.",
     "ASSAULT: gunmen > guards; killed 2; speaker spokesman for the ministry"),
    ("According to the ministry, rebels attacked the convoy.", "ASSAULT: rebels > convoy; speaker ministry"),
    ("Rebels attacked the convoy, according to local officials.", "ASSAULT: rebels > convoy; speaker local officials"),
    ("The army claimed that it had killed 40 militants.", "ASSAULT: army > militants; killed 40; speaker army"),
    ("The governor confirmed that rebels had abducted a nurse.",
     "ASSAULT/abduct: rebels > nurse; count ?; speaker governor"),
    ("Witnesses reported that soldiers shot the driver.",
     "ASSAULT/firearms: soldiers > driver; count ?; speaker Witnesses"),
    ("Gunmen, officials say, killed the guard.", "ASSAULT: Gunmen > guard; count ?; speaker officials"),
    ("The minister told reporters that police had arrested the leader of the gang.",
     "COERCE/arrest: police > leader of the gang; count ?; speaker minister\n..."),
    ("The commander added that rebels attacked the convoy.", "ASSAULT: rebels > convoy; speaker commander"),
    ("In the view of the army, rebels attacked the convoy.", "ASSAULT: rebels > convoy; speaker ?"),
    ("It was reported that rebels attacked the convoy.", "ASSAULT: rebels > convoy"),
    ("Rebels reportedly attacked the convoy.", "ASSAULT: Rebels > convoy"),
]  # fmt: skip

QUOTES = [
    ('"The rebels attacked our convoy in the valley," the general said.',
     "ASSAULT: rebels > convoy; place ?; speaker general"),
    ('The general said: "The rebels attacked our convoy yesterday."',
     "ASSAULT: rebels > convoy; time 2021-09-23; speaker general"),
    ('"The rebels attacked our convoy," the general said, "and they killed two drivers."',
     "ASSAULT: rebels > convoy; speaker general\nASSAULT: rebels > drivers; killed 2; speaker general"),
    ('The general spoke to journalists. "The rebels attacked our convoy with mortars," he said.',
     "ASSAULT: rebels > convoy; by mortars; speaker general"),
    ("“The rebels attacked our convoy,” said Colonel Traore. “The army killed ten rebels in the valley.”",
     "ASSAULT: rebels > convoy; speaker Colonel Traore\n"
     "ASSAULT: army > rebels; place ?; killed 10; speaker Colonel Traore"),
    ("The minister said:\n\n“The rebels attacked a convoy of the United Nations.\n\n"
     "“The army killed ten rebels in response.”",
     "ASSAULT: rebels > convoy of the United Nations; speaker minister\n"
     "ASSAULT: army > rebels; killed 10; speaker minister"),
    ("The minister said:\n\nThe rebels attacked a convoy of the United Nations.",
     "ASSAULT: rebels > convoy of the United Nations; speaker minister"),
    ("Rebels attacked the convoy. The army called the men “cowards and bandits”.",
     "ASSAULT: Rebels > convoy\n..."),
    ("The mayor arrived at noon. Rebels attacked the convoy in the evening.", "ASSAULT: Rebels > convoy; time ?"),
]  # fmt: skip

NESTED = [
    ("Reuters quoted the ministry as saying that rebels attacked the convoy.",
     "ASSAULT: rebels > convoy; speaker ministry; via Reuters & ministry"),
    ("The newspaper reported that police said rebels attacked the convoy.",
     "ASSAULT: rebels > convoy; speaker police; via newspaper & police"),
    ("Rebels attacked the convoy, TASS reported, citing the ministry.",
     "ASSAULT: Rebels > convoy; speaker ministry; via TASS & ministry"),
    ("The state agency reported that rebels attacked the convoy.", "ASSAULT: rebels > convoy; speaker state agency"),
    ("Rebels attacked the convoy, police said (Dawn, September 20).",
     "ASSAULT: Rebels > convoy; speaker police; source Dawn"),
    ("Rebels attacked the convoy. The army killed ten rebels (Dawn, September 20).",
     "ASSAULT: Rebels > convoy; source Dawn\nASSAULT: army > rebels; killed 10; source Dawn"),
    ("Rebels attacked the convoy (Reuters, September 19; Dawn, September 20).",
     "ASSAULT: Rebels > convoy; source Reuters & Dawn"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), CLAUSES)
def test_speakers_of_clauses(text: str, told: str, check: Check) -> None:
    """A verb of saying above, beside or amid the clause; nobody where nobody is named."""
    check(text, told)


@pytest.mark.parametrize(("text", "told"), QUOTES)
def test_speakers_of_quotations(text: str, told: str, check: Check) -> None:
    """Before, after, around the quotation, and over several paragraphs."""
    check(text, told)


@pytest.mark.parametrize(("text", "told"), NESTED)
def test_voices_and_sources(text: str, told: str, check: Check) -> None:
    """The innermost voice speaks, the outer ones and the citations carry it."""
    check(text, told)


NAMED = [
    ("A local peace network counted the dead. Rebels killed three men on Sunday, the network said.",
     "ASSAULT: Rebels > men; killed 3; time 2021-09-19; speaker local peace network\n..."),
    ("The Health Ministry issued a statement. Rebels attacked the clinic, the statement said.",
     "ASSAULT: Rebels > clinic; place ?; speaker Health Ministry\n..."),
    ("DAKAR: Gunmen killed two guards in the night, police said.",
     "ASSAULT: Gunmen > guards; killed 2; place ?; time ?; speaker police"),
    ("The front is quiet, police said; on Monday rebels attacked the convoy.",
     "ASSAULT: rebels > convoy; time 2021-09-20\n..."),
    ("Kinshasa accused Kigali of arming the rebels.",
     "ACCUSE: Kinshasa > Kigali\nAID: Kigali > rebels; speaker Kinshasa; count ?\n..."),
    ("The ELN denied any role in the attack.", "CLAIM: ELN > ; negative; speaker ELN; count ?\n..."),
    ("QUESTION: What happened in Gao on Friday?\n\nMINISTER DIALLO: Rebels attacked the convoy of the mayor there.",
     "ASSAULT: Rebels > convoy of the mayor; place ?; speaker MINISTER DIALLO\n..."),
    ("Colonel Issa Traore released the following statement:\n\n“The rebels attacked our convoy in the valley.”",
     "ASSAULT: rebels > convoy; place ?; speaker Colonel Issa Traore\n..."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), NAMED)
def test_whose_voice_it_is(text: str, told: str, check: Check) -> None:
    """What "the network" and "the statement" stand for, and how far a voice reaches."""
    check(text, told)


def test_a_title_alone_names_its_bearer(code: Callable[[str], list[Statement]]) -> None:
    told = code("Press Secretary Mary Okoro met reporters. Rebels attacked the convoy, the press secretary said.")
    speakers = [s.attribution.speaker for s in told if s.type == "ASSAULT"]
    assert [s.name for s in speakers if s] == ["Mary Okoro"]
