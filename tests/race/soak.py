#!/usr/bin/env python3
"""Clones of one remote that write, undo, claim, fetch, merge, sync, are edited by hand, run under
clocks that are wrong, on disks that fill and fail, and get killed, as a seed has it. A model that
knows nothing but sets of facts (soak_model.py) says what must be there after each step.

    scripts/soak [--seed S] [--seeds N] [--steps M] [--only NUMBERS] [--bin PROGRAM]

A seed that fails is shrunk to the steps that it takes, which are printed with the command that
plays exactly these; what git and the tool are called with then is written to build/soak-SEED.py, a
test that needs neither seed nor model (soak_plain.py). Run with more seeds by soak_long.py.
"""

import collections
import datetime
import itertools
import json
import os
import pathlib
import random
import shutil
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests" / "support"))

import harness  # noqa: E402
import race  # noqa: E402
import shrink  # noqa: E402
import soak_plain  # noqa: E402
from harness import REF, expect  # noqa: E402
from soak_model import (AGAIN, BORN, Born, Branch, Cost, Known, Named, Pull, State,  # noqa: E402
                        Task, Text, about, id_of, key_of)

CLONES = 3
PROJECTS = ("alpha", "beta")
CLAIMED = "beta"  # the project whose tasks are claimed, and never taken away
TRACKING = "refs/remotes/origin/claudestep-metadata"
FAULTS = (("kill", "before"), ("kill", "after"), ("kill", "torn"), ("killgroup", "before"),
          ("enospc", ""), ("enospc", "lasting"), ("eio", ""), ("eio", "lasting"), ("eacces", ""),
          ("eacces", "lasting"))
# What a step does, and how often.
WRITES = (("add", 6), ("open", 5), ("op", 6), ("merge", 3), ("close", 2), ("edit", 3),
          ("create", 2), ("rename", 2), ("archive", 2), ("release", 1), ("undo", 3))
REST = (("fetch", 7), ("sync", 6), ("sync all", 1), ("merge tracking", 3), ("claim", 2),
        ("by hand", 6), ("ask", 5), ("spoil the cache", 2), ("pack", 2))
OVER_THE_WIRE = ("sync", "claim")
STRUCK = (*(kind for kind, _ in WRITES), "merge tracking", *OVER_THE_WIRE)  # where faults come in
GIT_CALLS = 14  # a fault among the calls of git itself comes at one of so many
SHRINKING_RUNS = 200

Step = collections.namedtuple("Step", "number kind clone project pick skew fault at")
Write = collections.namedtuple("Write", "arguments after fact stdin", defaults=(None, None))


def steps_of(seed, count):
    rng = random.Random(seed)
    kinds, weights = zip(*WRITES, *REST)
    steps = []
    for number in range(count):
        kind = rng.choices(kinds, weights)[0]
        fault = rng.choice(FAULTS) if kind in STRUCK and rng.random() < 0.4 else None
        steps.append(Step(number, kind, rng.randrange(CLONES), rng.randrange(1000),
                          rng.randrange(1000), rng.randrange(-400, 400), fault,
                          rng.randrange(1, 45)))
    return steps


def picked(choices, number):
    return choices[number % len(choices)] if choices else None


