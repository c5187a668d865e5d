#!/usr/bin/env python3
"""Every question agrees to the last digit with an independent computation over generated branches of
all dialects, by every option that chooses, as of another commit, without the cache and with it."""

import decimal
import json
import pathlib
import random
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import _projects  # noqa: E402
import harness  # noqa: E402
from harness import REF, expect, expect_equal  # noqa: E402

BRANCHES = 20
SINCE, UNTIL = "2026-02-01T00:00:00Z", "2026-02-20T10:00:00Z"
SIDES = ("model", "project", "reviewer", "type", "day", "month")
Scope = _projects.Scope


def commit(repo, files, parent=""):
    """Puts the files on the metadata branch with git alone."""
    now = _projects.nanos(_projects.NOW) // 10**9  # so that --at asks about that moment, too
    stream = [f"commit {REF}\ncommitter t <t@example.com> {now} +0000\ndata 1\nx\n{parent}".encode()]
    for path, data in files.items():
        stream.append(f"M 100644 inline {path}\ndata {len(data)}\n".encode() + data + b"\n")
    repo.path.joinpath("stream").write_bytes(b"".join(stream))
    ran = repo.run("sh", "-c", "git fast-import --quiet <stream")
    expect(ran.code == 0, str(ran))


asked = 0


def ask(repo, *words):
    global asked
    asked += 1
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


def scopes(seed):
    """Two of all that can be combined, others for each branch."""
    rng = random.Random(seed)
    periods = [(SINCE, UNTIL), (SINCE, None), (None, UNTIL), (None, None)]
    for _ in range(2):
        since, until = rng.choice(periods)
        yield Scope(since, until, rng.choice([None, "ann", "dörte", "a::b", "nobody-else", ""]),
                    rng.choice([None, "a*", "*[0-4]", "Z?", "none-*"]), rng.random() < 0.5)


def check_questions(repo, where, right, more, by):
    """Every question with the options of the scope of `right`."""
    scope = right.scope
    chosen = [*scope.words(), *more]
    where = f"{where}, {chosen}"
    stats = ask(repo, "stats", *chosen)
    expect_same(f"{where}: stats", stats, right.stats())
    if scope.project is None:
        expect_equal([row["file"] for row in stats["unreadable"]], ["projects/broken.json"], where)
    expect_same(f"{where}: list", ask(repo, "list", *chosen)["projects"], right.list())
    expect_same(f"{where}: leaderboard", ask(repo, "leaderboard", *chosen), right.leaderboard())
    expect_same(f"{where}: capacity", ask(repo, "capacity", "--max", "2", *chosen), right.capacity(2))
    expect_same(f"{where}: progress", ask(repo, "progress", *chosen), right.progress())
    expect_same(f"{where}: pr list", ask(repo, "pr", "list", *chosen)["pull_requests"],
                right.pull_requests())
    expect_same(f"{where}: task list", ask(repo, "task", "list", *chosen)["tasks"], right.tasks())
    for side in by:
        expect_same(f"{where}: costs by {side}", ask(repo, "costs", "--by", side, *chosen),
                    right.costs(side))


def check_branch(ground, seed, count):
    repo = ground.bare(f"{seed}.git", commit=False)
    files = _projects.Maker(seed).branch(count)
    commit(repo, files)
    right = _projects.Answers(files)
    for more in (["--no-cache"], [], []):
        check_questions(repo, f"branch {seed}", right, more, SIDES[seed % 6:seed % 6 + 1])
    for number, scope in enumerate(scopes(seed)):
        more = ["--no-cache"] if (seed + number) % 2 else []
        check_questions(repo, f"branch {seed}", _projects.Answers(files, scope), more,
                        SIDES[(seed + number + 1) % 6:][:1])
    # The branch goes on; what it was can still be asked.
    commit(repo, {"projects/broken.json": b"{}"}, f"from {REF}^0\n")
    check_questions(repo, f"branch {seed}", right, ["--at", f"{REF}~1"], SIDES[(seed + 3) % 6:][:1])


def check_branches(ground, branches):
    for seed in range(branches):
        check_branch(ground, seed, 5 + seed % 40)
    print(f"{branches} branches, {asked} answers compared")


def test_questions(ground):
    check_branches(ground, BRANCHES)


if __name__ == "__main__":
    harness.main(globals())
