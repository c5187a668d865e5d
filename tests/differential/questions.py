#!/usr/bin/env python3
"""`stats`, `list`, `leaderboard`, `capacity` and `progress` agree to the last digit with an independent
computation over generated branches of all dialects, first without the cache and then with it."""

import decimal
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import _projects  # noqa: E402
import harness  # noqa: E402
from harness import REF, expect, expect_equal  # noqa: E402

BRANCHES = 20
SINCE, UNTIL = "2026-02-01", "2026-02-20T10:00:00Z"


def commit(repo, files):
    """Puts the files on the metadata branch with git alone."""
    stream = [f"commit {REF}\ncommitter t <t@example.com> 0 +0000\ndata 1\nx\n".encode()]
    for path, data in files.items():
        stream.append(f"M 100644 inline {path}\ndata {len(data)}\n".encode() + data + b"\n")
    repo.path.joinpath("stream").write_bytes(b"".join(stream))
    ran = repo.run("sh", "-c", "git fast-import --quiet <stream")
    expect(ran.code == 0, str(ran))


def ask(repo, *words):
    ran = repo.cs(*words, "--json", variables={"CLAUDESTEP_NOW": _projects.NOW})
    expect(ran.code in (0, 1), str(ran)[:2000])
    return json.loads(ran.out, parse_float=decimal.Decimal)


def expect_same(what, answer, expected):
    """`answer` has at least the members of `expected`; says where they part."""
    if isinstance(expected, dict):
        for name, value in expected.items():
            expect(name in answer, f"{what}.{name} is missing")
            expect_same(f"{what}.{name}", answer[name], value)
    elif isinstance(expected, list):
        expect_equal(len(answer), len(expected), f"length of {what}")
        for number, (one, other) in enumerate(zip(answer, expected)):
            expect_same(f"{what}[{number}]", one, other)
    else:
        expect_equal(answer, expected, what)


def check_branch(ground, seed, count):
    repo = ground.bare(f"{seed}.git", commit=False)
    files = _projects.Maker(seed).branch(count)
    commit(repo, files)
    right = _projects.Answers(files)
    period = ("--since", SINCE, "--until", UNTIL)
    bounds = (_projects.nanos(f"{SINCE}T00:00:00Z"), _projects.nanos(UNTIL))
    for more in (["--no-cache"], [], []):
        where = f"branch {seed}, {more}"
        stats = ask(repo, "stats", *more)
        expect_same(f"{where}: stats", stats, right.stats())
        expect_equal([row["file"] for row in stats["unreadable"]], ["projects/broken.json"], where)
        expect_same(f"{where}: list", ask(repo, "list", *more)["projects"], right.list())
        expect_same(f"{where}: leaderboard", ask(repo, "leaderboard", *more), right.leaderboard())
        expect_same(f"{where}: leaderboard of a period", ask(repo, "leaderboard", *period, *more),
                    right.leaderboard(*bounds))
        expect_same(f"{where}: capacity", ask(repo, "capacity", "--max", "2", *more),
                    right.capacity(2))
        expect_same(f"{where}: progress", ask(repo, "progress", *more), right.progress())
        expect_same(f"{where}: progress of a period", ask(repo, "progress", *period, *more),
                    right.progress(*bounds))


def check_branches(ground, branches):
    for seed in range(branches):
        check_branch(ground, seed, 5 + seed % 40)


def test_questions(ground):
    check_branches(ground, BRANCHES)


if __name__ == "__main__":
    harness.main(globals())
