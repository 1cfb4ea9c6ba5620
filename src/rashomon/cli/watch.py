"""`rashomon watch`: feeds looked at again and again, into a store. Clock, pauses and the network come from here."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

import rashomon
from rashomon.cli import options
from rashomon.cli.terminal import progress, say, show
from rashomon.errors import Unreadable, UsageError

if TYPE_CHECKING:
    from rashomon.store import Database
    from rashomon.watch.manners import Guest

WIDTH = 8  # hosts that are asked at once

_EXAMPLE = """\b
Examples:
  rashomon watch news.db feeds.opml --contact desk@example.org
  rashomon watch news.db feeds.opml --once
  rashomon show news.db EVENT -o out/"""


@click.command(epilog=_EXAMPLE)
@options.store
@click.argument("feeds", metavar="FEEDS.opml", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--once", is_flag=True, help="Look once at what is due, and end.")
@click.option(
    "--every", metavar="MINUTES", type=click.FloatRange(min=1), default=15.0, show_default=True, help="How often."
)
@click.option(
    "--contact", metavar="ADDRESS", help="Your address, told to every host that is asked, so that it can write to you."
)
@click.option("--no-compare", is_flag=True, help="Do not look for contradictions between new reports and held ones.")
@options.quiet
def watch(store: str, feeds: Path, once: bool, every: float, contact: str | None, no_compare: bool, quiet: bool) -> int:
    """Look at feeds again and again: what is new, what was altered, what contradicts what the store held.

    STORE is made where there is none. FEEDS.opml is a list as feed readers export it, or a text with an address a
    line; it is read anew before each round. Ctrl-C ends it at any moment; nothing is lost, and the next run goes on.
    """
    from rashomon.store import open_store
    from rashomon.watch.addresses import host_of
    from rashomon.watch.kept import read_hosts
    from rashomon.watch.manners import Guest, agent_of
    from rashomon.watch.web import open_fetch

    named = _feeds(feeds)
    stopped = threading.Event()

    def pause(seconds: float) -> None:
        if stopped.wait(seconds):
            raise KeyboardInterrupt

    opened = open_store(store, writing=True, create=True)
    try:
        agent = agent_of(f"rashomon {rashomon.__version__}", contact)
        guest = Guest(open_fetch(time.time), time.time, pause, agent, read_hosts(opened))
        while True:
            guest.named = frozenset(map(host_of, named))
            began = time.time()
            code = _round(opened, named, guest, once, not no_compare, quiet)
            if once:
                return code
            pause(max(0.0, began + 60 * every - time.time()))
            named = _feeds_again(feeds, named)
    finally:
        stopped.set()
        opened.close()


def _round(store: Database, named: Sequence[str], guest: Guest, once: bool, compare: bool, quiet: bool) -> int:
    """One poll and what it brought; a store in which somebody else writes waits for the next round."""
    from rashomon.watch.kept import keep_told
    from rashomon.watch.news import find_news
    from rashomon.watch.poll import poll
    from rashomon.watch.told import to_text

    moment = datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")
    asked = [0]
    try:
        with progress("asking", quiet) as now:

            def tell(_address: str) -> None:
                asked[0] += 1
                now(f"asking: {asked[0]:,} answers")

            result = poll(store, named, guest, width=WIDTH, on_visit=tell)
            news = find_news(store, result, compare=compare, far=now)
    except UsageError as problem:
        if once:
            raise
        say(f"Error: {problem}; tried again in the next round")
        return UsageError.exit_code
    for line in news.problems:
        say(f"Error: {line}")
    if not quiet:
        show(to_text(news, moment))
    keep_told(store, news.up_to)
    return Unreadable.exit_code if news.problems else 0


def _feeds(path: Path) -> Sequence[str]:
    """The feeds of the list; what cannot be asked is said at once."""
    from rashomon.watch.opml import read_opml

    problems: list[Unreadable] = []
    try:
        feeds = read_opml(path.read_bytes(), str(path), problems)
    except OSError as problem:
        raise Unreadable(str(path), f"cannot be opened: {(problem.strerror or str(problem)).lower()}") from None
    for each in problems:
        say(f"Error: {each}")
    return feeds


def _feeds_again(path: Path, before: Sequence[str]) -> Sequence[str]:
    try:
        return _feeds(path)
    except Unreadable as problem:
        say(f"Error: {problem}; the feeds from before are looked at")
        return before
