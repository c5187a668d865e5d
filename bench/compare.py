#!/usr/bin/env python3
"""Measures the tool and what else could do the work, side by side, and prints a table of ratios.

    bench/compare.py --bin CLAUDESTEP [--size N] [--runs R] [--rows 1,4] [--json FILE] [--quick]

Each row is a median of runs that took turns with those of its rival, after one of each to warm up.
What both say is compared; where they differ, the row is an error and so is the end of the program.
A target that is missed is not: it depends on the machine and the hour.
"""

import argparse
import decimal
import json
import math
import os
import pathlib
import resource
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import generate  # noqa: E402
import history  # noqa: E402
import specs  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
NOW = "2026-01-01T00:00:00Z"
SMALL = 20
APPLY_PROJECTS, APPLY_OPERATIONS = 1000, 10_000
GROWTH_SIZES = (1_000, 10_000, 100_000)

JQ_SUMS = """
reduce inputs as $p ({projects: 0, tasks: 0, pull_requests: 0, ai_operations: 0, cost: 0};
  .projects += 1 | .tasks += ($p.tasks | length)
  | .pull_requests += ($p.pull_requests | length)
  | .ai_operations += ([$p.pull_requests[].ai_operations[]] | length)
  | .cost += ([$p.pull_requests[].ai_operations[].cost_usd] | add // 0))
"""


class Disagreement(Exception):
    """Two programs gave different answers."""


