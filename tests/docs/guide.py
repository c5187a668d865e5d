#!/usr/bin/env python3
"""docs/guide.md does what it says: its console blocks are run from the page, in order, on a fresh
repository, and what is printed is compared with what stands there.

    guide.py --bin PATH/TO/claudestep

A line `$ ...` is a command and `> ...` goes on with it, the rest is what a terminal would show of both
streams. Each command must end with 0; one that is meant to fail says `|| echo "exit $?"`. With
CLAUDESTEP_ACCEPT=1 the page is rewritten with what was printed, and the test counts as skipped.
The world is that of the transcripts: docs/testing.md.
"""

import argparse
import difflib
import os
import pathlib
import shutil
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests" / "support"))

import transcript  # noqa: E402

PAGE = ROOT / "docs" / "guide.md"
TIMEOUT = 60


class Failed(Exception):
    """A command of the page that ended with another code than 0."""


def blocks(lines):
    """Runs of lines: (language, lines) for a fenced block, (None, lines) for what stands between."""
    language, run = None, []
    for line in lines:
        if not line.startswith("```"):
            run.append(line)
            continue
        if language is None:
            yield None, run + [line]
            language, run = line[3:], []
        else:
            yield language, run
            language, run = None, [line]
    yield None, run


def commands(lines):
    """The commands of a console block, as the lines that they are typed in."""
    found = []
    for line in lines:
        if line.startswith("$ "):
            found.append([line])
        elif line.startswith("> ") and found:
            found[-1].append(line)
    return found


def happened(lines, shell):
    """The block as it really went."""
    out = []
    for typed in commands(lines):
        text = "\n".join(line[2:] for line in typed)
        outcome = shell.run("{ " + text + "\n} 2>&1")
        printed = outcome.stdout.decode("utf-8", "surrogateescape")
        if outcome.code != 0:
            raise Failed(f"{typed[0]}\n{printed}ended with {outcome.code}")
        out += typed + printed.split("\n")[:-1]
    return out


def performed(page, shell):
    """The page as it really went."""
    out = []
    for language, lines in blocks(page.split("\n")):
        out += happened(lines, shell) if language == "console" else lines
    return "\n".join(out)


def main():
    parser = argparse.ArgumentParser(description="Runs the commands of docs/guide.md.")
    parser.add_argument("--bin", type=pathlib.Path, required=True, help="the claudestep to test")
    parser.add_argument("--shim", help="not used")
    options = parser.parse_args()
    page = PAGE.read_text(encoding="utf-8")
    scratch = tempfile.mkdtemp(prefix="claudestep-guide-")
    try:
        actual = performed(page, transcript.Shell(scratch, options.bin, TIMEOUT))
    except Failed as failure:
        print(f"FAILED {PAGE}: {failure}")
        return transcript.DIFFERS
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    if actual == page:
        return transcript.HELD
    if os.environ.get("CLAUDESTEP_ACCEPT") == "1":
        PAGE.write_text(actual, encoding="utf-8")
        return transcript.ACCEPTED
    diff = difflib.unified_diff(page.split("\n"), actual.split("\n"), "the page", "what happened", lineterm="")
    print("\n".join(diff) + "\n\nCLAUDESTEP_ACCEPT=1 takes what happened as expected.")
    return transcript.DIFFERS


if __name__ == "__main__":
    sys.exit(main())
