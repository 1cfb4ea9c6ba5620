"""Visits to a server on this machine: what is asked, what is waited for, what is left alone."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime
from email.utils import format_datetime

import pytest
import urllib3
from loopback import Clock, Reply, Web, conditional, packed, serve

from rashomon.watch.addresses import host_of
from rashomon.watch.manners import Guest, Host, agent_of, retry_after
from rashomon.watch.web import Answer, open_fetch


def guest(web: Web, clock: Clock, hosts: dict[str, Host] | None = None, largest: int = 4096) -> Guest:
    fetch = open_fetch(clock, timeout=urllib3.Timeout(2.0), largest=largest)
    kept = hosts if hosts is not None else {}
    return Guest(fetch, clock, clock.pause, "rashomon/1 (+desk@example.org)", kept, frozenset({web.address}))


def test_a_visit_says_who_asks_and_brings_the_page(web: Web) -> None:
    web.pages["/a"] = packed(b"the words")
    visit = guest(web, Clock()).visit(f"{web.address}/a")
    assert (visit.outcome, visit.body, visit.address) == ("fetched", b"the words", f"{web.address}/a")
    assert {headers["user-agent"] for _, headers in web.asked} == {"rashomon/1 (+desk@example.org)"}


def test_what_is_known_is_not_sent_again(web: Web) -> None:
    web.pages["/a"] = conditional(b"the words", '"v1"')
    visitor = guest(web, Clock())
    first = visitor.visit(f"{web.address}/a")
    again = visitor.visit(f"{web.address}/a", etag=first.etag)
    assert (first.etag, again.outcome, again.body) == ('"v1"', "unchanged", b"")


def test_a_day_is_stated_as_it_was_given(web: Web) -> None:
    web.pages["/a"] = Reply(200, b"x", {"Last-Modified": "Fri, 02 May 2031 10:00:00 GMT"})
    visitor = guest(web, Clock())
    first = visitor.visit(f"{web.address}/a")
    visitor.visit(f"{web.address}/a", modified=first.modified)
    assert web.asked[-1][1]["if-modified-since"] == "Fri, 02 May 2031 10:00:00 GMT"


def test_robots_are_asked_once_and_obeyed(web: Web) -> None:
    web.pages["/robots.txt"] = Reply(200, b"User-agent: rashomon\nDisallow: /private\n\nUser-agent: *\nDisallow: /\n")
    web.pages["/open"] = Reply(200, b"yes")
    visitor = guest(web, Clock())
    assert visitor.visit(f"{web.address}/private/a").outcome == "refused"
    assert visitor.visit(f"{web.address}/open").outcome == "fetched"
    assert [path for path, _ in web.asked] == ["/robots.txt", "/open"]


def test_robots_are_read_anew_after_a_day(web: Web) -> None:
    web.pages["/a"] = Reply(200, b"yes")
    clock = Clock()
    visitor = guest(web, clock)
    visitor.visit(f"{web.address}/a")
    web.pages["/robots.txt"] = Reply(200, b"User-agent: *\nDisallow: /\n")
    assert visitor.visit(f"{web.address}/a").outcome == "fetched"
    clock.now += 86_401
    assert visitor.visit(f"{web.address}/a").outcome == "refused"


@pytest.mark.parametrize(("status", "outcome"), [(404, "fetched"), (403, "fetched"), (500, "put off")])
def test_robots_that_are_not_there_allow_and_broken_ones_do_not(web: Web, status: int, outcome: str) -> None:
    web.pages["/robots.txt"] = Reply(status)
    web.pages["/a"] = Reply(200, b"yes")
    assert guest(web, Clock()).visit(f"{web.address}/a").outcome == outcome


def test_two_requests_to_a_host_stand_apart(web: Web) -> None:
    web.pages["/a"] = Reply(200, b"yes")
    clock = Clock()
    visitor = guest(web, clock)
    for _ in range(3):
        visitor.visit(f"{web.address}/a")
    assert clock.waits == [2.0, 2.0, 2.0]  # after robots.txt and after each page


def test_a_crawl_delay_makes_the_pause_longer(web: Web) -> None:
    web.pages["/robots.txt"] = Reply(200, b"User-agent: *\nCrawl-delay: 7\n")
    web.pages["/a"] = Reply(200, b"yes")
    clock = Clock()
    visitor = guest(web, clock)
    for _ in range(3):
        visitor.visit(f"{web.address}/a")
    assert clock.waits[1:] == [7.0, 7.0]


def test_a_host_that_asks_for_a_pause_gets_it(web: Web) -> None:
    web.pages["/a"] = Reply(503, headers={"Retry-After": "3600"})
    clock, hosts = Clock(), {}
    visit = guest(web, clock, hosts).visit(f"{web.address}/a")
    assert (visit.outcome, round(visit.again_at - clock.now)) == ("put off", 3600)
    web.pages["/b"] = Reply(200, b"yes")
    later = guest(web, clock, hosts)  # another run, with what was kept
    assert later.visit(f"{web.address}/b").outcome == "put off"
    assert web.paths() == ["/a"]
    clock.now += 3601
    assert later.visit(f"{web.address}/b").outcome == "fetched"


def test_an_overloaded_host_is_asked_ever_more_seldom(web: Web) -> None:
    web.pages["/a"] = Reply(429)
    clock = Clock()
    visitor = guest(web, clock)
    pauses = []
    for _ in range(4):
        visit = visitor.visit(f"{web.address}/a")
        pauses.append(round(visit.again_at - clock.now))
        clock.now = visit.again_at
    assert pauses == [60, 120, 240, 480]


@pytest.mark.parametrize(
    ("status", "outcome", "problem"),
    [
        (404, "failed", "is not found (404)"),
        (410, "gone", "is gone (410)"),
        (500, "failed", "answers with 500"),
        (403, "refused", "is not shown to us (403)"),
    ],
)
def test_other_answers_are_told_in_fixed_words(web: Web, status: int, outcome: str, problem: str) -> None:
    web.pages["/a"] = Reply(status, b"x")
    visit = guest(web, Clock()).visit(f"{web.address}/a")
    assert (visit.outcome, visit.problem) == (outcome, problem)


def test_a_move_for_good_is_told_and_a_passing_one_only_followed(web: Web) -> None:
    web.pages["/old"] = Reply(301, headers={"Location": "/new"})
    web.pages["/detour"] = Reply(302, headers={"Location": "/new"})
    web.pages["/both"] = Reply(301, headers={"Location": "/detour"})
    web.pages["/new"] = Reply(200, b"here")
    visitor = guest(web, Clock())
    visits = [visitor.visit(f"{web.address}{path}") for path in ("/old", "/detour", "/both")]
    assert [visit.body for visit in visits] == [b"here"] * 3
    assert [visit.moved and visit.moved.removeprefix(web.address) for visit in visits] == ["/new", None, "/detour"]


def test_a_circle_of_redirects_ends(web: Web) -> None:
    web.pages["/a"] = Reply(302, headers={"Location": "/b"})
    web.pages["/b"] = Reply(302, headers={"Location": "/a"})
    visit = guest(web, Clock()).visit(f"{web.address}/a")
    assert visit.problem == "leads round and round: too many redirects"
    assert len(web.paths()) == 6


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://example.org/a", "javascript:alert(1)", ""])
def test_a_redirect_out_of_the_web_is_not_followed(web: Web, target: str) -> None:
    web.pages["/a"] = Reply(302, headers={"Location": target} if target else {})
    assert guest(web, Clock()).visit(f"{web.address}/a").problem == "leads to what cannot be fetched"


def test_a_host_that_the_user_did_not_name_must_not_lie_inside_a_network(web: Web) -> None:
    web.pages["/secret"] = Reply(200, b"secret")
    visitor = guest(web, Clock())
    visitor.named = frozenset()
    visit = visitor.visit(f"{web.address}/secret")
    assert visit.outcome == "put off" and "inside a network" in (visit.problem or "")
    assert web.asked == []


def test_a_page_that_is_too_large_is_left(web: Web) -> None:
    web.pages["/a"] = Reply(200, b"x" * 2_000_000)
    web.pages["/bomb"] = Reply(200, gzip.compress(bytes(50_000_000)), {"Content-Encoding": "gzip"})
    visitor = guest(web, Clock(), largest=1024 * 1024)
    assert visitor.visit(f"{web.address}/a").problem == "larger than 1 MB"
    assert visitor.visit(f"{web.address}/bomb").problem == "larger than 1 MB"


def test_a_picture_is_not_loaded(web: Web) -> None:
    web.pages["/a"] = Reply(200, b"\xff\xd8" * 50, {"Content-Type": "image/jpeg"})
    assert guest(web, Clock()).visit(f"{web.address}/a").problem == "holds no text: it is image/jpeg"


def test_an_answer_that_breaks_off_is_no_page(web: Web) -> None:
    web.pages["/a"] = Reply(200, b"half", {"Content-Length": "900"})
    assert guest(web, Clock()).visit(f"{web.address}/a").problem == "broke off"


def test_wrong_packing_is_told(web: Web) -> None:
    web.pages["/a"] = Reply(200, b"not gzip at all", {"Content-Encoding": "gzip"})
    assert guest(web, Clock()).visit(f"{web.address}/a").problem == "is packed wrongly"


def test_a_page_that_drips_is_left(web: Web) -> None:
    web.pages["/a"] = Reply(200, b"x" * 500_000)
    moments = iter(range(0, 100_000, 40))
    answer = open_fetch(lambda: float(next(moments)))(f"{web.address}/a", {}, inside=True)
    assert answer.problem == "took too long to come"


def test_nobody_at_home_is_told() -> None:
    with serve() as web:
        closed = web.address
    clock = Clock()
    answer = open_fetch(clock, timeout=urllib3.Timeout(2.0))(f"{closed}/a", {}, inside=True)
    assert answer == Answer(0, problem="cannot be reached")


def test_retry_after_is_seconds_or_a_moment() -> None:
    now = 1_935_500_000.0
    moment = format_datetime(datetime.fromtimestamp(now + 90, UTC), usegmt=True)
    stated = ["120", moment, "soon", "", None, "-5", "9" * 40]
    assert [retry_after(each, now) for each in stated] == [120.0, 90.0, None, None, None, None, 86_400.0]


def test_the_program_names_itself_and_whoever_runs_it() -> None:
    assert agent_of("rashomon 1.0", None) == "rashomon/1.0"
    assert agent_of("rashomon 1.0", "desk@example.org\r\nX: y") == "rashomon/1.0 (+desk@example.orgX: y)"


def test_each_host_has_a_turn_of_its_own() -> None:
    clock = Clock()
    asked = []

    def fetch(address: str, headers: object, *, inside: bool) -> Answer:
        asked.append(host_of(address))
        return Answer(404)

    visitor = Guest(fetch, clock, clock.pause, "x", {})
    visitor.visit("https://a.example/1")
    visitor.visit("https://b.example/1")
    assert clock.waits == [2.0, 2.0] and asked == ["https://a.example"] * 2 + ["https://b.example"] * 2
