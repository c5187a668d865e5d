#!/usr/bin/env python3
"""Clones of one remote that write, fetch, merge, sync, are edited by hand, run under clocks that are
wrong, on disks that fill and fail, and get killed, as a seed has it. A model that knows nothing but
sets of facts says what must be there after each step.

    scripts/soak [--seed S] [--seeds N] [--steps M] [--bin PROGRAM]

A seed that fails is shrunk to the steps that it takes, which are printed. Run with more seeds by
soak_long.py.
"""

import collections
import datetime
import functools
import json
import os
import pathlib
import random
import shutil
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

import harness  # noqa: E402
import race  # noqa: E402
from harness import REF, expect, expect_equal  # noqa: E402

CLONES = 3
PROJECTS = ("alpha", "beta")
TRACKING = "refs/remotes/origin/claudestep-metadata"
FAULTS = (("kill", "before"), ("kill", "after"), ("kill", "torn"), ("killgroup", "before"),
          ("enospc", ""), ("enospc", "lasting"), ("eio", ""), ("eio", "lasting"), ("eacces", ""))
# What a step does, and how often.
KINDS = (("add", 8), ("open", 5), ("merge", 4), ("fetch", 6), ("sync", 5), ("sync all", 1),
         ("merge tracking", 2), ("by hand", 3), ("ask", 5), ("spoil the cache", 2), ("pack", 2))
STRUCK = ("add", "open", "merge", "sync", "merge tracking")  # where a fault may come in
GIT_CALLS = 14  # a fault among the calls of git itself comes at one of so many
SHRINKING_RUNS = 120

Step = collections.namedtuple("Step", "number kind clone project pick skew fault at")


def steps_of(seed, count):
    rng = random.Random(seed)
    kinds, weights = zip(*KINDS)
    steps = []
    for number in range(count):
        kind = rng.choices(kinds, weights)[0]
        fault = rng.choice(FAULTS) if kind in STRUCK and rng.random() < 0.4 else None
        steps.append(Step(number, kind, rng.randrange(CLONES), rng.choice(PROJECTS),
                          rng.randrange(1000), rng.randrange(-400, 400), fault,
                          rng.randrange(1, 45)))
    return steps


@functools.lru_cache(maxsize=4096)
def facts_in(name, text):
    document = json.loads(text)
    tasks = [("task", name, task["description"]) for task in document["tasks"]]
    expect_equal(len(set(tasks)), len(tasks), f"tasks of {name} that are there twice")
    facts = set(tasks)
    for pull in document["pull_requests"]:
        facts.add(("pr", name, pull["pr_number"]))
        if pull["pr_state"] == "merged":
            facts.add(("merged", name, pull["pr_number"]))
    return frozenset(facts)


def facts_of(repo, *refs):
    """What the documents of branches say, read with git and json: ("task", project, description),
    ("pr", project, number), ("merged", project, number). One set for each of `refs`."""
    names = [(ref, name) for ref in refs or (REF,) for name in PROJECTS]
    wanted = "".join(f"{ref}:projects/{name}.json\n" for ref, name in names)
    rest = repo.git("cat-file", "--batch", stdin=wanted, keep_newline=True)
    found = collections.defaultdict(set)
    for ref, name in names:
        head, _, rest = rest.partition("\n")
        if head.endswith(" missing"):
            gone = repo.tip(ref) is None
            expect(gone, f"{ref} of {repo.path.name} has no project {name}")
            continue
        size = int(head.split()[2])
        found[ref] |= facts_in(name, rest[:size])
        rest = rest[size + 1:]
    sets = [found[ref] for ref in refs or (REF,)]
    return sets if len(sets) > 1 else sets[0]