class Bench:
    """The world that is measured in, and the rows so far."""

    def __init__(self, options, folder):
        self.options = options
        self.folder = pathlib.Path(folder)
        self.rows = []
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.folder),
            "LC_ALL": "C.UTF-8",
            "CLAUDESTEP_NOW": NOW,
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "bench",
            "GIT_AUTHOR_EMAIL": "bench@example.com",
            "GIT_COMMITTER_NAME": "bench",
            "GIT_COMMITTER_EMAIL": "bench@example.com",
        }
        self.tool = str(pathlib.Path(options.bin).resolve())

    # ------------------------------------------------------------ programs

    def out(self, command, cwd, stdin=None, fine=(0,)):
        """What a program prints; ends the measurement when it fails."""
        ran = subprocess.run(command, cwd=cwd, env=self.environment, input=stdin, text=True,
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        if ran.returncode not in fine:
            sys.exit(f"bench: {shlex.join(command)} ended with {ran.returncode}: {ran.stderr}")
        return ran.stdout

    def seconds(self, command, cwd, stdin=None):
        """How long a program takes, its output thrown away."""
        with open(stdin or os.devnull, "rb") as source:
            begun = time.perf_counter()
            code = subprocess.call(command, cwd=cwd, env=self.environment, stdin=source,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            taken = time.perf_counter() - begun
        if code != 0:
            sys.exit(f"bench: {shlex.join(command)} ended with {code}")
        return taken

    def processor_seconds(self, command, cwd, stdin=None):
        """The time that a program takes of processors, which others on the machine change less."""
        def used():
            usage = resource.getrusage(resource.RUSAGE_CHILDREN)
            return usage.ru_utime + usage.ru_stime
        times = []
        for _ in range(self.options.runs):
            begun = used()
            self.seconds(command, cwd, stdin)
            times.append(used() - begun)
        return statistics.median(times)

    def turns(self, ours, theirs):
        """The median times of two callables that return seconds, run in turn."""
        ours(), theirs()
        pairs = [(ours(), theirs()) for _ in range(self.options.runs)]
        return [statistics.median(times) for times in zip(*pairs)]

    # ------------------------------------------------------------ rows

    def wanted(self, number):
        return not self.options.rows or number in self.options.rows

    def row(self, number, work, against, ours, theirs, target):
        """Notes a row of two times."""
        self.note(number, work, against, ours / theirs, target,
                  f"{ours * 1000:.1f} ms", f"{theirs * 1000:.1f} ms")

    def note(self, number, work, against, value, target, ours="", theirs=""):
        self.rows.append({
            "row": number, "work": work, "against": against, "ours": ours, "theirs": theirs,
            "value": round(value, 4), "target": target, "met": target is None or value <= target,
        })
        met = "" if target is None else ("met" if value <= target else "MISSED")
        limit = "-" if target is None else f"{target:g}"
        print(f"{number:>3}  {work:<44} {ours:>12} {theirs:>12} {value:>9.3f} {limit:>6}  "
              f"{met:<6}  {against}", flush=True)

    def agree(self, what, ours, theirs):
        if ours != theirs:
            raise Disagreement(f"{what}: we say {ours}, they say {theirs}")

    # ------------------------------------------------------------ repositories

    def repository(self, count):
        path = self.folder / f"{count}.git"
        if not path.exists():
            generate.generate(count, str(path))
            ids = self.out(["git", "ls-tree", "-r", "--format=%(objectname)", generate.REF], path)
            (path / "ids").write_text(ids)
        return path

    def copy(self, repo, name):
        path = self.folder / name
        shutil.rmtree(path, ignore_errors=True)
        shutil.copytree(repo, path)
        return path

    def stats(self, *more):
        return [self.tool, "stats", *more]

    # The same blobs in git's own words, to nowhere.
    CAT_FILE = ["git", "cat-file", "--batch", "--buffer"]

    def cat_file(self, repo):
        return self.seconds(self.CAT_FILE, repo, repo / "ids")


def exact(number):
    return decimal.Decimal(str(number))


def totals(text):
    """The totals of `stats --json`, as the rivals count them."""
    found = json.loads(text, parse_float=decimal.Decimal)["totals"]
    names = ("projects", "tasks", "pull_requests", "ai_operations")
    return {name: found[name] for name in names}, exact(found["cost_usd"])


def rows_cold(bench, repo):
    """1 to 3: asked for the first time."""
    ours = bench.stats("--no-cache")
    if bench.wanted(1):
        for pin, name, target in ((["taskset", "-c", "0"], "one core", 1.15), ([], "all cores", 0.65)):
            mine, cat = bench.turns(
                lambda pin=pin: bench.seconds(pin + ours, repo),
                lambda pin=pin: bench.seconds(pin + bench.CAT_FILE, repo, repo / "ids"))
            bench.row("1", f"stats --no-cache, {name}", "git cat-file --batch", mine, cat, target)
    counts, cost = totals(bench.out(bench.stats("--json", "--no-cache"), repo))
    stream = f"git cat-file --batch='' --buffer <{shlex.quote(str(repo / 'ids'))} | "
    for number, name, rival, target in (
        ("2", "jq", "jq -nc " + shlex.quote(JQ_SUMS), 0.08),
        ("3", "Python's json", f"{shlex.quote(sys.executable)} {HERE / 'sums.py'}", 0.15),
    ):
        if not bench.wanted(int(number)):
            continue
        command = ["sh", "-c", stream + rival]
        said = json.loads(bench.out(command, repo), parse_float=decimal.Decimal)
        their_cost = exact(said.pop("cost"))
        bench.agree(f"counts of {name}", counts, said)
        # They add binary fractions: their noise, and far less than the smallest operation.
        if abs(their_cost - cost) > decimal.Decimal("1e-9") * max(cost, 1):
            raise Disagreement(f"cost of {name}: we say {cost}, they say {their_cost}")
        mine, theirs = bench.turns(lambda: bench.seconds(ours, repo),
                                   lambda c=command: bench.seconds(c, repo))
        bench.row(number, "stats --no-cache", name, mine, theirs, target)


def parts_of_asking_again(bench, repo):
    """What row 4 is made of, in time of processors."""
    cat = bench.processor_seconds(bench.CAT_FILE, repo, repo / "ids")
    small = bench.repository(SMALL)
    bench.out(bench.stats(), small)
    for part, command, place in (
            ("the program alone", [bench.tool, "version"], repo),
            (f"stats of {SMALL} projects", bench.stats(), small),
            ("stats, all of it", bench.stats(), repo),
            ("stats --json, all of it", bench.stats("--json"), repo),
            ("the list of files, read by git", ["git", "ls-tree", "-r", generate.REF], repo)):
        mine = bench.processor_seconds(command, place)
        bench.row("4", f"  of it, processors: {part}", "git cat-file, processors", mine, cat, None)


def change_one(bench, repo, number):
    bench.out([bench.tool, "task", "add", generate.project_names(1)[0], "--description",
               f"change {number}", "-q"], repo)


def rows_warm(bench, repo):
    """4 to 6: asked again."""
    bench.out(bench.stats(), repo)
    right = bench.out(bench.stats("--json", "--no-cache"), repo)
    bench.agree("stats from the cache", bench.out(bench.stats("--json"), repo), right)
    again, cat = bench.turns(lambda: bench.seconds(bench.stats(), repo),
                             lambda: bench.cat_file(repo))
    if bench.wanted(4):
        bench.row("4", "stats asked again", "git cat-file --batch", again, cat, 0.05)
        parts_of_asking_again(bench, repo)
    if bench.wanted(5):
        times = []
        copy = bench.copy(repo, "changed.git")
        for number in range(bench.options.runs + 1):
            change_one(bench, copy, number)
            times.append(bench.seconds(bench.stats(), copy))
        right = bench.out(bench.stats("--json", "--no-cache"), copy)
        bench.agree("stats after a change", bench.out(bench.stats("--json"), copy), right)
        bench.row("5", "stats after one project changed", "row 4",
                  statistics.median(times[1:]), again, 1.5)
    if bench.wanted(6):
        commands = bench.out([bench.tool, "help", "--reference"], repo)
        for words in (["costs"], ["leaderboard"], ["capacity"], ["list", "--modified-since", "30d"],
                      ["show", generate.project_names(1)[0]]):
            if f"\n## {words[0]}\n" not in commands and f"`claudestep {words[0]}" not in commands:
                continue
            command = [bench.tool, *words]
            bench.agree(words[0], bench.out(command, repo),
                        bench.out([*command, "--no-cache"], repo))
            mine, base = bench.turns(lambda c=command: bench.seconds(c, repo),
                                     lambda: bench.seconds(bench.stats(), repo))
            bench.row("6", f"{' '.join(words)} asked again", "row 4", mine, base, 1.2)


def open_pull_requests(repo, bench):
    listed = json.loads(bench.out([bench.tool, "pr", "list", "--state", "open", "--json"], repo))
    return [(pr["project"], pr["pr_number"]) for pr in listed["pull_requests"]]


def row_merge(bench, number, count, target=0.3):
    """7 and 8: one write."""
    repo = bench.repository(count)
    waiting = open_pull_requests(repo, bench)
    if len(waiting) < bench.options.runs + 1:
        sys.exit("bench: too few open pull requests")
    mine, theirs = bench.copy(repo, "ours.git"), bench.copy(repo, "theirs.git")
    ours, rivals = iter(waiting), iter(waiting)

    def merge_ours():
        project, pr = next(ours)
        return bench.seconds([bench.tool, "pr", "merge", project, "--pr", str(pr), "-q"], mine)

    def merge_theirs():
        project, pr = next(rivals)
        return bench.seconds(["sh", str(HERE / "plumbing-merge"), project, str(pr), NOW], theirs)

    times = bench.turns(merge_ours, merge_theirs)
    left = [bench.out(bench.stats("--json", "--no-cache"), path) for path in (mine, theirs)]
    said = [json.loads(text)["totals"] for text in left]
    bench.agree("stats after the merges", *said)
    bench.row(number, f"pr merge, N = {count:,}", "a script of git plumbing", *times, target)


def row_apply(bench):
    """9: many operations in one commit."""
    count = min(APPLY_PROJECTS, bench.options.size)
    each = APPLY_OPERATIONS // APPLY_PROJECTS
    repo = bench.repository(count)
    operations = bench.folder / "operations.jsonl"
    with operations.open("w") as out:
        for name in generate.project_names(count):
            for number in range(each):
                out.write(json.dumps({"op": "add-task", "project": name,
                                      "description": f"added {number}"}) + "\n")
    stream = bench.folder / "import"

    def ours():
        copy = bench.copy(repo, "applied.git")
        taken = bench.seconds([bench.tool, "apply", "-q", str(operations)], copy)
        return taken

    def theirs():
        if not stream.exists():
            make_import(bench, bench.folder / "applied.git", stream)
        copy = bench.copy(repo, "imported.git")
        return bench.seconds(["git", "fast-import", "--quiet", "--force"], copy, stream)

    times = bench.turns(ours, theirs)
    trees = [bench.out(["git", "rev-parse", f"{generate.REF}:projects"], bench.folder / name)
             for name in ("applied.git", "imported.git")]
    bench.agree("the files", *trees)
    bench.row("9", f"apply of {count * each:,} operations", "git fast-import", *times, 2)


def make_import(bench, applied, stream):
    """The files of a branch as a stream for git fast-import."""
    listed = bench.out(["git", "ls-tree", "-r", "--format=%(path)", generate.REF], applied)
    with stream.open("wb") as out:
        out.write(f"commit {generate.REF}\ncommitter bench <b@example.com> 0 +0000\n"
                  f"data 5\nbench\nfrom {generate.REF}^0\n".encode())
        for path in listed.split():
            data = bench.out(["git", "show", f"{generate.REF}:{path}"], applied).encode()
            out.write(f"M 100644 inline {path}\ndata {len(data)}\n".encode() + data + b"\n")


def row_start(bench):
    """10: a small repository, where starting is what costs."""
    repo = bench.repository(SMALL)
    bench.out(bench.stats(), repo)
    mine, theirs = bench.turns(lambda: bench.seconds(bench.stats(), repo),
                               lambda: bench.seconds(["git", "rev-parse", "HEAD"], repo))
    bench.row("10", f"stats asked again, N = {SMALL}", "git rev-parse HEAD", mine, theirs, 3.5)
    main = "refs/heads/main"
    for subject in ("Begin", "Change"):
        bench.out(["git", "update-ref", "--create-reflog", main, bench.out(
            ["git", "commit-tree", "-m", subject, bench.out(["git", "mktree"], repo, "").strip(),
             *(["-p", main] if subject == "Change" else [])], repo).strip()], repo)
    bench.out(["git", "symbolic-ref", "HEAD", main], repo)
    hook = [bench.tool, "hooks", "run", "post-merge", "0"]
    for branches in (0, 5):
        for number in range(branches):
            bench.out(["git", "branch", f"topic-{number}", "main~1"], repo)
        bench.agree("a merge of nothing", bench.out(hook, repo), "")
        mine, theirs = bench.turns(
            lambda: bench.processor_seconds(hook, repo),
            lambda: bench.processor_seconds(["git", "rev-parse", "HEAD"], repo))
        bench.row("10", f"post-merge, nothing to do, N = {SMALL}, {branches} more branches",
                  "git rev-parse HEAD, both by processors", mine, theirs, 3.5)
    bench.out(["git", "symbolic-ref", "HEAD", generate.REF], repo)


def row_validate(bench, count):
    """11: feature specs against their schema and rules."""
    folder = bench.folder / f"specs-{count}"
    specs.write(count, folder)
    schema = bench.folder / "feature-spec.schema.json"
    schema.write_text(bench.out([bench.tool, "schema", "print", "feature-spec"], bench.folder))
    rival = [sys.executable, str(HERE / "validate.py"), str(schema), str(folder)]
    tool = [bench.tool, "validate", str(folder), "--format", "json"]
    ours = json.loads(bench.out(tool, bench.folder, fine=(0, 1)))
    wrong = {found["file"] for found in ours["diagnostics"] if found["code"].startswith("schema/")}
    bench.agree(f"wrong among {count} specs", {"files": ours["files"], "wrong": len(wrong)},
                json.loads(bench.out(rival, bench.folder)))
    # Findings make the exit code 1; what is measured is the same work.
    quiet = ["sh", "-c", '"$@"; [ $? -le 1 ]', "sh", *tool]
    mine, theirs = bench.turns(lambda: bench.seconds(quiet, bench.folder),
                               lambda: bench.seconds(rival, bench.folder))
    bench.row("11", f"validate, {count:,} feature specs", "PyYAML's C reader and jsonschema", mine,
              theirs, 0.1)


def peak_anonymous(bench, command, repo):
    """The most anonymous memory that a program has at once, in bytes, as often as one looks, and how
    long it takes while it is looked at."""
    most, begun = 0, time.perf_counter()
    with subprocess.Popen(command, cwd=repo, env=bench.environment,
                          stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            try:
                status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
            except OSError:
                break
            for line in status.splitlines():
                if line.startswith("RssAnon:"):
                    most = max(most, int(line.split()[1]) * 1024)
            time.sleep(0.001)
    if process.returncode != 0:
        sys.exit(f"bench: {shlex.join(command)} ended with {process.returncode}")
    return most, time.perf_counter() - begun


MEMORY_QUESTIONS = (
    "stats --no-cache",
    "stats",
    "costs",
    "export --format jsonl",
    "export --format csv --table tasks",
    "export --format sql",
    "report --format html --top 200",
)


def row_memory(bench, repo, count):
    """12: what stays in memory, whatever is asked."""
    limit = 100 if count <= 10_000 else 200
    for question in MEMORY_QUESTIONS:
        command = [bench.tool, *question.split()]
        looks = [peak_anonymous(bench, command, repo) for _ in range(min(3, bench.options.runs))]
        most, seconds = max(looks)
        bench.note("12", f"memory of {question}", f"MB of RssAnon, N = {count:,}", most / 1e6,
                   limit, f"{seconds * 1000:.0f} ms")


def row_growth(bench):
    """13: how the time grows with the repository; that of processors too, which others on the
    machine change less."""
    most = max(bench.options.size, bench.options.growth)
    sizes = sorted({size for size in GROWTH_SIZES if size < most} | {most})
    if len(sizes) < 2:
        return
    for name, more in (("stats --no-cache", ["--no-cache"]), ("stats asked again", [])):
        times, processors = [], []
        for size in sizes:
            repo = bench.repository(size)
            bench.out(bench.stats(), repo)
            bench.seconds(bench.stats(*more), repo)
            times.append(statistics.median(
                bench.seconds(bench.stats(*more), repo) for _ in range(bench.options.runs)))
            processors.append(bench.processor_seconds(bench.stats(*more), repo))
        for begin in range(len(sizes) - 1):
            grown = math.log(sizes[-1] / sizes[begin])
            for what, taken, target in ((name, times, 1.1), (f"{name}, processors", processors, None)):
                bench.note("13", f"growth of {what}",
                           f"N = {sizes[begin]:,} to {sizes[-1]:,}, exponent",
                           math.log(taken[-1] / taken[begin]) / grown, target,
                           f"{taken[begin] * 1000:.1f} ms", f"{taken[-1] * 1000:.1f} ms")
    if sizes[-1] > bench.options.size:
        row_memory(bench, bench.repository(sizes[-1]), sizes[-1])


def measure(bench):
    size = bench.options.size
    print(f"{'row':>3}  {'work':<44} {'ours':>12} {'theirs':>12} {'ratio':>9} {'target':>6}  "
          f"{'':<6}  against")
    if any(bench.wanted(number) for number in range(1, 7)):
        rows_cold(bench, bench.repository(size))
        rows_warm(bench, bench.repository(size))
    if bench.wanted(12):
        row_memory(bench, bench.repository(size), size)
    if bench.wanted(7):
        row_merge(bench, "7", SMALL)
    if bench.wanted(8) and size > SMALL:
        row_merge(bench, "8", size)
    if bench.wanted(9):
        row_apply(bench)
    if bench.wanted(10):
        row_start(bench)
    if bench.wanted(11):
        row_validate(bench, 1)
        row_validate(bench, 1000 if size >= 10_000 else 100)
    if bench.wanted(13):
        row_growth(bench)
    if bench.wanted(15):
        row_writers(bench)
    if bench.wanted(17):
        row_bytes(bench, bench.repository(size), size)
    if bench.wanted(16):
        row_apart(bench, bench.repository(size), max(2, size // 10))
    if bench.wanted(18):
        row_sync(bench)
    if bench.wanted(19):
        row_log(bench, 100_000 if size >= 10_000 else 200)
    if bench.wanted(14):
        row_reconcile(bench, *((1000, 10_000) if size >= 10_000 else (20, 400)))


def go_apart(bench, repo, count):
    """A copy in which the local and the remote-tracking branch both added a task to each of `count`
    projects."""
    apart = bench.copy(repo, "apart.git")
    other = "refs/heads/other"
    bench.out(["git", "update-ref", other, generate.REF], apart)
    for ref in (generate.REF, other):
        lines = "".join(json.dumps({"op": "add-task", "project": name, "description": ref}) + "\n"
                        for name in generate.project_names(count))
        bench.out([bench.tool, "apply", "--ref", ref, "-q", "-"], apart, lines)
    bench.out(["git", "update-ref", "refs/remotes/origin/claudestep-metadata", other], apart)
    bench.out(["git", "update-ref", "-d", other], apart)
    bench.out(["git", "config", "remote.origin.url", str(repo)], apart)
    bench.out(["git", "config", "remote.origin.fetch", "+refs/heads/*:refs/remotes/origin/*"],
              apart)
    bench.out(["git", "repack", "-adq"], apart)
    return apart


def row_apart(bench, repo, count):
    """16: a view of two lines that went apart, merged for the first time and again: one project in
    ten, which is a thousand at full size."""
    apart = go_apart(bench, repo, count)
    tasks = [json.loads(bench.out(bench.stats("--json", *more), path))["totals"]["tasks"]
             for path, more in ((repo, []), (apart, ["--no-cache"]), (apart, []), (apart, []))]
    bench.agree("tasks of both sides", tasks[1:], [tasks[0] + 2 * count] * 3)
    for when, more, against, target in (("", ["--no-cache"], "row 1", 1.2),
                                        (", again", [], "row 4", 1.5)):
        mine, base = bench.turns(lambda m=more: bench.seconds(bench.stats(*m), apart),
                                 lambda m=more: bench.seconds(bench.stats(*m), repo))
        bench.row("16", f"stats, {count:,} projects went apart{when}", against, mine, base, target)
    other = "refs/remotes/origin/claudestep-metadata"

    def merging():
        copy = bench.copy(apart, "merged.git")
        return bench.seconds([bench.tool, "merge", "-q", other], copy)

    # git's answer is a conflict in each of them.
    git = ["sh", "-c", '"$@"; [ $? -le 1 ]', "sh", "git", "merge-tree", "--write-tree",
           generate.REF, other]
    mine, theirs = bench.turns(merging, lambda: bench.seconds(git, apart))
    merged = json.loads(bench.out(bench.stats("--json"), bench.folder / "merged.git"))
    bench.agree("tasks of the merge", merged["totals"]["tasks"], tasks[0] + 2 * count)
    bench.row("16", f"merge of {count:,} projects that went apart", "git merge-tree", mine, theirs,
              None)


def row_writers(bench):
    """15: eight writers at once, and as many commits of one writer."""
    writers, each = (8, 5) if bench.options.runs > 1 else (2, 1)
    repo = bench.repository(SMALL)
    names = generate.project_names(writers)

    def loop(project, count):
        return ["sh", "-c", 'n=0; while [ $n -lt "$3" ]; do n=$((n + 1));'
                ' "$1" task add "$2" -q --timeout 60s --description "more $n" || exit; done', "sh",
                bench.tool, project, str(count)]

    def taken(commands):
        copy = bench.copy(repo, "written.git")
        begun = time.perf_counter()
        running = [subprocess.Popen(command, cwd=copy, env=bench.environment)
                   for command in commands]
        codes = [process.wait() for process in running]
        seconds = time.perf_counter() - begun
        bench.agree("exit codes of writers", codes, [0] * len(commands))
        commits = bench.out(["git", "rev-list", "--count", generate.REF], copy)
        bench.agree("commits of writers", int(commits), 1 + writers * each)
        return seconds

    mine, one = bench.turns(lambda: taken([loop(name, each) for name in names]),
                            lambda: taken([loop(names[0], writers * each)]))
    bench.row("15", f"{writers * each} commits of {writers} writers at once", "one writer", mine, one,
              1 / 0.7)


def row_bytes(bench, repo, count):
    """17: what a write leaves on the disk."""
    copy = bench.copy(repo, "grown.git")
    def size():
        return sum(path.stat().st_size for path in (copy / "objects").rglob("*") if path.is_file())
    before = size()
    change_one(bench, copy, 0)
    added = size() - before
    tree = int(bench.out(["git", "cat-file", "--batch-check=%(objectsize:disk)"], copy,
                         f"{generate.REF}:projects\n"))
    bench.note("17", f"bytes that a write adds, N = {count:,}", "its tree object on the disk",
               added / tree, 1.2, f"{added:,}", f"{tree:,}")


def row_sync(bench):
    """18: a sync that finds nothing to do."""
    remote = bench.repository(SMALL)
    clone = bench.folder / "synced.git"
    shutil.rmtree(clone, ignore_errors=True)
    bench.out(["git", "clone", "-q", "--bare", str(remote), str(clone)], bench.folder)
    bench.out(["git", "config", "remote.origin.fetch", "+refs/heads/*:refs/remotes/origin/*"],
              clone)
    tool = [bench.tool, "sync", "-q"]
    git = ["sh", "-c", f"git fetch -q origin && git push -q origin {generate.REF}"]
    for command in (tool, git):
        bench.out(command, clone)
    bench.agree("the tip", *(bench.out(["git", "rev-parse", generate.REF], path)
                             for path in (clone, remote)))
    mine, theirs = bench.turns(lambda: bench.seconds(tool, clone),
                               lambda: bench.seconds(git, clone))
    bench.row("18", "sync, nothing to do", "git fetch, then git push", mine, theirs, 1.2)


def row_log(bench, commits):
    """19: what one of ten projects went through, in a long history."""
    repo = bench.folder / "long.git"
    shutil.rmtree(repo, ignore_errors=True)
    count = 10
    generate.generate(count, str(repo))
    names = generate.project_names(count)
    lines = []
    # Small documents: 100,000 versions of them have to be made.
    begun = [json.loads(bench.out(["git", "show", f"{generate.REF}:projects/{name}.json"], repo))
             for name in names]
    for number in range(commits):
        project = begun[number % count]
        project["tasks"], project["pull_requests"] = project["tasks"][:2], []
        project["tasks"][0]["description"] = f"Turn {number}"
        text = json.dumps(project)
        name = names[number % count]
        parent = f"from {generate.REF}^0\n" if number == 0 else ""
        lines.append(f"commit {generate.REF}\ncommitter b <b@example.com> {1_800_000_000 + number}"
                     f" +0000\ndata 4\nturn\n{parent}M 100644 inline projects/{name}.json\n"
                     f"data {len(text.encode())}\n{text}\n")
    bench.out(["git", "fast-import", "--quiet"], repo, "".join(lines))
    bench.out(["git", "repack", "-adq"], repo)
    tool = [bench.tool, "log", names[0], "--oneline"]
    git = ["git", "log", "--oneline", generate.REF, "--", f"projects/{names[0]}.json"]
    bench.agree("commits of one project", *(len(bench.out(command, repo).splitlines())
                                            for command in (tool, git)))
    mine, theirs = bench.turns(lambda: bench.seconds(tool, repo),
                               lambda: bench.seconds(git, repo))
    bench.row("19", f"log of one project, {commits:,} commits", "git log -- path", mine, theirs, 2)


def row_reconcile(bench, count, commits):
    """14: the history of the base branch, read for the first time and again."""
    repo = bench.folder / "history.git"
    merged = history.generate(count, commits, str(repo))
    tool = [bench.tool, "reconcile", "--check"]
    found = json.loads(bench.out([*tool, "--json"], repo, fine=(1,)))["changes"]
    bench.agree("merges that nobody recorded",
                [(change["pr_number"], change["weight"]) for change in found],
                [(number * history.MERGED_OF, "proved") for number in range(1, merged + 1)])
    quiet = ["sh", "-c", '"$@"; [ $? -le 1 ]', "sh", *tool]
    cache = repo / "claudestep"

    def cold():
        shutil.rmtree(cache, ignore_errors=True)
        return bench.seconds(quiet, repo)

    for when, ours, rival, target in (
            ("cold", cold, ["git", "log", "--raw", "main"], 2),
            ("again", lambda: bench.seconds(quiet, repo),
             ["git", "log", "--format=%H %P %s", "main"], 3)):
        mine, theirs = bench.turns(ours, lambda: bench.seconds(rival, repo))
        bench.row("14", f"reconcile, {count:,} open, {commits:,} commits, {when}",
                  " ".join(rival[:3]), mine, theirs, target)


def parse_options():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bin", required=True, help="the claudestep to measure")
    parser.add_argument("--size", type=int, default=10_000, help="projects of the reference")
    parser.add_argument("--growth", type=int, default=0, metavar="N",
                        help="measure growth up to so many projects (row 13)")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--rows", default="", help="only these, such as 1,4,5")
    parser.add_argument("--json", dest="file", help="write the rows to a file, too")
    parser.add_argument("--keep", help="make the repositories in this folder and leave them there")
    parser.add_argument("--quick", action="store_true", help="tiny: does it run, do all agree")
    options = parser.parse_args()
    options.rows = {int(number) for number in options.rows.split(",") if number}
    if options.quick:
        options.size, options.runs = 60, 1
    return options


def main():
    options = parse_options()
    with tempfile.TemporaryDirectory(prefix="claudestep-bench-") as scratch:
        if options.keep:
            pathlib.Path(options.keep).mkdir(exist_ok=True, parents=True)
        bench = Bench(options, options.keep or scratch)
        try:
            measure(bench)
        except Disagreement as difference:
            sys.exit(f"bench: {difference}")
        if options.file:
            report = {"size": options.size, "runs": options.runs, "cores": os.cpu_count(),
                      "rows": bench.rows}
            pathlib.Path(options.file).write_text(json.dumps(report, indent=2) + "\n")


if __name__ == "__main__":
    main()
