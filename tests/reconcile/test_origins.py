"""Who is ultimately behind a claim, and whom to count as one."""

from tests.reconcile.build import CONTEXT, report, said
from tocsin.reconcile.assembling import Entry, assemble
from tocsin.reconcile.inputs import NOWHERE, Said, Told
from tocsin.reconcile.origins import Attribution, attribution
from tocsin.record import Resolution
from tocsin.record.finding import Finding, Member, OriginKind, Question, QuestionKind, Status

TOLD = report()


def whose(
    by: str | None = None,
    *,
    told: Told = TOLD,
    body: str | None = None,
    name: str | None = None,
    how: Resolution = Resolution.NAMED,
) -> Attribution:
    return attribution(said(told, by, body=body, name=name, how=how), told, CONTEXT)


def finding(*words: tuple[Said | None, Told]) -> Finding:
    """A finding of which each of these is a member."""
    entries = []
    for number, (by, told) in enumerate(words):
        one = attribution(by, told, CONTEXT)
        member = Member(
            record=f"fig-{number}", document=told.document, origin=one.key, known=told.known, why="", score=1
        )
        entries.append(Entry(member=member, attribution=one, told=told))
    question = Question(kind=QuestionKind.FIGURE, key="k", words="How many?")
    return assemble(question, entries, statuses={Status.SINGLE}, why="")


def test_a_ministry_and_the_forces_speak_for_their_state() -> None:
    assert whose("bb.mod").key == whose("bb.mil").key == whose("bb").key == "known:bb"
    assert whose("bb.mod").why == ("Ministry of Defence of Borea is part of Borea",)
    assert whose("bb.mod").name == "Borea’s government"


def test_a_parliament_and_a_de_facto_authority_do_not() -> None:
    assert whose("bb.parliament").key == "known:bb.parliament"
    assert whose("front").key == "known:front"


def test_a_person_speaks_for_the_body_of_the_office_held_on_that_day() -> None:
    before, after = report(day="2024-06-01"), report(day="2024-08-01")
    assert whose("mara-vin", told=before).key == "known:bb"
    assert whose("mara-vin", told=after).key == "known:mara-vin"
    assert (
        "Mara Vin held the office of president for Borea at that time" in whose("mara-vin", told=before).why
    )


def test_a_member_of_parliament_speaks_for_the_parliament() -> None:
    assert whose("una-brek").key == "known:bb.parliament"


def test_a_spokesperson_whom_only_the_report_knows_speaks_for_whom_it_says() -> None:
    one = whose("ada post", body="mara-vin")
    assert one.key == "known:bb"
    assert one.why[0] == "ada post speaks for Mara Vin, as the report says"


def test_a_private_person_is_an_origin_of_his_own() -> None:
    assert whose("ivo marsh").key == "person:ivo marsh"


def test_an_unnamed_speaker_counts_with_the_body_that_is_told() -> None:
    one = whose(None, name="a league official", body="league", how=Resolution.UNNAMED)
    assert (one.key, one.kind, one.told) == ("known:league", OriginKind.UNNAMED, True)


def test_an_unnamed_speaker_of_nobody_is_not_told() -> None:
    one = whose(None, name="a diplomat", how=Resolution.UNNAMED)
    assert (one.kind, one.told) == (OriginKind.UNNAMED, False)


def test_a_name_that_stands_for_nobody_of_the_case_is_taken_from_the_knowledge() -> None:
    assert whose(None, name="Cadmia").key == "known:cc"
    assert whose(None, name="Zed Quill").key == "name:zed quill"


def test_an_agency_is_one_however_it_is_told() -> None:
    credited = attribution(None, report(source="Sea News Agency"), CONTEXT)
    quoted = whose("newswire")
    assert credited.key == quoted.key == "agency:known:newswire"
    assert credited.kind is OriginKind.AGENCY
    assert credited.told


def test_an_outlet_that_quotes_itself_speaks_in_its_own_voice() -> None:
    one = whose("newswire", told=report(outlet="Sea News Agency"))
    assert not one.told


def test_a_body_that_prints_its_own_text_is_told() -> None:
    one = attribution(None, report(outlet="Ministry of Defence of Borea"), CONTEXT)
    assert (one.key, one.told) == ("known:bb", True)


def test_a_reporter_who_was_there_is_a_witness() -> None:
    one = attribution(None, TOLD, CONTEXT, sight="our reporter counted")
    assert (one.kind, one.told) == (OriginKind.WITNESS, True)
    assert "our reporter counted" in one.why[0]
    agency = attribution(None, report(source="Sea News Agency"), CONTEXT, sight="a correspondent saw")
    assert agency.key == "agency:known:newswire"


def test_without_any_knowledge_everybody_is_himself() -> None:
    assert attribution(None, TOLD, NOWHERE).key == "outlet:doc-1"
    assert attribution(said(TOLD, name="Somebody"), TOLD, NOWHERE).key == "name:somebody"


def test_two_spokespersons_of_one_government_are_one_origin_with_the_reason() -> None:
    one, other = report("doc-1"), report("doc-2")
    found = finding((said(one, "oto-lind"), one), (said(other, "bb.mil"), other))
    assert found.independent == 1
    assert (found.documents, found.outlets, found.families) == (2, 2, 2)
    assert "Armed Forces of Borea is part of Borea" in found.origins[0].why


def test_an_own_voice_adds_nothing_where_somebody_is_told() -> None:
    one, other = report("doc-1"), report("doc-2")
    found = finding((said(one, "bb"), one), (None, other))
    assert (found.independent, found.untold) == (1, 1)


def test_where_nobody_is_told_there_is_one_origin_whatever_the_outlets() -> None:
    tolds = [report(f"doc-{number}") for number in range(3)]
    found = finding(*((None, told) for told in tolds))
    assert (found.independent, found.untold, found.outlets) == (1, 3, 3)
    assert not any(origin.told for origin in found.origins)


def test_copies_of_a_text_have_one_voice() -> None:
    one, other = report("doc-1", family="f"), report("doc-2", family="f")
    found = finding((None, one), (None, other))
    assert (found.families, found.untold, len(found.origins)) == (1, 1, 1)
    assert "copies of one text say it in their own voice" in found.origins[0].why


def test_a_reporter_in_a_statement_is_a_witness() -> None:
    one = whose(None, name="our reporters", how=Resolution.DESCRIBED)
    assert (one.kind, one.told) == (OriginKind.WITNESS, True)
    agency = whose(None, name="a correspondent", body="newswire", how=Resolution.UNNAMED)
    assert agency.key == "agency:known:newswire"
    official = whose(None, name="an official", body="newswire", how=Resolution.UNNAMED)
    assert official.key == "agency:known:newswire"
