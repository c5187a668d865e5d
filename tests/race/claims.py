#!/usr/bin/env python3
"""Many who claim at once each get another task, and nobody gets a task that is taken."""

import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

import harness  # noqa: E402
import race  # noqa: E402
from harness import expect, expect_equal  # noqa: E402

TASKS = 12
CLAIMANTS = 16
CLAIM = ("next", "race", "--claim", "--no-sync", "--json", *race.PATIENT)


def prepare(ground, tasks=TASKS):
    """A repository with a project of so many tasks."""
    repo = ground.bare("repo.git")
    repo.write("project", "create", "race")
    for number in range(tasks):
        repo.write("task", "add", "race", "--description", f"task {number}")
    return repo


def claimed(ended):
    """The index of the task that a process claimed, or None when nothing was ready."""
    expect(ended.code in (0, 1), f"a claim ended with {ended.code}: {ended.err}")
    answer = json.loads(ended.out)
    if ended.code == 1:
        expect_equal(answer["reason"], "nothing_ready", "why there is no task")
        return None
    expect(answer["claim"] is not None, f"a task without its claim: {answer}")
    return answer["task"]["index"]


def expect_each_once(repo, indices, tasks=TASKS):
    """Every task was claimed, by one process, and the document says so."""
    won = [index for index in indices if index is not None]
    expect_equal(sorted(won), list(range(1, tasks + 1)), "tasks that were claimed")
    document = repo.project("race")
    expect(all("claim" in task for task in document["tasks"]), "a claim is not in the document")
    subjects = repo.git("log", "--format=%s", harness.REF).splitlines()
    claims = [subject for subject in subjects if "claim task" in subject]
    expect_equal(len(claims), tasks, "commits that claim")
    repo.expect_sound("after the race")
    repo.expect_no_locks("after the race")


def test_started_together(ground):
    repo = prepare(ground)
    ended = race.start_together(ground, ("claudestep", *CLAIM), repo.path, CLAIMANTS)
    indices = [claimed(each) for each in ended]
    expect_equal(indices.count(None), CLAIMANTS - TASKS, "processes that found nothing ready")
    expect_each_once(repo, indices)


def test_beside_plumber(ground):
    repo = prepare(ground)
    plumber = race.Plumber(repo)
    with race.beside(plumber.commit):
        indices = race.run_writers(4, TASKS // 4, lambda *_: claimed(repo.cs(*CLAIM)))
    plumber.close()
    expect(len(plumber.commits) > 0, "the foreign writer never came in")
    expect_each_once(repo, indices)


def test_given_back_while_others_claim(ground):
    """Each takes a task and gives it back; at no time do two hold the same."""
    repo = prepare(ground, tasks=2)

    def take_and_release(_writer, _number):
        index = claimed(repo.cs(*CLAIM))
        if index is not None:
            repo.write("task", "release", "race", str(index), *race.PATIENT)
        return index

    indices = race.run_writers(4, 5, take_and_release)
    expect(any(index is not None for index in indices), "nobody ever got a task")
    # Along the history a task is claimed only when it is free, and released only when it is held.
    held = set()
    for subject in repo.git("log", "--reverse", "--format=%s", harness.REF).splitlines():
        verb, _, index = subject.removeprefix("race: ").partition(" task ")
        if verb == "claim":
            expect(index not in held, f"task {index} was claimed while it was held")
            held.add(index)
        elif verb == "release":
            expect(index in held, f"task {index} was released while nobody held it")
            held.remove(index)
    expect_equal(held, set(), "tasks still held")
    repo.expect_sound("after the race")


if __name__ == "__main__":
    harness.main(globals())
