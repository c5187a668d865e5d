#!/usr/bin/env python3
"""The workflow of docs/ci.md does what it says: its shell steps are run from the page, as the runner of a
forge would, with stand-ins for the AI and the forge. What is recorded is read with git and json.

    ci.py --bin PATH/TO/claudestep
"""

import json
import pathlib
import re
import sys

import yaml

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests" / "support"))

import harness  # noqa: E402
from harness import expect, expect_equal  # noqa: E402

CLAUDE = """#!/bin/sh
echo "$2" >>work.txt
echo '{"type": "result", "subtype": "success", "is_error": false, "session_id": "s-'$GITHUB_RUN_ID'",
  "total_cost_usd": 0.25, "duration_ms": 1500, "usage": {}, "modelUsage": {"claude-sonnet-4": {"inputTokens": 10,
  "outputTokens": 20, "cacheReadInputTokens": 0, "cacheCreationInputTokens": 0, "costUSD": 0.25}}}'
"""
GH = """#!/bin/sh
echo "$@" >>"$RUNNER_TEMP/gh.log"
case "$2" in
create) echo "https://forge.example/o/r/pull/$GITHUB_RUN_ID" | tee "$RUNNER_TEMP/opened" ;;
list) case "$*" in
  *--head*) cat "$RUNNER_TEMP/opened" 2>/dev/null || : ;;
  *) cat "$RUNNER_TEMP/pulls.json" ;;
  esac ;;
esac
"""
PLAN = "- [ ] Add login\n- [ ] Say `echo $HOME` and \"quote\"\n- [ ] Add logout\n"
CONFIGURATION = """label: ai
labels: [claudestep, big]
allowedTools: [Read, Edit]
reviewers:
  - {username: alice, maxOpenPRs: 1}
  - {username: bob, maxOpenPRs: 1}
"""


def yaml_blocks():
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    return re.findall(r"```yaml\n(.*?)```", page, re.S)


def workflow():
    """The jobs of the page's workflow, and the step of the block after it."""
    blocks = yaml_blocks()
    at = next(i for i, block in enumerate(blocks) if "claudestep prepare" in block)
    return yaml.safe_load(blocks[at])["jobs"]["work"], yaml.safe_load(blocks[at + 1])[0]


def read_outputs(path):
    """The outputs in a file as the runner reads it."""
    outputs, lines = {}, path.read_text().splitlines() if path.exists() else []
    while lines:
        line = lines.pop(0)
        name, mark, end = line.partition("<<")
        if mark:
            value = []
            while lines[0] != end:
                value.append(lines.pop(0))
            lines.pop(0)
            outputs[name] = "\n".join(value)
        else:
            name, _, outputs[name] = line.partition("=")
    return outputs


class Runner:
    """One run of the job in a fresh clone."""

    def __init__(self, ground, remote, run, attempt=1):
        self.ground, self.run_id = ground, str(run)
        self.clone = ground.work / f"run{run}.{attempt}"
        ground.must(["git", "clone", "-q", str(remote.path), str(self.clone)])
        self.temp = ground.work / f"temp{run}"
        tools = self.temp / "bin"
        tools.mkdir(parents=True, exist_ok=True)
        for name, text in (("claude", CLAUDE), ("gh", GH)):
            (tools / name).write_text(text)
            (tools / name).chmod(0o755)
        self.steps, self.ran = {}, []

    def value(self, text):
        """`${{ ... }}` as the runner puts it in."""

        def one(match):
            words = match[1].strip()
            if words == "inputs.project || 'auth'":
                return "auth"
            step = re.fullmatch(r"steps\.(\w+)\.outputs\.(\w+)", words)
            return self.steps[step[1]][step[2]] if step else "token"

        return re.sub(r"\$\{\{(.*?)\}\}", one, text)

    def step(self, step, env):
        if "run" not in step:
            return
        if "if" in step:
            wished = re.fullmatch(r"steps\.(\w+)\.outputs\.(\w+) == '(\w+)'", step["if"])
            if self.steps[wished[1]][wished[2]] != wished[3]:
                return
        output = self.temp / f"output{len(self.ran)}"
        more = {name: self.value(text) for name, text in {**env, **step.get("env", {})}.items()}
        more |= {"GITHUB_OUTPUT": str(output), "GITHUB_RUN_ID": self.run_id,
                 "RUNNER_TEMP": str(self.temp)}
        more["PATH"] = f"{self.temp / 'bin'}:{self.ground.world.environment()['PATH']}"
        self.ground.must(["bash", "-e", "-c", step["run"]], cwd=self.clone, variables=more)
        self.ran.append(step["name"])
        if "id" in step:
            self.steps[step["id"]] = read_outputs(output)

    def job(self, job, until=None):
        for step in job["steps"]:
            if until and step.get("name") == until:
                break
            self.step(step, job["env"])
        return self.steps["prepare"]


