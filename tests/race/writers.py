#!/usr/bin/env python3
"""Many writers on one repository lose nothing: every acknowledged write is there, once."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

import harness  # noqa: E402
import race  # noqa: E402
from harness import expect, expect_equal  # noqa: E402

WRITERS = 8
WRITES = 60
WRITES_BESIDE = 30  # where others write too and each takes longer


def prepare(ground):
    """A repository with one empty project. Returns it and the number of commits it begins with."""
    repo = ground.bare("repo.git")
    repo.write("project", "create", "race")
    return repo, len(repo.history())


def description(writer, number):
    return f"writer {writer} write {number}"


def write_all(repo, writers, writes):
    """All writers write to the one project; returns the commits they were told of."""

    def write(writer, number):
        text = description(writer, number)
        document = repo.write("task", "add", "race", "--description", text, *race.PATIENT)
        return document["commit"]

    return race.run_writers(writers, writes, write)


def expect_all_there(repo, commits, writers, writes, others):
    """Each write is in the document once, each commit on the branch, and there are no more."""
    wanted = sorted(description(w, n) for w in range(writers) for n in range(writes))
    tasks = repo.project("race")["tasks"]
    expect_equal(sorted(task["description"] for task in tasks), wanted, "tasks in the document")
    expect_equal([t["index"] for t in tasks], list(range(1, len(wanted) + 1)), "task indices")
    expect_equal(len({task["id"] for task in tasks}), len(wanted), "different task ids")
    expect_equal(len(set(commits)), len(wanted), "different commits acknowledged")
    history = repo.history()
    missing = set(commits) - set(history)
    expect(not missing, f"{len(missing)} acknowledged commits are not on the branch: {missing}")
    expect_equal(len(history), len(wanted) + others, "commits on the branch")
    parents = repo.git("rev-list", "--min-parents=2", harness.REF)
    expect_equal(parents, "", "merge commits on the branch")
    repo.expect_sound("after the race")
    repo.expect_no_locks("after the race")


def test_alone(ground, writers=WRITERS, writes=WRITES):
    repo, others = prepare(ground)
    commits = write_all(repo, writers, writes)
    expect_all_there(repo, commits, writers, writes, others)


def test_beside_pack_refs(ground, writers=WRITERS, writes=WRITES_BESIDE):
    repo, others = prepare(ground)
    # It may lose its own lock to a writer; that is its affair.
    with race.beside(lambda: repo.run("git", "pack-refs", "--all").code) as packings:
        commits = write_all(repo, writers, writes)
    expect(0 in packings, "refs were never packed during the race")
    expect_all_there(repo, commits, writers, writes, others)


def test_beside_plumber(ground, writers=WRITERS, writes=WRITES_BESIDE):
    repo, others = prepare(ground)
    plumber = race.Plumber(repo)
    with race.beside(plumber.commit):
        commits = write_all(repo, writers, writes)
    plumber.close()
    made = plumber.commits
    print(f"  {len(made)} foreign commits among {len(commits)}, {plumber.lost_swaps} lost swaps")
    expect(len(made) > 0, "the foreign writer never came in")
    missing = set(made) - set(repo.history())
    expect(not missing, f"foreign commits are not on the branch: {missing}")
    files = repo.git("ls-tree", "--name-only", f"{harness.REF}:foreign").split()
    expect_equal(files, [f"{n:04}.txt" for n in range(len(made))], "foreign files")
    expect_all_there(repo, commits, writers, writes, others + len(made))


if __name__ == "__main__":
    harness.main(globals())
