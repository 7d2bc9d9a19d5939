"""Who does what to whom, as verbs tell it."""

from collections.abc import Callable

import pytest

Check = Callable[[str, str], None]

ACTIVES = [
    ("Gunmen attacked a police checkpoint in Kunduz on Tuesday.",
     "ASSAULT: Gunmen > police checkpoint; place Kunduz; time 2021-09-21"),
    ("The rebels seized the town of Palma.", "ASSAULT/territory: rebels > ?; place town of Palma"),
    ("Turkish police arrested twelve suspected members of the Islamic State in Istanbul.",
     "COERCE/arrest: Turkish police > suspected members of the Islamic State; place Istanbul; arrested 12\n..."),
    ("Russia condemned the attack.", "ACCUSE: Russia > \n..."),
    ("The two ministers met in Ankara on September 14.", "CONSULT: ministers > ; place Ankara; time 2021-09-14"),
    ("The Syrian army shelled the village.", "ASSAULT/heavy-weapons: Syrian army > village"),
    ("The United States sanctioned three Iranian officials.", "SANCTION: #usa > Iranian officials; people 3"),
    ("Pakistan deployed troops to the Afghan border.", "MOBILIZE/troops: Pakistan > ; place ?; count ?"),
    ("The court convicted the cleric of terrorism.", "SANCTION: court > cleric"),
    ("Hundreds of residents fled the village.", "FLEE: residents > ; place ?; displaced 200-"),
    ("Boko Haram released 20 hostages.", "RETREAT: Boko Haram > hostages; released 20"),
    ("Iran threatened Israel with retaliation.", "THREATEN: Iran > Israel"),
    ("The militia rejected the ceasefire.", "REJECT: militia > "),
    ("Protesters marched in Khartoum on Monday against the military government.",
     "PROTEST: Protesters > military government; place Khartoum; time 2021-09-20"),
    ("Qatar sent food and medicine to Kabul.", "AID: Qatar > Kabul; place ?\n"),
    ("The ministry expelled two Russian diplomats.", "SANCTION: ministry > Russian diplomats; count ?"),
    ("Militants beheaded a village chief.", "ASSAULT/primitive: Militants > village chief; killed 1"),
    ("Soldiers freed the hostages.", "RETREAT: Soldiers > hostages\n"),
]  # fmt: skip

PASSIVES = [
    ("A senior cleric was shot dead by two men in Peshawar.",
     "ASSAULT/firearms: two men > senior cleric; place Peshawar; count ?"),
    ("Two police officers were arrested in Lagos on Monday.",
     "COERCE/arrest:  > police officers; place Lagos; time 2021-09-20; arrested 2"),
    ("The town was captured by rebels.", "ASSAULT/territory: rebels > ?; place ?"),
    ("Four aid workers have been kidnapped in eastern Congo.",
     "ASSAULT/abduct:  > aid workers; place ?; abducted 4"),
    ("The mosque was destroyed.", "ASSAULT/destroy:  > mosque"),
    ("The journalists were detained by Taliban fighters.", "COERCE/arrest: Taliban fighters > journalists"),
    ("Sixteen soldiers were killed in an ambush near Diffa.",
     "ASSAULT:  > soldiers; place Diffa; killed 16"),
    ("The group was banned in 2017.", "COERCE:  > group; time 2017-01-01/2017-12-31"),
    ("Three villages were overrun by Al-Shabaab.", "ASSAULT/territory: #al-shabaab > ?; place ?; count ?"),
    ("The ambassador was expelled by Lithuania.", "SANCTION: Lithuania > ambassador; count ?"),
    ("The envoy was received by the president.", "CONSULT: president > envoy"),
    ("Two men were arrested and hanged.", "COERCE:  > men; arrested 2\nASSAULT:  > men; count ?"),
    ("The militia has seized and hanged two men.", "ASSAULT: militia > men; count ?\n..."),
]  # fmt: skip

