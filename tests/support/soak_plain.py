"""What a soak does to its repositories and holds them to, a call each, and the calls of a failure
written down as a test of its own.

Owns: running git, the tool and its faults in the repositories of a ground, by name, and what must
be there afterwards, given as plain words and numbers. Leaves to soak.py which of these come, and to
soak_model.py what must be there. Who has a written test needs no seed and no model:

    def test_seed_7(ground):
        plain = Plain(ground)
        plain.bare('remote.git')
        plain.claudestep('remote.git', 'project', 'create', 'alpha')
        plain.says('remote.git', REF, [[('project', ...), ...]])
"""

import functools
import json
import os
import pprint
import shutil
import types

import harness
import race
import shrink
from harness import REF, expect, expect_equal
from soak_model import Branch

HEAD = '''\
#!/usr/bin/env python3
"""@FAILURE@

@COMMAND@ came to this. Moved to
tests/race/ under the name of what it shows, it is a test as the others are.
"""

import pathlib
import sys

ROOT = next(folder for folder in pathlib.Path(__file__).resolve().parents
            if (folder / "tests" / "support" / "soak_plain.py").exists())
sys.path.insert(0, str(ROOT / "tests" / "support"))

import harness  # noqa: E402
from soak_plain import Plain  # noqa: E402


def test_seed_@SEED@(ground):
    plain = Plain(ground)
@CALLS@


if __name__ == "__main__":
    harness.main(globals())
'''
WIDTH = 99


def written(method):
    """A call that is written down."""

    @functools.wraps(method)
    def call(self, *arguments, **named):
        self.calls.append((method.__name__, arguments, named))
        return method(self, *arguments, **named)

    return call


def only_looks(method):
    """A call that leaves all as it is: it is written down where it is what failed."""
    method.only_looks = True
    return written(method)