class Run:
    """One seed: the repositories, and what the model knows of them."""

    def __init__(self, ground, steps, tally):
        self.ground = ground
        self.steps = steps
        self.tally = tally
        self.remote = ground.bare("remote.git")
        for name in PROJECTS:
            self.remote.write("project", "create", name)
            self.remote.write("task", "add", name, "--description", "the first")
        self.clones = []
        for number in range(CLONES):
            path = ground.work / f"clone{number}"
            ground.must(["git", "clone", "-q", str(self.remote.path), str(path)])
            self.clones.append(harness.Repo(ground, path))
        for repo in (self.remote, *self.clones):  # whose lock a killed git leaves, harming nobody
            repo.git("config", "maintenance.auto", "false")
        begun = facts_of(self.remote)
        self.at_remote = set(begun)
        self.local = [set() for _ in self.clones]
        self.tracking = [set(begun) for _ in self.clones]
        self.acknowledged = set(begun)

    # ------------------------------------------------------------ steps

    def play(self):
        for step in self.steps:
            try:
                self.take(step)
            except AssertionError as failure:
                raise AssertionError(f"step {step}: {failure}") from None
        self.expect_converged()

    def take(self, step):
        if step.kind in ("add", "open", "merge"):
            return self.write(step)
        return getattr(self, "do_" + step.kind.replace(" ", "_"))(step)

    def clone_of(self, step):
        return self.clones[step.clone]

    def run(self, step, *arguments):
        """Runs the tool in a step's clone, under its clock, with its fault. The ended process, and
        whether the fault came."""
        now = datetime.datetime(2026, 1, 1) + datetime.timedelta(days=step.skew, hours=step.number)
        stamp = now.strftime("%Y-%m-%dT%H:%M:%SZ")
        variables = {"CLAUDESTEP_NOW": stamp, "GIT_AUTHOR_DATE": stamp,
                     "GIT_COMMITTER_DATE": stamp}
        if step.fault is None or self.ground.shim is None:
            return self.clone_of(step).cs(*arguments, variables=variables), False
        log = self.ground.world.root / "calls"
        log.write_bytes(b"")
        mode, how = step.fault
        at, name = step.at, "fault"
        if step.kind == "sync" and step.pick % 2:  # the fetch or the push that the sync runs
            at, name = 1 + step.at % GIT_CALLS, "fault of git"
            counter = self.ground.world.root / "counter"
            counter.write_bytes(bytes(8))
        variables.update({
            "LD_PRELOAD": str(self.ground.shim), "KILLSHIM_ROOT": str(self.ground.work),
            "KILLSHIM_NAME": "claudestep", "KILLSHIM_LOG": str(log), "KILLSHIM_MODE": mode,
            "KILLSHIM_AT": str(at),
            "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":verify_asan_link_order=0"})
        if name == "fault of git":
            variables.update({"KILLSHIM_NAME": "git", "KILLSHIM_COUNTER": str(counter)})
        if how == "lasting":
            variables["KILLSHIM_PERSIST"] = "1"
        elif how:
            variables["KILLSHIM_WHEN"] = how
        ran = self.clone_of(step).cs(*arguments, variables=variables)
        met = sum(1 for _ in log.open(errors="surrogateescape")) >= at
        if met:
            self.tally[f"{name} " + " ".join(step.fault).strip()] += 1
        return ran, met

    def settle(self, step, ran, met, after):
        """Holds a clone's branch to what it was or, if all went well, to `after`."""
        clone, before = self.clone_of(step), self.local[step.clone]
        found = facts_of(clone)
        if ran.code == 0:
            expect_equal(found, after, f"facts after {ran}")
        else:
            expect(met, f"refused without a fault: {ran}")
            expect(found in (before, after), f"neither old nor new after {ran}: "
                   f"lost {before - found}, came {found - before}")
            clone.expect_sound(f"after {step}")
        self.local[step.clone] = found
        return found

    def write(self, step):
        known = self.local[step.clone] | self.tracking[step.clone]
        name = step.project
        if step.kind == "add":
            fact = ("task", name, f"task {step.number} of clone {step.clone}")
            arguments = ["task", "add", name, "--description", fact[2]]
        elif step.kind == "open":
            fact = ("pr", name, 100 + step.number)
            arguments = ["pr", "open", name, "--task", "1", "--pr", str(fact[2]),
                         "--branch", f"work-{fact[2]}"]
        else:
            waiting = sorted(f for f in known if f[0] == "pr" and ("merged", *f[1:]) not in known)
            if not waiting:
                return
            fact = ("merged", *waiting[step.pick % len(waiting)][1:])
            arguments = ["pr", "merge", fact[1], "--pr", str(fact[2])]
        ran, met = self.run(step, *arguments)
        found = self.settle(step, ran, met, known | {fact})
        if ran.code == 0:
            self.acknowledged.add(fact)
            self.tally["writes acknowledged"] += 1
            expect(fact in found, f"acknowledged and not there: {fact}")

    def is_locked(self, step):
        """Whether a killed git left a lock, which the next sync clears up."""
        return any((self.clone_of(step).path / ".git" / "refs").rglob("*.lock"))

    def do_fetch(self, step):
        if self.is_locked(step):
            return
        self.clone_of(step).git("fetch", "-q")
        self.tracking[step.clone] = set(self.at_remote)

    def do_merge_tracking(self, step):
        ran, met = self.run(step, "merge", TRACKING, "--json")
        self.settle(step, ran, met, self.local[step.clone] | self.tracking[step.clone])

    def do_sync(self, step):
        clone, before = self.clone_of(step), self.local[step.clone]
        every = before | self.at_remote
        ran, met = self.run(step, "sync", "--json", "--timeout", "60s")
        self.note(step.clone)
        if ran.code == 0:
            for what in (self.local[step.clone], self.tracking[step.clone], self.at_remote):
                expect_equal(what, every, f"facts after {ran}")
            return
        expect(met, f"refused without a fault: {ran}")
        expect(before <= self.local[step.clone] <= every, f"the clone lost facts in {ran}")
        clone.expect_sound(f"after {step}")
        self.remote.expect_sound(f"after {step}")

    def note(self, number):
        """Takes over what a sync left, which never is less than before at the remote."""
        there = facts_of(self.remote)
        expect(self.at_remote <= there, f"the remote lost {self.at_remote - there}")
        self.at_remote = there
        self.local[number], self.tracking[number] = facts_of(self.clones[number], REF, TRACKING)

    def do_sync_all(self, _step):
        every = self.at_remote.union(*self.local)
        ended = race.start_in(self.ground, ["claudestep", "sync", "--json", *race.PATIENT],
                              [clone.path for clone in self.clones])
        for ran in ended:
            expect(ran.code == 0, str(ran))
        before = [set(known) for known in self.local]
        for number in range(CLONES):
            self.note(number)
            expect(before[number] <= self.local[number] <= every, "a clone lost facts")
        expect_equal(self.at_remote, every, "what all brought to the remote")

    def do_by_hand(self, step):
        """Somebody edits a document with git's plumbing, as no tool of ours would."""
        clone, name = self.clone_of(step), step.project
        old = clone.tip()
        lock = clone.path / ".git" / (REF + ".lock")
        if old is None or lock.exists():
            return  # a killed writer's lock is cleared up by the next write of ours
        document = clone.project(name)
        fact = ("task", name, f"by hand {step.number}")
        document["tasks"].append({"index": len(document["tasks"]) + 1, "description": fact[2],
                                  "status": "pending"})
        blob = clone.git("hash-object", "-w", "--stdin", stdin=json.dumps(document))
        index = {"variables": {"GIT_INDEX_FILE": str(self.ground.world.root / "index")}}
        clone.git("read-tree", REF, **index)
        clone.git("update-index", "--cacheinfo", f"100644,{blob},projects/{name}.json", **index)
        tree = clone.git("write-tree", **index)
        commit = clone.git("commit-tree", "-p", old, "-m", "by hand", tree)
        clone.git("update-ref", REF, commit, old)
        self.local[step.clone].add(fact)
        self.acknowledged.add(fact)
        self.tally["edits by hand"] += 1

    def do_ask(self, step):
        """Twice: the second answer may come from the cache."""
        known = self.local[step.clone] | self.tracking[step.clone]
        wanted = sorted(f[2] for f in known if f[:2] == ("task", step.project))
        for _ in range(2):
            ran, _ = self.run(step, "task", "list", step.project, "--json")
            expect(ran.code == 0, str(ran))
            said = sorted(task["description"] for task in ran.json()["tasks"])
            expect_equal(said, wanted, f"answer of {ran.command}")
            self.tally["answers checked"] += 1

    def do_spoil_the_cache(self, step):
        """One byte of every file of the cache becomes another."""
        folder = self.clone_of(step).path / ".git" / "claudestep"
        for path in [*folder.glob("merges/*"), *folder.glob("facts/*")]:
            data = bytearray(path.read_bytes())
            data[step.pick * 7919 % len(data)] ^= 0x10
            path.write_bytes(data)
            self.tally["fault damaged cache"] += 1
        self.do_ask(step)

    def do_pack(self, step):
        if self.is_locked(step):
            return
        command = (["gc", "-q"], ["repack", "-adq"], ["pack-refs", "--all"])[step.pick % 3]
        self.clone_of(step).git(*command)

    # ------------------------------------------------------------ the end

    def expect_converged(self):
        every = self.at_remote.union(*self.local)
        for number in [*range(CLONES), *range(CLONES)]:
            ran = self.clones[number].cs("sync", "--json", *race.PATIENT)
            expect(ran.code == 0, str(ran))
        tips = {clone.tip() for clone in self.clones} | {self.remote.tip()}
        expect_equal(len(tips), 1, f"tips after the last sync: {tips}")
        found = facts_of(self.remote)
        expect(self.acknowledged <= found, f"lost: {sorted(self.acknowledged - found)}")
        expect_equal(found, every, "facts at the end")
        for repo in (self.remote, *self.clones):
            repo.expect_sound("at the end")
            repo.expect_no_locks("at the end", ("write.lock", "maintenance.lock"))
        frame = self.clones[0].cs("fsck", "--frame")
        expect("lost-update" not in frame.out + frame.err, f"an update was lost: {frame}")
        self.tally["facts found"] += len(found)
        self.tally["facts acknowledged"] += len(self.acknowledged)
        self.check_merges()

    def check_merges(self):
        """A merge commit has what its parents have, no less and no more."""
        rows = self.remote.git("rev-list", "--min-parents=2", "--parents", REF).splitlines()
        for row in rows:
            found, *sides = facts_of(self.remote, *row.split())
            expect_equal(found, set().union(*sides), f"facts of the merge {row.split()[0]}")
            self.tally["merges checked"] += 1


def play(ground, steps, tally):
    """Plays steps from nothing; the failure, or none."""
    shutil.rmtree(ground.work)
    ground.work.mkdir()
    try:
        Run(ground, steps, tally).play()
    except AssertionError as failure:
        return str(failure)
    return None


def shrink(ground, steps):
    """Leaves out what the failure does not need: halves, quarters, single steps."""
    runs, size = 0, len(steps) // 2
    while size and runs < SHRINKING_RUNS:
        at = 0
        while at < len(steps) and runs < SHRINKING_RUNS:
            fewer = steps[:at] + steps[at + size:]
            runs += 1
            if play(ground, fewer, collections.Counter()) is not None:
                steps = fewer
            else:
                at += size
        size //= 2
    return steps


def soak(ground, first, seeds, count):
    tally = collections.Counter()
    for seed in range(first, first + seeds):
        steps = steps_of(seed, count)
        failure = play(ground, steps, tally)
        if failure is None:
            if seeds > 1:
                print(f"  seed {seed} held", flush=True)
            continue
        needed = "\n".join(f"    {step}" for step in shrink(ground, steps))
        raise AssertionError(f"seed {seed}: {failure}\n  again: scripts/soak --seed {seed} "
                             f"--seeds 1 --steps {count}\n  it takes:\n{needed}")
    print(f"  {seeds} seeds from {first}, {count} steps each; nothing lost")
    for what in sorted(tally):
        print(f"  {tally[what]:>7}  {what}")
    return tally


def number_of(name, fallback):
    return int(os.environ.get(name, fallback))


def test_seeds(ground):
    tally = soak(ground, number_of("SOAK_SEED", 1), number_of("SOAK_SEEDS", 1),
                 number_of("SOAK_STEPS", 40))
    expect(tally["writes acknowledged"] > 0, "nothing was written")


if __name__ == "__main__":
    harness.main(globals())
