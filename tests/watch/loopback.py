"""A web of our own on this machine, a clock that only moves when somebody waits, and invented reports to serve."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Reply:
    """What the server says at an address: status, body, headers; `when` may answer another way, by the request."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    when: Callable[[Mapping[str, str]], Reply | None] | None = None


@dataclass
class Web:
    """The pages of the server by path; `asked` are the requests in order, each with its headers in small letters."""

    address: str = ""
    pages: dict[str, Reply] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def paths(self) -> list[str]:
        """The paths asked for, without robots.txt."""
        return [path for path, _ in self.asked if path != "/robots.txt"]


class Clock:
    """Seconds since 1970; waiting moves it and is written down."""

    def __init__(self, now: float = 1_935_500_000.0) -> None:
        self.now = now
        self.waits: list[float] = []

    def __call__(self) -> float:
        return self.now

    def pause(self, seconds: float) -> None:
        self.waits.append(round(seconds, 3))
        self.now += seconds


@contextmanager
def serve() -> Iterator[Web]:
    """A server on the loopback until the block ends."""
    web = Web()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            stated = {name.lower(): value for name, value in self.headers.items()}
            web.asked.append((self.path, stated))
            reply = web.pages.get(self.path, Reply(404))
            reply = (reply.when(stated) if reply.when else None) or reply
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            if "Content-Length" not in reply.headers:
                self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            try:
                self.wfile.write(reply.body)
            except OSError:
                return  # the program has seen enough
            if "Content-Length" in reply.headers:
                self.close_connection = True

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    class Quiet(ThreadingHTTPServer):
        def handle_error(self, request: object, address: object) -> None:
            pass  # the program closes what it has seen enough of

    server = Quiet(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    web.address = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield web
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def conditional(body: bytes, etag: str, kind: str = "text/html") -> Reply:
    """A page that answers 304 to whoever states its etag."""
    headers = {"ETag": etag, "Content-Type": kind}
    unchanged = Reply(304, headers={"ETag": etag})
    return Reply(200, body, headers, when=lambda stated: unchanged if stated.get("if-none-match") == etag else None)


def packed(body: bytes) -> Reply:
    """A page in gzip."""
    return Reply(200, gzip.compress(body), {"Content-Encoding": "gzip"})


def page(headline: str, *paragraphs: str, published: str | None = None, aside: str = "Read more: five tips") -> bytes:
    """A page of an outlet, with a menu and what else stands on pages."""
    day = f'<meta property="article:published_time" content="{published}">' if published else ""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f"<!doctype html><html lang='en'><head><title>{headline} | The Halm Courier</title>{day}"
        f'<meta property="og:site_name" content="The Halm Courier"></head><body><nav><a href="/">Home</a></nav>'
        f"<article><h1>{headline}</h1>{text}</article><aside><p>{aside}</p></aside></body></html>"
    ).encode()


def feed(
    *entries: tuple[str, str, str], title: str = "The Halm Courier", day: str = "Fri, 02 May 2031 10:00:00 GMT"
) -> bytes:
    """An RSS feed of (address, headline, summary); a summary of many words is a whole report."""
    items = "".join(
        f"<item><title>{headline}</title><link>{address}</link><pubDate>{day}</pubDate>"
        f"<description>{summary}</description></item>"
        for address, headline, summary in entries
    )
    channel = f"<channel><title>The Halm Courier</title>{items}</channel>"
    return f'<?xml version="1.0"?><rss version="2.0">{channel}</rss>'.encode()
