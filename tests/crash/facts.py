#!/usr/bin/env python3
"""The cache of facts never changes an answer: killed while it is written, torn, flipped, cut short,
on a full disk or in a folder that may not be written, `stats`, `progress` and `costs`, which read
all of it between them, say what they say with --no-cache."""

import json
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

import harness  # noqa: E402
import strikes  # noqa: E402
from harness import expect, expect_equal  # noqa: E402

PROJECTS = 260
KILLS = 100
DAMAGES = 40
QUESTIONS = [["stats"], ["progress", "--since", "2025-01-01"], ["costs", "--by", "project"]]
# On one core the program makes its files in one order, so that each strike meets its call.
STATS = ["taskset", "-c", "0", "claudestep", "stats", "--json"]


def operations(count):
    for number in range(count):
        name = f"project-{number:03}"
        yield {"op": "create-project", "project": name}
        yield {"op": "add-task", "project": name, "description": "the only task"}
        yield {"op": "open-pr", "project": name, "task": 1, "pr": number + 1, "branch": "b",
               "reviewer": f"reviewer-{number % 7}", "created_at": "2025-12-01T00:00:00Z"}
        yield {"op": "add-ai-operations", "project": name, "pr": number + 1, "operations": [
            {"type": "PRCreation" if number % 3 else "PRRefinement", "model": "m",
             "workflow_run_id": number, "cost_usd": number / 8,
             "created_at": "2025-12-01T00:00:00Z"}]}
        if number % 2:
            yield {"op": "set-pr-state", "project": name, "pr": number + 1, "state": "merged",
                   "at": "2025-12-03T00:00:00Z"}


def prepare(ground, name="repo.git"):
    """A repository with many projects; returns it and the right answers."""
    (ground.work / name).parent.mkdir(exist_ok=True)
    repo = ground.bare(name)
    lines = "".join(json.dumps(operation) + "\n" for operation in operations(PROJECTS))
    ran = repo.cs("apply", "-", stdin=lines)
    expect(ran.code == 0, str(ran))
    return repo, right_answer(repo)


def right_answer(repo):
    """What each of QUESTIONS has to say."""
    answers = []
    for question in QUESTIONS:
        ran = repo.cs(*question, "--json", "--no-cache")
        expect(ran.code == 0 and "project-259" in ran.out, str(ran))
        answers.append(ran.out)
    expect(json.loads(answers[0])["totals"]["projects"] == PROJECTS, answers[0][:500])
    return answers


def cache_of(repo):
    return repo.path / "claudestep" / "facts"


def expect_answer(repo, right, when):
    """Asks one of the questions: which, says `when`, so that struck places meet each of them."""
    place = sum(when.encode()) % len(QUESTIONS)
    ran = repo.cs(*QUESTIONS[place], "--json")
    expect(ran.code == 0 and ran.err == "", f"{when}: {ran}")
    expect(ran.out == right[place], f"{when}: {QUESTIONS[place]} says else than without the cache")


def test_struck_at_each_call(ground):
    arena_path = ground.work / "arena"
    repo, right = prepare(ground, "arena/repo.git")
    shutil.rmtree(cache_of(repo), ignore_errors=True)
    arena = strikes.Arena(ground, arena_path)
    struck = 0
    for how in (strikes.KILL, strikes.KILL_TORN, strikes.KILL_AFTER):
        for strike in arena.strike(STATS, repo.path, how):
            strikes.expect_killed(strike)
            expect_answer(repo, right, str(strike))
            struck += 1
    for how in (strikes.FULL_DISK, strikes.FULL_DISK_ONCE, strikes.BROKEN_DISK):
        for strike in arena.strike(STATS, repo.path, how):
            expect(strike.ran.code == 0 and strike.ran.out == right[0], f"no answer: {strike}")
            expect_answer(repo, right, str(strike))
            struck += 1
    expect(struck >= 40, f"only {struck} strikes")


def test_killed_at_any_time(ground):
    repo, right = prepare(ground)
    rng = random.Random(4)
    begun = time.monotonic()
    shutil.rmtree(cache_of(repo), ignore_errors=True)
    repo.cs("stats", "--json")
    usual = time.monotonic() - begun
    killed = tried = 0
    while killed < KILLS:
        tried += 1
        expect(tried < 10 * KILLS, f"only {killed} of {tried} were killed in time")
        for path in list(cache_of(repo).iterdir()):
            if rng.random() < 0.7:
                path.unlink()
        with subprocess.Popen(
            ["claudestep", *QUESTIONS[tried % len(QUESTIONS)], "--json"],
            cwd=repo.path,
            env=ground.world.environment(),
            stdout=subprocess.DEVNULL,
        ) as process:
            time.sleep(rng.random() * usual)
            process.kill()
        killed += process.returncode == -signal.SIGKILL
        expect_answer(repo, right, f"after try {tried}")


def test_damaged(ground):
    repo, right = prepare(ground)
    expect_answer(repo, right, "at first")
    files = sorted(cache_of(repo).iterdir())
    expect(len(files) > 1, f"only {len(files)} files in the cache")
    rng = random.Random(5)
    for number in range(DAMAGES):
        for path in files:
            data = bytearray(path.read_bytes())
            kind = rng.randrange(4)
            if kind == 0:
                data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
            elif kind == 1:
                del data[rng.randrange(len(data)):]
            elif kind == 2:
                at = rng.randrange(len(data))
                data[at:at + 4096] = bytes(len(data[at:at + 4096]))
            path.write_bytes(data)
        expect_answer(repo, right, f"after damage {number}")


def test_files_in_each_others_place(ground):
    repo, right = prepare(ground)
    expect_answer(repo, right, "at first")
    files = sorted(cache_of(repo).iterdir())
    contents = [path.read_bytes() for path in files]
    for path, data in zip(files, contents[1:] + contents[:1]):
        path.write_bytes(data)
    expect_answer(repo, right, "with files in each other's place")


def as_somebody(command):
    """The command as one whom permissions bind, also where the tests run as root."""
    if os.geteuid() != 0:
        return command
    return ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", *command]


def test_folder_that_may_not_be_written(ground):
    repo, right = prepare(ground)
    expect_answer(repo, right, "at first")
    sorted(cache_of(repo).iterdir())[0].unlink()
    left = sorted(cache_of(repo).iterdir())
    # The tool's way there must be open to somebody, too.
    for folder in (ground.world.root, *pathlib.Path(ground.world.root).rglob("*")):
        if folder.is_dir():
            folder.chmod(0o555)
    variables = {
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "safe.directory",
        "GIT_CONFIG_VALUE_0": "*",
    }
    program = shutil.which("claudestep", path=ground.world.environment()["PATH"])
    if ground.run(as_somebody([program, "version"])).code != 0:
        raise harness.Skip("nobody but us may run the program")
    ran = repo.run(*as_somebody([program, "stats", "--json"]), variables=variables)
    for folder in (ground.world.root, *pathlib.Path(ground.world.root).rglob("*")):
        if folder.is_dir():
            folder.chmod(0o755)
    expect(ran.code == 0 and ran.err == "" and ran.out == right[0], f"no answer: {ran}")
    expect_equal(sorted(cache_of(repo).iterdir()), left, "files in the cache")


if __name__ == "__main__":
    harness.main(globals())