class Run:
    """One seed: the repositories, and what the model knows of them."""

    def __init__(self, ground, steps, tally):
        self.ground = ground
        self.steps = steps
        self.tally = tally
        self.states = {}  # what the model knows, by the commit that has it
        self.plain = soak_plain.Plain(ground)
        self.plain.bare("remote.git")
        self.remote = self.plain.repo("remote.git")
        begun = Known()
        for name in PROJECTS:
            write = self.plan_create(None, begun, name)
            self.plain.claudestep("remote.git", *write.arguments, "--json", stdin=write.stdin)
            begun = write.after
        self.clones = []
        for number in range(CLONES):
            self.plain.git(".", "clone", "-q", "remote.git", f"clone{number}")
            self.clones.append(self.plain.repo(f"clone{number}"))
        for repo in (self.remote, *self.clones):  # whose lock a killed git leaves, harming nobody
            self.plain.git(repo.path.name, "config", "maintenance.auto", "false")
        self.at_remote = self.acknowledged = begun
        self.writes = []  # what each that was acknowledged added and took away
        self.local = [Known() for _ in self.clones]
        self.tracking = [begun for _ in self.clones]
        self.last = [(None, None)] * CLONES  # the fact that a clone's last write added, its commit
        for commit in self.remote.history():
            self.states[commit] = begun if commit == self.remote.tip() else Known()

    # ------------------------------------------------------------ steps

    def play(self):
        for step in self.steps:
            try:
                self.take(step)
            except AssertionError as failure:
                raise AssertionError(f"{failure}\n  at {step}") from None
        self.expect_converged()

    def take(self, step):
        if step.kind in dict(WRITES):
            return self.write(step)
        return getattr(self, "do_" + step.kind.replace(" ", "_"))(step)

    def clone_of(self, step):
        return self.clones[step.clone]

    @staticmethod
    def clock_of(step):
        now = datetime.datetime(2026, 1, 1) + datetime.timedelta(days=step.skew, hours=step.number)
        return now.strftime("%Y-%m-%dT%H:%M:%SZ")

    def run(self, step, *arguments, **more):
        """Runs the tool in a step's clone, under its clock, with its fault. The ended process, and
        whether the fault came."""
        if step.fault is not None:
            more |= {"fault": step.fault, "at": step.at}
            if step.kind in OVER_THE_WIRE and step.pick % 2:  # in the fetch or push that it runs
                more |= {"at": 1 + step.at % GIT_CALLS, "of": "git"}
        ran, met = self.plain.claudestep(self.clone_of(step).path.name, *arguments,
                                         now=self.clock_of(step), **more)
        if met:
            name = "fault of git " if "of" in more else "fault "
            self.tally[name + " ".join(step.fault).strip()] += 1
        return ran, met

    def found(self, repo, ref, wanted):
        """Which of the `wanted` a branch is at: what it says must be what one of them says."""
        at = self.plain.says(repo.path.name, ref, [sorted(known.says) for known in wanted])
        tip = repo.tip(ref)
        self.states.setdefault(tip, wanted[at])
        return wanted[at]

    def settle(self, step, ran, after):
        """Holds a clone's branch to `after` when all went well, else to that or what it was."""
        clone, before = self.clone_of(step), self.local[step.clone]
        if ran.code != 0:
            self.plain.sound(clone.path.name, f"after {step}")
        wanted = [after] if ran.code == 0 else [before, after]
        self.local[step.clone] = self.found(clone, REF, wanted)

    # ------------------------------------------------------------ writes

    def known_to(self, step):
        return self.local[step.clone].join(self.tracking[step.clone])

    def write(self, step):
        known = self.known_to(step)
        write = getattr(self, "plan_" + step.kind)(step, known)
        if write is None:
            return
        ran, _ = self.run(step, *write.arguments, "--json", stdin=write.stdin,
                          must_change=write.fact is not None)
        if ran.code == 0 and not ran.json()["changed"]:
            self.settle(step, ran, self.local[step.clone])
            return
        self.settle(step, ran, write.after)
        if ran.code == 0:
            self.acknowledged = self.acknowledged.join(write.after)
            self.writes.append(write.after.beyond(known))
            self.last[step.clone] = (write.fact, self.clone_of(step).tip())
            self.tally["writes acknowledged"] += 1
            self.tally[f"write {step.kind}"] += 1
            self.expect_place(step)

    def expect_place(self, step):
        """The shelf of a project that was put away or taken back."""
        if step.kind == "archive":
            self.plain.is_in(self.clone_of(step).path.name,
                             self.a_project(step, self.local[step.clone])[1],
                             ("archive", "projects")[step.pick % 2])

    @staticmethod
    def a_project(step, known):
        return picked(known.said("project"), step.project)

    def name_of(self, project, known):
        return known.said("project", project)[0][2]

    @staticmethod
    def added(known, project, key):
        return known.plus(Task(project, key), Text(project, key, key, frozenset()))

    def plan_create(self, step, known, name=None):
        name = name or f"p{step.number}"
        lines = [{"op": "create-project", "project": name},
                 {"op": "add-task", "project": name, "description": BORN + name}]
        after = self.added(known.plus(Born(name), Named(name, name, frozenset())), name,
                           BORN + name)
        return Write(["apply", "-"], after, None, "".join(json.dumps(one) + "\n" for one in lines))

    def plan_add(self, step, known):
        _, project, name, _ = self.a_project(step, known)
        key = f"task {step.number} of clone {step.clone}"
        return Write(["task", "add", name, "--description", key], self.added(known, project, key),
                     Task(project, key))

    def plan_edit(self, step, known):
        _, project, name, _ = self.a_project(step, known)
        tasks = [task for task in known.said("task", project) if not task[2].startswith(BORN)]
        if not tasks:
            return None
        text = self.reworded(step, known, project, picked(tasks, step.pick)[2])
        return Write(["task", "edit", name, id_of(text.task), "--description", text.text],
                     known.plus(text), text)

    @staticmethod
    def reworded(step, known, project, key):
        seen = frozenset(fact.text for fact in about(Task(project, key), known.alive)
                         if isinstance(fact, Text))
        return Text(project, key, f"{key}{AGAIN} {step.number % 7} in {step.number}", seen)

    def plan_open(self, step, known):
        _, project, name, _ = self.a_project(step, known)
        pull = Pull(project, 100 + step.number, picked(known.said("task", project), step.pick)[2])
        return Write(["pr", "open", name, "--task", id_of(pull.task), "--pr", str(pull.number),
                      "--branch", f"work-{pull.number}"], known.plus(pull), pull)

    def plan_op(self, step, known):
        """Money. An odd pull request gets an operation from several clones, which may say another
        cost."""
        pull = picked(known.said("pull"), step.pick)
        if pull is None:
            return None
        _, project, number, _, _ = pull
        operation = f"run-{number}-{step.number // 10 if number % 2 else step.number}"
        if any(cost[2:4] == (number, operation) for cost in known.said("cost", project)):
            return None
        cost = Cost(project, number, operation, 1 + (step.pick * 37 + step.number) % 5000)
        stdin = json.dumps({"type": "PRCreation", "model": "m", "operation_id": operation,
                            "cost_usd": cost.cents / 100, "created_at": "2026-01-01T00:00:00Z"})
        return Write(["op", "add", self.name_of(project, known), "--pr", str(number), "--ops", "-"],
                     known.plus(cost), cost, stdin)

    def plan_merge(self, step, known, state="merged"):
        pull = picked([pull for pull in known.said("pull") if pull[4] == "open"], step.pick)
        if pull is None:
            return None
        _, project, number, _, _ = pull
        fact = State(project, number, state, step.number)
        return Write(["pr", state.rstrip("d"), self.name_of(project, known), "--pr", str(number)],
                     known.plus(fact), fact)

    def plan_close(self, step, known):
        write = self.plan_merge(step, known, "closed")
        return write and write._replace(arguments=["pr", "close", *write.arguments[2:]])

    def plan_rename(self, step, known):
        _, project, name, names = self.a_project(step, known)
        new = f"{'mnopq'[step.pick % 5]}{step.number}"
        fact = Named(project, new, frozenset(names))
        return Write(["project", "rename", name, new], known.plus(fact), fact)

    def plan_archive(self, step, known):
        name = self.a_project(step, known)[2]
        return Write(["project", ("archive", "unarchive")[step.pick % 2], name], known)

    def plan_release(self, step, known):
        tasks = known.said("task", CLAIMED)
        return Write(["task", "release", self.name_of(CLAIMED, known),
                      id_of(picked(tasks, step.pick)[2])], known)

    def plan_undo(self, step, known):
        """Takes back the clone's own last write, where nobody has built on it as far as the clone
        knows. What others may have seen is left alone, but for a task and a pull request of a task
        that stays: there the model knows what becomes of it."""
        fact, tip = self.last[step.clone]
        clone, seen = self.clone_of(step), self.tracking[step.clone]
        if fact is None or tip != clone.tip() or about(fact, known.alive) - own_words(fact):
            return None
        apart = not self.local[step.clone].contains(seen)
        foreseen = (isinstance(fact, Task) and fact.project != CLAIMED
                    or isinstance(fact, Pull) and fact.task.startswith(BORN))
        if not foreseen and (apart or fact in self.at_remote.facts):
            return None
        if not self.are_agreed(fact, known):
            return None
        return Write(["undo", REF] if apart else ["undo"], known.minus(fact))

    def are_agreed(self, fact, known):
        """Whether all who know a record know the same of it. Else what becomes of it when it is
        taken away depends on who meets whom first: a change may give way before or after it saves it."""
        seen = about(fact, known.alive)
        return all(about(fact, other.alive) == seen for other in
                   (*self.local, *self.tracking, self.at_remote) if fact in other.facts)

    # ------------------------------------------------------------ fetching, merging, syncing

    def is_locked(self, step):
        """Whether a killed git left a lock, which the next sync clears up."""
        return any((self.clone_of(step).path / ".git" / "refs").rglob("*.lock"))

    def do_fetch(self, step):
        if self.is_locked(step):
            return
        self.plain.git(self.clone_of(step).path.name, "fetch", "-q")
        self.tracking[step.clone] = self.at_remote

    def do_merge_tracking(self, step):
        ran, _ = self.run(step, "merge", TRACKING, "--json")
        self.settle(step, ran, self.known_to(step))

    def do_sync(self, step):
        ran, met = self.run(step, "sync", "--json", "--timeout", "20s")
        self.settle_wire(step, ran, met)

    def do_claim(self, step):
        """Won only when the remote has it; no claim is in the model, which sees it here."""
        name = self.name_of(CLAIMED, self.local[step.clone].join(self.at_remote))
        ran, met = self.run(step, "next", name, "--claim", "--json", "--timeout", "20s",
                            codes=(0, 1))
        won = ran.code == 0
        self.settle_wire(step, ran, met)
        if not won:
            return
        task = ran.json()["task"]["id"]
        holders = [self.remote]
        if not is_left_behind(ran):
            holders.append(self.clone_of(step))
        for repo in holders:
            self.plain.has_claim(repo.path.name, CLAIMED, task)
        self.tally["claims won"] += 1

    def settle_wire(self, step, ran, met):
        """What became of clone and remote when the one spoke with the other."""
        number, clone = step.clone, self.clone_of(step)
        every = self.local[number].join(self.at_remote)
        local, remote = [self.local[number], every], [self.at_remote, every]
        tracking = [self.tracking[number], *remote]
        if ran.code == 0:
            remote = [every]
            if not is_left_behind(ran):
                local = tracking = [every]
            else:
                expect(met, f"left behind without a fault: {ran}")
        else:
            for repo in (clone, self.remote):
                self.plain.sound(repo.path.name, f"after {step}")
        self.local[number] = self.found(clone, REF, local)
        self.tracking[number] = self.found(clone, TRACKING, tracking)
        self.at_remote = self.found(self.remote, REF, remote)

    def do_sync_all(self, _step):
        self.plain.sync_together(*(clone.path.name for clone in self.clones))
        begun, before = self.at_remote, list(self.local)
        self.at_remote = self.found(self.remote, REF, [begun.join(*before)])
        for number, clone in enumerate(self.clones):
            first = begun.join(before[number])
            met = [first.join(*others) for count in range(CLONES)
                   for others in itertools.combinations(before, count)]
            self.local[number] = self.found(clone, REF, met)
            self.tracking[number] = self.found(clone, TRACKING, met)

    # ------------------------------------------------------------ edits by hand

    def do_by_hand(self, step):
        """Somebody edits a document with git's plumbing, as no tool of ours would."""
        clone, known = self.clone_of(step), self.local[step.clone]
        old = clone.tip()
        if old is None or (clone.path / ".git" / (REF + ".lock")).exists():
            return  # a killed writer's lock is cleared up by the next write of ours
        project = self.a_project(step, known)[1]
        document = json.loads(Branch(clone).texts[project])
        hand = (self.hand_added, self.hand_reworded, self.hand_dropped_task, self.hand_dropped_pull)
        edit, after = hand[step.pick % 4](step, known, project, document)
        if after is None:
            return
        self.plain.edit_by_hand(clone.path.name, project, *edit)
        self.local[step.clone] = self.found(clone, REF, [after])
        self.acknowledged = self.acknowledged.join(after)
        self.tally["edits by hand"] += 1

    def hand_added(self, step, known, project, _document):
        key = f"by hand {step.number}"
        return ("add", key), self.added(known, project, key)

    def hand_reworded(self, step, known, project, document):
        task = picked([task for task in document["tasks"] if "id" in task
                       and not task["description"].startswith(BORN)], step.clone)
        if task is None:
            return None, None
        text = self.reworded(step, known, project, key_of(task["description"]))
        return ("reword", task["description"], text.text), known.plus(text)

    def hand_dropped_task(self, step, known, project, document):
        held = {pull[3] for pull in known.said("pull", project)}
        task = picked([task for task in document["tasks"]
                       if not task["description"].startswith(BORN)
                       and key_of(task["description"]) not in held], step.clone)
        if task is None or project == CLAIMED:
            return None, None
        fact = Task(project, key_of(task["description"]))
        return (("drop task", task["description"]),
                known.minus(fact) if self.are_agreed(fact, known) else None)

    def hand_dropped_pull(self, step, known, project, _document):
        """An even one, whose costs nobody says otherwise, of a task that stays without it."""
        pull = picked([pull for pull in known.said("pull", project)
                       if pull[2] % 2 == 0 and pull[3].startswith(BORN)], step.clone)
        if pull is None:
            return None, None
        fact = Pull(project, *pull[2:4])
        return (("drop pull", pull[2]),
                known.minus(fact) if self.are_agreed(fact, known) else None)

    # ------------------------------------------------------------ questions, packing

    def do_ask(self, step):
        """Twice: the second answer may come from the cache."""
        known = self.known_to(step)
        _, project, name, _ = self.a_project(step, known)
        wanted = sorted(task[3] for task in known.said("task", project))
        clone, now = self.clone_of(step).path.name, self.clock_of(step)
        for _ in range(2):
            self.plain.tasks(clone, name, wanted, now=now)
            self.plain.costs(clone, known.cents, now=now)
            self.tally["answers checked"] += 2

    def do_spoil_the_cache(self, step):
        self.tally["fault damaged cache"] += self.plain.spoil_cache(
            self.clone_of(step).path.name, step.pick * 7919)
        self.do_ask(step)

    def do_pack(self, step):
        if self.is_locked(step):
            return
        command = (["gc", "-q"], ["repack", "-adq"], ["pack-refs", "--all"])[step.pick % 3]
        self.plain.git(self.clone_of(step).path.name, *command)

    # ------------------------------------------------------------ the end

    def expect_converged(self):
        every = self.at_remote.join(*self.local)
        clones = [clone.path.name for clone in self.clones]
        for name in [*clones, *clones]:
            self.plain.claudestep(name, "sync", "--json", *race.PATIENT)
        self.plain.one_tip(*clones, "remote.git")
        self.found(self.remote, REF, [every])
        expect(every.contains(self.acknowledged), "the model forgot what was acknowledged")
        lost = [write for write in self.writes if not every.contains(write)]
        expect(not lost, f"writes are not there: {lost}")
        self.tally["writes found"] += len(self.writes)
        self.plain.costs(clones[0], every.cents)
        for name in ("remote.git", *clones):
            self.plain.sound(name, "at the end")
            self.plain.no_locks(name, "at the end")
        self.plain.no_lost_update(clones[0])
        self.tally["facts found"] += len(every.alive)
        self.tally["facts acknowledged"] += len(self.acknowledged.facts)
        self.tally["facts taken away"] += len(every.facts - every.alive)
        self.tally["cents of money"] += every.cents
        self.check_merges()

    def check_merges(self):
        """A merge commit says what its sides together say, no less and no more."""
        rows = self.remote.git("rev-list", "--reverse", "--topo-order", "--parents", REF)
        for commit, *parents in (row.split() for row in rows.splitlines()):
            expect(commit in self.states or parents, f"nobody made {commit}")
            if len(parents) < 2:
                expect(commit in self.states, f"nobody made {commit}")
                continue
            known = Known().join(*(self.states[parent] for parent in parents))
            self.found(self.remote, commit, [known])
            self.states[commit] = known
            self.tally["merges checked"] += 1


