"""Acts: by the cue, its negation, and the beginning of the content."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.extract.acts import act_of
from tocsin.extract.lexicon import cue_words, lexicon
from tocsin.lang import entries, section, table
from tocsin.record import Act


def act(cue: str | None, content: str = "the matter", source: str | None = None) -> str:
    return act_of(cue, content, language="en", source=source).value


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("said", "say"),
        ("told reporters", "say"),
        ("According to", "say"),
        ("said in a statement", "say"),
        (":", "say"),
        ("reported", "report"),
        ("claims", "claim"),
        ("has confirmed", "confirm"),
        ("denies", "deny"),
        ("ruled out", "deny"),
        ("dismissed", "deny"),
        ("explained", "explain"),
        ("announced", "announce"),
        ("vowed", "promise"),
        ("pledged", "promise"),
        ("proposed", "propose"),
        ("called on", "request"),
        ("calls on", "request"),
        ("is calling for", "request"),
        ("urged", "request"),
        ("demanding", "request"),
        ("rejects", "refuse"),
        ("refused to say", "refuse"),
        ("declined to comment", "refuse"),
        ("accused", "accuse"),
        ("blamed", "accuse"),
        ("condemned", "condemn"),
        ("criticised", "condemn"),
        ("expressed concern", "concern"),
        ("warned", "warn"),
        ("threatened", "threaten"),
        ("praised", "support"),
        ("reaffirmed", "support"),
        ("believes", "believe"),
        ("is expected to", "believe"),
        ("fears", "fear"),
        ("hopes", "hope"),
        ("wonders", "ask"),
    ],
)
def test_each_act_by_a_common_cue(cue: str, expected: str) -> None:
    assert act(cue) == expected


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("the accusation", "accuse"),
        ("a stern warning", "warn"),
        ("its demands", "request"),
        ("statement", "say"),
    ],
)
def test_nouns_are_cues(cue: str, expected: str) -> None:
    assert act(cue) == expected


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("called again on", "request"),
        ("called on Tuesday for", "request"),
        ("expressed their deep concern", "concern"),
        ("were “deeply concerned”", "concern"),
        ("voiced our concerns", "concern"),
        ("has repeatedly and publicly accused", "accuse"),
        ("ruled firmly out", "deny"),
        ("shot back", "say"),
        ("pushed back against", "deny"),
        ("said at a press conference", "say"),
    ],
)
def test_several_words(cue: str, expected: str) -> None:
    assert act(cue) == expected


def test_the_verb_counts_more_than_the_noun_after_it() -> None:
    assert act("denied accusations") == "deny"
    assert act("rejected calls") == "refuse"
    assert act("warned in a statement") == "warn"


def test_more_than_saying_wins_over_saying() -> None:
    assert act("made a statement threatening") == "threaten"


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("did not deny", "say"),
        ("didn’t accuse", "say"),
        ("never promised", "refuse"),
        ("stopped short of accusing", "say"),
        ("does not believe", "believe"),
        ("did not support", "refuse"),
        ("would not say", "refuse"),
        ("won't say", "refuse"),
        ("did not respond", "refuse"),
        ("would neither confirm nor deny", "refuse"),
        ("did not immediately respond to a request", "refuse"),
        ("can’t rule out", "say"),
    ],
)
def test_negation(cue: str, expected: str) -> None:
    assert act(cue) == expected


@pytest.mark.parametrize(
    ("cue", "content", "expected"),
    [
        ("asked", "whether the port was open", "ask"),
        ("asked", "“Who gave the order?”", "ask"),
        ("asked", "Norland to open the port", "request"),
        ("asked", "the district for a second ambulance", "request"),
        ("asked", "to be left alone", "request"),
        ("told", "the captain that it was late", "say"),
        ("told", "to leave the port at once", "request"),
        ("rejects", "the accusation that it fired first", "deny"),
        ("rejected", "Weir’s latest claims", "deny"),
        ("rejected", "the offer", "refuse"),
        ("expressed", "the bloc’s unwavering support for the port", "support"),
        ("expressed", "their fears of a blockade", "fear"),
        ("expressed", "himself badly", "say"),
    ],
)
def test_the_content_tells_what_the_verb_leaves_open(cue: str, content: str, expected: str) -> None:
    assert act(cue, content) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("“We call on Norland to open the port,”", "request"),
        ("“We reaffirm our support,”", "support"),
        ("“And we strongly condemn it.”", "condemn"),
        ("“I very much hope that it ends,”", "hope"),
        ("they were “deeply concerned” about the port", "concern"),
        ("that he hoped it would end", "hope"),
        ("“There will be consequences,”", "say"),
        ("“We calibrate our response,”", "say"),
        ("the captain hoped it would end", "say"),
    ],
)
def test_words_that_do_what_they_say(content: str, expected: str) -> None:
    assert act("said", content) == expected


def test_anothers_mind_is_not_performed() -> None:
    assert act("said", "he hoped it would end", "She") == "say"
    assert act("said", "she hoped it would end", "She") == "hope"


def test_a_plain_cue_gives_way_to_the_words_and_no_other_does() -> None:
    assert act("warned", "“We call on Norland to open the port”") == "warn"
    assert act("did not say", "he hoped it would end") == "say"


def test_no_cue_and_no_known_cue_are_say() -> None:
    assert act(None) == "say"
    assert act("gargled") == "say"
    assert act("") == "say"


def test_words_of_a_cue() -> None:
    assert cue_words("It’s said: “no”") == ("it", "'s", "said", ":", "no")
    assert cue_words("won’t") == ("will", "not")


def test_matches_do_not_overlap() -> None:
    words = cue_words("shot back and warned")
    found = list(lexicon("en").matches(words))
    assert [(m.at, m.length) for m in found] == [(0, 2), (3, 1)]


def test_every_plain_entry_is_matched_whole() -> None:
    known = lexicon("en")
    for found in Act:
        for entry in entries(section(table("en", "acts"), found.value), "verbs"):
            words = cue_words(entry)
            if "~" not in entry:
                assert max(match.length for match in known.matches(words)) == len(words), entry
                assert any(pattern.act is found for pattern in known.patterns[words[0]]), entry


@given(st.text(max_size=60), st.text(max_size=80))
def test_any_words_have_an_act(cue: str, content: str) -> None:
    assert act_of(cue, content, language="en") in Act