CONTROL = [
    ("Insurgents tried to seize the airport.", "ASSAULT/territory: Insurgents > ?; place ?; attempted"),
    ("The man attempted to stab a policeman.", "ASSAULT/primitive: man > policeman; attempted; count ?"),
    ("The army failed to recapture the town.", "ASSAULT/territory: army > ?; place ?; negative"),
    ("The gunmen are believed to have killed the mayor.", "ASSAULT: gunmen > mayor; possible; killed 1"),
    ("The commander is thought to have fled.", "FLEE: commander > ; possible; count ?"),
    ("Troops managed to retake the village.", "ASSAULT/territory: Troops > ?; place ?"),
    ("The militia began shelling the port.", "ASSAULT/heavy-weapons: militia > port; place ?"),
    ("The rebels continued to attack civilians.", "ASSAULT: rebels > civilians"),
    ("The diplomats were ordered to leave.", "COERCE:  > diplomats"),
    ("Berlin urged Moscow to release the opposition leader.", "REQUEST: Berlin > Moscow"),
    ("The cleric was accused of recruiting teenagers.", "ACCUSE:  > cleric\n..."),
    ("Police prevented the demonstrators from reaching the palace.", "COERCE: Police > demonstrators\n"),
    ("The suspects were charged with murder.", "ACCUSE:  > suspects"),
    ("The captain was forced to withdraw.", "RETREAT: captain > "),
    ("ISKP appears to have killed the two officials.", "ASSAULT: ISKP > officials; possible; killed 2"),
]  # fmt: skip

COORDINATION = [
    ("The gunmen killed a guard and abducted two engineers.",
     "ASSAULT: gunmen > guard; killed 1\nASSAULT/abduct: gunmen > engineers; abducted 2"),
    ("Security forces raided the house, arrested three suspects and seized weapons.",
     "COERCE/arrest: Security forces > suspects; arrested 3\nCOERCE/seize: Security forces > weapons; by ?\n..."),
    ("Russia and China condemned the strike.", "ACCUSE: Russia & China > \n..."),
    ("The army attacked rebels and civilians.", "ASSAULT: army > rebels & civilians"),
    ("France, Germany and Italy recalled their ambassadors.", "SANCTION: France & Germany & Italy > \n"),
    ("Police and soldiers detained the mayor.", "COERCE/arrest: Police & soldiers > mayor; arrested 1"),
    ("Militants stormed the base and were repelled by soldiers.",
     "ASSAULT: Militants > base; place ?\nASSAULT: soldiers > Militants"),
    ("The minister met the emir and praised Qatar.", "CONSULT: minister > emir\nSUPPORT: minister > Qatar"),
]  # fmt: skip

RELATIVES = [
    ("The gunmen who attacked the school fled.", "ASSAULT: gunmen > school\nFLEE: gunmen > "),
    ("The soldiers, who had killed two civilians, were arrested.",
     "ASSAULT: soldiers > civilians; killed 2\nCOERCE/arrest:  > soldiers"),
    ("The village that the rebels burned lies in Ituri.", "ASSAULT/destroy: rebels > ?; place ?"),
    ("The militia, which seized the town in May, threatened the government.",
     "ASSAULT/territory: militia > ?; place ?; time 2021-05-01/2021-05-31\nTHREATEN: militia > government"),
    ("The man arrested by police in Nice is a Tunisian.", "COERCE/arrest: police > man; place Nice; arrested 1"),
]  # fmt: skip

PARTICIPLES = [
    ("A suicide bomber struck the shrine, killing four people.",
     "ASSAULT/suicide-attack: suicide bomber > people; killed 4"),
    ("Gunmen opened fire on a bus, wounding six passengers.", "ASSAULT/firearms: Gunmen > passengers; wounded 6"),
    ("A bomb exploded outside a hotel in Mogadishu, killing at least 10 people and wounding 20.",
     "ASSAULT/explosives:  > people; place Mogadishu; killed 10-; wounded 20; by bomb"),
    ("Accusing Tehran of deception, Washington imposed sanctions on two banks.",
     "ACCUSE: Washington > Tehran\nSANCTION: Washington > banks; count ?"),
    ("Having seized the bridge, the rebels attacked the town.",
     "ASSAULT/territory: rebels > ?; place ?\nASSAULT: rebels > ?; place ?"),
]  # fmt: skip

