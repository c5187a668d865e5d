#!/usr/bin/env python3
"""The pages of docs/ hold together: links lead somewhere, and docs/README.md lists every page."""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests" / "support"))

import harness  # noqa: E402
from harness import expect  # noqa: E402

INDEX = ROOT / "docs" / "README.md"
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```.*?^```$", re.M | re.S)
CODE = re.compile(r"`[^`\n]*`")


def pages():
    return [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def anchors(page):
    """The anchors of a page's headings, as forges make them."""
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    headings = re.findall(r"^#+ (.*)$", text, re.M)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def links(page):
    """The links of a page that do not leave the repository: (as written, target, anchor)."""
    text = CODE.sub("", FENCE.sub("", page.read_text(encoding="utf-8")))
    for link in LINK.findall(text):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, anchor = link.partition("#")
        yield link, (page.parent / path).resolve() if path else page, anchor


def test_links_lead_somewhere(_):
    seen = 0
    for page in pages():
        for link, target, anchor in links(page):
            seen += 1
            expect(target.exists(), f"{page}: nothing at {link}")
            if anchor:
                expect(anchor in anchors(target), f"{page}: no heading for {link}")
    expect(seen > 20, f"only {seen} links were found")


def test_the_index_lists_every_page(_):
    listed = {target for _, target, _ in links(INDEX)}
    missing = [str(page) for page in pages()[1:] if page != INDEX and page not in listed]
    expect(not missing, f"docs/README.md does not list {missing}")


if __name__ == "__main__":
    harness.main(globals())
