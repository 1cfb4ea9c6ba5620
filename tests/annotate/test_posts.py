"""Posts shown whole: the words are those of the author under or above them."""

from __future__ import annotations

import pytest

from rashomon.annotate.posts import find_posts
from rashomon.annotate.quotes import find_quotes
from rashomon.annotate.sentences import find_sentences
from rashomon.model import Document


@pytest.mark.parametrize(
    ("text", "words", "author"),
    [
        ("Roads are closed today. — Ana Lint (@anamayor) May 3, 2031", "Roads are closed today.", "Ana Lint"),
        ("...roads are closed today -- Ana Lint (@ana)", "roads are closed today", "Ana Lint"),
        ("Ana Lint (@ana) Roads are closed today.", "Roads are closed today.", "Ana Lint"),
        ("“Roads are closed today.” — Ana (@ana)", "Roads are closed today.", "Ana"),
        ("Roads are closed today. https://a.example/x — Ana (@ana)", "Roads are closed today.", "Ana"),
    ],
)
def test_a_post_has_its_words_and_its_author(text: str, words: str, author: str) -> None:
    (post,) = find_posts(f"Before.\n\n{text}\n\nAfter.")
    whole = f"Before.\n\n{text}\n\nAfter."
    assert (whole[post.start : post.end], whole[slice(*post.author)]) == (words, author)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Lint wrote (@ana) on Monday.",
        "Write to Ana Lint (@ana)",
        "Ana Lint (@ana) May 3, 2031",
        "Ana Lint (@ana) is a fellow of the River Institute and wrote on dams.",
        "Yes. — Ana Lint (@ana)",
        "",
    ],
)
def test_an_account_alone_is_no_post(text: str) -> None:
    assert find_posts(text) == []


def test_marks_inside_a_post_open_no_quotation_of_their_own() -> None:
    text = 'The mayor posted:\n\nThe so-called "experts" were wrong again. — Ana Lint (@ana) May 3, 2031'
    document = Document("d", "d.txt", "0", "text/plain", text)
    (quote,) = find_quotes(document, find_sentences(document))
    assert text[quote.content[0].start : quote.content[0].end] == 'The so-called "experts" were wrong again.'
    assert quote.kind == "direct"
