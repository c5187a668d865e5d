"""Races of processes against one repository: writers, and what works beside them."""

import concurrent.futures
import contextlib
import os
import subprocess
import threading

from harness import REF, Ran, expect

# A race is about loss, not about patience: nobody gives up.
PATIENT = ("--timeout", "50m")
PATIENCE = 55 * 60  # seconds, for a process that was told so


def run_writers(count, each, write):
    """`count` threads, each calling `write(writer, number)` `each` times, one process at a time.
    Returns everything they returned; fails the test when one failed."""

    def writer(number):
        return [write(number, index) for index in range(each)]

    with concurrent.futures.ThreadPoolExecutor(count) as pool:
        running = [pool.submit(writer, number) for number in range(count)]
        return [answer for future in running for answer in future.result()]


@contextlib.contextmanager
def beside(step):
    """Calls `step()` over and over, in a thread, for as long as the block runs, which begins when
    the first one is through. A failure of it fails the test when the block ends. Yields a list that
    grows by one entry a step."""
    done = threading.Event()
    begun = threading.Event()
    steps = []
    failures = []

    def loop():
        try:
            while not done.is_set():
                steps.append(step())
                begun.set()
        except Exception as failure:  # pylint: disable=broad-except
            failures.append(failure)
        finally:
            begun.set()

    thread = threading.Thread(target=loop)
    thread.start()
    begun.wait()
    try:
        yield steps
    finally:
        done.set()
        thread.join()
    if failures:
        raise failures[0]


def start_together(ground, command, cwd, count):
    """`start_in` for so many processes in one folder."""
    return start_in(ground, command, [cwd] * count)


def start_in(ground, command, folders):
    """Starts `command` in each of the folders, where all wait at a gate, opens it, and returns how
    each ended. The gate makes them start within the same moment rather than one after the other."""
    gate, opener = os.pipe()
    runners = [
        subprocess.Popen(
            ["/bin/sh", "-c", 'read -r gate; exec "$@" </dev/null', "sh", *command],
            cwd=folder,
            env=ground.world.environment(),
            stdin=gate,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for folder in folders
    ]
    os.close(gate)
    os.close(opener)
    ended = []
    for runner in runners:
        out, err = runner.communicate(timeout=PATIENCE)
        ended.append(Ran(list(command), runner.returncode, out, err))
    return ended


class Plumber:
    """A foreign writer on the same ref: its own commits, made with git's plumbing alone.

    Each commit adds one file below `folder`. It swaps the ref against the value it read, as any
    careful tool does, and begins again when it has lost.
    """

    def __init__(self, repo, ref=REF, folder="foreign"):
        self.repo = repo
        self.ref = ref
        self.folder = folder
        self.commits = []
        self.lost_swaps = 0
        self.blob = repo.git("hash-object", "-w", "--stdin", stdin="foreign\n")
        self.cat = self.start("git", "cat-file", "--batch")
        self.mktree = self.start("git", "mktree", "--batch")

    def start(self, *command):
        return subprocess.Popen(
            command,
            cwd=self.repo.path,
            env=self.repo.ground.world.environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def close(self):
        for process in (self.cat, self.mktree):
            process.stdin.close()
            process.stdout.close()
            process.wait()

    def read(self, name):
        """The id and the bytes of an object."""
        self.cat.stdin.write(f"{name}\n".encode())
        self.cat.stdin.flush()
        header = self.cat.stdout.readline().split()
        expect(len(header) == 3, f"cannot read {name}: {header}")
        data = self.cat.stdout.read(int(header[2]) + 1)
        return header[0].decode(), data[:-1]

    def make_tree(self, entries):
        lines = (f"{mode} {kind} {oid}\t{name}\n" for mode, kind, oid, name in entries)
        self.mktree.stdin.write("".join(lines).encode() + b"\n")
        self.mktree.stdin.flush()
        return self.mktree.stdout.readline().decode().strip()

    def entries(self, data):
        """The entries of a raw tree."""
        entries = []
        while data:
            head, _, rest = data.partition(b"\0")
            mode, name = head.decode().split(" ", 1)
            kind = "tree" if mode == "40000" else "blob"
            entries.append((mode.zfill(6), kind, rest[:20].hex(), name))
            data = rest[20:]
        return entries

    def try_commit(self, name):
        """One attempt: the id of the commit, or None when the ref has moved meanwhile."""
        tip, commit = self.read(self.ref)
        root = self.entries(self.read(commit.split(b"\n", 1)[0].split(b" ")[1].decode())[1])
        foreign = [oid for _, _, oid, entry in root if entry == self.folder]
        files = self.entries(self.read(foreign[0])[1]) if foreign else []
        made = self.make_tree(files + [("100644", "blob", self.blob, name)])
        kept = [entry for entry in root if entry[3] != self.folder]
        tree = self.make_tree(kept + [("040000", "tree", made, self.folder)])
        new = self.repo.git("commit-tree", "-p", tip, "-m", f"{self.folder}: add {name}", tree)
        swap = self.repo.run("git", "update-ref", self.ref, new, tip)
        return new if swap.code == 0 else None

    def commit(self):
        """Adds the next file, however many attempts it takes."""
        name = f"{len(self.commits):04}.txt"
        while (made := self.try_commit(name)) is None:
            self.lost_swaps += 1
        self.commits.append(made)