LIGHT = [
    ("The group carried out an attack on a convoy.", "ASSAULT: group > convoy"),
    ("The base came under attack on Sunday.", "ASSAULT:  > base; place ?; time 2021-09-19"),
    ("Israel launched air strikes on Gaza.", "ASSAULT/aerial: Israel > ; place ?; by ?"),
    ("The air force conducted two strikes against the militants.",
     "ASSAULT/aerial: air force > militants; attacks 2; by ?"),
    ("Police made seven arrests.", "COERCE/arrest: Police > ; arrested 7"),
    ("The president paid a visit to Riyadh.", "CONSULT/visit: president > ?; place Riyadh"),
    ("Officials held talks with the rebels in Doha.", "CONSULT: Officials > rebels; place Doha"),
    ("Workers staged a protest in Tunis.", "PROTEST: Workers > ; place Tunis"),
    ("The two sides reached an agreement.", "AGREE: sides > "),
    ("The council imposed sanctions on Mali.", "SANCTION: council > Mali"),
    ("The insurgents mounted an assault on the garrison.", "ASSAULT: insurgents > garrison"),
]  # fmt: skip

PHRASES = [
    ("ISKP claimed responsibility for the bombing.", "CLAIM: ISKP > \n..."),
    ("The faction pledged allegiance to the Islamic State in 2015.",
     "PLEDGE: faction > #islamic-state; time 2015-01-01/2015-12-31"),
    ("The bomber blew himself up in a market in Baghdad.",
     "ASSAULT/suicide-attack: bomber > ; place Baghdad"),
    ("The rebels laid siege to the city.", "ASSAULT: rebels > ?; place ?\n..."),
    ("The army took control of the border crossing.", "ASSAULT/territory: army > ?; place ?"),
    ("The fighters laid down their arms.", "RETREAT: fighters > "),
    ("The militants opened fire on the crowd.", "ASSAULT/firearms: militants > crowd"),
    ("The government called on the rebels to disarm.", "REQUEST: government > rebels"),
    ("The police broke up the demonstration.", "COERCE: police > ?\n..."),
    ("Ethiopia cut ties with Eritrea.", "SANCTION: Ethiopia > Eritrea"),
    ("Troops pulled out of the valley.", "RETREAT: Troops > ; place ?"),
    ("The soldiers gunned down a motorcyclist.", "ASSAULT/firearms: soldiers > motorcyclist; count ?"),
    ("The two rivals signed a peace agreement in Juba.", "AGREE: rivals > ; place Juba\n..."),
    ("Police called off the search.", ""),
    ("Maldives — Police foiled a plot, detaining six men.",
     "COERCE: Police > men; place ?; arrested 6\n..."),
    ("Maldives foiled a plot, detaining six men.", "COERCE: Maldives > men; arrested 6\n..."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), ACTIVES)
def test_actives(text: str, told: str, check: Check) -> None:
    """The subject does it to the object."""
    check(text, told)


@pytest.mark.parametrize(("text", "told"), PASSIVES)
def test_passives(text: str, told: str, check: Check) -> None:
    """The subject is whom it befalls; the doer stands after "by" or is not named."""
    check(text, told)


@pytest.mark.parametrize(("text", "told"), CONTROL)
def test_control_and_raising(text: str, told: str, check: Check) -> None:
    """The subject of a verb above an infinitive does what the infinitive says, or is asked to."""
    check(text, told)


@pytest.mark.parametrize(("text", "told"), COORDINATION)
def test_coordination(text: str, told: str, check: Check) -> None:
    """Verbs that share a subject, and several names in one slot."""
    check(text, told)


@pytest.mark.parametrize(("text", "told"), RELATIVES)
def test_relative_clauses(text: str, told: str, check: Check) -> None:
    """The noun that a clause describes fills its gap."""
    check(text, told)


@pytest.mark.parametrize(("text", "told"), PARTICIPLES)
def test_participles(text: str, told: str, check: Check) -> None:
    """A participle shares its subject with the clause, and a toll belongs to its attack."""
    check(text, told)


@pytest.mark.parametrize(("text", "told"), LIGHT)
def test_light_verbs(text: str, told: str, check: Check) -> None:
    """A noun tells what happened, its verb who did it."""
    check(text, told)


@pytest.mark.parametrize(("text", "told"), PHRASES)
def test_fixed_phrases(text: str, told: str, check: Check) -> None:
    """Words that tell something only together."""
    check(text, told)
