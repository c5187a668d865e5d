#!/usr/bin/env python3
"""The cache of merges never changes an answer: killed while it is written, torn, flipped, cut short,
on a full or broken disk, in a folder that may not be written, or asked by many at once while the
branches move, a view of two lines that went apart says what it says without the cache."""

import concurrent.futures
import importlib.util
import pathlib
import random
import shutil
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))

import harness  # noqa: E402
import race  # noqa: E402
import strikes  # noqa: E402
from harness import REF, expect, expect_equal  # noqa: E402

spec = importlib.util.spec_from_file_location("facts_strikes", HERE / "facts.py")
facts_strikes = importlib.util.module_from_spec(spec)
spec.loader.exec_module(facts_strikes)

TRACKING = "refs/remotes/origin/claudestep-metadata"
DAMAGES = 30
ASK = ["claudestep", "task", "list", "demo", "--json"]


def prepare(ground, name="repo.git"):
    """A repository whose branch and tracking ref went apart; returns it and the right answer."""
    (ground.work / name).parent.mkdir(exist_ok=True)
    repo = ground.bare(name)
    repo.git("config", "remote.origin.url", "/nowhere")
    repo.write("project", "create", "demo")
    start = repo.tip()
    for other in ("one", "two"):
        repo.write("task", "add", "demo", "--description", f"of the other side, {other}")
        repo.git("update-ref", f"refs/heads/{other}", REF)
    repo.git("update-ref", REF, start)
    repo.write("task", "add", "demo", "--description", "of our side")
    repo.git("update-ref", TRACKING, "refs/heads/two")
    return repo, right_answer(repo)


def right_answer(repo):
    ran = repo.cs(*ASK[1:], "--no-cache")
    expect(ran.code == 0 and "of our side" in ran.out and "side, one" in ran.out, str(ran))
    return ran.out


def cache_of(repo):
    return repo.path / "claudestep" / "merges"


def expect_answer(repo, right, when):
    ran = repo.run(*ASK)
    expect(ran.code == 0 and ran.err == "", f"{when}: {ran}")
    expect(ran.out == right, f"{when}: another answer than without the cache: {ran}")


def test_struck_at_each_call(ground):
    repo, right = prepare(ground, "arena/repo.git")
    expect(not cache_of(repo).exists(), "a question with --no-cache left a file")
    arena = strikes.Arena(ground, ground.work / "arena")
    struck = 0
    for how in (strikes.KILL, strikes.KILL_TORN, strikes.KILL_AFTER):
        for strike in arena.strike(ASK, repo.path, how):
            strikes.expect_killed(strike)
            expect_answer(repo, right, str(strike))
            expect_answer(repo, right, f"again, {strike}")
            struck += 1
    for how in (strikes.FULL_DISK, strikes.FULL_DISK_ONCE, strikes.BROKEN_DISK):
        for strike in arena.strike(ASK, repo.path, how):
            expect(strike.ran.code == 0 and strike.ran.out == right, f"no answer: {strike}")
            expect_answer(repo, right, str(strike))
            struck += 1
    print(f"  {struck} strikes")


def test_damaged(ground):
    repo, right = prepare(ground)
    expect_answer(repo, right, "at first")
    (path,) = cache_of(repo).iterdir()
    rng = random.Random(7)
    for number in range(DAMAGES):
        # A file that was found damaged goes, and the next question keeps it anew.
        if not path.exists():
            expect_answer(repo, right, f"before damage {number}")
        data = bytearray(path.read_bytes())
        at = rng.randrange(len(data))
        if number % 3 == 0:
            data[at] ^= 1 << rng.randrange(8)
        elif number % 3 == 1:
            del data[at:]
        else:
            data[at:at + 512] = bytes(len(data[at:at + 512]))
        path.write_bytes(data)
        expect_answer(repo, right, f"after damage {number}")


def test_folder_that_may_not_be_written(ground):
    repo, right = prepare(ground)
    shutil.rmtree(repo.path / "claudestep")
    folders = [path for path in (ground.world.root, *ground.world.root.rglob("*")) if path.is_dir()]
    for folder in folders:
        folder.chmod(0o555)
    program = shutil.which("claudestep", path=ground.world.environment()["PATH"])
    owner = {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "safe.directory",
             "GIT_CONFIG_VALUE_0": "*"}
    somebody = facts_strikes.as_somebody
    runs = ground.run(somebody([program, "version"])).code == 0
    ran = repo.run(*somebody([program, *ASK[1:]]), variables=owner) if runs else None
    for folder in folders:
        folder.chmod(0o755)
    if ran is None:
        raise harness.Skip("nobody but us may run the program")
    expect(ran.code == 0 and ran.err == "" and ran.out == right, f"no answer: {ran}")
    expect(not cache_of(repo).exists(), "the folder was written")


def test_asked_while_branches_move(ground, readers=4, questions=12):
    """Each answer is that of one of the two merges that there are."""
    repo, of_two = prepare(ground)
    repo.git("update-ref", TRACKING, "refs/heads/one")
    answers = {of_two, right_answer(repo)}
    expect_equal(len(answers), 2, "different answers")
    moves = iter(["two", "one"] * 10000)

    def ask(_):
        seen = [repo.run(*ASK) for _ in range(questions)]
        return [ran for ran in seen if ran.code != 0 or ran.out not in answers]

    def move():
        repo.git("update-ref", TRACKING, f"refs/heads/{next(moves)}")
        for path in cache_of(repo).glob("*.merge"):
            path.unlink(missing_ok=True)

    with race.beside(move) as moved, concurrent.futures.ThreadPoolExecutor(readers) as pool:
        wrong = [ran for some in pool.map(ask, range(readers)) for ran in some]
    expect(not wrong, f"wrong answers: {wrong[:1]}")
    print(f"  {readers * questions} answers beside {len(moved)} moves")


if __name__ == "__main__":
    harness.main(globals())
