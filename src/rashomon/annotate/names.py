"""Names in one report: where they stand, what kind they are of, and the titles beside them.

Steps, over the whole document:
1. each plain sentence is read into candidates by its capitals (`name_candidates`), and into those of the reader, mended
   (`name_reader`); where they overlap the likelier reading is taken;
2. the whole document votes on the kind of each written form (`name_vote`), by chances of the reader, words and tables;
3. candidates stay that the reader sees, or that tables or other places support;
4. lines where capitals say nothing are searched for what is known (`name_lines`);
5. what stands in link cards and credits is taken out (`name_asides`), an organisation is widened to its wing and a
   place to its war (`name_widened`), offices and numbers are no last words and a family is not its members
   (`name_edges`), seats of power are a place or a government by their use (`name_seats`), titles in apposition are
   added.

The kind is one per written form and document. Peoples ("Russian", "Israelis"), days, months and titles alone are no
names. Where the reader is silent (other languages) capitals and tables decide alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.annotate.name_asides import without_asides
from rashomon.annotate.name_candidates import Candidate, bearers_of, candidates, led, with_type
from rashomon.annotate.name_edges import with_edges
from rashomon.annotate.name_lines import in_brackets, in_byline, in_dateline, in_headline
from rashomon.annotate.name_reader import mended, parted, read, weighed
from rashomon.annotate.name_seats import by_use
from rashomon.annotate.name_tokens import Style, Token, style_of, tokens_of
from rashomon.annotate.name_vote import completed, kinds_of, likeliest, small_words, stands, supported_by, without_show
from rashomon.annotate.name_widened import widened
from rashomon.annotate.titles import with_titles
from rashomon.lexicon.tables import is_common, key
from rashomon.lexicon.verbs import lemma
from rashomon.model import Document, EntityKind, Mention, Sentence, Span, Tree
from rashomon.text import cut

UNKNOWN = 0.15
"""A headline names what nothing else knows only below this chance of being outside all names."""

SEEN = 0.8
"""Above this chance of being a person, a name may be that of who leads a body."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence's words, how it is set, and its tree, if there is one."""

    tokens: tuple[Token, ...]
    style: Style
    tree: Tree | None


def find_mentions(
    document: Document, sentences: tuple[Sentence, ...], trees: Sequence[Tree] = ()
) -> tuple[Mention, ...]:
    """The names of the document in order, none overlapping. `trees`: none, or one for each sentence."""
    text = document.text
    lines = []
    for i, sentence in enumerate(sentences):
        tokens = tokens_of(document, sentence)
        tokens = parted(tokens, trees[i]) if trees else tokens
        lines.append(_Line(tokens, style_of(document, sentence, tokens), trees[i] if trees else None))
    plain = [line for line in lines if line.style == "plain"]
    small = small_words(line.tokens for line in plain)
    first = [candidates(text, line.tokens, frozenset()) for line in plain]
    bearers = bearers_of(c for known in first for c in known)
    by_capitals = [
        candidates(text, line.tokens, bearers) if _bears(line.tokens, bearers) else known
        for line, known in zip(plain, first, strict=True)
    ]
    read_all = (_candidates(text, line, known, bearers) for line, known in zip(plain, by_capitals, strict=True))
    found = [with_type(text, c) for known in read_all for c in known]
    leaders = bearers | {c.chunk.tokens[-1].folded for c in found if c.chances and c.chances[1] > SEEN}
    found = [piece for c in found for piece in led(c, leaders)]
    found = without_show(completed(text, found), small)
    kinds = kinds_of(text, found)
    supported = supported_by(found, kinds)
    mentions = [_mention(document, c, kinds[c.form]) for c in found if stands(c, supported)]
    for line in lines:
        if line.style != "plain":
            known = in_headline(document, line.tokens, line.style, supported, kinds)
            more = _unknown(document, line, kinds, small)
            wider = [m for m in more if _widens(document, m, known)]
            known = [k for k in known if not any(_meet(k, m) for m in wider)]
            mentions.extend(known + wider + [m for m in more if not any(_meet(k, m) for k in known + wider)])
    mentions.extend(in_dateline(document))
    mentions.extend(in_byline(document))
    mentions.extend(in_brackets(document, mentions))
    mentions.sort(key=lambda mention: mention.span)
    named = widened(text, without_asides(text, _without_titles_alone(document, _apart(mentions))))
    mended_edges = tuple(with_edges(text, named, document.publisher or ""))
    return with_titles(document, by_use(document, mended_edges, trees), trees)


def _bears(tokens: Sequence[Token], bearers: frozenset[str]) -> bool:
    """Whether a last name, or its plural, is among the words, so that knowing it may tell more of them."""
    return any(token.folded in bearers or token.folded[:-1] in bearers for token in tokens)


def _candidates(text: str, line: _Line, by_capitals: list[Candidate], bearers: frozenset[str]) -> list[Candidate]:
    """The candidates of a plain sentence, by its capitals and by the reader."""
    if line.tree is None:
        return by_capitals
    sentence = read(text, line.tokens, line.tree)
    return weighed(sentence, by_capitals, mended(sentence, line.tree, bearers, by_capitals))


def _unknown(document: Document, line: _Line, kinds: Mapping[str, EntityKind], small: frozenset[str]) -> list[Mention]:
    """Names the reader is sure of in a line where capitals say nothing."""
    if line.tree is None:
        return []
    found = mended(read(document.text, line.tokens, line.tree, plain=False), line.tree, frozenset())
    return [
        _mention(document, candidate, kinds.get(candidate.form) or likeliest(candidate))
        for candidate in without_show(found, small)
        if candidate.chances[0] < UNKNOWN
    ]


def _widens(document: Document, mention: Mention, known: Sequence[Mention]) -> bool:
    """Whether it is one of the names known with more words, none of the dictionary ("Obama Spar" is not)."""
    inner = [k for k in known if _meet(k, mention)]
    more = mention.span
    if len(inner) != 1 or not (more.start <= inner[0].span.start and inner[0].span.end <= more.end):
        return False
    words = document.text[more.start : inner[0].span.start] + document.text[inner[0].span.end : more.end]
    return bool(words.strip()) and not any(is_common(key(w)) or lemma(key(w)) for w in words.split())


def _meet(a: Mention, b: Mention) -> bool:
    return a.span.start < b.span.end and b.span.start < a.span.end


def _mention(document: Document, candidate: Candidate, kind: EntityKind) -> Mention:
    chunk = candidate.chunk
    titles = [Span(document.id, start, end) for start, end in chunk.titles if kind == "person"]
    return Mention(Span(document.id, chunk.start, chunk.end), kind, tuple(sorted(set(titles))), candidate.rule)


def _without_titles_alone(document: Document, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Without the titles of the report's persons where they stand for a name ("Pope flies home", "the Sultan")."""
    titles = {cut(document, title) for mention in mentions for title in mention.titles}
    last = {cut(document, m.span).split()[-1] for m in mentions if m.kind == "person" and " " in cut(document, m.span)}
    bare = titles - last
    return tuple(m for m in mentions if m.titles or m.kind == "place" or cut(document, m.span) not in bare)


def _apart(found: list[Mention]) -> tuple[Mention, ...]:
    kept: list[Mention] = []
    for mention in found:
        if not kept or kept[-1].span.end <= mention.span.start:
            kept.append(mention)
    return tuple(kept)
