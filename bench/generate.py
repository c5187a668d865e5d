#!/usr/bin/env python3
"""Makes a repository with N projects on its metadata branch, the same for the same seed everywhere.

    bench/generate.py N DIR [--seed S] [--no-repack]

20 to 50 tasks a project, a pull request for about half of them, two AI operations a pull request,
packed. The documents are canonical, so that a measurement sees what our own writes leave behind.
DIR is a bare repository that must not exist yet.
"""

import argparse
import datetime
import hashlib
import os
import random
import subprocess
import sys

REF = "refs/heads/claudestep-metadata"
NOW = datetime.datetime(2026, 1, 1, tzinfo=datetime.timezone.utc)
VERBS = ["Add", "Move", "Remove", "Rename", "Test", "Document", "Split", "Speed up", "Migrate"]
THINGS = ["the login form", "user settings", "payment retries", "the audit log", "image uploads",
          "search results", "rate limits", "the session cache", "error pages", "invoice export"]
PLACES = ["in the web client", "for the mobile app", "behind a flag", "in the admin area",
          "on the server", "for large accounts", "without downtime"]
MODELS = ["claude-sonnet-4-5", "claude-opus-4-1", "claude-haiku-4-5", "claude-sonnet-4"]
REVIEWERS = [f"reviewer-{number:02d}" for number in range(40)]
NAMES = ["auth", "billing", "search", "mobile", "infra", "reports", "import", "editor"]

TASK = """    {{
      "index": {index},
      "description": "{description}",
      "status": "{status}",
      "id": "{id}"
    }}"""
PULL_REQUEST = """    {{
      "task_index": {task},
      "task_id": "{id}",
      "pr_number": {number},
      "branch_name": "claude-chain-{project}-{id}",
      "reviewer": "{reviewer}",
      "pr_state": "{state}",
      "created_at": "{created}",
      "title": "{title}",{ended}
      "ai_operations": [
{operations}
      ]
    }}"""
OPERATION = """        {{
          "type": "{type}",
          "model": "{model}",
          "cost_usd": {cost},
          "created_at": "{created}",
          "workflow_run_id": {run},
          "tokens_input": {tokens_input},
          "tokens_output": {tokens_output},
          "duration_seconds": {duration}
        }}"""
DOCUMENT = """{{
  "schema_version": "2.0",
  "project": "{project}",
  "created_at": "{created}",
  "last_updated": "{updated}",
  "tasks": [
{tasks}
  ],
  "pull_requests": [
{pull_requests}
  ]
}}
"""


def spelt(moment):
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def operation(rng, kind, created):
    return OPERATION.format(
        type=kind,
        model=rng.choice(MODELS),
        cost=f"{rng.randrange(1, 2_000_000) / 1_000_000:f}".rstrip("0").rstrip("."),
        created=spelt(created),
        run=rng.randrange(10**9, 2 * 10**10),
        tokens_input=rng.randrange(500, 200_000),
        tokens_output=rng.randrange(100, 20_000),
        duration=f"{rng.randrange(10, 9000) / 10:g}",
    )


def pull_request(rng, project, index, description, identity, number, created, state):
    ended = created + datetime.timedelta(minutes=rng.randrange(30, 20_000))
    if state == "merged":
        commit = f"{rng.getrandbits(160):040x}"
        members = f'\n      "merged_at": "{spelt(ended)}",\n      "merge_commit": "{commit}",'
    elif state == "closed":
        members = f'\n      "closed_at": "{spelt(ended)}",'
    else:
        members = ""
    second = rng.choice(["PRSummary", "PRRefinement"])
    return ended, PULL_REQUEST.format(
        task=index,
        id=identity,
        number=number,
        project=project,
        reviewer=rng.choice(REVIEWERS),
        state=state,
        created=spelt(created),
        title=description,
        ended=members,
        operations=",\n".join([
            operation(rng, "PRCreation", created),
            operation(rng, second, created + datetime.timedelta(minutes=20)),
        ]),
    )


def document(rng, project):
    created = NOW - datetime.timedelta(minutes=rng.randrange(60 * 24 * 30, 60 * 24 * 500))
    moment, updated = created, created
    number = rng.randrange(1, 20_000)
    done = rng.choice([0, 0, rng.random(), rng.random(), rng.random(), 1])
    tasks, pull_requests = [], []
    total = rng.randrange(20, 51)
    for index in range(1, total + 1):
        description = " ".join(map(rng.choice, (VERBS, THINGS, PLACES))) + f", part {index}"
        identity = hashlib.sha256(description.encode()).hexdigest()[:8]
        status = "pending"
        if index <= done * total:
            states = rng.choice([["merged"], ["merged"], ["merged"], ["open"], ["closed", "merged"]])
            for state in states:
                number += rng.randrange(1, 6)
                moment = min(moment + datetime.timedelta(minutes=rng.randrange(30, 2_000)), NOW)
                ended, text = pull_request(
                    rng, project, index, description, identity, number, moment, state)
                pull_requests.append(text)
                updated = max(updated, moment if state == "open" else ended)
            status = "in_progress" if states[-1] == "open" else "completed"
        tasks.append(TASK.format(
            index=index, description=description, status=status, id=identity))
    return DOCUMENT.format(
        project=project,
        created=spelt(created),
        updated=spelt(updated),
        tasks=",\n".join(tasks),
        pull_requests=",\n".join(pull_requests),
    ).replace('"pull_requests": [\n\n  ]', '"pull_requests": []')


def project_names(count):
    return [f"{NAMES[number % len(NAMES)]}-{number:06d}" for number in range(count)]


def stream(out, count, seed):
    """The whole branch as a stream for `git fast-import`: one commit."""
    committed = f"claudestep <bench@example.com> {int(NOW.timestamp())} +0000"
    out.write(f"commit {REF}\ncommitter {committed}\ndata 6\nbench\n\n".encode())
    for project in project_names(count):
        rng = random.Random(f"{seed}:{project}")
        text = document(rng, project).encode()
        out.write(f"M 100644 inline projects/{project}.json\ndata {len(text)}\n".encode())
        out.write(text)
        out.write(b"\n")


def generate(count, folder, seed=1, repack=True):
    environment = dict(os.environ, GIT_CONFIG_NOSYSTEM="1", GIT_CONFIG_GLOBAL="/dev/null")
    git = ["git", "--git-dir", folder]
    subprocess.run(["git", "init", "-q", "--bare", "--template=", folder],
                   check=True, env=environment)
    subprocess.run([*git, "symbolic-ref", "HEAD", REF], check=True, env=environment)
    with subprocess.Popen([*git, "fast-import", "--quiet"], stdin=subprocess.PIPE,
                          env=environment) as importer:
        stream(importer.stdin, count, seed)
        importer.stdin.close()
    if importer.returncode != 0:
        sys.exit("generate: git fast-import failed")
    if repack:
        subprocess.run([*git, "repack", "-adfq"], check=True, env=environment)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("count", type=int)
    parser.add_argument("folder")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--no-repack", action="store_true")
    options = parser.parse_args()
    generate(options.count, options.folder, options.seed, not options.no_repack)


if __name__ == "__main__":
    main()
