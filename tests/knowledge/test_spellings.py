"""Names as newspapers of many languages and scripts print them."""

import pytest

from tocsin.knowledge import load_knowledge

KNOWN = load_knowledge()


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Daech", "isis"),
        ("داعش", "isis"),
        ("حركة الشباب", "al-shabaab"),
        ("Hajat Tahrir asch-Scham", "hts"),
        ("Forces de soutien rapide", "rsf"),
        ("Mouvement du 23 mars", "m23"),
        ("Woyane", "tplf"),
        ("ЧВК Вагнер", "wagner"),
        ("Африканский корпус", "africa-corps"),
        ("Palestine Red Crescent", "prcs"),
        ("Élysée-Palast", "fr.presidency"),
        ("Villa Somalia", "so.presidency"),
        ("Gardiens de la révolution", "ir.irgc"),
        ("צה״ל", "il.mil"),
        ("МАГАТЭ", "iaea"),
        ("Weltsicherheitsrat", "un.sc"),
        ("нагорный карабах", "az-nk"),
        ("Bibi", "benjamin-netanyahu"),
        ("Chamenei", "ali-khamenei"),
        ("خامنه‌ای", "ali-khamenei"),
        ("Himidti", "mohamed-hamdan-dagalo"),
        ("金正恩", "kim-jong-un"),
        ("Baltic states", "baltic-states"),
    ],
)
def test_a_name_of_the_press_is_known(words: str, meant: str) -> None:
    assert KNOWN.named(words) == (meant,)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("wagner", "africa-corps"),
        ("al-shabaab", "is-mozambique"),
        ("hts", "jabhat-al-nusra"),
        ("rsf", "janjaweed"),
    ],
)
def test_a_successor_or_namesake_shares_no_name(one: str, other: str) -> None:
    first, second = (KNOWN.entries[each] for each in (one, other))
    assert not set(first.names) & set(second.names)


def test_a_group_of_states_is_no_organisation() -> None:
    baltic = KNOWN.entries["baltic-states"]
    assert baltic.members == ("ee", "lv", "lt")
    assert baltic.sector is None
