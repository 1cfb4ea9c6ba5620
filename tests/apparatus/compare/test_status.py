"""States that exclude each other, and states that merely follow one another."""

from __future__ import annotations

import pytest
from build import pair

from rashomon.apparatus.compare.status import compare_status

SAME_DAY = ("2031-05-04", "2031-05-04")
NEXT_DAY = ("2031-05-04", "2031-05-05")
TABLE = [
    ("The truce is holding in the valley", "The truce collapsed on Sunday", SAME_DAY, "contradiction"),
    ("The deal remains intact and the truce is holding", "The agreement collapsed", SAME_DAY, "contradiction"),
    ("The sides will hold talks on the truce", "The truce was holding after the talks", SAME_DAY, None),
    ("The guards coordinated the raid", "The guards not only coordinated the raid", SAME_DAY, None),
    ("The harbour road remains closed", "The harbour road was reopened", NEXT_DAY, "update"),
    ("The harbour road was closed for an hour", "The harbour road was reopened", SAME_DAY, None),
    ("The jury convicted the captain", "The jury acquitted the captain", SAME_DAY, "contradiction"),
    ("The captain served in the navy", "The captain never served in the navy", SAME_DAY, "contradiction"),
    ("The minister will resign", "The minister resigned", SAME_DAY, "update"),
    ("The minister is expected to resign on Sunday", "The minister resigned on Sunday", SAME_DAY, "update"),
    ("The league will reject the offer", "The league rejected the offer", SAME_DAY, None),
    ("The league will reject the offer", "The league rejected the offer", NEXT_DAY, "update"),
    ("Two other schools will be evacuated", "Two schools were evacuated", NEXT_DAY, None),
    ("The harbour road will remain closed", "The harbour road will reopen", NEXT_DAY, "update"),
    ("The harbour road will remain closed", "The harbour road will reopen", SAME_DAY, None),
    ("The minister did not reveal how", "The minister revealed the plan", SAME_DAY, None),
    ("The union did not mean only the drivers", "The union did mean the drivers", SAME_DAY, None),
    ("Captain Brandt served as an aide", "Captain Brandt will serve as an adviser", SAME_DAY, None),
    ("The guards are trying to stop the march", "The march continues in the valley", SAME_DAY, None),
    ("The minister had agreed to resign", "The minister has resigned", SAME_DAY, "update"),
    ("The minister will resign on Monday", "The minister resigned on Friday", SAME_DAY, None),
    ("The minister should resign", "The minister resigned", SAME_DAY, None),
    ("The minister will resign", "The harbour master resigned", SAME_DAY, None),
    ("The captain is still missing", "The captain was found on Sunday", NEXT_DAY, "update"),
    ("The captain was missing for a day", "The captain was found on Sunday", NEXT_DAY, None),
    ("The suspect is still at large", "The suspect was arrested on Sunday", NEXT_DAY, "update"),
    ("The pilot is in critical condition", "The pilot died on Sunday", NEXT_DAY, "update"),
    ("The harbour road remains closed", "Talks can begin once the harbour road is reopened", SAME_DAY, None),
    ("The council closed the school and the road is shut", "The harbour was reopened", SAME_DAY, None),
    ("The mayor signed the order", "The mayor will never sign such an order again", SAME_DAY, None),
    ("Police arrested nobody in 2019", "Police arrested two men on 3 May 2031", SAME_DAY, None),
    ("The sum was church money", "The sum was not church money", SAME_DAY, "contradiction"),
    ("The office has been dark since it shut down in May", "The office reopened", SAME_DAY, None),
    ("The office is shut", "Talks may begin after the office has reopened", SAME_DAY, None),
    ("The mayor holds the council responsible", "The mayor failed", SAME_DAY, None),
    ("The court decided to free the men two months ago", "The court freed the men", SAME_DAY, None),
    ("There is little doubt about the fault", "There is no doubt about the fault", SAME_DAY, None),
    ("The city paid the crew", "No money from the lottery paid the crew", SAME_DAY, None),
    ("Both engines were working normally", "One of the engines had failed", SAME_DAY, "contradiction"),
    ("The governor threatened to veto the bill", "The governor signed the bill", SAME_DAY, "update"),
    ("The minister may resign", "The minister resigned", SAME_DAY, None),
    ("The sailor was freed after being held for weeks", "The sailor was held for weeks", SAME_DAY, None),
    ("Kelm took no action against the band for a year", "Kelm took responsibility for the raid", SAME_DAY, None),
    ("The captain was acquitted of murder", "The captain was convicted of a lesser charge", SAME_DAY, None),
    ("The captain was acquitted of murder", "The captain was convicted of murder", SAME_DAY, "contradiction"),
    ("The council is reopening the inquiry", "The council is closing it", SAME_DAY, None),
    ("Any worker will be able to apply", "Workers will not be able to apply", SAME_DAY, None),
    ("The workers applied", "Other workers never applied", SAME_DAY, None),
]


@pytest.mark.parametrize(("one", "other", "days", "severity"), TABLE)
def test_states_differ_as_an_editor_would_say(
    one: str, other: str, days: tuple[str, str], severity: str | None
) -> None:
    finding = compare_status(*pair(one, other, days), 0.9, 0, 1)
    assert (finding.severity if finding else None) == severity


def test_a_denial_of_another_thing_is_none() -> None:
    one, other = pair("The union did not sign the letter", "The union signed the pact")
    assert compare_status(one, other, 0.5, 0, 1) is None


def test_states_of_different_things_do_not_meet() -> None:
    assert compare_status(*pair("The harbour road remains closed", "The school was reopened"), 0.9, 0, 1) is None