class Plain:
    """The repositories of a ground, each by its name."""

    def __init__(self, ground):
        self.ground = ground
        self.calls = []  # the name of each, and what it was given
        self.last = None  # what ran last

    def repo(self, name):
        return harness.Repo(self.ground, self.ground.work / name)

    # ------------------------------------------------------------ what is done

    @written
    def bare(self, name):
        self.ground.bare(name)

    @written
    def git(self, name, *arguments):
        """What git prints; it must not fail."""
        return self.repo(name).git(*arguments)

    @written
    def claudestep(self, name, *arguments, stdin=None, now=None, fault=None, at=0, of="claudestep",
                   codes=(0,), must_change=False):
        """Runs the tool under a clock, with a fault at one of the system calls of a program. The
        ended process, and whether the fault came: else the exit code must be one of `codes`."""
        variables = clock_at(now)
        log = self.ground.world.root / "calls"
        if fault is not None:
            variables |= self.striking(fault, at, of, log)
        ran = self.last = self.repo(name).cs(*arguments, stdin=stdin, variables=variables)
        met = fault is not None and sum(1 for _ in log.open(errors="surrogateescape")) >= at
        expect(met or ran.code in codes, f"refused without a fault: {ran}")
        expect(not must_change or ran.code != 0 or ran.json()["changed"],
               f"taken for done before: {ran}")
        return ran, met

    def striking(self, fault, at, of, log):
        """The variables of the kill shim."""
        if self.ground.shim is None:
            raise harness.Skip("no --shim was given: no fault would come")
        log.write_bytes(b"")
        mode, how = fault
        variables = {
            "LD_PRELOAD": str(self.ground.shim), "KILLSHIM_ROOT": str(self.ground.work),
            "KILLSHIM_NAME": of, "KILLSHIM_LOG": str(log), "KILLSHIM_MODE": mode,
            "KILLSHIM_AT": str(at),
            "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":verify_asan_link_order=0"}
        if of == "git":
            counter = self.ground.world.root / "counter"
            counter.write_bytes(bytes(8))
            variables["KILLSHIM_COUNTER"] = str(counter)
        if how == "lasting":
            variables["KILLSHIM_PERSIST"] = "1"
        elif how:
            variables["KILLSHIM_WHEN"] = how
        return variables

    @written
    def edit_by_hand(self, name, born, *edit):
        """Commits an edit of the project that was born under a name, with git's plumbing, as no
        tool of ours would. ("add", words), ("reword", words, words), ("drop task", words) or
        ("drop pull", number)."""
        repo = self.repo(name)
        tip, branch = repo.tip(), Branch(repo)
        text = json.dumps(edited(json.loads(branch.texts[born]), *edit))
        index = {"variables": {"GIT_INDEX_FILE": str(self.ground.world.root / "index")}}
        blob = repo.git("hash-object", "-w", "--stdin", stdin=text)
        repo.git("read-tree", REF, **index)
        repo.git("update-index", "--cacheinfo", f"100644,{blob},{branch.paths[born]}", **index)
        tree = repo.git("write-tree", **index)
        commit = repo.git("commit-tree", "-p", tip, "-m", "by hand", tree)
        repo.git("update-ref", REF, commit, tip)

    @written
    def sync_together(self, *names):
        """All of them at the same moment: how each ended."""
        ended = self.last = race.start_in(
            self.ground, ["claudestep", "sync", "--json", *race.PATIENT],
            [self.repo(name).path for name in names])
        for ran in ended:
            expect(ran.code == 0, str(ran))
        return ended

    @written
    def spoil_cache(self, name, place):
        """One byte of every file of the cache becomes another. How many files."""
        folder = self.repo(name).path / ".git" / "claudestep"
        paths = [*folder.glob("merges/*"), *folder.glob("facts/*")]
        for path in paths:
            data = bytearray(path.read_bytes())
            data[place % len(data)] ^= 0x10
            path.write_bytes(data)
        return len(paths)

    # ------------------------------------------------------------ what the tool answers

    @written
    def tasks(self, name, project, wanted, now=None):
        ran = self.last = self.repo(name).cs("task", "list", project, "--json",
                                             variables=clock_at(now))
        expect(ran.code == 0, str(ran))
        said = sorted(task["description"] for task in ran.json()["tasks"])
        expect_equal(said, wanted, f"answer of {ran.command}")

    @written
    def costs(self, name, cents, now=None):
        ran = self.last = self.repo(name).cs("costs", "--archived", "--json",
                                             variables=clock_at(now))
        expect(ran.code == 0, str(ran))
        expect_equal(round(ran.json()["total"]["cost_usd"] * 100), cents, "cents in all")

    # ------------------------------------------------------------ what must be there

    @only_looks
    def says(self, name, ref, wanted):
        """Which of the `wanted` a branch says."""
        repo = self.repo(name)
        tip = repo.tip(ref)
        says = sorted(Branch(repo, tip).says) if tip else []
        if says in wanted:
            return wanted.index(says)
        newest, before = set(wanted[-1]), set(wanted[0])
        expect(False, f"{ref} of {name} is not as it must be"
               f"\n  lost: {sorted(newest - set(says))}"
               f"\n  came: {sorted(set(says) - newest)}"
               f"\n  than before, lost: {sorted(before - set(says))}"
               f"\n  than before, came: {sorted(set(says) - before)}\n  {self.last}")
        return None

    @only_looks
    def is_in(self, name, born, folder):
        """The folder of the project that was born under a name."""
        found = Branch(self.repo(name)).paths[born].partition("/")[0]
        expect_equal(found, folder, "the shelf of a project")

    @only_looks
    def has_claim(self, name, born, task):
        tasks = json.loads(Branch(self.repo(name)).texts[born])["tasks"]
        expect(any("claim" in one for one in tasks if one.get("id") == task),
               f"a claim that was won is not in {name}: {self.last}")

    @only_looks
    def one_tip(self, *names):
        tips = {self.repo(name).tip() for name in names}
        expect_equal(len(tips), 1, f"tips after the last sync: {tips}")

    @only_looks
    def sound(self, name, when):
        self.repo(name).expect_sound(when)

    @only_looks
    def no_locks(self, name, when):
        self.repo(name).expect_no_locks(when, ("write.lock", "maintenance.lock"))

    @only_looks
    def no_lost_update(self, name):
        frame = self.repo(name).cs("fsck", "--frame")
        expect("lost-update" not in frame.out + frame.err, f"an update was lost: {frame}")


def edited(document, how, what, new=None):
    tasks = document["tasks"]
    if how == "add":
        tasks.append({"index": 1 + max(task["index"] for task in tasks), "description": what,
                      "status": "pending"})
    elif how == "reword":
        next(task for task in tasks if task["description"] == what)["description"] = new
    elif how == "drop task":
        document["tasks"] = [task for task in tasks if task["description"] != what]
    else:
        document["pull_requests"] = [pull for pull in document["pull_requests"]
                                     if pull["pr_number"] != what]
    return document


def clock_at(now):
    """The variables of a clock that says `now`; those of the ground without one."""
    if now is None:
        return {}
    return {"CLAUDESTEP_NOW": now, "GIT_AUTHOR_DATE": now, "GIT_COMMITTER_DATE": now}


# ---------------------------------------------------------------- a failure as a test


def call_as_code(name, arguments, named):
    """Filled up to WIDTH, where its words fit in."""
    words = [pprint.pformat(one, width=WIDTH - 8, compact=True).replace("\n", "\n        ")
             for one in arguments]
    words += [f"{key}={value!r}" for key, value in named.items() if value is not None]
    rows = [f"    plain.{name}({words[0]}"]
    for word in words[1:]:
        if len(rows[-1]) + len(word) + 3 <= WIDTH and "\n" not in word:
            rows[-1] += f", {word}"
        else:
            rows[-1] += ","
            rows.append(f"        {word}")
    return "\n".join(rows) + ")"


def as_test(seed, calls, failure, command):
    """The text of a test file that makes the calls of a play that failed at the last of them."""
    kept = [call for call in calls[:-1] if not hasattr(getattr(Plain, call[0]), "only_looks")]
    text = HEAD.replace("@SEED@", str(seed)).replace("@COMMAND@", command)
    text = text.replace("@CALLS@", "\n".join(call_as_code(*call) for call in [*kept, *calls[-1:]]))
    return text.replace("@FAILURE@", failure.line.replace("\\", "").replace('"', "'"))


def failure_of_test(path, ground):
    """How the one test of the file fails on the ground, which is emptied for it; None when it
    holds."""
    module = types.ModuleType("plain_test")
    module.__file__ = str(path)
    exec(compile(path.read_text(), str(path), "exec"), module.__dict__)  # pylint: disable=exec-used
    test = next(value for name, value in vars(module).items() if name.startswith("test_"))
    shutil.rmtree(ground.work)
    ground.work.mkdir()
    return shrink.failure_of(lambda: test(ground))
