#!/usr/bin/env python3
"""Writers beside `git gc --prune=now`, which breaks any git writer: what it breaks is named by the
next write and by doctor, and the reflog leads back to a whole tip."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

import harness  # noqa: E402
import race  # noqa: E402
from harness import REF, expect, expect_equal  # noqa: E402

WRITERS, WRITES, ROUNDS = 4, 12, 5
CORRUPT = 5


def is_whole(repo, revision):
    return repo.run("git", "rev-list", "--objects", revision, "--").code == 0


def write_beside_prune(repo, number):
    """What was acknowledged; whatever failed said why: an object that others wrote is missing."""

    def write(writer, count):
        description = f"round {number} writer {writer} write {count}"
        ran = repo.cs("task", "add", "race", "--description", description, *race.PATIENT)
        named = ran.code == CORRUPT and "caused by" in ran.err
        expect(ran.code == 0 or named, f"neither done nor named: {ran}")
        return description if ran.code == 0 else None

    with race.beside(lambda: repo.run("git", "gc", "-q", "--prune=now")) as prunes:
        written = race.run_writers(WRITERS, WRITES, write)
    return {description for description in written if description}, len(prunes)


def lead_back(repo):
    """Back to the newest whole tip, as doctor's hints say."""
    ran = repo.cs("task", "add", "race", "--description", "afterwards")
    expect_equal(ran.code, CORRUPT, f"a write upon a broken tip: {ran}")
    doctor = repo.cs("doctor")
    expect(doctor.code == 1 and "problem" in doctor.out, f"doctor saw nothing: {doctor}")
    tips = (repo.path / "logs" / REF).read_text().splitlines()
    whole = next(tip for tip in (line.split()[1] for line in reversed(tips)) if is_whole(repo, tip))
    (repo.path / REF).write_text(whole + "\n")
    doctor = repo.cs("doctor")
    expect_equal(doctor.code, 0, f"doctor after the way back: {doctor}")


def test_what_prune_breaks_is_named(ground):
    repo = ground.bare("repo.git")
    repo.write("project", "create", "race")
    broken = acknowledged = prunes = 0
    for number in range(ROUNDS):
        written, ran = write_beside_prune(repo, number)
        acknowledged, prunes = acknowledged + len(written), prunes + ran
        if not is_whole(repo, REF):
            broken += 1
            lead_back(repo)
            continue
        there = {task["description"] for task in repo.project("race")["tasks"]}
        expect(written <= there, f"the tip is whole and lacks {sorted(written - there)}")
    print(f"  {acknowledged} writes acknowledged beside {prunes} prunes; "
          f"{broken} of {ROUNDS} rounds left a broken tip, each named and led back")


if __name__ == "__main__":
    harness.main(globals())