def is_left_behind(ran):
    """Whether a write that is on the remote says that a ref of the clone could not be moved."""
    return "was not brought along" in ran.err


def own_words(fact):
    """What is said of a fact by the write that made it."""
    if isinstance(fact, Task):
        return {Text(fact.project, fact.key, fact.key, frozenset())}
    return set()


def play(ground, steps, tally):
    """Plays steps from nothing; the failure, or none."""
    return play_plain(ground, steps, tally)[0]


def play_plain(ground, steps, tally):
    """The same, and the calls that were made."""
    shutil.rmtree(ground.work)
    ground.work.mkdir()
    calls = []

    def run():
        run = Run(ground, steps, tally)
        calls.append(run.plain.calls)
        run.play()

    return shrink.failure_of(run), calls[0] if calls else []


def numbers_of(steps):
    return ",".join(str(step.number) for step in steps)


def tell_failure(ground, seed, count, steps, failure):
    """What failed, the fewest steps with which it fails, and how these are played again."""
    print(f"  seed {seed} failed, shrinking: {failure.text}", flush=True)
    needed, minimal = shrink.shrink(
        steps, failure, lambda fewer: play(ground, fewer, collections.Counter()), SHRINKING_RUNS)
    command = f"scripts/soak --seed {seed} --steps {count} --only {numbers_of(needed)}"
    again, calls = play_plain(ground, needed, collections.Counter())
    rows = "\n".join(f"    {step}" for step in needed)
    failure = again or failure
    return (f"seed {seed}: {failure.exception}: {failure.text}\n  it takes"
            f"{'' if minimal else ' (or fewer: the time was up)'}:\n{rows}\n"
            f"{tell_test(ground, seed, command, again, calls)}  again: {command}")


