"""Who was there."""

from __future__ import annotations

import pytest
from build import event

from rashomon.apparatus.compare.attendance import compare_attendance, there

ROW = "Tomas Cole watched from the front row."
ABSENT = "Tomas Cole was not in the courtroom."
TABLE = [
    (ROW, ABSENT, True),
    (ROW, "Tomas Cole was absent.", True),
    (ROW, "Tomas Cole stayed at home with the dog.", True),
    (ROW, "Among those who did not come was Tomas Cole.", True),
    (ROW, "Tomas Cole skipped the hearing.", True),
    (ROW, "Tomas Cole did not attend the hearing.", True),
    ("Tomas Cole attended the hearing.", ABSENT, True),
    ("Tomas Cole was in court.", ABSENT, True),
    ("Tomas Cole was there, in a green coat.", ABSENT, True),
    ("Tomas Cole walked in the first row of the march.", "Tomas Cole did not join the rally.", True),
    ("Tomas Cole walked in the first row of the march.", ABSENT, False),
    (ROW, "Ada Moor was not in the courtroom.", False),
    (ROW, "Tomas Cole was in court.", False),
    (ROW, "Tomas Cole was not in the army.", False),
    (ROW, "Tomas Cole did not come from Oxley.", False),
    (ROW, "Tomas Cole will not attend the hearing.", False),
    ("Tomas Cole was scheduled to attend the hearing.", ABSENT, False),
    ("Tomas Cole was seen at the hearing in a dream.", ABSENT, False),
    ("Tomas Cole attended the hearing on 4 May 2031.", "Tomas Cole did not attend the hearing on 9 May 2031.", False),
]


@pytest.mark.parametrize(("one", "other", "differ"), TABLE)
def test_who_was_there_differs_from_who_was_not(one: str, other: str, differ: bool) -> None:
    first, second = event(one, other)
    assert any(compare_attendance(a, b, 0.3, 0, 1) for a in first for b in second) == differ


def test_statements_that_name_no_occasion_must_be_somewhat_alike() -> None:
    ((a,), (b,)) = event(ROW, ABSENT)
    assert compare_attendance(a, b, 0.05, 0, 1) is None


def test_a_statement_tells_the_kind_of_occasion() -> None:
    ((detail,),) = event("Tomas Cole was not in the courtroom.")
    told = there(detail)
    assert told is not None
    assert (told.present, told.occasion) == (False, "court")
