"""Languages, short texts and texts full of foreign names."""

import pytest

from watchfloor.documents.language import detect_language

ENGLISH = [
    "Taliban kill 12 soldiers in Baghlan",
    "ISKP claims attack in Jalalabad",
    "Gunmen seize Kunduz",
    "Abu Musab al-Zarqawi and Abu Bakr al-Baghdadi led the group, according to Abd al-Rahman al-Rashid.",
    "On 3 May, Jama’at Nusrat al-Islam wal-Muslimin (JNIM) attacked Forces Armées Maliennes (FAMa) at Boulkessi.",
    "The ministry’s statement read: «داعش تعلن مسؤوليتها عن الهجوم» and was published by the agency on Monday.",
    "Harakat al-Shabaab al-Mujahideen; Wilayat al-Sahil; Katiba Macina: leaders killed by French troops.",
]
OTHERS = [
    ("fr", "Les talibans ont pris la ville de Kunduz lundi, selon un porte-parole de l’armée afghane."),
    ("de", "Die Taliban haben am Montag die Stadt Kundus eingenommen, wie ein Sprecher der Armee sagte."),
    ("es", "Los talibanes tomaron el lunes la ciudad de Kunduz, según un portavoz del ejército afgano."),
    ("nl", "De taliban hebben maandag de stad Kunduz ingenomen, zei een woordvoerder van het leger."),
    ("tr", "Taliban pazartesi günü Kunduz kentini ele geçirdi, ordu sözcüsü açıklama yaptı."),
    ("id", "Polisi menangkap tujuh orang yang diduga anggota kelompok bersenjata di Jakarta pada hari Senin."),
    ("sw", "Polisi wamewakamata watu saba wanaodaiwa kuwa wanachama wa kundi la al-Shabaab siku ya Jumatatu."),
    ("ru", "Талибы захватили город Кундуз в понедельник, сообщил представитель армии."),
    ("uk", "Російські війська обстріляли місто Харків у понеділок, повідомили українські військові."),
    ("ar", "أعلن تنظيم داعش مسؤوليته عن الهجوم الذي وقع في مدينة جلال آباد يوم الاثنين."),
    ("fa", "داعش مسئولیت حمله روز دوشنبه در شهر جلال‌آباد را بر عهده گرفت."),
    ("zh", "塔利班周一占领了昆都士市,军方发言人说。"),
]


@pytest.mark.parametrize("text", ENGLISH)
def test_english_with_foreign_names(text):
    assert detect_language(text) == "en"


@pytest.mark.parametrize(("language", "text"), OTHERS, ids=[code for code, _ in OTHERS])
def test_other_languages(language, text):
    assert detect_language(text) == language


@pytest.mark.parametrize("text", ["", "12 34", "…", "Kabul", "Abu Bakr"])
def test_what_cannot_be_known(text):
    assert detect_language(text) is None


def test_a_cover_in_another_language_does_not_decide(prose):
    assert detect_language("Résumé en français de la semaine. " * 5 + prose * 100) == "en"
