"""Visits as a guest: what robots.txt allows, a pause between two requests to one host, waiting where one is told to.

Order of a visit: robots.txt of the host, kept for a day (RFC 9309: one that is refused allows all, one that cannot be
read allows nothing for now); the host's turn, a pause after the last request, longer where its crawl-delay says so; the
request, conditional where the last answer is known; what the answer asks of us (Retry-After, or longer and longer
pauses); redirects, each a visit of its own. A pause longer than `PATIENCE` is not sat out: the visit is put off.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from email.utils import parsedate_to_datetime
from functools import lru_cache
from threading import Lock
from typing import Literal

from protego import Protego

from rashomon.watch.addresses import address_of, host_of
from rashomon.watch.web import Answer, Fetch

GAP = 2.0
PATIENCE = 120.0
HOPS = 5
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_DAY = 86_400.0
_ROBOTS_AGAIN = 3_600.0
_ROBOTS_LARGEST = 512_000
_TOKEN = "rashomon"
_OVERLOADED = (429, 503)
_MOVED = {301: True, 308: True, 302: False, 303: False, 307: False}

Outcome = Literal["fetched", "unchanged", "gone", "refused", "failed", "put off"]


@dataclass(frozen=True, slots=True)
class Host:
    """What is kept of a host: its robots.txt (null: never read, or not to be had) and until when, when it may be asked
    again, and how often in a row it was overloaded. Moments are seconds since 1970, UTC."""

    name: str
    robots: str | None = None
    robots_until: float = 0.0
    free_at: float = 0.0
    overloaded: int = 0


@dataclass(frozen=True, slots=True)
class Visit:
    """What came of a visit. `address` is where the answer came from, `moved` where the asked address now lies for good,
    `charset` the encoding that is stated; `problem` says in fixed words why nothing was fetched; `again_at` is the
    moment before which not to ask again.
    """

    outcome: Outcome
    address: str
    moved: str | None = None
    body: bytes = b""
    etag: str | None = None
    modified: str | None = None
    charset: str | None = None
    problem: str | None = None
    again_at: float = 0.0


@dataclass(slots=True)
class Guest:
    """Goes to hosts and keeps in mind how they want to be treated. `clock` gives seconds since 1970, `pause` waits for
    seconds; `named` are the hosts that the user named. Safe to be used by several threads, not for one host at once."""

    fetch: Fetch
    clock: Callable[[], float]
    pause: Callable[[float], object]
    agent: str
    hosts: dict[str, Host]
    named: frozenset[str] = frozenset()
    gap: float = GAP
    _locks: dict[str, Lock] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def visit(self, address: str, *, etag: str | None = None, modified: str | None = None) -> Visit:
        """Goes to an address and follows where it leads. `etag` and `modified` are those of the last answer."""
        asked = {"if-none-match": etag, "if-modified-since": modified}
        headers = {name: value for name, value in asked.items() if value}
        here, moved, lasting = address, None, True
        for _ in range(HOPS + 1):
            answer = self._barred(here) or self._ask(here, headers)
            if isinstance(answer, Visit):
                return replace(answer, moved=moved)
            if answer.status not in _MOVED:
                return replace(self._judged(here, answer), moved=moved)
            onward = address_of(answer.headers.get("location", ""), here)
            if onward is None:
                return Visit("failed", here, moved, problem="leads to what cannot be fetched")
            lasting = lasting and _MOVED[answer.status]
            here = onward
            moved = here if lasting else moved
        return Visit("failed", here, problem="leads round and round: too many redirects")

    def _barred(self, address: str) -> Visit | None:
        """Why an address must not be asked for, by the robots.txt of its host, or null."""
        host = self._host(address)
        if host.robots_until <= self.clock():
            stopped = self._read_robots(host.name)
            if stopped:
                return stopped
            host = self._host(address)
        if host.robots is None:
            problem = "robots.txt of its host cannot be read, so nothing is asked of it for an hour"
            return Visit("put off", address, problem=problem, again_at=host.robots_until)
        if not _rules(host.robots).can_fetch(address, _TOKEN):
            return Visit("refused", address, problem="robots.txt of its host does not allow it")
        return None

    def _read_robots(self, name: str) -> Visit | None:
        """Reads and keeps the robots.txt of a host; what is handed back says why nothing can be asked of it now."""
        here: str | None = f"{name}/robots.txt"
        answer = Answer(0)
        for _ in range(HOPS + 1):
            if here is None:
                break
            asked = self._ask(here, {})
            if isinstance(asked, Visit):
                return asked
            answer = asked
            here = address_of(answer.headers.get("location", ""), here) if answer.status in _MOVED else None
        whole = answer.status == 200 and not answer.problem
        none = 400 <= answer.status < 500 and answer.status not in _OVERLOADED
        text = answer.body[:_ROBOTS_LARGEST].decode("utf-8", "replace") if whole else "" if none else None
        until = self.clock() + (_ROBOTS_AGAIN if text is None else _DAY)
        self._keep(replace(self.hosts.get(name, Host(name)), robots=text, robots_until=until))
        if text is not None:
            return None
        problem = (
            f"robots.txt of its host {answer.problem or f'answers with {answer.status}'}: nothing is asked for an hour"
        )
        return Visit("put off", f"{name}/robots.txt", problem=problem, again_at=until)

    def _ask(self, address: str, headers: Mapping[str, str]) -> Answer | Visit:
        """The answer to one request in the turn of its host, or a visit put off where that is too far away."""
        name = host_of(address)
        with self._lock:
            lock = self._locks.setdefault(name, Lock())
        with lock:
            wait = self._host(address).free_at - self.clock()
            if wait > PATIENCE:
                again = self._host(address).free_at
                return Visit("put off", address, problem="its host asked for a pause", again_at=again)
            if wait > 0:
                self.pause(wait)
            stated = {"user-agent": self.agent, "accept-encoding": "gzip, deflate", **headers}
            answer = self.fetch(address, stated, inside=name in self.named)
            self._keep(self._rested(self._host(address), answer))
        return answer

    def _rested(self, host: Host, answer: Answer) -> Host:
        """The host after an answer: free after its pause, or when it says."""
        now = self.clock()
        if answer.status in _OVERLOADED:
            pause = retry_after(answer.headers.get("retry-after"), now)
            longer = min(_DAY, 60.0 * 2.0 ** min(host.overloaded, 12))
            pause = min(_DAY, longer if pause is None else max(pause, self.gap))
            return replace(host, free_at=now + pause, overloaded=host.overloaded + 1)
        delay = _rules(host.robots or "").crawl_delay(_TOKEN) or 0.0
        return replace(host, free_at=now + max(self.gap, min(delay, _DAY)), overloaded=0)

    def _judged(self, address: str, answer: Answer) -> Visit:
        """The visit that an answer makes, where it leads nowhere else."""
        status, stated = answer.status, answer.headers
        if answer.problem:
            return Visit("failed", address, problem=answer.problem)
        if status == 200:
            etag, modified = stated.get("etag"), stated.get("last-modified")
            charset = _CHARSET.search(stated.get("content-type", ""))
            return Visit("fetched", address, None, answer.body, etag, modified, charset[1].lower() if charset else None)
        if status == 304:
            return Visit("unchanged", address)
        if status in _OVERLOADED:
            again = self._host(address).free_at
            return Visit("put off", address, problem=f"its host asked for a pause ({status})", again_at=again)
        if status == 410:
            return Visit("gone", address, problem="is gone (410)")
        if status in (401, 402, 403, 451):
            return Visit("refused", address, problem=f"is not shown to us ({status})")
        return Visit("failed", address, problem="is not found (404)" if status == 404 else f"answers with {status}")

    def _host(self, address: str) -> Host:
        name = host_of(address)
        return self.hosts.get(name) or Host(name)

    def _keep(self, host: Host) -> None:
        self.hosts[host.name] = host


@lru_cache(maxsize=256)
def _rules(text: str) -> Protego:
    return Protego.parse(text)


def retry_after(stated: str | None, now: float) -> float | None:
    """The seconds that a Retry-After header asks for (seconds, or a moment), or null where it states none."""
    stated = (stated or "").strip()
    if stated.isascii() and stated.isdigit():
        return float(min(int(stated[:9]), int(_DAY)))
    try:
        return max(0.0, parsedate_to_datetime(stated).timestamp() - now)
    except (ValueError, TypeError, OverflowError):
        return None


def agent_of(program: str, contact: str | None) -> str:
    """What the program calls itself, with the address of whoever runs it: `rashomon/0.1.0 (+desk@example.org)`."""
    name = program.replace(" ", "/")
    kept = "".join(character for character in contact or "" if character.isascii() and character.isprintable())
    return f"{name} (+{kept})" if kept else name
