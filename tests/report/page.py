#!/usr/bin/env python3
"""The page of `report --format html`, read by Python's html.parser: it is whole, loads nothing, runs
nothing but its own script, and holds the texts of the files as text. What a browser makes of it:
page_browser_long.py."""

import base64
import hashlib
import html.parser
import json
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import _pages  # noqa: E402
import harness  # noqa: E402
from harness import expect, expect_equal  # noqa: E402

VOID = {"meta", "input", "col"}
LOADS = {"src", "srcset", "href", "action", "formaction", "data", "poster", "style"}


class Page(html.parser.HTMLParser):
    """The elements of a page. Fails where one is not closed in its place."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.open, self.elements, self.texts = [], [], []
        self.feed(text)
        self.close()
        expect_equal(self.open, [], "elements without an end")

    def handle_starttag(self, tag, attrs):
        names = [name for name, _ in attrs]
        expect(len(names) == len(set(names)), f"an attribute twice: {tag} {attrs}")
        self.elements.append((tag, dict(attrs)))
        self.texts.append("")
        if tag not in VOID:
            self.open.append((tag, len(self.elements) - 1))

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        expect(self.open and self.open[-1][0] == tag, f"</{tag}> where {self.open[-1:]} is open")
        self.open.pop()

    def handle_data(self, data):
        for _, place in self.open:
            self.texts[place] += data

    def handle_comment(self, data):
        raise AssertionError(f"a comment: {data}")

    def all(self, tag):
        return [(attrs, text) for (name, attrs), text in zip(self.elements, self.texts) if name == tag]


def hash_of(text):
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


def shown(text):
    """A text as the tool shows it: what cannot be seen is spelt out."""
    for character in "\u2028\u2029\u202e":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text.replace("\0", "\\x00").replace("\x1b", "\\x1b").replace("\t", "\\t")


def test_page(ground):
    repo = _pages.repository(ground)
    text = _pages.page(ground, repo).read_text(encoding="utf-8")
    expect(text.startswith("<!doctype html>\n"), "not HTML")
    page = Page(text)

    policy = next(attrs["content"] for attrs, _ in page.all("meta")
                  if attrs.get("http-equiv") == "Content-Security-Policy")
    (_, style), = page.all("style")
    data, script = page.all("script")
    expect_equal(policy, f"default-src 'none'; style-src {hash_of(style)}; script-src "
                         f"{hash_of(script[1])}; base-uri 'none'; form-action 'none'", "policy")
    expect_equal(data[0], {"type": "application/json", "id": "details"}, "the data")
    for tag, attrs in page.elements:
        expect(tag not in ("iframe", "object", "embed", "link", "img", "base"), f"a {tag}")
        for name, value in attrs.items():
            expect(not name.startswith("on"), f"{tag} {name}")
            expect(name not in LOADS or value == "#projects", f"{tag} {name}={value}")
    expect(not re.search(r"url\(|@import", style), "the style loads something")

    details = json.loads(data[1])
    expect_equal(sorted(details["projects"]), sorted(_pages.NAMES), "projects")
    for at, name in enumerate(_pages.NAMES):
        project = details["projects"][name]
        expect_equal([task[1] for task in project["tasks"]],
                     [shown(f"{text} ({at})") for text in _pages.HOSTILE], "descriptions")
        expect_equal([pr[6] for pr in project["prs"]],
                     [shown(f"{text} {100 * at + n}") for n, text in enumerate(_pages.HOSTILE, 1)],
                     "titles")
    rows = [attrs["data-name"] for attrs, _ in page.all("tr") if "data-name" in attrs]
    expect_equal(rows, sorted(_pages.NAMES), "rows")
    cells = [text for _, text in page.all("td")]
    expect(shown(f"{_pages.HOSTILE[1]} 102") in cells, "a stale pull request")
    expect_equal(len(page.all("svg")), 3, "charts")
    for attrs, inside in page.all("svg"):
        expect(attrs["role"] == "img" and attrs["aria-labelledby"] and inside, "a chart without words")
    ids = [attrs["id"] for _, attrs in page.elements if "id" in attrs]
    expect_equal(len(ids), len(set(ids)), "ids")
    named = " ".join(attrs.get("aria-labelledby", "") for _, attrs in page.elements).split()
    expect(set(named) <= set(ids), "a name that is nowhere")


def test_pages_of_little(ground):
    repo = ground.bare("little")
    ran = repo.cs("report", "--format", "html")
    expect(ran.code == 0 and "claudestep init" in ran.err, str(ran))
    Page(ran.out)
    repo.write("init")
    Page(repo.cs("report", "--format", "html").out)
    repo.write("project", "create", "empty")
    page = Page(repo.cs("report", "--format", "html").out)
    expect_equal(len(page.all("svg")), 1, "charts")


def test_page_with_a_limit(ground):
    repo = _pages.repository(ground)
    page = Page(_pages.page(ground, repo, "--top", "2").read_text(encoding="utf-8"))
    rows = [attrs["data-name"] for attrs, _ in page.all("tr") if "data-name" in attrs]
    details = json.loads(page.all("script")[0][1])
    expect_equal(sorted(details["projects"]), sorted(rows), "projects")
    expect_equal(len(rows), 2, "rows")
    expect("and 3 more projects" in [text for _, text in page.all("p")], "what is left out")


if __name__ == "__main__":
    harness.main(globals())
