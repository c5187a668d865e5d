#!/usr/bin/env python3
"""The pages of docs/ hold together: links lead somewhere, docs/README.md lists every page, and what
they call a command or an option of it is one."""

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
REFERENCE = ROOT / "docs" / "cli-reference.md"
# A call of ours inside a code span or on a line of a block, to the end of the simple command.
CALL = re.compile(r"(?:^\s*(?:\$ |- run: |run: )?|[`(|;&]\s*)(?:git )?claudestep ([^`\n|;&>#)]*)")


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


def commands():
    """By name, the options that the reference gives a command."""
    text = REFERENCE.read_text(encoding="utf-8")
    shared, *sections = re.split(r"^## (?=[a-z-]+(?: [a-z-]+)?$)", text, flags=re.M)
    def options(part):
        return set(re.findall(r"(?<![\w-])(--?[A-Za-z][a-z-]*)", part))
    return {part.split("\n", 1)[0]: options(part) | options(shared) for part in sections}


def calls(page):
    """The words of every call of claudestep that a page shows."""
    text = page.read_text(encoding="utf-8")
    code = [block for block in FENCE.findall(text)] + CODE.findall(FENCE.sub("", text))
    for part in code:
        for line in part.replace("\\\n", " ").split("\n"):
            yield from (found.split() for found in CALL.findall(line))


def named_by(words, known):
    """The command that `words` begin with, and the rest; none for something else that is called so,
    such as a trailer or the tool alone."""
    operands = [word for word in words if not word.startswith("-")]
    for length in (2, 1):
        name = " ".join(operands[:length])
        if len(operands) >= length and name in known:
            return name
    return None


def test_commands_and_options_are_there(_):
    known = commands()
    expect(len(known) > 50, f"only {len(known)} commands in the reference")
    families = {name.split(" ")[0] for name in known}
    seen = 0
    for page in pages():
        for words in calls(page):
            words = words[words[0] == "-C" and 2 or 0:] if words else words
            if not words or not re.fullmatch(r"[a-z-]+", words[0]) or words[0].startswith("-"):
                continue
            name = named_by(words, known)
            if name is None:
                # "claudestep hooks" of a whole family, "claudestep pr merge|close".
                expect(words[0] in families, f"{page}: no command claudestep {' '.join(words)}")
                continue
            seen += 1
            for option in re.findall(r"(?<!\S)\[?(--[a-z][a-z-]*)", " ".join(words)):
                expect(option in known[name], f"{page}: {name} takes no {option}")
    expect(seen > 100, f"only {seen} calls were found")


def test_what_is_read_from_outside_is_in_the_reference(_):
    text = REFERENCE.read_text(encoding="utf-8")
    source = "".join(path.read_text() for path in (ROOT / "src").rglob("*.cc"))
    keys = set(re.findall(r'"(claudestep\.[A-Za-z]+)"', source))
    variables = set(re.findall(r'"(CLAUDESTEP_[A-Z_]+)"', source))
    expect(len(keys) >= 4 and len(variables) >= 2, f"only {keys} and {variables} were found")
    missing = [name for name in keys | variables if name not in text]
    expect(not missing, f"docs/cli-reference.md says nothing of {missing}")


if __name__ == "__main__":
    harness.main(globals())
