#!/usr/bin/env python3
"""The pages of the manual: mandoc finds nothing to warn of in them, every command has one, and as
mandoc shows it, it names every operand, option and exit code that `COMMAND --help` names.

mandoc is the judge: nothing is read with our own renderer but the text that `help COMMAND` prints.
"""

import pathlib
import re
import shutil
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests" / "support"))

import harness  # noqa: E402
from harness import expect, expect_equal  # noqa: E402

GROUPS = "start look work plan truth check projects publish plumbing".split()


def made(ground):
    """The folder of all pages, where man looks for them."""
    if shutil.which("mandoc") is None:
        raise harness.Skip("mandoc is missing: scripts/packages test installs it")
    folder = ground.work / "man"
    folder.mkdir()
    ground.must(["claudestep", "help", "--man-pages", str(folder)])
    return folder / "man1"


def commands(ground):
    """The names of all listed commands, from the first screen: 'pr open', 'stats'."""
    names = []
    lines = ground.must(["claudestep", "--help"]).out.split("\n")
    text = ""
    for line in lines[lines.index("commands:") + 1 :]:
        if not line:
            break
        first = line.split()[0] if line.startswith("  ") and line[2] != " " else None
        text += ", " + line[len(first) + 2 :].strip() if first in GROUPS else " " + line.strip()
    for entry in re.split(r",\s*", text.strip(", ")):
        words = entry.replace("| ", "|").split()
        if len(words) == 1:
            names.append(words[0])
        else:
            names += [f"{words[0]} {second}" for second in words[1].split("|")]
    return names


def shown(ground, page):
    """The page as mandoc shows it, without bold, in one run of words."""
    text = ground.must(["mandoc", "-T", "utf8", "-O", "width=900", str(page)]).out
    return " ".join(re.sub(".\b", "", text).split())


def terms(text, section):
    """The terms of one section of `COMMAND --help`: the words before two spaces."""
    if f"\n{section}:\n" not in text:
        return []
    body = text.split(f"\n{section}:\n", 1)[1].split("\n\n", 1)[0]
    lines = [line for line in body.split("\n") if re.match(r"  +(-|\S)", line)]
    found = []
    for line in lines:
        match = re.match(r"  (?:    )?((?:-\S, )?\S+(?: \S+)*)(?:  |$)", line)
        if match and not line.startswith(" " * 8):
            found.append(match.group(1))
    return found


def test_mandoc_finds_nothing(ground):
    folder = made(ground)
    pages = sorted(folder.parent.rglob("*.[17]"))
    expect(len(pages) > 40, f"only {len(pages)} pages were made")
    for page in pages:
        ran = ground.run(["mandoc", "-T", "lint", str(page)])
        expect(ran.code == 0 and not ran.out, f"{page.name}:\n{ran.out}{ran.err}")


def test_every_command_has_a_page_and_is_on_that_of_the_program(ground):
    folder = made(ground)
    names = commands(ground)
    expect("pr open" in names and "stats" in names, f"the first screen was misread: {names}")
    expected = {f"claudestep-{name.replace(' ', '-')}.1" for name in names}
    actual = {page.name for page in folder.iterdir()} - {"claudestep.1", "git-claudestep.1"}
    expect_equal(sorted(actual), sorted(expected), "the pages")
    program = shown(ground, folder / "claudestep.1")
    for name in names:
        expect(f"claudestep-{name.replace(' ', '-')}(1)" in program, f"claudestep(1) lacks {name}")
    other = shown(ground, folder / "git-claudestep.1")
    other = other.replace("GIT-CLAUDESTEP", "CLAUDESTEP").replace("git-claudestep - ", "claudestep - ")
    expect_equal(other, program, "git-claudestep(1)")


def test_a_page_names_what_help_names(ground):
    folder = made(ground)
    for name in commands(ground):
        short = ground.must(["claudestep", *name.split(), "--help"]).out
        page = folder / f"claudestep-{name.replace(' ', '-')}.1"
        text = shown(ground, page)
        plain = " ".join(ground.must(["claudestep", "help", *name.split()]).out.split())
        wanted = []
        for section in ("operands", "options", "shared options", "exit codes"):
            wanted += terms(short, section)
        expect("--version" in wanted and "70" in wanted, f"{name}: --help was misread: {wanted}")
        for word in wanted + [short.split("\n")[0].removeprefix("example: ")]:
            expect(f" {word} " in text, f"{page.name} lacks {word!r}")
            expect(f" {word} " in plain, f"help {name} lacks {word!r}")


def exits_in_transcripts():
    """(command line, exit code) of each simple command of ours in a transcript that says no 0."""
    for path in sorted((ROOT / "tests" / "cli").rglob("*.t")):
        line = ""
        for text in path.read_text(encoding="utf-8", errors="replace").split("\n"):
            line = text[2:] if text.startswith("$ ") else line
            code = re.fullmatch(r"\[(\d+)\]", text)
            unquoted = re.sub(r"'[^']*'|\"[^\"]*\"", "", line)
            if code and re.match(r"(git )?claudestep ", line) and not re.search(r"[|;&`$()<]", unquoted):
                yield line, int(code[1])


def test_help_names_every_exit_code_that_a_transcript_saw(ground):
    known = {}
    for name in commands(ground):
        short = ground.must(["claudestep", *name.split(), "--help"]).out
        known[name] = {int(code) for code in terms(short, "exit codes")}
    seen = 0
    for line, code in exits_in_transcripts():
        words = " ".join(line.removeprefix("git ").split()[1:])
        names = [name for name in known if f"{words} ".startswith(f"{name} ")]
        if not names:
            continue
        seen += 1
        name = max(names, key=len)
        expect(code in known[name], f"{name} --help lacks {code}, which '{line}' ends with")
    expect(seen > 100, f"only {seen} were seen")


def test_the_pages_of_docs_are_pages_as_well(ground):
    """Every word of their prose is there, whatever the Markdown was."""
    folder = made(ground).parent / "man7"
    files = {"project-file": "formats/project", "guide": "guide", "model": "model", "rules": "rules"}
    files.update({name: f"formats/{name}" for name in ("output", "events", "operations", "branch")})
    expect_equal(sorted(page.name for page in folder.iterdir()),
                 sorted(f"claudestep-{name}.7" for name in files), "the pages")
    for name, path in files.items():
        source = (ROOT / "docs" / f"{path}.md").read_text(encoding="utf-8")
        # Titles, the headings of tables' columns and where links lead are left out.
        prose = re.sub(r"\A# .*|^\|.*(?=\n\| ---)|\]\([^)]*\)|```[a-z]*|<!--.*?-->", "", source, flags=re.M)
        wanted = set(re.findall(r"[A-Za-z]{5,}", prose))
        text = shown(ground, folder / f"claudestep-{name}.7")
        plain = ground.must(["claudestep", "help", name]).out
        for form, what in ((text, "page"), (plain, "text")):
            missing = wanted - set(re.findall(r"[A-Za-z]{5,}", form))
            expect(not missing, f"the {what} {name} lacks {sorted(missing)}")


def test_man_finds_the_pages(ground):
    if shutil.which("man") is None:
        raise harness.Skip("man is missing")
    folder = made(ground)
    ran = ground.run(["man", "-M", str(folder.parent), "git-claudestep"], variables={"MANPAGER": "cat"})
    expect("git-claudestep - tasks, pull requests" in " ".join(ran.out.split()), str(ran))


if __name__ == "__main__":
    harness.main(globals())
