"""Blocking against its slow twin: comparing every pair finds nothing that the blocks lose."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.entities.compare import compare
from rashomon.entities.join import candidate_pairs
from rashomon.entities.person_names import read_name
from rashomon.entities.spelling import bones, likeness
from rashomon.entities.units import Unit
from rashomon.model import EntityKind, Span

_PERSON = st.sampled_from(
    "Nikolai Nikolay Kolya Evgenia Yevgenia Ioel Yoel Jo J. Mikhail Misha Christopher Chris Phil Filip J.K. Tywon Ty "
    "Jean-Karl Bill William Dana Dina".split()
)
_FAMILY = st.sampled_from(
    "Gousarin Gusarin Gusapina Harin Kharin Kharina Phelan Felan Loti Lotti Karl Karel Io Ab Dramović Dramovitch "
    "Rouhanin Rouhani Horyanov Goryanow Jr. III".split()
)
_THING = st.sampled_from(
    "the Orlind Herald|Orlind|Herald|House of Commons|Commons|U.K.|United Kingdom|Britain|UK Parliament|British "
    "Parliament|"
    "Parliament|Orlind Grain Council|OGC|O.G.C.|Council of Orlind Grain|Caris Island|Carris Island|Tarn River|Tarn|"
    "River Tarn|Harbour Police|Orlind Harbour Police|Harbour Reserve|Harbour Corps Reserve|Velk Net|VelkNet|Velk "
    "Foods|Velk Foods Ltd.|Velk Corporation|Velk|political wing of Velk|Velk's political wing|Velk war|Kremlin|"
    "Yoel Center|Ioel Centre".split("|")
)


def unit_of(number: int, kind: EntityKind, form: str) -> Unit:
    name = read_name(form)
    return Unit(
        f"d{number % 3}", kind, form, (Span(f"d{number % 3}", number * 100, number * 100 + 9),), (), name.gender, name
    )


@given(
    st.lists(
        st.one_of(
            st.builds(lambda g, f: ("person", f"{g} {f}"), _PERSON, _FAMILY),
            st.builds(lambda k, t: (k, t), st.sampled_from(["organisation", "place", "other"]), _THING),
        ),
        max_size=14,
    )
)
@settings(max_examples=60, deadline=None)
def test_no_pair_that_compares_as_same_or_unsure_is_lost(drawn: list[tuple[EntityKind, str]]) -> None:
    units = [unit_of(number, kind, form) for number, (kind, form) in enumerate(drawn)]
    alike = {
        (a, b) for a, b in combinations(range(len(units)), 2) if compare(units[a], units[b]).judgement != "different"
    }
    assert alike <= set(candidate_pairs(units))


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzéüñ'-", max_size=9), st.text(alphabet="aeioutknvfphwyj", max_size=9))
@settings(max_examples=60, deadline=None)
def test_words_that_are_alike_have_the_same_bones(a: str, b: str) -> None:
    for left, right in ((a, b), (a, a + "a"), (b, b.replace("ou", "u")), (b, b.replace("y", "i"))):
        if 0.7 <= likeness(left, right)[0] < 1:
            assert bones(left) == bones(right)


def test_comparison_is_symmetric() -> None:
    forms = "Orlind Herald|Herald|Tarn River|Tarn|OGC|Orlind Grain Council|Harbour Police".split("|")
    units = [unit_of(n, "organisation", form) for n, form in enumerate(forms)]
    for a, b in combinations(units, 2):
        assert compare(a, b) == compare(b, a)
