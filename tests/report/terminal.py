#!/usr/bin/env python3
"""What moves on a terminal: long answers go through the pager that git would take, and long work has a
line of progress that is gone at the end; nothing of either where there is no terminal."""

import os
import pathlib
import pty
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

import harness  # noqa: E402
from harness import expect, expect_equal  # noqa: E402


def read_all(descriptor):
    text = b""
    while True:
        try:
            part = os.read(descriptor, 65536)
        except OSError:  # a terminal whose other end is closed
            part = b""
        if not part:
            os.close(descriptor)
            return text.decode()
        text += part


def on_terminal(ground, repo, *words, **variables):
    """What a terminal of 80 by 24 shows."""
    ours, theirs = pty.openpty()
    environment = {**ground.world.environment(), "TERM": "xterm", "LINES": "24", **variables}
    with subprocess.Popen(["claudestep", *words], cwd=repo.path, env=environment,
                          stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        shown = read_all(ours)
    expect_equal(process.returncode, 0, shown)
    return shown


def test_pager(ground):
    repo = ground.bare("repo")
    repo.write("apply", "-", stdin="".join(
        f'{{"op":"create-project","project":"p{number}"}}\n' for number in range(30)))
    pager = "sed s/^/from-the-pager:/"
    expect("from-the-pager:" in on_terminal(ground, repo, "stats", GIT_PAGER=pager), "GIT_PAGER")
    repo.git("config", "core.pager", pager)
    expect("from-the-pager:" in on_terminal(ground, repo, "stats", PAGER="cat"), "core.pager")
    shown = on_terminal(ground, repo, "stats", GIT_PAGER="cat")
    expect("p29" in shown and "from-the-pager:" not in shown, "GIT_PAGER before core.pager")
    for words in (("stats", "--no-pager"), ("stats", "p1"), ("project", "create", "more")):
        expect("from-the-pager:" not in on_terminal(ground, repo, *words), str(words))
    expect("from-the-pager:" not in repo.cs("stats").out, "no terminal")


def test_pager_of_much(ground):
    """More than is ever held goes to the pager as it comes."""
    repo = ground.bare("repo")
    words = "x" * 9000
    repo.write("apply", "-", stdin="".join(
        f'{{"op":"create-project","project":"p{n}"}}\n'
        f'{{"op":"add-task","project":"p{n}","description":"{words}"}}\n' for n in range(200)))
    shown = on_terminal(ground, repo, "export", GIT_PAGER="sed s/^/from-the-pager:/")
    expect_equal(shown.count("from-the-pager:"), 400, "rows")
    shown = on_terminal(ground, repo, "export", GIT_PAGER="no-such-pager")
    expect_equal(shown.count('"table":'), 400, "rows without a pager")
    shown = on_terminal(ground, repo, "export", GIT_PAGER="head -n 1")
    expect_equal(shown.count('"table":'), 1, "who leaves early")


def export_slowly(ground, repo, errors):
    """Runs an export whose reader takes its time, so that it lasts longer than anybody's patience."""
    environment = {**ground.world.environment(), "TERM": "xterm"}
    with subprocess.Popen(["claudestep", "export"], cwd=repo.path, env=environment,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=errors) as process:
        time.sleep(0.8)
        out = process.stdout.read()
    expect_equal(process.returncode, 0, "exit code")
    return out


def test_progress(ground):
    repo = ground.bare("repo")
    words = "x" * 4000
    lines = "".join(f'{{"op":"create-project","project":"p{n}"}}\n'
                    f'{{"op":"add-task","project":"p{n}","description":"{words}"}}\n'
                    for n in range(200))
    repo.write("apply", "-", stdin=lines)
    ours, theirs = pty.openpty()
    rows = export_slowly(ground, repo, theirs)
    os.close(theirs)
    shown = read_all(ours)
    expect_equal(rows.count(b"\n"), 400, "rows")
    expect("reading: " in shown and shown.endswith("\r\x1b[K"), f"the line: {shown!r}")
    with open(ground.work / "errors", "wb") as errors:
        expect_equal(export_slowly(ground, repo, errors), rows, "the rows again")
    expect_equal((ground.work / "errors").read_bytes(), b"", "where there is no terminal")


if __name__ == "__main__":
    harness.main(globals())
