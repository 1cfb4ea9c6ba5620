"""The table of acts."""

from __future__ import annotations

from rashomon.lexicon.acts import ACT_OF, ONCE, act_of
from rashomon.lexicon.measures import STATE_OF


def test_verbs_of_one_act_meet() -> None:
    assert act_of("sail") == act_of("leave") != act_of("arrive")
    assert act_of("free") == act_of("release")
    assert act_of("sing") == "sing"
    assert act_of(None) == ""


def test_no_verb_is_of_two_acts_and_what_comes_once_is_known() -> None:
    assert ({*ACT_OF.values(), *STATE_OF.values()}) >= ONCE
    assert not ACT_OF.keys() & STATE_OF.keys()
