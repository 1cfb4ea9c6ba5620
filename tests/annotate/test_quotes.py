"""Quotations with their cue and the words that name the speaker."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.annotate.quotes import find_quotes
from rashomon.annotate.sentences import find_sentences
from rashomon.model import Document, Quote, Span
from rashomon.syntax import read_trees
from rashomon.text import cut


def all_quotes(document: Document) -> tuple[Quote, ...]:
    sentences = find_sentences(document)
    return find_quotes(document, sentences, read_trees(document, sentences))


def document(text: str, headline: int = 0) -> Document:
    return Document("d", "d.txt", "0", "text/plain", text, headline=Span("d", 0, headline) if headline else None)


def quotes(text: str, headline: int = 0) -> list[Quote]:
    held = document(text, headline)
    return [q for q in all_quotes(held) if q.kind != "indirect"]


def shown(text: str, quote: Quote) -> tuple[list[str], str | None, str | None]:
    held = document(text)
    cue = cut(held, quote.cue) if quote.cue else None
    speaker = cut(held, quote.speaker_span) if quote.speaker_span else None
    return [cut(held, span) for span in quote.content], cue, speaker


@pytest.mark.parametrize(
    ("text", "cue", "speaker"),
    [
        ("“The dam held,” Orla Penn said.", "said", "Orla Penn"),
        ("“The dam held,” said Orla Penn, an engineer from Varn.", "said", "Orla Penn"),
        ("“The dam held,” Orla Penn, 52, an engineer who lives nearby, told reporters.", "told", "Orla Penn"),
        ("“The dam held,” according to Orla Penn.", "according to", "Orla Penn"),
        ("“The dam held!” shouted one officer.", "shouted", "one officer"),
        ("“The dam held,” the ministry’s statement said.", "said", "the ministry’s statement"),
        ("“The dam held,” a spokesman for the ministry said on Monday.", "said", "a spokesman for the ministry"),
        ("“The dam held,” former leader of the Reed Party Orla Penn, now a farmer, said.", "said",
         "former leader of the Reed Party Orla Penn"),
        ("“The dam held,” as Ms. Penn put it.", "put", "Ms. Penn"),
        ("“The dam held,” his lawyer, Orla Penn, said.", "said", "his lawyer, Orla Penn"),
        ("Orla Penn said, “The dam held.”", "said", "Orla Penn"),
        ("In an interview on Friday, Orla Penn told the crowd: “The dam held.”", "told", "Orla Penn"),
        ("Penn, who built the dam, clearly says, “It held.”", "says", "Penn"),
        ("Twice he seemed to mutter, “It held.”", "mutter", "he"),
        ("Penn thanked the crews and added: “The dam held.”", "added", "Penn"),
        ("On the bridge Penn met reporters, stating, “The dam held.”", "stating", "Penn"),
        ("Sirens rang across the valley. Some villagers yelled, “The dam holds.”", "yelled", "Some villagers"),
        ("“The dam held.” ― Orla Penn", None, "Orla Penn"),
        ("Said one officer: “The dam held.”", "Said", "one officer"),
        ("The council is sending out a plain message: “The dam held.”", None, "The council"),
        ("Ade Holm, head of the dam -- who lives nearby -- said, “It held.”", "said", "Ade Holm"),
        ("“The dam held,” the letter states.", "states", "the letter"),
        ("“The dam held,” Reilly said.", "said", "Reilly"),
        ("Shortly after the flood, Orla Penn made a speech, saying, “The dam held.”", "saying", "Orla Penn"),
        ("Just a few weeks ago, Penn went home and declared, “The dam held.”", "declared", "Penn"),
        ("Crews left, with Mayor Orla Penn saying, “The dam held.”", "saying", "Mayor Orla Penn"),
        ("But Mr. Penn, D-Varn, told the town: “The dam held.”", "told", "Mr. Penn"),
        ("“The dam held,” the family wrote in a letter.", "wrote", "the family"),
        ("“The dam held,” Mr. Penn is heard saying on the tape.", "saying", "Mr. Penn"),
        ("“The dam held,” Sen. Orla Penn, D-N.Y., said.", "said", "Sen. Orla Penn"),
        ("“The dam held,” Varn’s River Safety Board (RSBV) chief Orla Penn said.", "said",
         "Varn’s River Safety Board (RSBV) chief Orla Penn"),
        ("She posted a Varn Times report on the dam and wrote: “The dam held.”", "wrote", "She"),
        ("“The dam held,” said one of the two, Lena Dorsey, a nurse.", "said", "one of the two, Lena Dorsey"),
    ],
)  # fmt: skip
def test_the_speaker_of_a_sentence_in_marks_is_named_beside_its_cue(text: str, cue: str | None, speaker: str) -> None:
    (quote,) = quotes(text)
    assert quote.kind == "direct"
    assert shown(text, quote)[1:] == (cue, speaker)


@pytest.mark.parametrize(
    ("text", "content", "cue", "speaker"),
    [
        ("Penn condemned the delay as “slow and careless” on Monday.", "slow and careless", "condemned", "Penn"),
        ("The mayor asked for help, calling the crews “heroes.”", "heroes.", "calling", "The mayor"),
        ("The inquiry, Penn told the council, was “a long way off”.", "a long way off", "told", "Penn"),
        ("The line was closed “for safety reasons,” city authorities said Monday, and buses ran.",
         "for safety reasons,", "said", "city authorities"),
        ("The firm had a “pattern” of late repairs, the regulator said by letter.", "pattern", "said", "the regulator"),
        ("They spent 40 crowns on “hats and more hats”, according to the papers.", "hats and more hats", "according to",
         "the papers"),
        ("The vote followed a night that one councillor called “a circus.”", "a circus.", "called", "one councillor"),
        ("Calling it “unfair,” Orla Penn left.", "unfair,", "Calling", "Orla Penn"),
        ("The court found the firm acted “with contempt”.", "with contempt", "found", "The court"),
        ("Orla Penn, who has led the firm since its founding, called Varn “a proud works”.", "a proud works", "called",
         "Orla Penn"),
        ("It ended what Orla Penn called a “rant,” a series of letters saying that the dam was old.", "rant,", "called",
         "Orla Penn"),
        ("The crowd heard two farmers, Ade Holm and Orla Penn, who has long called it “a death trap.”", "a death trap.",
         "called", "Orla Penn"),
        ("The state-run Varn News Agency quoted Energy Ministry spokesman Ade Holm as saying Varn “has asked engineers "
         "to look at it.”", "has asked engineers to look at it.", "saying", "Energy Ministry spokesman Ade Holm"),
        ("Orla Penn said that mothers who felt that a son had “dangerous ideas” should not condemn but help him.",
         "dangerous ideas", "said", "Orla Penn"),
    ],
)  # fmt: skip
def test_a_fragment_is_mixed_and_takes_the_cue_of_its_sentence(text: str, content: str, cue: str, speaker: str) -> None:
    (quote,) = quotes(text)
    assert quote.kind == "mixed"
    assert shown(text, quote) == ([content], cue, speaker)


def test_a_long_sentence_behind_the_words_is_no_tag_of_them() -> None:
    text = "“Nobody gave it.” Varnia has published a letter, signed by Penn, in which he admits that he was there."
    (quote,) = quotes(text)
    assert quote.cue is None and quote.speaker_span is None


@pytest.mark.parametrize(
    "text",
    [
        "Penn was arrested on Friday and accused of “acts of spite” against the town.",
        "Penn came back with the crew, said to be in “good health” after the flood.",
    ],
)
def test_whoever_is_accused_or_spoken_of_is_not_the_speaker(text: str) -> None:
    (quote,) = quotes(text)
    assert quote.speaker_span is None


def test_an_interrupted_quotation_is_one_quote_with_several_spans() -> None:
    text = "“We waited,” Penn said in tears. “Nobody came,” she said, adding: “We walked.”"
    (quote,) = quotes(text)
    assert shown(text, quote)[0] == ["We waited,", "Nobody came,", "We walked."]


def test_a_sentence_broken_by_its_tag_is_one_quote() -> None:
    text = "“What we need,” Penn said, “is one more boat.”"
    (quote,) = quotes(text)
    assert (quote.kind, shown(text, quote)[0]) == ("direct", ["What we need,", "is one more boat."])


def test_two_fragments_of_one_sentence_are_two_quotes() -> None:
    text = "Penn felt he owed the town “an answer” and the crews “a better pump”, he said."
    assert [shown(text, q)[0] for q in quotes(text)] == [["an answer"], ["a better pump"]]


def test_another_speaker_in_the_same_paragraph_begins_another_quote() -> None:
    text = "“We waited,” Penn said. “So did I,” said Ade Holm."
    assert [shown(text, q)[2] for q in quotes(text)] == ["Penn", "Ade Holm"]


def test_words_alone_in_a_paragraph_belong_to_whoever_spoke_before() -> None:
    text = "“We waited,” Orla Penn said.\n“Nobody came to the bridge that night.”"
    assert [shown(text, q)[2] for q in quotes(text)] == ["Orla Penn", "Orla Penn"]


def test_words_alone_in_a_paragraph_take_the_subject_of_the_sentence_before() -> None:
    text = "Orla Penn, 63, a retired teacher, came by train.\n“I wanted to see it with my own eyes.”"
    (quote,) = quotes(text)
    assert shown(text, quote)[2] == "Orla Penn"


@pytest.mark.parametrize(
    ("lead", "speaker"),
    [
        ("Penn wrote:", "Penn"),
        ("Here is an excerpt from the Varn Herald:", "the Varn Herald"),
        ("The ministry said in a statement:", "The ministry"),
    ],
)
def test_a_sentence_that_ends_with_a_colon_introduces_the_next_paragraph(lead: str, speaker: str) -> None:
    text = f"{lead}\n“The dam held all night.”"
    (quote,) = quotes(text)
    assert shown(text, quote)[2] == speaker


def test_a_quotation_over_paragraphs_is_one_quote() -> None:
    text = "“We waited all night,” Penn said. “It rained.\n“Nobody came.”"
    (quote,) = quotes(text)
    assert shown(text, quote)[0] == ["We waited all night,", "It rained.", "Nobody came."]


def test_words_quoted_inside_a_quotation_are_a_quote_when_somebody_says_them() -> None:
    text = "“My aunt likes to say ‘pumps never lie,’ and calls them ‘old friends’,” Penn said."
    nested = [q for q in quotes(text) if shown(text, q)[0] == ["pumps never lie,"]]
    assert [shown(text, q)[1:] for q in nested] == [("say", "My aunt")]
    assert len(quotes(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Alexei “Lyosha” Brandt came home.",
        "He avoided the word “strike” all day.",
        "He would not use the words “strike” or “walkout” on Monday.",
        "The film, called “The Long Road,” opens Friday.",
        "She appeared on “Morning in Varn” on Monday.",
        "Varn Water Works (“VWW”) built it.",
        "Penn told “Varn & Friends” that the dam held.",
        "She sang in the series “Exile” and on Varn Radio's “Dawn” too.",
        "He spoke of his book, “The Long Road,” on Monday.",
        "Crews took part in a “mock” drill.",
        "The firm's alleged debts and a press briefing on “tolls” were news.",
    ],
)
def test_nicknames_titles_and_words_spoken_about_are_no_quotations(text: str) -> None:
    assert quotes(text) == []


@pytest.mark.parametrize(
    ("headline", "speaker"),
    [
        ("Mayor says there is ‘no need to worry’ over dam", "Mayor"),
        ("Orla Penn Calls Dam Report ‘Utter Nonsense’", "Orla Penn"),
        ("‘We were never told’: Orla Penn", "Orla Penn"),
        ("Penn: ‘We were never told’", "Penn"),
        ("Thomas Penn: Varn needs to ‘get away from all of this’ at once", "Thomas Penn"),
    ],
)
def test_headlines_are_read_too(headline: str, speaker: str) -> None:
    (quote,) = quotes(headline, len(headline))
    assert shown(headline, quote)[2] == speaker


def test_words_called_out_in_a_headline_are_a_quotation() -> None:
    headline = "Call -- 'I have been robbed!' -- police look for two"
    assert shown(headline, quotes(headline, len(headline))[0])[0] == ["I have been robbed!"]


def test_the_programme_that_somebody_told_is_no_quotation() -> None:
    text = "“The dam held,” Ms. Penn told “Meet the Valley.”"
    (quote,) = quotes(text)
    assert shown(text, quote) == (["The dam held,"], "told", "Ms. Penn")


def test_a_heading_in_marks_is_whose_words_it_is_in_the_text() -> None:
    text = "Crews came.\n\n'A death trap'\n\nMs. Penn called the dam \"a death trap\" on Friday."
    heading, quote = quotes(text)
    assert shown(text, heading) == (["A death trap"], "called", "Ms. Penn")
    assert shown(text, quote) == (["a death trap"], "called", "Ms. Penn")


def test_a_heading_in_marks_that_nobody_says_is_no_quotation() -> None:
    assert quotes("Crews came, villagers said.\n\n'Daring to hope'\n\nMs. Penn left on Friday.") == []


@pytest.mark.parametrize("verb", ["means", "translates to", "translates as"])
def test_what_a_name_means_is_no_quotation(verb: str) -> None:
    assert quotes(f"The Aro Reth, which {verb} “the old river is holy,” lies in Varn.") == []


def test_a_verb_of_speech_that_is_a_noun_is_no_cue() -> None:
    text = "Penn said a police report which includes old claims was “plainly wrong”."
    (quote,) = quotes(text)
    assert shown(text, quote)[1] == "said"


def test_the_same_text_gives_the_same_quotes_with_ids_made_of_their_places() -> None:
    text = "“The dam held,” Penn said. Later he said it was “fine”."
    assert quotes(text) == quotes(text)
    assert len({q.id for q in quotes(text)}) == 2


PIECES = st.sampled_from(
    ["Penn said", "“", "”", '"', "'", "‘", "’", ",", ".", " ", "\n", "he", "according to", "The dam held", "adding",
     "told", ":", "Mr.", "who", "and", "5", "—", "說", "\u2028", "🙂"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map("".join) | st.text(max_size=60))
def test_any_text_gives_quotes_whose_spans_are_slices_without_blanks_at_either_end(text: str) -> None:
    held = document(text)
    found = all_quotes(held)
    assert found == all_quotes(held)
    assert len({quote.id for quote in found}) == len(found)
    for quote in found:
        assert quote.content
        for span in (*quote.content, *(s for s in (quote.cue, quote.speaker_span) if s)):
            assert 0 <= span.start < span.end <= len(text)
            assert cut(held, span) == cut(held, span).strip()
