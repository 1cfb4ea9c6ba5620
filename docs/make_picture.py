"""Takes the picture of a page for the README: `python docs/make_picture.py out/index.html` writes docs/page.png.

Needs Chromium at /usr/bin/chromium. The picture shows the head of the page, 1280 pixels wide, in the light colours.
"""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
WIDTH, HEIGHT = 1280, 1000
LARGEST = 300_000


def take(page_file: Path, picture: Path) -> None:
    """Draws the top of the page into a PNG of at most `LARGEST` bytes; a larger one is refused with ValueError."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        page.goto(page_file.resolve().as_uri())
        page.wait_for_selector("h1")
        drawn = page.screenshot()
        browser.close()
    if len(drawn) > LARGEST:
        raise ValueError(f"{picture}: the picture has {len(drawn)} bytes, more than {LARGEST}")
    picture.write_bytes(drawn)


if __name__ == "__main__":
    take(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else Path(__file__).with_name("page.png"))
