from tocsin.brief import vocabulary
from tocsin.brief.words import tokens
from tocsin.record import Act


def test_every_act_has_one_phrase_and_one_weight() -> None:
    listed = [entry.act for entry in vocabulary.acts()]
    assert sorted(listed) == sorted(Act)
    assert set(vocabulary.entries()) == set(Act)
    assert set(vocabulary.weights().values()) == set(range(len(Act)))


def test_denials_and_demands_weigh_most_and_say_least() -> None:
    order = [entry.act for entry in vocabulary.acts()]
    assert order[:2] == [Act.DENY, Act.REQUEST]
    assert order[-1] is Act.SAY
    assert {entry.act for entry in vocabulary.acts() if entry.saying} == {Act.DENY, Act.REFUSE}


def test_word_lists_are_written_as_they_are_compared() -> None:
    lists = vocabulary.words()
    for word in lists.articles | lists.openers | lists.shared | lists.telling:
        assert tokens(word) == (word,)
