"""Reports that tell of something else."""

from __future__ import annotations

from rashomon.apparatus import strangers
from rashomon.model import Document
from rashomon.run import collate


def document(name: str, text: str) -> Document:
    return Document(id=name, path=name, sha256="", media_type="text/plain", text=text, language="en")


FIRE = [
    document("d-1", "A fire destroyed the Marl Street market in Ostrany on Monday. Nobody was hurt."),
    document("d-2", "The Marl Street market in Ostrany burned down on Monday. Police blamed a heater."),
]
FISH = document("d-3", "Scientists described a new species of eel that lives in caves and eats moss.")


def test_a_report_without_a_name_or_a_row_in_common_is_a_stranger() -> None:
    assert strangers(collate([*FIRE, FISH])) == ("d-3",)


def test_reports_of_one_event_are_no_strangers() -> None:
    assert strangers(collate(FIRE)) == ()


def test_a_day_both_write_out_is_something_in_common() -> None:
    dated = document("d-4", "The Marl Street market in Ostrany burned down on 5 May 2031.")
    other = document("d-5", "A new species of eel was found in a cave on 5 May 2031.")
    assert strangers(collate([dated, other])) == ()
    assert strangers(collate([dated, FISH])) == ("d-3", "d-4")


def test_one_report_alone_is_no_stranger() -> None:
    assert strangers(collate([FISH])) == ()
