"""Groups of statements on one point, checked against what the definition asks of every one of them."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.apparatus.align import BIAS, WEIGHTS, group_statements, likelihoods, scored
from rashomon.apparatus.details import Detail
from rashomon.apparatus.features import FEATURES, feature_matrices
from rashomon.model import Document, Holder, Span, Statement


def detail(document: str, start: int, end: int, words: str = "", terms: tuple[str, ...] = ()) -> Detail:
    span = Span(document, start, end)
    statement = Statement(f"s-{document}-{start}-{end}", span, "body", Holder("report"))
    held = Document(id=document, path=document, sha256="", media_type="text/plain", text=words)
    return Detail(statement, held, span, words, terms, (), (), (), (), None, "", False, ())


def nested(a: Detail, b: Detail) -> bool:
    one, other = a.statement.span, b.statement.span
    return one.document == other.document and one.start < other.end and other.start < one.end


@st.composite
def events(draw: st.DrawFn) -> tuple[list[Detail], np.ndarray]:
    size = draw(st.integers(0, 7))
    details = [detail(f"d{draw(st.integers(0, 2))}", 10 * i, 10 * i + draw(st.integers(5, 14))) for i in range(size)]
    likely = np.zeros((size, size))
    for a, b in combinations(range(size), 2):
        likely[a, b] = likely[b, a] = draw(st.sampled_from([0.0, 0.1, 0.3, 0.5, 0.9]))
    return details, likely


@settings(max_examples=60)
@given(events())
def test_groups_are_cliques_that_nothing_more_can_join(event: tuple[list[Detail], np.ndarray]) -> None:
    details, likely = event
    groups = group_statements(details, likely, seed=0.5, join=0.3, distinct=0.0)
    assert len({frozenset(group) for group in groups}) == len(groups)
    for group in groups:
        assert all(likely[a, b] >= 0.3 for a, b in combinations(group, 2))
        for other in set(range(len(details))) - set(group):
            fits = all(likely[other, member] >= 0.3 for member in group)
            assert not fits or any(nested(details[other], details[member]) for member in group)
    for a, b in combinations(range(len(details)), 2):
        if likely[a, b] >= 0.5 and details[a].document.id != details[b].document.id:
            assert any(a in group and b in group for group in groups)


@settings(max_examples=30)
@given(events(), st.randoms(use_true_random=False))
def test_the_order_of_statements_does_not_matter(event: tuple[list[Detail], np.ndarray], random: object) -> None:
    details, likely = event
    order = list(range(len(details)))
    random.shuffle(order)  # type: ignore[attr-defined]
    shuffled = group_statements([details[i] for i in order], likely[np.ix_(order, order)], 0.5, 0.3, 0.0)
    assert {frozenset(order[i] for i in g) for g in shuffled} == {
        frozenset(g) for g in group_statements(details, likely, 0.5, 0.3, 0.0)
    }


def test_likeness_is_not_carried_on_where_it_does_not_hold() -> None:
    details = [detail(f"d{i}", 0, 5) for i in range(3)]
    likely = np.array([[0, 0.9, 0.0], [0.9, 0, 0.9], [0.0, 0.9, 0]])
    assert group_statements(details, likely, 0.5, 0.3, 0.0) == [(0, 1), (1, 2)]


def test_each_feature_has_a_weight_and_is_symmetric() -> None:
    texts = ["Four people died in the flood", "The flood killed four", "The mayor resigned"]
    bags = [("four", "person", "die", "flood"), ("flood", "kill", "four"), ("mayor", "resign")]
    details = [detail(f"d{i}", 0, len(t), t, bag) for i, (t, bag) in enumerate(zip(texts, bags, strict=True))]
    encode = lambda said: np.tile(np.eye(3, dtype=np.float32), (2, 1))[: len(said)]  # noqa: E731
    features = np.stack(list(feature_matrices(details, encode)))
    assert tuple(WEIGHTS) == FEATURES
    assert np.allclose(features, features.transpose(0, 2, 1))
    likely = likelihoods(scored(features))
    assert likely[0, 1] > likely[0, 2]
    assert likelihoods(np.zeros((3, 3)))[0, 1] == round(float(1 / (1 + np.exp(-BIAS))), 6)


def test_a_group_that_mostly_repeats_another_is_listed_only_when_it_is_likely() -> None:
    details = [detail(f"d{i}", 0, 5) for i in range(4)]
    likely = np.full((4, 4), 0.4)
    likely[0, 3] = likely[3, 0] = 0.0
    likely[0, 1] = likely[1, 0] = 0.9
    assert group_statements(details, likely, 0.4, 0.3, 0.7) == [(0, 1, 2)]
    assert group_statements(details, likely, 0.4, 0.3, 0.4) == [(0, 1, 2), (1, 2, 3)]
