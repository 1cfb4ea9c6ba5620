"""Names, kinds and titles in single sentences; invented people, places and papers."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.annotate.names import find_mentions
from rashomon.annotate.sentences import find_sentences
from rashomon.model import Document, Mention, Part, Span
from rashomon.text import cut


def document_of(text: str, headline: str = "") -> Document:
    whole = f"{headline}\n\n{text}" if headline else text
    span = Span("d", 0, len(headline)) if headline else None
    return Document("d", "d.txt", "0" * 64, "text/plain", whole, headline=span)


def mentions_of(text: str, headline: str = "") -> list[tuple[str, str]]:
    document = document_of(text, headline)
    return [(cut(document, m.span), m.kind) for m in find_mentions(document, find_sentences(document))]


def forms_of(text: str, headline: str = "") -> list[str]:
    return [form for form, _ in mentions_of(text, headline)]


def titles_of(text: str) -> dict[str, list[str]]:
    document = document_of(text)
    found = find_mentions(document, find_sentences(document))
    return {cut(document, m.span): [cut(document, title) for title in m.titles] for m in found}


@pytest.mark.parametrize(
    ("text", "form", "kind"),
    [
        ("A bus driven by Tomas Hallgren left the road.", "Tomas Hallgren", "person"),
        ("It was bought by the Bank of Orlind last year.", "Bank of Orlind", "organisation"),
        ("Nurses from the Orlind Department of Health and Human Services came.", None, "organisation"),
        ("The ferry sank off Tarn Island at noon.", "Tarn Island", "place"),
        ("Rain fell across Norway on Monday.", "Norway", "place"),
        ("Shares in Velk & Moor rose.", "Velk & Moor", "organisation"),
        ("The award went to Reid H. Vostok.", "Reid H. Vostok", "person"),
        (
            "He joined the Bureau of Alcohol, Tobacco and Firearms.",
            "Bureau of Alcohol, Tobacco and Firearms",
            "organisation",
        ),
        ("North Carolina hearings go on, he said.", "North Carolina", "place"),
        ("She thanked Ursula van der Brecken for it.", "Ursula van der Brecken", "person"),
        ("He is a fan of George Malen Jr. and said so.", "George Malen Jr.", "person"),
        ("The crowd cheered Nikolai “Kolya” Dramov on Friday.", "Nikolai “Kolya” Dramov", "person"),
        ("Troops loyal to Omar al-Tarif withdrew.", "Omar al-Tarif", "person"),
        ("It was signed by Anne-Marie O'Dowell.", "Anne-Marie O'Dowell", "person"),
        ("Roofs were torn off when Hurricane Selma struck.", "Hurricane Selma", "other"),
        ("Staff at Miriam's Hospital walked out.", "Miriam's Hospital", "organisation"),
        ("The toys were sold at Pells-A-Plenty for years.", "Pells-A-Plenty", "other"),
    ],
)
def test_a_name_and_its_kind(text: str, form: str | None, kind: str) -> None:
    found = mentions_of(text)
    assert len(found) == 1
    assert found[0] == (form or found[0][0], kind)


@pytest.mark.parametrize(
    "text",
    [
        "On Monday the president spoke in March.",
        "Officials said Russian and Israeli soldiers were hurt.",
        "The South Koreans left, and the Arab ministers stayed.",
        "Prosecutors charged two men. Residents fled. Witnesses said so.",
        "The President and the Prime Minister met.",
        "They bought an SUV, a TV and two DVDs.",
        "Guilty, Your Honor, the man said.",
        "The police were there at 9 a.m. and left.",
    ],
)
def test_peoples_days_titles_and_openings_are_no_names(text: str) -> None:
    assert mentions_of(text) == []


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Arland's envoy met President Ada Moor.", {"Ada Moor": ["President"]}),
        ("It fell to Norwegian Prime Minister Tove Lindal.", {"Tove Lindal": ["Norwegian Prime Minister"]}),
        ("It was Mr. Marn who called.", {"Marn": ["Mr."]}),
        ("The lawyers met Judge Ivo Marn.", {"Ivo Marn": ["Judge"]}),
    ],
)
def test_titles_stand_beside_the_name_not_in_it(text: str, titles: dict[str, list[str]]) -> None:
    found = titles_of(text)
    assert {name: found[name] for name in titles} == titles


def test_a_title_of_a_country_ends_where_the_person_begins() -> None:
    found = titles_of("The Chief Rabbi of Norway Josef Tamm spoke.")
    assert found["Josef Tamm"] == ["Chief Rabbi of Norway"]
    assert "Norway" in found


def test_coordinated_names_are_several() -> None:
    assert forms_of("Freed were Evgenia, Tilda, and Tomas Cole, with Anna and Peter Hall.") == [
        "Evgenia",
        "Tilda",
        "Tomas Cole",
        "Anna",
        "Peter Hall",
    ]


@pytest.mark.parametrize(
    "text", ["They met Tomas Cole's wife.", "They met Tomas Cole’s wife.", "It was Tomas Cole who ran."]
)
def test_a_possessive_ending_is_outside_the_name(text: str) -> None:
    assert forms_of(text) == ["Tomas Cole"]


def test_a_plural_possessive_keeps_its_s() -> None:
    assert forms_of("It followed Velkas’ attack.") == ["Velkas"]


def test_a_hyphen_before_common_words_ends_the_name() -> None:
    assert forms_of("An Iran-backed group left Berwick-upon-Tweed.") == ["Iran", "Berwick-upon-Tweed"]


def test_a_family_is_not_its_member() -> None:
    assert forms_of("Tomas Cole sang. The Coles left; the Cole family stayed.") == ["Tomas Cole"]


def test_a_month_that_is_a_family_name_stays_a_month_in_dates() -> None:
    found = forms_of("Anna May spoke. In May 2017, May called it wrong.")
    assert found == ["Anna May", "May"]


def test_a_bracketed_acronym_is_named_like_its_long_form() -> None:
    found = mentions_of("The Orlind Red Crescent (ORC) sent vans. Later ORC left.")
    assert found == [("Orlind Red Crescent", "organisation"), ("ORC", "organisation"), ("ORC", "organisation")]


def test_in_a_title_case_headline_only_what_the_body_names_is_a_name() -> None:
    found = forms_of(
        "A judge sentenced Ivo Marn on Friday, and Marn wept at the news.",
        "Judge Sends Marn To Prison After Long Trial",
    )
    assert found == ["Marn", "Ivo Marn", "Marn"]


def test_in_capitals_names_are_found_by_the_body_and_the_tables() -> None:
    assert forms_of("The trial of Ivo Marn began.", "MARN ON TRIAL IN NORWAY OVER FRAUD") == [
        "MARN",
        "NORWAY",
        "Ivo Marn",
    ]


def test_one_kind_per_form_in_a_document() -> None:
    found = mentions_of("Ada Fuller, 40, won. Fuller wept. They praised Fuller in public.")
    assert {kind for form, kind in found if form == "Fuller"} == {"person"}


def test_places_of_the_date_line_are_found_though_no_sentence_holds_it() -> None:
    text = "HALM, Norway — A bridge fell."
    document = Document("d", "d", "0", "text/plain", text, parts=(Part("dateline", Span("d", 0, 15)),))
    found = find_mentions(document, find_sentences(document))
    assert [cut(document, m.span) for m in found] == ["HALM", "Norway"]


def test_boilerplate_names_nobody() -> None:
    text = "Tomas Cole sang.\nDonate to Orlind News"
    document = Document("d", "d", "0", "text/plain", text, boilerplate=(Span("d", 17, 38),))
    assert [cut(document, m.span) for m in find_mentions(document, find_sentences(document))] == ["Tomas Cole"]


def test_capitals_of_other_scripts_work_the_same() -> None:
    assert "Иваном Марновым" in forms_of("Встреча с Иваном Марновым прошла вчера.")


def test_a_name_in_a_script_without_capitals_is_found_in_brackets() -> None:
    assert forms_of("They freed Ivo Marn (איבו מרן) today.") == ["Ivo Marn", "איבו מרן"]


_WORDS = st.sampled_from(
    "Tomas Cole the of and President Mr. Norway Bank U.S. May “Kolya” Jr. al-Tarif , . \n ’s -- 12 Marn's said "
    "(ORC) O'Dowell "
    "& van der HALM 漢字 ‘ émigré É ß 𝒜 \u200b".split(" ")
)


@given(st.one_of(st.lists(_WORDS, max_size=30).map(" ".join), st.text(max_size=80)))
@settings(max_examples=60, deadline=None)
def test_mentions_are_valid_ordered_and_the_same_twice(text: str) -> None:
    document = document_of(text)
    found: tuple[Mention, ...] = find_mentions(document, find_sentences(document))
    assert found == find_mentions(document, find_sentences(document))
    at = 0
    for mention in found:
        assert at <= mention.span.start < mention.span.end <= len(text)
        for span in (mention.span, *mention.titles):
            form = cut(document, span)
            assert form == form.strip() and form
        at = mention.span.end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks with Mayor Ada Moor Ada Beth MoorCouncil resumed on Friday.", ["Ada Moor"]),
        ("Read it at https://a.example/Qw9Xy or ask @AdaMoor and #MoorOut today.", []),
        ("It was, he said, a TOTAL WASTE of money.", []),
        ("He met President Xi Dramov in the hall.", ["Xi Dramov"]),
        ("He met President Han Jae-in in the hall.", ["Han Jae-in"]),
        ("More Velk-centric polls will come.", ["Velk"]),
        ("He asked Democrats on Election Day to wait.", ["Democrats", "Election Day"]),
        ("She told Orlind News about it.", ["Orlind News"]),
        (
            "They met Paul Moor of New Jersey, Thomas Velk of New York, and left.",
            ["Paul Moor", "New Jersey", "Thomas Velk", "New York"],
        ),
        ("He saw Justin Dramov & Jessica Moor there.", ["Justin Dramov", "Jessica Moor"]),
        ("He wrote an update II of it.", []),
        ("They said VX was used.", ["VX"]),
        ("Earlier Friday Wexley spoke of it.", ["Wexley"]),
        ("Talks with Mayor Paul Moor Paul Davis Moor Clerks resumed.", ["Paul Moor"]),
        ("In August Wexley was convicted.", ["Wexley"]),
        ("He left in the 35-student Ph.D. program.", []),
        ("Two former Prime Ministers came in.", []),
        ("A group of Central Americans came in.", []),
        ("Republican U.S. Congressman Ada Moor came in.", ["Republican", "U.S.", "Ada Moor"]),
        ("They met Rosa King there, and a letter of King was read.", ["Rosa King", "King"]),
        ("The Wexley Administration lost the case.", ["Wexley"]),
    ],
)
def test_borders_of_names(text: str, expected: list[str]) -> None:
    assert forms_of(text) == expected


@pytest.mark.parametrize(
    ("text", "form", "kind"),
    [
        ("The fire broke out in a Velk, Norway, mill.", "Velk", "place"),
        ("Troops moved into Northern Norway at noon.", "Northern Norway", "place"),
        ("They left the villages of Velk and Orlind at noon.", "Velk", "place"),
        ("An advert in the Orlind Bowl was dropped.", "Orlind Bowl", "other"),
        ("The Wexley Bros have a mill.", "Wexley Bros", "organisation"),
        ("They flew to Joint Base Wexley at noon.", "Joint Base Wexley", "place"),
        ("It was done by INS Orlova there.", "INS Orlova", "other"),
        ("They met at his home in Wex Bescay, Norway.", "Wex Bescay", "place"),
        ("The shop stands at 200 W. Orlind Blvd today.", "W. Orlind Blvd", "place"),
        ("He spoke of World War III then.", "World War III", "other"),
        ("House Republicans who came left again.", "House Republicans", "organisation"),
        ("He read Orlo magazine at home.", "Orlo magazine", "organisation"),
        ("It hit the Obvik, Russia, and others.", "Obvik", "organisation"),
        ("She left when the Wexley administration fell.", "Wexley", "person"),
    ],
)
def test_kinds_by_what_stands_beside(text: str, form: str, kind: str) -> None:
    assert (form, kind) in mentions_of(text)


def test_a_person_named_in_full_is_not_the_company_of_that_name() -> None:
    found = mentions_of("They met Rosa Siemens there. Later Siemens left the hall with Mr. Siemens.")
    assert found == [("Rosa Siemens", "person"), ("Siemens", "person"), ("Siemens", "person")]


def test_the_agency_in_brackets_is_no_part_of_the_place_in_a_date_line() -> None:
    text = "VELK (AP) — The mill burned down on Friday, the owner said."
    span = Span("d", 0, 9)
    document = Document("d", "d.txt", "0" * 64, "text/plain", text, parts=(Part("dateline", span),))
    found = [cut(document, m.span) for m in find_mentions(document, find_sentences(document))]
    assert found == ["VELK", "AP"]


@pytest.mark.parametrize(
    ("line", "publisher", "found"),
    [
        ("The Velk Courier", "The Velk Courier", ["Velk Courier"]),
        ("Ada Moor and Ivo Marn, Velk Courier", "Velk Courier", ["Velk Courier"]),
        ("Reuters contributed to this report.", "Velk Courier", ["Reuters"]),
        ("By Ada Moor", None, []),
    ],
)
def test_a_byline_names_outlets_and_agencies(line: str, publisher: str | None, found: list[str]) -> None:
    text = f"Wind closes roads\n\n{line}\n\nThe wind closed two roads."
    span = Span("d", text.index(line), text.index(line) + len(line))
    document = Document("d", "d.txt", "0" * 64, "text/plain", text, publisher=publisher, parts=(Part("byline", span),))
    mentions = find_mentions(document, ())
    assert [cut(document, m.span) for m in mentions if m.rule == "byline"] == found


def test_the_title_of_one_of_the_persons_is_no_name_by_itself() -> None:
    assert forms_of("Pope Lindal spoke in Rome. Then a Pope may leave.", "Pope flies home") == ["Lindal", "Rome"]


def test_a_younger_one_may_be_written_with_three_letters() -> None:
    assert titles_of("The base was led by Capt Tim Kinwell Jnr that year.") == {"Tim Kinwell Jnr": ["Capt"]}
