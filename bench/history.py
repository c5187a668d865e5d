#!/usr/bin/env python3
"""Makes a repository whose history has to be read: a base branch with many commits, open pull
requests with a branch each, and some of them merged by squash, which nobody has recorded.

    bench/history.py PULL_REQUESTS COMMITS PATH

Seeded: the same commits each time. Prints how many of the pull requests were merged.
"""

import datetime
import json
import pathlib
import random
import subprocess
import sys

BEGIN = datetime.datetime(2025, 1, 1, tzinfo=datetime.timezone.utc)
PER_PROJECT = 40
FILES = 2000
LINES = 20
MERGED_OF = 10  # one in so many was merged
MERGED_AFTER = 50  # commits after its branch began


def spelt(moment):
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


class Stream:
    """A stream for git fast-import."""

    def __init__(self, out):
        self.out = out
        self.mark = 0

    def data(self, text):
        encoded = text.encode()
        self.out.write(b"data %d\n%s\n" % (len(encoded), encoded))

    def commit(self, ref, parent, when, subject, files):
        self.mark += 1
        stamp = int(when.timestamp())
        self.out.write(f"commit {ref}\nmark :{self.mark}\n"
                       f"author bench <bench@example.com> {stamp} +0000\n"
                       f"committer bench <bench@example.com> {stamp} +0000\n".encode())
        self.data(subject + "\n")
        if parent:
            self.out.write(f"from :{parent}\n".encode())
        for path, text in files.items():
            self.out.write(f"M 100644 inline {path}\n".encode())
            self.data(text)
        return self.mark


def text_of(rng):
    return "".join(f"value {rng.getrandbits(30)}\n" for _ in range(LINES))


def edited(rng, text):
    lines = text.splitlines(keepends=True)
    lines[rng.randrange(LINES)] = f"value {rng.getrandbits(30)}\n"
    return "".join(lines)


def document(project, tasks, pull_requests, created):
    return json.dumps({
        "schema_version": "2.0", "project": project, "created_at": spelt(created),
        "last_updated": spelt(created), "tasks": tasks, "pull_requests": pull_requests,
    }, indent=2) + "\n"


def write(out, count, commits):
    """The whole history; returns how many of the pull requests were merged."""
    rng = random.Random(14)
    stream = Stream(out)
    content = {f"src/{at % 50}/file{at}.txt": text_of(rng) for at in range(FILES)}
    tip = stream.commit("refs/heads/main", None, BEGIN, "Begin", content)
    paths = sorted(content)
    merges, projects = {}, {}
    for at in range(1, commits + 1):
        when = BEGIN + datetime.timedelta(minutes=10 * at)
        changed = merges.pop(at, None)
        subject = f"Squashed by hand, {at}"
        if changed is None:
            chosen = rng.sample(paths, rng.randrange(1, 4))
            changed = {path: edited(rng, content[path]) for path in chosen}
            subject = f"Change {at}"
        content.update(changed)
        tip = stream.commit("refs/heads/main", tip, when, subject, changed)
        number = at * count // commits
        if number == (at - 1) * count // commits:
            continue
        project = f"p{(number - 1) // PER_PROJECT:03}"
        index = (number - 1) % PER_PROJECT + 1
        branch = f"claude-step-{project}-{index}"
        if number % MERGED_OF == 0 and at + MERGED_AFTER <= commits:
            files = {f"features/{number}.txt": text_of(rng)}
            merges[at + MERGED_AFTER] = files
        else:
            path = rng.choice(paths)
            files = {path: edited(rng, content[path])}
        stream.commit(f"refs/heads/{branch}", tip, when, f"Work {number}", files)
        tasks, pull_requests = projects.setdefault(project, ([], []))
        tasks.append({"index": index, "description": f"Task {index}", "status": "in_progress"})
        pull_requests.append({
            "task_index": index, "pr_number": number, "branch_name": branch, "reviewer": "alice",
            "pr_state": "open", "created_at": spelt(when), "ai_operations": []})
    files = {f"projects/{name}.json": document(name, *records, BEGIN)
             for name, records in projects.items()}
    stream.commit("refs/heads/claudestep-metadata", None, BEGIN, "Records", files)
    return sum(1 for number in range(MERGED_OF, count + 1, MERGED_OF)
               if -(-number * commits // count) + MERGED_AFTER <= commits)


def generate(count, commits, path):
    """Makes the bare repository, packed; returns how many were merged."""
    subprocess.run(["git", "init", "--quiet", "--bare", "--initial-branch=main", path], check=True)
    with subprocess.Popen(["git", "-C", path, "fast-import", "--quiet"],
                          stdin=subprocess.PIPE) as importer:
        merged = write(importer.stdin, count, commits)
        importer.stdin.close()
    subprocess.run(["git", "-C", path, "repack", "-adfq"], check=True)
    subprocess.run(["git", "-C", path, "pack-refs", "--all"], check=True)
    return merged


def main():
    count, commits, path = sys.argv[1:]
    print(generate(int(count), int(commits), str(pathlib.Path(path))))


if __name__ == "__main__":
    main()