def prepare(ground):
    remote = ground.bare("remote.git", commit=False)
    seed = ground.work / "seed"
    ground.must(["git", "init", "-q", str(seed)])
    folder = seed / "claude-step" / "auth"
    folder.mkdir(parents=True)
    (folder / "spec.md").write_text(PLAN)
    (folder / "configuration.yml").write_text(CONFIGURATION)
    repo = harness.Repo(ground, seed)
    repo.git("add", ".")
    repo.git("commit", "-q", "-m", "plan")
    repo.git("push", "-q", str(remote.path), "HEAD:refs/heads/main")
    return remote


def test_a_job_that_runs_again(ground):
    """What an earlier try of the same run had done is gone on with, wherever it ended."""
    remote = prepare(ground)
    job, _ = workflow()
    tries = []
    for attempt, until in enumerate(("open the pull request", "finalize", None, None), 1):
        runner = Runner(ground, remote, 7, attempt)
        tries.append(runner.job(job, until))
    expect_equal([one["task"] for one in tries], ["1", "1", "1", ""], "the task of each try")
    expect_equal(tries[-1]["reason"], "nothing_ready", "the try after the last")
    expect_equal(runner.ran[-1], "prepare", "its steps")
    log = (runner.temp / "gh.log").read_text().splitlines()
    created = [line for line in log if line.startswith("pr create")]
    expect_equal(len(created), 1, "pull requests that were opened")
    expect("--label ai,claudestep,big" in created[0], created[0])
    pulls = remote.project("auth")["pull_requests"]
    expect_equal([(p["pr_number"], p["task_index"]) for p in pulls], [(7, 1)], "what is recorded")
    expect(all("claim" not in task for task in remote.project("auth")["tasks"]), "a claim is left")
    expect_equal(Runner(ground, remote, 8).job(job)["task"], "2", "the next run")


def test_workflow(ground):
    remote = prepare(ground)
    job, forge_step = workflow()
    first = Runner(ground, remote, 7)
    expect_equal(first.job(job)["reviewer"], "alice", "the first reviewer")
    expect_equal(first.ran[-1], "finalize", "the last step")
    second = Runner(ground, remote, 8)
    outputs = second.job(job)
    expect_equal((outputs["task"], outputs["reviewer"]), ("2", "bob"), "the second run")
    expect_equal(outputs["description"], 'Say `echo $HOME` and "quote"', "no text is run")
    pulls = remote.project("auth")["pull_requests"]
    expect_equal([(p["pr_number"], p["reviewer"], p["pr_state"]) for p in pulls],
                 [(7, "alice", "open"), (8, "bob", "open")], "what is recorded")
    costs = [operation["cost_usd"] for p in pulls for operation in p["ai_operations"]]
    expect_equal(costs, [0.25, 0.25], "what it cost")
    expect(all("claim" not in task for task in remote.project("auth")["tasks"]), "a claim is left")
    third = Runner(ground, remote, 9)
    expect_equal(third.job(job)["reason"], "no_capacity", "nobody has room")
    expect_equal(third.ran[-1], "prepare", "steps after no task")

    # A merge is seen by the next run.
    merge = remote.git("commit-tree", "-p", "main", "-p", first.steps["prepare"]["branch"], "-m",
                       f"Merge pull request #7 from o/{first.steps['prepare']['branch']}",
                       first.steps["prepare"]["branch"] + "^{tree}")
    remote.git("update-ref", "refs/heads/main", merge)
    fourth = Runner(ground, remote, 10)
    outputs = fourth.job(job)
    expect_equal((outputs["task"], outputs["reviewer"]), ("3", "alice"), "after the merge")
    states = {p["pr_number"]: p["pr_state"] for p in remote.project("auth")["pull_requests"]}
    expect_equal(states, {7: "merged", 8: "open", 10: "open"}, "states")

    # One that was closed is told by the forge.
    (fourth.temp / "pulls.json").write_text(json.dumps([{
        "number": 8, "title": "x", "state": "CLOSED", "headRefName": second.steps["prepare"]["branch"],
        "createdAt": "2026-01-01T00:00:00Z", "mergedAt": None, "closedAt": "2026-01-02T00:00:00Z",
        "mergeCommit": None}]))
    fourth.step(forge_step, job["env"])
    states = {p["pr_number"]: p["pr_state"] for p in remote.project("auth")["pull_requests"]}
    expect_equal(states[8], "closed", "what the forge knows")
    remote.expect_sound("after the runs")


if __name__ == "__main__":
    harness.main(globals())