def tell_test(ground, seed, command, failure, calls):
    """Writes the calls as a test, and says where it is, if they fail without the model too."""
    if failure is None or not calls:
        return ""
    path = pathlib.Path(os.environ.get("SOAK_PLAIN") or ROOT / "build") / f"soak-{seed}.py"
    path.parent.mkdir(exist_ok=True)
    path.write_text(soak_plain.as_test(seed, calls, failure, command))
    seen = soak_plain.failure_of_test(path, ground)
    if seen is not None and seen.kind == failure.kind:
        return f"  as a test: python3 {path} --bin PROGRAM --shim SHIM\n"
    path.unlink()
    return "  not as a test: without the model, the same calls fail in another way or not at all\n"


def soak(ground, first, seeds, count, only=""):
    """Plays seeds; of their steps those whose numbers `only` has, when it has any."""
    if ground.shim is None:
        raise harness.Skip("no --shim was given: no fault would come")
    wanted = {int(number) for number in only.split(",") if number}
    tally = collections.Counter()
    for seed in range(first, first + seeds):
        steps = [step for step in steps_of(seed, count) if not wanted or step.number in wanted]
        failure = play(ground, steps, tally)
        if failure is not None:
            raise AssertionError(tell_failure(ground, seed, count, steps, failure))
        if seeds > 1:
            print(f"  seed {seed} held", flush=True)
    print(f"  {seeds} seeds from {first}, {count} steps each; nothing lost")
    for what in sorted(tally):
        print(f"  {tally[what]:>7}  {what}")
    return tally


def number_of(name, fallback):
    return int(os.environ.get(name, fallback))


def test_seeds(ground):
    only = os.environ.get("SOAK_ONLY", "")
    tally = soak(ground, number_of("SOAK_SEED", 110), number_of("SOAK_SEEDS", 1),
                 number_of("SOAK_STEPS", 60), only)
    expect(only or tally["writes acknowledged"] > 0, "nothing was written")


if __name__ == "__main__":
    harness.main(globals())
