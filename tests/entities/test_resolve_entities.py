"""Who is who in small invented events, from text to entities and relations."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from named_events import event_of, groups_of, relations_of, resolved
from rashomon.entities import resolve_entities
from rashomon.entities.compare import compare
from rashomon.entities.person_names import read_name
from rashomon.entities.units import Unit
from rashomon.model import Span


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Nikolai Dramov", "Nikolay Dramoff"),
        ("Yevgenia Dramova", "Evgenia Dramova"),
        ("Kolya Gousarin", "Nikolai Gusarin"),
        ("Bill Hallgren", "William Hallgren"),
        ("Robert L. Wexley", "Robert Wexley"),
        ("Mikhail Tarov", "Misha Tarov"),
        ("Vasili Kharin", "Vasily Harin"),
        ("Jo Phelan", "Jo Felan"),
    ],
)
def test_spellings_and_short_forms_of_one_person(first: str, second: str) -> None:
    assert groups_of(f"They met {first} there.", f"They met {second} there.") == [{first, second}]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Nikolai Dramov", "Evgenia Dramova"),
        ("Peter Hall", "Susan Hall"),
        ("Peter Hall", "Peter Hale Stone"),
        ("Jo Marn Jr.", "Jo Marn Sr."),
        ("Peter Hall", "Paul Hall"),
    ],
)
def test_namesakes_stay_apart(first: str, second: str) -> None:
    assert len(groups_of(f"They met {first} there.", f"They met {second} there.")) == 2


def test_a_bare_family_name_goes_to_the_person_introduced_first() -> None:
    groups = groups_of("Peter Hall and his wife, Susan Hall, left. Later Hall returned.")
    assert {"Peter Hall", "Hall"} in groups
    assert {"Susan Hall"} in groups


def test_a_courtesy_title_chooses_among_bearers() -> None:
    groups = groups_of("Peter Hall and his wife, Susan Hall, left. Later Mrs. Hall returned alone.")
    assert {"Susan Hall", "Hall"} in groups


def test_an_office_chooses_among_bearers() -> None:
    groups = groups_of("Peter Hallgren fell. He was no kin of the governor, Ada Hallgren. Governor Hallgren was away.")
    assert {"Ada Hallgren", "Hallgren"} in groups


def test_a_company_by_its_first_word() -> None:
    groups = groups_of("The town sold it to Velkline Utilities. Velkline said the price was fair.")
    assert groups == [{"Velkline Utilities", "Velkline"}]


def test_father_mother_and_son_stay_three_people() -> None:
    groups = groups_of(
        "Nikolai Dramov came with his mother, Evgenia Dramova. His father, Vasil, was ill. Dramov left with Evgenia.",
        "Nikolay Dramov was there. His father, Vasil Dramov, was not.",
    )
    assert {"Nikolai Dramov", "Dramov", "Nikolay Dramov"} in groups
    assert {"Evgenia Dramova", "Evgenia"} in groups
    assert {"Vasil", "Vasil Dramov"} in groups


def test_junior_and_father_stay_apart_in_every_report() -> None:
    groups = groups_of(
        "Rep. Jo Marn Jr. pleaded guilty. His father, the Rev. Jo Marn, came with him. Marn wept.",
        "Jo Marn Jr. wept in court.",
    )
    assert {"Jo Marn Jr.", "Marn"} in groups
    assert {"Jo Marn"} in groups


def test_kinship_makes_relations() -> None:
    found = relations_of("Nikolai Dramov came with his mother, Evgenia. Dramov's father, Vasil, was ill.")
    assert ("Evgenia", "mother of", "Nikolai Dramov") in found
    assert ("Vasil", "father of", "Nikolai Dramov") in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met Karl Hall, the brother of Ana Moor.", ("Karl Hall", "sibling of", "Ana Moor")),
        ("Karl Hall was the brother of Ana Moor.", ("Karl Hall", "sibling of", "Ana Moor")),
        ("Ana Moor's brother Karl Hall left.", ("Karl Hall", "sibling of", "Ana Moor")),
        ("Peter Moor came with Irma Hall, his mother.", ("Irma Hall", "mother of", "Peter Moor")),
    ],
)
def test_kinship_may_stand_behind_the_name(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in relations_of(text)


def test_a_relative_denied_is_none() -> None:
    assert relations_of("Karl Hall was not the brother of Ana Moor.") == []


def test_offices_make_relations() -> None:
    found = relations_of(
        "Ada Moor, the managing director of the Orlind Grain Council, met Norwegian President Tove Lindal in Norway."
    )
    assert ("Ada Moor", "managing director of", "Orlind Grain Council") in found
    assert ("Tove Lindal", "president of", "Norway") in found


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Members of the Orlind Grain Council (OGC) met. The OGC voted.", {"Orlind Grain Council", "OGC"}),
        ("They held Ivo Marn, also known as Dragan Pell, for a day.", {"Ivo Marn", "Dragan Pell"}),
        ("They named Ivo Marn, identified by police as Ivan Pellov, today.", {"Ivo Marn", "Ivan Pellov"}),
        ("They freed Ivo Marn (איבו מרן) today.", {"Ivo Marn", "איבו מרן"}),
        ("She read it in the Orlind Herald. The Herald stood by it.", {"Orlind Herald", "Herald"}),
        ("He left the U.S. for Britain; America and the UK signed.", {"U.S.", "America"}),
    ],
)
def test_names_that_a_report_or_the_tables_call_one(text: str, group: set[str]) -> None:
    assert group in groups_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "They went to Tarn and to the University of Tarn.",
        "They crossed Tarn Bridge into Tarn.",
        "They went to Hallam and to West Hallam.",
        "In Orlind, the Orlind Police arrested two men.",
        "He compared the Arl Post with the Bex Post.",
    ],
)
def test_things_named_after_places_stay_apart(text: str) -> None:
    assert all(len(group) == 1 for group in groups_of(text))


def test_a_description_with_one_candidate_is_linked() -> None:
    entities, _ = resolved("Norwegian Prime Minister Tove Lindal spoke. The prime minister then left. The king stayed.")
    described = {e.name: [d.text for d in e.descriptions] for e in entities if e.descriptions}
    assert described == {"Tove Lindal": ["The prime minister"]}


def test_a_description_with_two_candidates_is_not() -> None:
    entities, _ = resolved("Prime Minister Tove Lindal met Prime Minister Ada Moor. The prime minister then left.")
    assert not any(entity.descriptions for entity in entities)


def test_an_unsure_bearer_is_said_not_guessed() -> None:
    entities, _ = resolved("They met Peter Hallgren and Susan Hallgren.", "They met Hallgren.")
    links = [link for entity in entities for link in entity.links if link.judgement == "unsure"]
    assert links and all(link.why == "several bearers of the name" for link in links)


def test_the_name_is_the_fullest_most_frequent_form() -> None:
    entities, _ = resolved("Ivo “Dragan” Marn fell.", "It was Ivo Marn. Ivo Marn and Marn.", "Ivo Marn fell.")
    assert [entity.name for entity in entities] == ["Ivo Marn"]


TEXTS = (
    "Nikolai Dramov came with his mother, Evgenia. Dramov thanked Norwegian President Tove Lindal. Mr. Lindal left "
    "Oslo.",
    "Kolya Dramoff and Evgenia Dramova met Lindal. The Orlind Grain Council (OGC) paid.",
    "The OGC and the Council of Grain in Orlind denied it, said Jo Marn Jr. and his father, Jo Marn.",
)


def test_the_order_of_the_documents_changes_nothing() -> None:
    documents, notes = event_of(*TEXTS)
    expected = resolve_entities(documents, notes)
    for order in permutations(range(3)):
        assert resolve_entities([documents[n] for n in order], [notes[n] for n in order]) == expected


def test_adding_a_report_keeps_the_joins_of_the_others() -> None:
    before = groups_of(*TEXTS[:2])
    after = groups_of(*TEXTS)
    for group in before:
        assert any(group <= other for other in after)


_PIECES = st.sampled_from(
    "Ivo Marn|Marn|Ivo|Evgenia Marnova|his wife, Ada|Mr. Marn|President Moor|Ada Moor|Moor|the Orlind "
    "Bank|OB|Norway|U.S.|said|"
    "and|.|his father, the Rev. Ivo Marn|Ivo Marn Jr.|also known as|The president|Orlind".split("|")
)


@given(st.lists(st.lists(_PIECES, max_size=12).map(" ".join), min_size=1, max_size=3))
@settings(max_examples=50, deadline=None)
def test_every_mention_has_one_entity_and_the_joins_are_a_tree(texts: list[str]) -> None:
    documents, notes = event_of(*texts)
    entities, relations = resolve_entities(documents, notes)
    assert (entities, relations) == resolve_entities(documents[::-1], notes[::-1])
    spans = [span for entity in entities for form in entity.forms for span in form.spans]
    assert sorted(spans) == sorted(m.span for note in notes for m in note.mentions)
    assert [min(s for f in e.forms for s in f.spans) for e in entities] == sorted(
        min(s for f in e.forms for s in f.spans) for e in entities
    )
    text = {document.id: document.text for document in documents}
    ids = {entity.id for entity in entities}
    assert len(ids) == len(entities)
    for entity in entities:
        own = {span for form in entity.forms for span in form.spans}
        for form in (*entity.forms, *entity.titles, *entity.descriptions):
            assert all(" ".join(text[s.document][s.start : s.end].split()) == form.text for s in form.spans)
        assert _is_tree(own, [(link.a, link.b) for link in entity.links if link.judgement == "same"])
    for relation in relations:
        assert {relation.subject, relation.object} <= ids and relation.subject != relation.object


def _is_tree(nodes: set[Span], edges: list[tuple[Span, Span]]) -> bool:
    reached = {min(nodes)}
    for _ in nodes:
        reached |= {b for a, b in edges if a in reached} | {a for a, b in edges if b in reached}
    return reached == nodes and len(edges) == len(nodes) - 1


def group_of(form: str, *texts: str) -> set[str]:
    return next(group for group in groups_of(*texts) if form in group)


def test_a_bare_family_name_that_is_a_given_name_elsewhere_shows_no_gender() -> None:
    text = "They met Rosa Warren there. Later Warren left the hall."
    assert group_of("Warren", text) == {"Rosa Warren", "Warren"}


def test_a_title_of_the_other_gender_still_keeps_a_bare_name_apart() -> None:
    text = "They met Rosa Warren there. Later Mr. Warren left the hall."
    assert group_of("Warren", text) == {"Warren"}


def test_a_family_name_is_one_with_and_without_its_article() -> None:
    texts = ("They met Omar al-Tarif there. Later Tarif left.", "They met Omar Tarif there.")
    assert group_of("Tarif", *texts) == {"Omar al-Tarif", "Tarif", "Omar Tarif"}


def test_names_with_the_family_name_first_are_one_with_and_without_hyphen() -> None:
    texts = ("They met Pak Dong-su and Pak Hae Min there.", "They met Pak Dong Su there.")
    assert groups_of(*texts) == [{"Pak Dong-su", "Pak Dong Su"}, {"Pak Hae Min"}]


def test_a_given_name_after_a_word_like_a_leading_family_name_stays_in_front() -> None:
    texts = ("They met Lee Ann Moor there.", "They met Lee Moor there.")
    assert len(groups_of(*texts)) == 1


def test_of_three_bearers_the_one_in_office_has_the_bare_name() -> None:
    text = "They met Dina Moor, Paul Moor and Rita Moor, as well as President Ada Moor. Moor left."
    assert group_of("Moor", text) == {"Ada Moor", "Moor"}


def test_of_three_bearers_without_office_none_is_given_the_bare_name() -> None:
    text = "They met Dina Wexley, Paul Wexley and Rita Wexley there. Wexley left."
    assert group_of("Wexley", text) == {"Wexley"}


def test_a_junior_introduced_as_child_is_not_the_parent() -> None:
    texts = (
        "President Wexley wrote a letter. His son, George Wexley Jr., copied it.",
        "President George Wexley wrote a letter.",
    )
    assert group_of("George Wexley", *texts) == {"George Wexley", "Wexley"}


def test_an_actor_may_be_called_actress_elsewhere() -> None:
    texts = ("They paid the actress Rosa Wexley.", "They paid the actor Rosa Wexley.")
    assert groups_of(*texts) == [{"Rosa Wexley"}]


def test_a_country_is_not_the_peninsula_called_by_its_people() -> None:
    texts = ("Ships left the Norwegian Peninsula.", "Ships left Norway.")
    assert len(groups_of(*texts)) == 2


def test_an_acronym_may_keep_the_small_letter_of_of() -> None:
    text = "A note of the Department of Mills reached them. Staff at the DoM left."
    assert group_of("DoM", text) == {"Department of Mills", "DoM"}


def test_a_secretary_of_state_is_of_the_country() -> None:
    text = "He met Norwegian Secretary of State Ada Moor in Norway."
    assert relations_of(text) == [("Ada Moor", "secretary of state of", "Norway")]


def test_a_letter_lost_in_a_given_name_in_another_report_is_a_slip() -> None:
    texts = ("They met Dalentin Wexley there.", "They met Dalenttin Wexley there.", "They met Dalntin Wexley there.")
    assert len(groups_of(*texts)) == 1


def test_a_family_name_of_two_words_shows_no_gender_by_its_first() -> None:
    text = "They met Greta Van Wexley there. Later Van Wexley left."
    assert groups_of(text) == [{"Greta Van Wexley", "Van Wexley"}]


def test_a_caucus_may_be_called_without_its_last_word() -> None:
    text = "He met the Bright Solvers Caucus there. Some Bright Solvers left."
    assert group_of("Bright Solvers", text) == {"Bright Solvers Caucus", "Bright Solvers"}


def test_a_name_completed_in_brackets_is_one() -> None:
    text = "They met minister [Dina] Velkin, who came late. Later Velkin left."
    assert group_of("Velkin", text) == {"Dina", "Velkin"}


def test_a_given_name_in_brackets_before_two_names_joins_neither() -> None:
    text = "Both Mr. [Dina] Velkin and Mr. [Dina] Orlov were there."
    assert {"Velkin"} in groups_of(text)


def test_a_bare_name_spelt_otherwise_than_a_given_name_of_its_report_is_another() -> None:
    text = "They met Michael Wexley there. He thanked Mr. Mikhail for it."
    assert {"Mikhail"} in groups_of(text)


def test_a_title_goes_before_those_who_bear_the_name_later() -> None:
    texts = (
        "President Wexley spoke. Wexley left. He and Rosa Wexley went home. Wexley slept.",
        "George Wexley spoke. President George Wexley left. George Wexley slept. George Wexley woke.",
    )
    assert group_of("George Wexley", *texts) == {"George Wexley", "Wexley"}


def test_his_wife_with_a_name_after_it_is_the_wife() -> None:
    text = "It hit Paul Moor, his wife Rosa, and others."
    assert relations_of(text) == [("Rosa", "spouse of", "Paul Moor")]


def test_hyphens_in_names_of_things_do_not_part_them() -> None:
    assert len(groups_of("He left the Anti-Noise League.", "He left the Anti Noise League.")) == 1


def test_party_members_of_a_chamber_are_not_the_party() -> None:
    text = "Hill Republicans left. A Republican stayed."
    assert {"Hill Republicans"} in groups_of(text)


def test_papers_of_two_towns_are_two() -> None:
    assert len(groups_of("He told the LA Times of it.", "He told the New York Times of it.")) == 2


def test_a_nickname_in_quotation_marks_shows_that_two_given_names_are_one_bearer() -> None:
    text = "They met Dalentina “Tona” Wexley there. Dalentina Wexley left. Later Tona Wexley came."
    assert len(groups_of(text)) == 1


def test_of_three_bearers_without_office_the_first_and_most_named_has_the_bare_name() -> None:
    text = "They met Dina Wexley. Dina Wexley left with Paul Wexley and Rita Wexley. Dina Wexley slept. Wexley woke."
    assert group_of("Wexley", text) == {"Dina Wexley", "Wexley"}


def test_members_of_a_party_in_one_town_are_not_the_party() -> None:
    assert {"Democrats"} in groups_of("Most Democrats agreed. The Chicago Democrats did not.")


def test_a_committee_may_be_called_without_its_chamber_but_is_not_of_two() -> None:
    text = "They met the Senate Loom Committee. The Loom Committee agreed."
    assert group_of("Loom Committee", text) == {"Loom Committee", "Senate Loom Committee"}
    both = groups_of("They met the Senate Loom Committee.", "They met the House Loom Committee.")
    assert sorted(map(sorted, both)) == [["House Loom Committee"], ["Senate Loom Committee"]]


def test_a_capitalised_acronym_in_brackets_is_the_name_before_it() -> None:
    assert group_of("Uovl", "The Union of Velk Looms (Uovl) met. The vote of Uovl failed.") == {
        "Union of Velk Looms",
        "Uovl",
    }


def test_an_office_is_named_before_the_words_that_lead_on() -> None:
    text = "They met Ada Velk, former Wexley Loom Council spokeswoman under President Ivo Marn."
    assert relations_of(text) == [("Ada Velk", "former spokeswoman of", "Wexley Loom Council")]


def test_a_place_is_named_without_its_abbreviation() -> None:
    (entity,) = resolved("They met in Connecticut. Ada Velk (D-Conn.) and Ivo Marn (R-Conn.) left.")[0][:1]
    assert entity.name == "Connecticut"


def test_a_stage_name_is_one_with_the_real_name() -> None:
    text = "They met Tove Velk there. Velk, whose real name is Ada Marn, left. Marn sang."
    assert group_of("Marn", text) == {"Tove Velk", "Velk", "Ada Marn", "Marn"}


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        (
            "Norwegian Deputy Prime Minister Ada Moor spoke in Norway.",
            ("Ada Moor", "deputy prime minister of", "Norway"),
        ),
        (
            "Karl Velk, a former foreign minister of Norway, disagreed.",
            ("Karl Velk", "former foreign minister of", "Norway"),
        ),
        ("Rosa Hall, ambassador to Norway, left.", ("Rosa Hall", "ambassador to", "Norway")),
    ],
)
def test_a_past_or_lesser_office_is_named_as_one(text: str, relation: tuple[str, str, str]) -> None:
    assert relation in relations_of(text)


def test_where_somebody_comes_from_is_no_office() -> None:
    assert relations_of("Karl Velk, a fund manager from Norway, disagreed.") == []


@pytest.mark.parametrize(
    ("land", "people", "same"),
    [
        ("Qarmun", "Qarmuni", True),
        ("Lodvia", "Lodvian", True),
        ("Bari", "Barin", False),
        ("Qarmun", "Qarmunder", False),
    ],
)
def test_a_land_that_no_table_knows_and_the_word_for_its_people_are_one(land: str, people: str, same: bool) -> None:
    units = [
        Unit("d", "place", form, (Span("d", at, at + len(form)),), (), None, read_name(form))
        for at, form in ((0, land), (20, people))
    ]
    assert (compare(*units).judgement == "same") is same


def test_what_is_named_as_often_a_place_as_a_person_is_a_land() -> None:
    texts = ("Talks began in Qarmun on Monday.", "Qarmuni officers denied it. Officials of Qarmun said so.")
    assert all(entity.kind == "place" for entity in resolved(*texts)[0] if entity.name == "Qarmun")


def test_a_person_with_a_longer_namesake_is_no_land() -> None:
    entities, _ = resolved("Ivo Marva and Ada Marvan spoke. Marva left, Marvan stayed.")
    assert [entity.kind for entity in entities] == ["person", "person"]
