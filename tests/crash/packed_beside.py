#!/usr/bin/env python3
"""A write that is in the branch is told as done, and not made again, whatever others do to the ref
at the moment when it has come there."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

import harness  # noqa: E402
import strikes  # noqa: E402
from harness import expect, expect_equal  # noqa: E402

# git takes away the folder of a ref that it packs.
REF = "refs/heads/team/meta"
CLAUDESTEP = ["claudestep", "--ref", "team/meta"]
COMMAND = [*CLAUDESTEP, "task", "add", "demo", "--description", "once", "--json"]
PACK = "git pack-refs --all"
MOVE_ON = (f"git update-ref {REF} "
           f"$(git commit-tree -p {REF} -m 'somebody else' {REF}^{{tree}})")


def strike_at_rename(ground, beside):
    """Writes while somebody else runs `beside` right after the ref was put in its place."""
    repo = ground.bare("arena/repo.git")
    for words in (["project", "create", "demo"], ["task", "add", "demo", "--description", "first"]):
        ran = ground.run([*CLAUDESTEP, *words], cwd=repo.path)
        expect(ran.code == 0, str(ran))
    arena = strikes.Arena(ground, ground.work / "arena")
    struck = list(arena.strike(COMMAND, repo.path, strikes.beside(beside, "after"),
                               where=lambda call: call.name == "rename" and call.path.endswith(REF)))
    expect_equal(len(struck), 1, "renames of the ref")
    return repo, struck[0]


def expect_once(repo, strike, above):
    """The write was told as done, and is there once, below `above` commits of others."""
    expect(strike.ran.code == 0, f"it was not told as done: {strike}")
    subjects = repo.git("log", "--format=%s", "-3", REF).splitlines()
    expect_equal(subjects[:above], ["somebody else"] * above, f"commits of others: {strike}")
    expect_equal(subjects[above], "demo: add task 'once'", f"the write: {strike}")
    text = repo.git("cat-file", "blob", f"{REF}:projects/demo.json")
    expect_equal(text.count('"once"'), 1, f"tasks that it added: {strike}")


def test_the_folder_of_the_ref_is_gone(ground):
    repo, strike = strike_at_rename(ground, PACK)
    expect_once(repo, strike, 0)


def test_somebody_moved_on_from_it(ground):
    repo, strike = strike_at_rename(ground, f"{MOVE_ON} && {PACK}")
    expect_once(repo, strike, 1)


def test_somebody_put_another_in_its_place(ground):
    # What was there before comes back: then it is not done, and is made again.
    repo, strike = strike_at_rename(ground, f"git update-ref {REF} {REF}^ && {MOVE_ON} && {PACK}")
    expect(strike.ran.code == 0, str(strike))
    text = repo.git("cat-file", "blob", f"{REF}:projects/demo.json")
    expect_equal(text.count('"once"'), 1, f"tasks that it added: {strike}")


if __name__ == "__main__":
    harness.main(globals())
